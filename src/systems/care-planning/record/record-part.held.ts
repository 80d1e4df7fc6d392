/** What care planning holds about one person, table by table: what each is called, what of it is read, and by which day it stands in their story. */
import type { Bilingual } from '../../../kernel/language.ts'
import type { HeldPart } from '../../../platform/personal-data/held-part.ts'
import { CODES, LINES, NAMED } from './record-codes.held.ts'
import { COLUMN_NAMES } from './record-columns.ts'

type Options = Partial<Pick<HeldPart, 'key' | 'mayTellOfOthers' | 'secret' | 'auditedAs'>>

export const RECORD_PARTS: readonly HeldPart[] = [
  part(
    'person',
    'The person',
    'Y person',
    'started_on',
    'ref given_name family_name known_as born_on language area_id need_group what_matters started_on ended_on ended_reason extra',
    { auditedAs: 'care-planning.person' },
  ),
  part(
    'person_contact',
    'How to reach them',
    'Sut i gysylltu â nhw',
    undefined,
    'address postcode telephone email contact_by communication_needs access_needs nhs_number',
    { key: ['person_id'] },
  ),
  part(
    'relationship',
    'People around them',
    'Pobl o’u cwmpas',
    'since',
    'kind name what_they_are telephone language lives_with since until',
    { mayTellOfOthers: true },
  ),
  part(
    'carer_support',
    'Support for carers',
    'Cymorth i ofalwyr',
    'assessment_offered_on',
    'needs assessment_offered_on assessment_answer',
    { key: ['relationship_id'], mayTellOfOthers: true },
  ),
  part('consent', 'Consents', 'Caniatadau', 'answered_on', 'what answer how answered_on answered_by note recorded_by'),
  part(
    'active_offer',
    'The active offer of Welsh',
    'Y cynnig rhagweithiol',
    'offered_on',
    'offered_on answer note recorded_by',
  ),
  part(
    'assessment',
    'Assessments',
    'Asesiadau',
    'started_on',
    'form edition state started_on started_by completed_on completed_by is_eligible answers',
    { mayTellOfOthers: true },
  ),
  part('need_band', 'Bands of need', 'Bandiau angen', 'from_on', 'band from_on points extra'),
  part(
    'outcome_proposal',
    'Wishes',
    'Dymuniadau',
    'proposed_on',
    'own_words why_it_matters can_do_now outcome_id proposed_by proposed_by_name proposed_on state answer answered_on answered_by_name',
    { mayTellOfOthers: true },
  ),
  part(
    'personal_outcome',
    'Outcomes',
    'Canlyniadau',
    'agreed_on',
    'own_words why_it_matters can_do_now outcome_id set_by scale weight baseline_score target_score agreed_on review_due_on contract_id provider_id hangs_on reformulated_from ended_on ended_reason ended_note extra',
    { auditedAs: 'care-planning.personal-outcome' },
  ),
  part('outcome_level', 'Levels of goals', 'Lefelau nodau', undefined, 'personal_outcome_id level words', {
    key: ['personal_outcome_id', 'level'],
  }),
  part(
    'outcome_score',
    'Scores',
    'Sgoriau',
    'scored_on',
    'personal_outcome_id voice scored_on score provider_id recorded_by answers',
    { mayTellOfOthers: true },
  ),
  part(
    'contribution',
    'Who contributes',
    'Pwy sy’n cyfrannu',
    'starts_on',
    'personal_outcome_id party provider_id contract_id extent what starts_on weekly_minutes works_when extra',
  ),
  part('plan', 'Plans', 'Cynlluniau', 'agreed_on', 'ref agreed_on ends_on'),
  part(
    'plan_version',
    'Versions of plans',
    'Fersiynau o gynlluniau',
    'drafted_at',
    'number state reason drafted_by drafted_at offered_at agreed_on content',
    { auditedAs: 'care-planning.plan-version' },
  ),
  part('plan_agreement', 'Agreements', 'Cytundebau', 'agreed_on', 'how by_whom name agreed_on words recorded_by', {
    key: ['plan_version_id'],
    mayTellOfOthers: true,
  }),
  part(
    'plan_answer',
    'Answers to letters about a plan',
    'Atebion i lythyrau am gynllun',
    'answered_on',
    'answer by_whom name basis answered_on words',
    { mayTellOfOthers: true },
  ),
  part(
    'plan_share',
    'What providers were told of the plan',
    'Yr hyn y cafodd darparwyr wybod am y cynllun',
    'shared_at',
    'provider_id shared_at content',
    { key: ['plan_version_id', 'provider_id'] },
  ),
  part(
    'plan_review',
    'Reviews of the plan',
    'Adolygiadau o’r cynllun',
    'held_on',
    'kind state held_on took_part summary next_due_on begun_by concluded_by',
  ),
  part(
    'outcome_review',
    'Reviews of outcomes',
    'Adolygiadau o ganlyniadau',
    'held_on',
    'ref personal_outcome_id due_on held_on achievement score provider_id provider_says person_says person_said_by person_said_on person_word_how person_word_recorded_by person_words carer_says carer_said_on carer_word_how carer_word_recorded_by carer_words note extra',
    { auditedAs: 'care-planning.outcome-review', mayTellOfOthers: true },
  ),
  part(
    'attribution',
    'What outcomes were attributed to',
    'I beth y priodolwyd canlyniadau',
    undefined,
    'party extent share_percent is_named_first evidence',
    { key: ['outcome_review_id', 'party'] },
  ),
  part('own_word', 'Their own word', 'Eu gair eu hunain', 'said_on', 'says said_by how said_on words recorded_by', {
    mayTellOfOthers: true,
  }),
  part(
    'letter_code',
    'Letters',
    'Llythyrau',
    'asked_on',
    'purpose for_whom to_name basis language layout asked_on asked_by sent_on sent_by expires_on used_at withdrawn_at withdrawn_because',
    { secret: ['code_hash'], mayTellOfOthers: true },
  ),
  part(
    'verification_item',
    'Claims that were looked into',
    'Honiadau yr edrychwyd iddynt',
    'verified_on',
    'claimed provider_id provider_claimed found how note verified_on verified_by',
    { key: ['verification_sample_id', 'outcome_review_id'], mayTellOfOthers: true },
  ),
  part(
    'provider_note',
    'What providers wrote',
    'Yr hyn a ysgrifennodd darparwyr',
    'happened_on',
    'kind provider_id personal_outcome_id happened_on words is_urgent weekly_minutes written_by state answer answer_words answered_by answered_at',
    { auditedAs: 'care-planning.provider-note', mayTellOfOthers: true },
  ),
  part(
    'reablement_episode',
    'Reablement',
    'Ailalluogi',
    'started_on',
    'ref provider_id contract_id came_from is_supported_already referred_on started_on expected_weeks minutes_at_start minutes_at_two_weeks minutes_at_end ended_on ending early_reason needed_after is_mitigated follows six_months_later ending_note extra',
    { auditedAs: 'care-planning.reablement' },
  ),
  part(
    'situation',
    'What changed',
    'Yr hyn a newidiodd',
    'noticed_on',
    'kind noticed_on count detail handled_on handled_by handled_note',
    { mayTellOfOthers: true },
  ),
  part(
    'notice',
    'Who was told of what',
    'Pwy gafodd wybod beth',
    'told_at',
    'to_kind provider_id kind told_at acknowledged_at acknowledged_by',
    { auditedAs: 'care-planning.notice' },
  ),
  part(
    'allocation',
    'Who worked with them',
    'Pwy fu’n gweithio gyda nhw',
    'starts_on',
    'worker_id starts_on ends_on note allocated_by extra',
  ),
  part(
    'restriction',
    'When the record was restricted',
    'Pryd y cyfyngwyd y cofnod',
    'restricted_on',
    'restricted_on restricted_by reason ended_on ended_by',
    { mayTellOfOthers: true },
  ),
  part(
    'record_opening',
    'Who opened the restricted record',
    'Pwy agorodd y cofnod cyfyngedig',
    'opened_at',
    'opened_by reason opened_at closes_at',
    { mayTellOfOthers: true },
  ),
  part(
    'record_event',
    'What happened to the record',
    'Yr hyn a ddigwyddodd i’r cofnod',
    'happened_on',
    'happened other_ref reason recorded_by',
  ),
  part(
    'person_merge',
    'Other records that were merged into this one',
    'Cofnodion eraill a gyfunwyd â’r cofnod hwn',
    undefined,
    'former_ref merged_on merged_by reason former undone_on undone_by undone_reason',
    // How each row stood is kept to undo it; the rows themselves stand in this copy.
    { secret: ['kept'] },
  ),
  part(
    'received_plan',
    'Plans received from elsewhere',
    'Cynlluniau a dderbyniwyd o fannau eraill',
    'received_at',
    'file_name state received_by received_at answered_by answered_at content kept_apart',
    { auditedAs: 'care-planning.received-plan' },
  ),
]

/** What the copy calls a table of care planning, by its name without the schema. */
export const PART_TITLES: ReadonlyMap<string, Bilingual> = new Map(
  RECORD_PARTS.map(({ table, title }) => [table.replace(/^care_planning\./, ''), title]),
)

/** Tables with rows of one person that say nothing more about them than the parts above. */
export const NOT_IN_THE_COPY: Readonly<Record<string, string>> = {
  'care_planning.circle': 'which providers may open the record; follows from packages and contributions',
  'care_planning.former_person': 'where those who name a merged record arrive; follows from the merges',
  'care_planning.two_people': 'names another person; that it was said stands in record_event',
  'care_planning.outcome_circle': 'which providers have a part in an outcome; follows from contributions and reviews',
  'care_planning.reablement_goal': 'which outcomes an episode worked towards; follows from the outcomes',
}

/** A table of care planning; without more said, it has a number of its own. */
function part(
  table: string,
  en: string,
  cy: string,
  day: string | undefined,
  columns: string,
  options: Options = {},
): HeldPart {
  return {
    table: `care_planning.${table}`,
    title: { en, cy },
    key: [`${table}_id`],
    columns: columns.split(' ').map((column) => {
      const codes = CODES[`${table}.${column}`] ?? CODES[column]
      const lines = LINES[`${table}.${column}`]
      const named = NAMED[column]
      return {
        column,
        title: COLUMN_NAMES[column] ?? { en: column, cy: column },
        ...(codes ? { codes } : {}),
        ...(lines ? { lines } : {}),
        ...(named ? { named } : {}),
      }
    }),
    ...(day ? { day } : {}),
    ...options,
  }
}

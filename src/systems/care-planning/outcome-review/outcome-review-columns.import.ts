/** The columns of a file of outcome reviews, with help and an example for its template. */
import { type ImportColumn, optional, required } from '../../../platform/import/import-kind.ts'
import { PARTY_NAMES, Party } from './outcome-review.ts'

const ACHIEVEMENTS = {
  en: 'achieved, partly, not, changed or no-longer-wanted',
  cy: 'achieved (wedi’i gyflawni), partly (yn rhannol), not (heb ei gyflawni), changed (newidiodd yr amgylchiadau) neu no-longer-wanted (dim eisiau mwyach)',
}

const attributionColumns: readonly ImportColumn[] = Party.options.map((party) =>
  optional(`attribution_${party}`, party === 'provider' ? 'part' : '', {
    en: `${PARTY_NAMES[party].en}: whole, part, none or cannot-say.`,
    cy: `${PARTY_NAMES[party].cy}: whole (yn gyfan gwbl), part (yn rhannol), none (ddim o gwbl) neu cannot-say (ni ellir dweud).`,
  }),
)

export const outcomeReviewColumns: readonly ImportColumn[] = [
  required('review_ref', 'R-71882', {
    en: 'Your own reference of the review.',
    cy: 'Eich cyfeirnod chi ar gyfer yr adolygiad.',
  }),
  required('personal_outcome_ref', 'O-90213', {
    en: 'The outcome, as in the file of people’s outcomes.',
    cy: 'Y canlyniad, fel yn ffeil canlyniadau pobl.',
  }),
  optional('due_on', '2025-08-01', {
    en: 'When the review was due; the outcome’s own day where it is empty.',
    cy: 'Pryd yr oedd yr adolygiad i fod; diwrnod y canlyniad ei hun os yw’n wag.',
  }),
  required('held_on', '2025-08-05', { en: 'When it was held.', cy: 'Pryd y’i cynhaliwyd.' }),
  optional('score', '3', { en: 'The score on the outcome’s scale.', cy: 'Y sgôr ar raddfa’r canlyniad.' }),
  required('achievement', 'partly', {
    en: `What was concluded: ${ACHIEVEMENTS.en}.`,
    cy: `Beth oedd y casgliad: ${ACHIEVEMENTS.cy}.`,
  }),
  optional('provider_says', 'achieved', {
    en: `What the provider reported: ${ACHIEVEMENTS.en}.`,
    cy: `Beth a adroddodd y darparwr: ${ACHIEVEMENTS.cy}.`,
  }),
  optional('person_says', 'partly', {
    en: `What the person or carer says: ${ACHIEVEMENTS.en}; or not-asked, could-not-ask.`,
    cy: `Beth mae’r person neu’r gofalwr yn ei ddweud: ${ACHIEVEMENTS.cy}; neu not-asked (ni ofynnwyd), could-not-ask (nid oedd modd gofyn).`,
  }),
  optional('person_said_by', 'person', {
    en: 'Who answered: person or carer.',
    cy: 'Pwy atebodd: person neu carer (gofalwr).',
  }),
  optional('person_said_on', '2025-08-05', {
    en: 'When they answered; the day of the review where it is empty.',
    cy: 'Pryd yr atebodd; diwrnod yr adolygiad os yw’n wag.',
  }),
  optional('person_words', 'Dw i’n cerdded at y giât bob dydd', {
    en: 'Their own words; never translated.',
    cy: 'Eu geiriau eu hunain; ni chânt eu cyfieithu.',
  }),
  optional('person_words_language', 'cy', {
    en: 'The language of those words: cy or en.',
    cy: 'Iaith y geiriau hynny: cy neu en.',
  }),
  ...attributionColumns,
  optional('named_first', 'provider', {
    en: 'Whose contribution was named first.',
    cy: 'Cyfraniad pwy a enwyd yn gyntaf.',
  }),
  optional('evidence', 'Walks to the gate with a frame', {
    en: 'What the attribution rests on.',
    cy: 'Ar beth y mae’r priodoliad yn dibynnu.',
  }),
  optional('note', '', { en: 'Anything else.', cy: 'Unrhyw beth arall.' }),
]

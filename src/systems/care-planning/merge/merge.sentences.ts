/** What two records say and hold, in words. */
import type { Language } from '../../../kernel/language.ts'
import { showDay } from '../../../kernel/period.ts'
import { calledName } from '../../../kernel/person-name.ts'
import { CONTACT_BY_NAMES, type ContactBy } from '../around/around.ts'
import { NEED_GROUP_NAMES, type NeedGroup } from '../person/person.ts'
import { text as frameText } from '../person/person-frame.text.ts'
import type { MergePreview, RecordsCompared } from './merge.actions.ts'
import { text } from './merge.text.ts'
import { type ComparedRecord, FIELD_NAMES, type GoesOn, type IdentityField, saidIn } from './merge.ts'

type Areas = RecordsCompared['areas']

/** What a record says in a field; undefined where it says nothing. */
export function shownIn(
  language: Language,
  { side }: Pick<ComparedRecord, 'side'>,
  field: IdentityField,
  areas: Areas,
): string | undefined {
  const value = saidIn(side, field)
  if (field === 'endedOn' && value === null) return text[language].goesOnNow
  if (value === null) return undefined
  if (field === 'bornOn' || field === 'startedOn' || field === 'endedOn')
    return showDay(language, Temporal.PlainDate.from(String(value)))
  if (field === 'language') return frameText[language].languages[value === 'cy' ? 'cy' : 'en']
  if (field === 'areaId') return areas.find(({ areaId }) => areaId === value)?.name[language]
  if (field === 'needGroup') return NEED_GROUP_NAMES[value as NeedGroup][language]
  if (field === 'contactBy') return CONTACT_BY_NAMES[value as ContactBy][language]
  return String(value)
}

/** The language of what a record says in a field, where it is somebody's own words. */
export function languageIn({ side }: Pick<ComparedRecord, 'side'>, field: IdentityField): Language | undefined {
  if (field !== 'whatMatters') return undefined
  return (side.person.what_matters_language ?? side.person.language) === 'cy' ? 'cy' : 'en'
}

/** What is under way of one kind in a record, to choose by. */
export function underWay(language: Language, { live }: Pick<ComparedRecord, 'live'>, kind: GoesOn): string {
  const t = text[language]
  const { plan, worker, reablement, review } = live
  if (kind === 'plan' && plan)
    return t.planOf(plan.agreedOn ? showDay(language, plan.agreedOn) : undefined, plan.isDrafted)
  if (kind === 'worker' && worker) return t.since(worker.name, showDay(language, worker.since))
  if (kind === 'reablement' && reablement) return t.since(reablement.ref, showDay(language, reablement.startedOn))
  if (kind === 'review' && review) return t.heldOn(showDay(language, review.heldOn))
  return kind === 'letter' ? t.letters(live.letters) : t.forms(live.assessments.length)
}

/** The rows of the table that sets the two beside each other. */
export function sideBySide(language: Language, { records, areas }: RecordsCompared) {
  const fields = Object.keys(FIELD_NAMES) as IdentityField[]
  const said = fields.map((field) => ({
    what: FIELD_NAMES[field][language],
    values: records.map((record) => shownIn(language, record, field, areas)),
    languages: records.map((record) => languageIn(record, field)),
  }))
  const kinds = [...new Map(records.flatMap(({ holds }) => holds).map(({ what }) => [what.en, what])).values()]
  const held = kinds.map((what) => ({
    what: what[language],
    values: records.map(({ holds }) => holds.find((one) => one.what.en === what.en)?.count.toLocaleString('en-GB')),
    languages: [],
  }))
  return [...said.filter(({ values }) => values.some(Boolean)), ...held]
}

/** Exactly what merging will do, a sentence each. */
export function whatHappens(language: Language, preview: MergePreview): readonly string[] {
  const t = text[language]
  const { standing, former, ends, providers } = preview
  const [stands, gives] = [standing.record.ref, former.record.ref]
  const list = former.holds
    .map(({ what, count }) => `${what[language].toLocaleLowerCase(language)} (${count})`)
    .join(', ')
  return [
    t.stands(stands, nameSettled(preview)),
    t.gives(gives, stands),
    list ? t.moves(gives, list) : t.movesNothing(gives),
    ...ends.map(({ kind, of }) => t.ends[kind](of.record.ref)),
    ...(standing.live.isRestricted || former.live.isRestricted ? [t.restricted] : []),
    ...(providers > 0 ? [t.told(providers)] : []),
  ]
}

/** The name that the record will bear. */
function nameSettled({ settled, standing }: MergePreview): string {
  const { given_name, family_name, known_as } = { ...standing.side.person, ...settled.person }
  const name = {
    givenName: String(given_name),
    familyName: String(family_name),
    knownAs: known_as ? String(known_as) : null,
  }
  return calledName(name)
}

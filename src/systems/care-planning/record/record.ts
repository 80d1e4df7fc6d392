/** A record as it is read: values in words, and the story of everything by its day. */
import { type Bilingual, inBoth, type Language } from '../../../kernel/language.ts'
import { type Day, dayOf, showDay } from '../../../kernel/period.ts'
import { RECORD_EVENT_NAMES } from '../merge/merge.ts'
import { ACHIEVEMENT_NAMES, EXTENT_NAMES, PARTY_NAMES, PERSON_SAYS_NAMES } from '../outcome-review/outcome-review.ts'
import { PROPOSAL_STATE_NAMES } from '../personal-outcome/outcome-proposal.ts'
import { VOICE_NAMES } from '../personal-outcome/outcome-score.ts'
import { AGREED_BY_NAMES, AGREED_HOW_NAMES, PLAN_STATE_NAMES } from '../plan/plan.ts'
import { PLAN_REVIEW_KIND_NAMES, TOOK_PART_NAMES } from '../plan-review/plan-review.ts'
import { SITUATION_NAMES } from '../situation/situation.ts'
import type { HeldPart, RecordRow } from './record.store.ts'

const CODE_NAMES: Readonly<Record<string, Bilingual>> = {
  ...PARTY_NAMES,
  ...TOOK_PART_NAMES,
  ...VOICE_NAMES,
  ...EXTENT_NAMES,
  ...SITUATION_NAMES,
  ...PLAN_REVIEW_KIND_NAMES,
  ...PROPOSAL_STATE_NAMES,
  ...PLAN_STATE_NAMES,
  ...AGREED_HOW_NAMES,
  ...AGREED_BY_NAMES,
  ...PERSON_SAYS_NAMES,
  ...ACHIEVEMENT_NAMES,
  ...RECORD_EVENT_NAMES,
  cy: { en: 'Welsh', cy: 'Cymraeg' },
  en: { en: 'English', cy: 'Saesneg' },
  true: { en: 'Yes', cy: 'Ie' },
  false: { en: 'No', cy: 'Na' },
}

/** Columns that hold somebody's words, which are never taken for a code. */
const WORDS = new Set([
  'own_words',
  'words',
  'person_words',
  'what',
  'what_matters',
  'note',
  'detail',
  'name',
  'reason',
  'undone_reason',
  'other_ref',
  'former_ref',
])

/** One value as it is read; empty where nothing was written. */
export function shownValue(language: Language, column: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (value instanceof Temporal.PlainDate) return showDay(language, value)
  if (value instanceof Temporal.Instant) return showDay(language, dayOf(value))
  if (Array.isArray(value)) return value.map((one) => shownValue(language, column, one)).join(', ')
  const text = String(value)
  return WORDS.has(column) ? text : (CODE_NAMES[text]?.[language] ?? text)
}

export type StoryEntry = { readonly on: Day; readonly title: Bilingual; readonly what: Bilingual }

/** Everything with a day, the newest first. */
export function storyOf(held: readonly HeldPart[]): readonly StoryEntry[] {
  const entries = held.flatMap(({ part, rows }) =>
    rows.flatMap((row): StoryEntry[] => {
      const on = part.day ? dayIn(row[part.day]) : undefined
      return on ? [{ on, title: part.title, what: inBoth((language) => wordsOf(language, part.columns, row)) }] : []
    }),
  )
  return entries.sort((a, b) => Temporal.PlainDate.compare(b.on, a.on))
}

function dayIn(value: unknown): Day | undefined {
  if (value instanceof Temporal.PlainDate) return value
  return value instanceof Temporal.Instant ? dayOf(value) : undefined
}

/** What a row says, without its days: the first few of its columns that say something. */
function wordsOf(language: Language, columns: readonly string[], row: RecordRow): string {
  return columns
    .filter((column) => dayIn(row[column]) === undefined)
    .map((column) => shownValue(language, column, row[column]))
    .filter(Boolean)
    .slice(0, 4)
    .join('; ')
}

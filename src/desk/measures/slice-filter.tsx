/** Which part of the authority and which days a page of measures is about: the filter above it, and the same in words. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { compareNames, type Language } from '../../kernel/language.ts'
import { BAND_NAMES } from '../../kernel/need-band.ts'
import { showPeriod } from '../../kernel/period.ts'
import type { Slice } from '../../measures/reading.ts'
import { nameOf, type SliceChoices, type SlicePart } from '../../measures/slice-names.ts'
import type { Env } from '../../platform/http/doors.ts'
import {
  DateInput,
  errorAt,
  type FieldError,
  fieldErrors,
  ListTools,
  readTypedDate,
  Select,
  typedDate,
} from '../../ui/index.ts'
import { periodOf } from './asked-measure.ts'
import type { Subject } from './measures.actions.ts'
import { text } from './measures.text.ts'

const DATES = ['from', 'to'] as const

/** The question in the address: days as three fields from the filter, or whole from a link. A day that is none is told, and left out. */
export function askedIn(c: Context<Env>): { asked: Record<string, string>; errors: readonly FieldError[] } {
  const language = c.get('language')
  const asked: Record<string, string> = { ...c.req.query() }
  const errors: FieldError[] = []
  for (const name of DATES) {
    const label = { en: text.en.filter[name], cy: text.cy.filter[name] }
    const read = readTypedDate(asked, name, label)
    if (!read.ok) errors.push(...fieldErrors(language, read.refusal))
    else if (read.value) asked[name] = read.value.toString()
  }
  const { from, to } = readDays(asked)
  if (from && to) {
    const period = periodOf({ from, to }, to)
    if (!period.ok) {
      errors.push(...fieldErrors(language, period.refusal))
      delete asked.from
      delete asked.to
    }
  }
  return { asked, errors }
}

function readDays(asked: Readonly<Record<string, string>>) {
  const day = (text: string | undefined) => (text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? tryDay(text) : undefined)
  return { from: day(asked.from), to: day(asked.to) }
}

function tryDay(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

const ALL_PARTS: readonly SlicePart[] = ['contractId', 'providerId', 'areaId']

type SliceFilterProps = {
  readonly c: Context<Env>
  readonly subject: Subject
  readonly action: string
  readonly errors: readonly FieldError[]
  readonly hidden?: Readonly<Record<string, string>>
  /** Which parts can be chosen; all of them where nothing is said. */
  readonly parts?: readonly SlicePart[]
  /** Other questions, before these. */
  readonly children?: Child
  readonly exports?: readonly { readonly label: string; readonly href: string }[]
}

export const SliceFilter = (props: SliceFilterProps) => {
  const { c, subject, action, errors, hidden, exports, parts = ALL_PARTS, children } = props
  const language = c.get('language')
  const t = text[language].filter
  const { slice, choices, period } = subject
  const query = c.req.query()
  const chosen = { contractId: slice.contractIds?.[0], providerId: slice.providerId, areaId: slice.areaId }
  const select = (part: SlicePart, label: string) =>
    parts.includes(part) &&
    choices[part].length > 0 && (
      <Select
        name={part}
        label={label}
        value={chosen[part]?.toString() ?? ''}
        empty={t.all}
        options={[...choices[part]]
          .sort((a, b) => compareNames(language, a.name[language], b.name[language]))
          .map((choice) => ({ value: String(choice.id), label: choice.name[language] }))}
      />
    )
  return (
    <ListTools
      action={action}
      count={`${sliceInWords(language, slice, choices)}, ${showPeriod(language, period)}`}
      filtered={Object.keys(slice).length > 0 || errors.length > 0 || query['from-day'] !== undefined}
      hidden={hidden}
      exports={exports}
    >
      {children}
      {select('contractId', t.contract)}
      {select('providerId', t.provider)}
      {select('areaId', t.area)}
      {DATES.map((name) => (
        <DateInput
          name={name}
          label={t[name]}
          value={errorAt(errors, name) ? typedDate(query, name) : period[name]}
          error={errorAt(errors, name)}
        />
      ))}
    </ListTools>
  )
}

/** "For Gofal Dyffryn, Dyffryn Uchaf"; "For the whole authority". */
function sliceInWords(language: Language, slice: Slice, choices: SliceChoices): string {
  const named = (part: SlicePart, id: number | undefined) =>
    id === undefined ? [] : [nameOf(choices, part, id)?.[language] ?? String(id)]
  return text[language].asked([
    ...(slice.contractIds ?? []).flatMap((id) => named('contractId', id)),
    ...named('providerId', slice.providerId),
    ...named('areaId', slice.areaId),
    ...(slice.band ? [text[language].ofBand(BAND_NAMES[slice.band][language])] : []),
  ])
}

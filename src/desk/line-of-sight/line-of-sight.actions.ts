/** Walking the line of sight: the thread of the whole authority or from one record, where it starts, and where it is broken. */
import { z } from 'zod'
import { type Period, wholeMonthsBefore } from '../../kernel/period.ts'
import { accepted, type Refusal, type Result, refused } from '../../kernel/result.ts'
import { type BrokenLink, readBrokenLinks } from '../../measures/line-of-sight/broken-link.ts'
import {
  type Focus,
  readLineOfSight,
  readTallies,
  type StopName,
  type StopReading,
  type Tally,
} from '../../measures/line-of-sight/line-of-sight.ts'
import { listStarts, type Start } from '../../measures/line-of-sight/start.ts'
import { namesOfPeople } from '../../measures/people-names.ts'
import { type ActionContext, defineAction, NOT_ALLOWED } from '../../platform/actions/action.ts'
import { may } from '../../platform/permissions/actor.ts'
import { periodOf } from '../measures/asked-measure.ts'
import { AskedPeriod, AskedThread, focusOf, type ListedPart, noSuchStart, partsAsked } from './asked-thread.ts'

export const LineOfSightAsked = z.object({ outcome: z.coerce.number().int().positive().optional().catch(undefined) })

export type LineOfSightPage = {
  /** The outcome walked from; undefined: the whole authority. */
  readonly from: Start | undefined
  readonly stops: readonly StopReading[]
  readonly starts: readonly Start[]
  readonly tallies: ReadonlyMap<StopName, ReadonlyMap<number, Tally>>
  /** undefined: who sees only a part of the records cannot say what is missing from the whole. */
  readonly broken: readonly BrokenLink[] | undefined
  readonly period: Period
}

export const walkLineOfSight = defineAction({
  name: 'desk.walk-line-of-sight',
  title: { en: 'Walked the line of sight', cy: 'Cerdded y llinell welediad' },
  permission: 'measures:read',
  input: LineOfSightAsked,
  async run(context, asked) {
    const { tx, actor, clock } = context
    const { authorityId } = actor
    const period = wholeMonthsBefore(clock.today(), 12)
    const starts = await listStarts(tx, 'outcomeId', authorityId)
    const from = starts.find((start) => start.id === asked.outcome)
    return accepted<LineOfSightPage>({
      from,
      stops: await readLineOfSight(tx, { authorityId, ...(from ? { outcomeId: from.id } : {}) }, period),
      starts,
      tallies: await readTallies(tx, authorityId, period),
      broken: await brokenFor(context, period),
      period,
    })
  },
})

export type Thread = { readonly focus: Focus; readonly stops: readonly StopReading[]; readonly period: Period }

/** The thread alone, of whatever is asked about: what the page shows, for programs and the command line. */
export const readThread = defineAction({
  name: 'desk.read-thread',
  title: { en: 'Read the line of sight', cy: 'Darllen y llinell welediad' },
  permission: 'measures:read',
  input: AskedThread,
  async run(context, asked) {
    const period = periodOf(asked, context.clock.today())
    if (!period.ok) return period
    const focus = await focusFor(context, asked)
    if (!focus.ok) return focus
    const stops = await readLineOfSight(context.tx, focus.value, period.value)
    return accepted<Thread>({ focus: focus.value, stops, period: period.value })
  },
})

async function focusFor({ tx, actor }: ActionContext, asked: AskedThread): Promise<Result<Focus>> {
  const { authorityId } = actor
  if (asked.personId !== undefined) {
    if (!may(actor, 'people:read')) return refused(NOT_ALLOWED)
    const known = await namesOfPeople(tx, authorityId, [asked.personId])
    if (!known.has(asked.personId)) return refused(noSuchStart('personId', String(asked.personId)))
  }
  const starts: Partial<Record<ListedPart, readonly Start[]>> = {}
  for (const part of partsAsked(asked)) starts[part] = await listStarts(tx, part, authorityId)
  return focusOf(asked, starts, authorityId)
}

/** Every way in which the line of sight is broken. */
export const listBrokenLinks = defineAction({
  name: 'desk.list-broken-links',
  title: { en: 'Listed where the line of sight is broken', cy: 'Rhestru lle mae’r llinell welediad wedi torri' },
  permission: 'measures:read',
  input: AskedPeriod,
  async run(context, asked) {
    const period = periodOf(asked, context.clock.today())
    if (!period.ok) return period
    const broken = await brokenFor(context, period.value)
    return broken ? accepted({ broken, period: period.value }) : refused(SEES_ONLY_A_PART)
  },
})

/** The names of people's records only to those who may see them; undefined to whoever sees only a part of the records. */
async function brokenFor({ tx, actor }: ActionContext, period: Period): Promise<readonly BrokenLink[] | undefined> {
  if (actor.scope.kind === 'provider') return undefined
  const links = await readBrokenLinks(tx, actor.authorityId, period)
  return links.map((link) => (link.examplesNeed && !may(actor, link.examplesNeed) ? { ...link, examples: [] } : link))
}

const SEES_ONLY_A_PART: Refusal = {
  kind: 'forbidden',
  code: 'sees-only-a-part',
  message: {
    en: 'Where the line of sight is broken can only be said to those who see the whole of it. You see the records of your own organisation.',
    cy: 'Dim ond y rhai sy’n gweld y llinell welediad yn gyfan a all wybod lle mae wedi torri. Rydych chi’n gweld cofnodion eich sefydliad eich hun.',
  },
}

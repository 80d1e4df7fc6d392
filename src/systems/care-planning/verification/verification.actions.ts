/** Drawing a sample of claims, looking at it, and setting down what was found. */
import { createHash, randomInt } from 'node:crypto'
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import type { Day } from '../../../kernel/period.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { staleVersion } from '../../../platform/actions/version.ts'
import { listProviders, type Provider } from '../../commissioning/index.ts'
import { DayInput, optional, Prose, Version } from '../form-values.ts'
import { noteSituations } from '../situation/situation.store.ts'
import {
  addSample,
  findSample,
  listClaims,
  listItems,
  listSamples,
  type SampleLine,
  setFound,
} from './verification.store.ts'
import {
  Found,
  LARGEST_SAMPLE,
  outcomeOf,
  refuseVerification,
  type Sample,
  type SampleItem,
  VerifiedHow,
} from './verification.ts'

export type SamplesView = {
  readonly samples: readonly SampleLine[]
  readonly providers: readonly Provider[]
  readonly today: Day
}

export const browseSamples = defineAction({
  name: 'care-planning.browse-verification-samples',
  title: { en: 'Looked at the verification samples', cy: 'Edrych ar y samplau cadarnhau' },
  permission: 'words:record',
  input: z.object({}),
  async run({ tx, actor, clock }) {
    if (actor.scope.kind === 'provider') return refused(NO_SUCH_SAMPLE)
    return accepted<SamplesView>({
      samples: await listSamples(tx, actor.authorityId),
      providers: await listProviders(tx, actor.authorityId),
      today: clock.today(),
    })
  },
})

export const DrawSampleInput = z.object({
  providerId: optional(RecordId),
  from: DayInput,
  to: DayInput,
  size: z.coerce.number(sizeIssue()).int(sizeIssue()).min(1, sizeIssue()).max(LARGEST_SAMPLE, sizeIssue()),
  seed: z.string().trim().max(200).default(''),
})

export const drawSample = defineAction({
  name: 'care-planning.draw-verification-sample',
  title: { en: 'Drew a sample for independent verification', cy: 'Tynnu sampl i’w chadarnhau’n annibynnol' },
  permission: 'samples:draw',
  input: DrawSampleInput,
  async run({ tx, actor, clock, audit }, input) {
    const { authorityId } = actor
    if (Temporal.PlainDate.compare(input.from, input.to) > 0) return refused(ENDS_BEFORE_START)
    const outOf = { providerId: input.providerId ?? null, from: input.from, to: input.to }
    const claims = await listClaims(tx, authorityId, outOf)
    if (claims.length === 0) return refused(NOTHING_CLAIMED)
    const seed = input.seed || `${clock.today()}/${String(randomInt(1_000_000)).padStart(6, '0')}`
    const drawn = drawByLot(seed, claims, input.size)
    const sample = {
      ...outOf,
      seed,
      size: input.size,
      eligible: claims.length,
      drawnOn: clock.today(),
      drawnBy: actor.name,
    }
    const verificationSampleId = await addSample(tx, authorityId, sample, drawn)
    audit({
      recordType: 'care-planning.verification-sample',
      recordId: verificationSampleId,
      after: {
        seed,
        size: input.size,
        eligible: claims.length,
        from: String(input.from),
        to: String(input.to),
        providerId: outOf.providerId,
      },
    })
    return accepted({ verificationSampleId, seed, drawn: drawn.length })
  },
})

export type SampleView = {
  readonly sample: Sample
  readonly items: readonly SampleItem[]
  readonly providers: readonly Provider[]
  /** Whether drawing again today, from the records as they stand now, gives the same claims. */
  readonly isSameToday: boolean
  readonly today: Day
}

export const openSample = defineAction({
  name: 'care-planning.open-verification-sample',
  title: { en: 'Opened a verification sample', cy: 'Agor sampl gadarnhau' },
  permission: 'words:record',
  input: z.object({ sampleId: RecordId }),
  async run({ tx, actor, clock }, { sampleId }) {
    const { authorityId } = actor
    const sample = await findSample(tx, authorityId, sampleId)
    if (!sample) return refused(NO_SUCH_SAMPLE)
    const items = await listItems(tx, authorityId, sampleId)
    const again = drawByLot(sample.seed, await listClaims(tx, authorityId, sample), sample.size)
    return accepted<SampleView>({
      sample,
      items,
      providers: await listProviders(tx, authorityId),
      isSameToday: again.length === items.length && items.every(({ reviewRef }, index) => again[index] === reviewRef),
      today: clock.today(),
    })
  },
})

export const VerifyInput = z.object({
  sampleId: RecordId,
  outcomeReviewId: RecordId,
  version: Version,
  found: z.enum(Found.options, bilingualIssue('Choose what you found', 'Dewiswch yr hyn a ganfuoch')),
  how: z.enum(VerifiedHow.options, bilingualIssue('Choose how you looked into it', 'Dewiswch sut yr edrychoch arno')),
  verifiedOn: DayInput,
  note: Prose,
})

/** Somebody independent looked into a claim. Where it is not as claimed, the person's worker is told to look. */
export const recordVerification = defineAction({
  name: 'care-planning.record-verification',
  title: { en: 'Recorded an independent verification', cy: 'Cofnodi cadarnhad annibynnol' },
  permission: 'words:record',
  input: VerifyInput,
  async run({ tx, actor, clock, audit }, input) {
    const { authorityId } = actor
    const item = (await listItems(tx, authorityId, input.sampleId)).find(
      ({ outcomeReviewId }) => outcomeReviewId === input.outcomeReviewId,
    )
    if (!item) return refused(NO_SUCH_SAMPLE)
    const isOfProvider = actor.scope.kind === 'provider'
    const by = { userId: actor.id, isOfProvider, on: input.verifiedOn, today: clock.today() }
    const cannotBe = refuseVerification(item, by)
    if (cannotBe) return cannotBe
    const at = { ...item, version: input.version }
    if (!(await setFound(tx, authorityId, at, { ...input, verifiedBy: actor.name, userId: actor.id })))
      return refused(staleVersion(input.version, item.version))
    if (outcomeOf({ found: input.found, claimed: item.claimed }) === 'differs')
      await noteSituations(tx, authorityId, [
        {
          personId: item.personId,
          kind: 'word-differs',
          noticedOn: input.verifiedOn,
          sourceKey: `verification/${input.sampleId}/${input.outcomeReviewId}`,
        },
      ])
    audit({
      recordType: 'care-planning.outcome-review',
      recordId: input.outcomeReviewId,
      before: { verified: item.found },
      after: { verified: input.found, how: input.how, sample: input.sampleId },
    })
    return accepted({
      outcomeReviewId: input.outcomeReviewId,
      outcome: outcomeOf({ found: input.found, claimed: item.claimed }),
    })
  },
})

/**
 * Takes so many of these references as the seed says: each is ordered by the SHA-256 of seed and reference, and the first are taken. The
 * same seed and references give the same sample in whatever order they come, and a larger sample holds the smaller one.
 */
export function drawByLot(seed: string, refs: readonly string[], size: number): readonly string[] {
  return [...refs]
    .map((ref) => ({ ref, lot: createHash('sha256').update(`${seed}\n${ref}`).digest('hex') }))
    .sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0))
    .slice(0, size)
    .map(({ ref }) => ref)
}

function sizeIssue(): string {
  return bilingualIssue(
    `Enter how many to look into, from 1 to ${LARGEST_SAMPLE}`,
    `Rhowch faint i edrych arnynt, o 1 i ${LARGEST_SAMPLE}`,
  )
}

export const NO_SUCH_SAMPLE: Refusal = {
  kind: 'not-found',
  code: 'no-such-sample',
  message: {
    en: 'There is no such sample, or you may not see it.',
    cy: 'Nid oes sampl o’r fath, neu ni chewch ei gweld.',
  },
}
const ENDS_BEFORE_START: Refusal = {
  kind: 'invalid',
  code: 'ends-before-start',
  field: 'to',
  message: { en: 'The last day is before the first.', cy: 'Mae’r diwrnod olaf cyn y cyntaf.' },
}
const NOTHING_CLAIMED: Refusal = {
  kind: 'invalid',
  code: 'nothing-claimed',
  field: 'from',
  message: {
    en: 'No review in these days says that anything was achieved, so there is nothing to draw from.',
    cy: 'Nid oes adolygiad yn y dyddiau hyn yn dweud i ddim gael ei gyflawni, felly nid oes dim i dynnu ohono.',
  },
}

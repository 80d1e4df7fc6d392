/** Policy as data: what every framework says about itself, and what a room declares to have its own kind read and checked. */
import { z } from 'zod'
import { type Day, day } from './period.ts'

/** A day as a file writes it: 2026-04-01. */
export const FileDay = z.iso.date().transform((text): Day => day(text))

/** A text in both languages; neither may be missing or empty. */
export const BothLanguages = z.strictObject({ en: z.string().trim().min(1), cy: z.string().trim().min(1) })

/** Where a rule or a wording comes from: the most official source there is. */
export const Source = z.strictObject({
  title: z.string().min(1),
  paragraph: z.string().min(1),
  link: z.url({ protocol: /^https$/ }),
})
export type Source = z.infer<typeof Source>

export const FrameworkId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** The head of every framework. An edition holds from its first day; the next edition, or `to`, ends it. */
export const FRAMEWORK_HEAD = {
  id: FrameworkId,
  edition: z.string().trim().min(1).max(40),
  from: FileDay,
  to: FileDay.optional(),
  title: BothLanguages,
  source: Source,
} as const

export type Framework = {
  readonly id: string
  readonly edition: string
  readonly from: Day
  readonly to?: Day | undefined
  readonly title: { readonly en: string; readonly cy: string }
  readonly source: Source
}

/** An example an officer can read and add to: given this, the framework says that. */
export type FrameworkCase = { readonly name: string; readonly given: unknown; readonly expect: unknown }

/** One kind of framework: where its files lie, what they must say, and how its examples are answered. */
export type FrameworkKind<F extends Framework> = {
  /** Folder under frameworks/; also the kind's name. */
  readonly folder: string
  readonly schema: z.ZodType<F>
  /** Answers the `given` of a case; what it answers must equal the case's `expect`. */
  readonly answer?: (framework: F, given: unknown) => unknown
}

/** A record's version as HTTP says it: an ETag when it is read, If-Match when it is written. */
import type { Context } from 'hono'
import type { Env } from '../http/doors.ts'
import { answerProblem, PROBLEMS } from '../http/problem.ts'

/** `"3"`, for the ETag header of a record at version 3. */
export function entityTag(version: number): string {
  return `"${version}"`
}

/**
 * The version the caller saw, from If-Match. Undefined where the header is missing, names several versions or any (`*`): a change has to
 * name the one it was made from. Then answer `refuseWithoutVersion(c)`.
 */
export function versionSeen(c: Context<Env>): number | undefined {
  const named = /^"([1-9]\d{0,8})"$/.exec(c.req.header('If-Match')?.trim() ?? '')
  return named ? Number(named[1]) : undefined
}

/** 428, with the sentence that says what to send. Typed as `never` for the same reason as `answerApiRefusal`. */
export function refuseWithoutVersion(c: Context<Env>): Promise<never> {
  return answerProblem(c, PROBLEMS.versionNeeded) as Promise<never>
}

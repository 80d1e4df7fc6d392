/** What people can do: one definition that page, API, command and job all call. Permission, transaction and audit are written once, here. */
import type { z } from 'zod'
import type { Bilingual } from '../../kernel/language.ts'
import { accepted, type Refusal, type Result, refused } from '../../kernel/result.ts'
import { titleAction } from '../audit/action-title.ts'
import { type AuditedChange, writeAudit } from '../audit/audit.store.ts'
import type { Clock } from '../clock/clock.ts'
import type { Database, Tx } from '../database/database.ts'
import { DatabaseUnavailable } from '../database/unavailable.ts'
import { type Actor, may } from '../permissions/actor.ts'
import type { Permission } from '../permissions/permission.ts'
import type { Runtime } from '../runtime.ts'
import { ANSWERED_ONCE, claimAnswer, KEY_USED_FOR_OTHER, type Keyed, keepAnswer, keyedRequest } from './idempotency.ts'
import { findUnstorable } from './unstorable.ts'

/** Where the request came from: kept in the audit log. */
export type Origin = {
  readonly via: 'page' | 'api' | 'command' | 'job'
  readonly at: string
  readonly requestId?: string
  /** From a program that may send the same request twice: it is done once, and answered the same both times. */
  readonly idempotencyKey?: string
}

export type ActionContext = {
  readonly tx: Tx
  readonly database: Database
  readonly actor: Actor
  readonly clock: Clock
  readonly runtime: Runtime
  /** Notes a change for the audit log; written in the same transaction when the action is accepted. */
  audit(change: AuditedChange): void
  /** Does something small once the change has been committed, such as waking the jobs; not at all when it is refused. */
  afterCommit(work: () => void): void
}

export type Action<Input, Output> = {
  /** `<system>.<verb>-<noun>`, kebab-case; the audit log's name for it. */
  readonly name: string
  /** What was done, as the audit log says it: short and in the past, "Signed off a review". */
  readonly title: Bilingual
  readonly permission: Permission
  readonly input: z.ZodType<Input>
  /** For answers that are shown once and kept nowhere: sent again with its key, such a request is refused, not answered again. */
  readonly isAnswerSecret?: true
  readonly run: (context: ActionContext, input: Input) => Promise<Result<Output>>
}

export function defineAction<Input, Output>(action: Action<Input, Output>): Action<Input, Output> {
  titleAction(action.name, action.title)
  return action
}

/**
 * Performs an action for an actor. Refuses without the permission (`forbidden`), on input that does not fit the schema or cannot be kept (`invalid`,
 * each field its own refusal), as the action itself refuses, and when the database cannot (`unavailable`); a refusal rolls everything back. The input may be raw: it is parsed here.
 */
export async function perform<Input, Output>(
  runtime: Runtime,
  actor: Actor,
  action: Action<Input, Output>,
  raw: unknown,
  origin: Origin,
): Promise<Result<Output>> {
  if (!may(actor, action.permission)) return refused(NOT_ALLOWED)
  const parsed = action.input.safeParse(raw)
  if (!parsed.success) return refused(refusalOf(parsed.error))
  const unstorable = findUnstorable(parsed.data)
  if (unstorable) return refused({ kind: 'invalid', ...unstorable })
  const changes: AuditedChange[] = []
  const afterwards: (() => void)[] = []
  const run = async (tx: Tx): Promise<Output> => {
    const result = await action.run(
      {
        tx,
        database: runtime.database,
        actor,
        clock: runtime.clock,
        runtime,
        audit: (change) => void changes.push(change),
        afterCommit: (work) => void afterwards.push(work),
      },
      parsed.data,
    )
    if (!result.ok) throw new RolledBack(result.refusal)
    return result.value
  }
  try {
    const value = await runtime.database.transaction(actor, async (tx) => {
      const keyed = keyedRequest(actor, action.name, { key: origin.idempotencyKey, raw, at: runtime.clock.now() })
      const answer = keyed ? await answeredOnce(tx, keyed, action.isAnswerSecret, () => run(tx)) : await run(tx)
      await writeAudit(tx, { actor, action: action.name, origin, at: runtime.clock.now(), changes })
      return answer
    })
    for (const work of afterwards) work()
    return accepted(value)
  } catch (error) {
    if (error instanceof RolledBack || error instanceof DatabaseUnavailable) return refused(error.refusal)
    throw error
  }
}

/** Does the work, unless the same request was answered before; then gives that answer again. */
async function answeredOnce<Output>(
  tx: Tx,
  keyed: Keyed,
  isSecret: true | undefined,
  work: () => Promise<Output>,
): Promise<Output> {
  const claim = await claimAnswer(tx, keyed)
  if (claim.kind === 'other') throw new RolledBack(KEY_USED_FOR_OTHER)
  if (claim.kind === 'answered' && isSecret) throw new RolledBack(ANSWERED_ONCE)
  if (claim.kind === 'answered') return claim.answer as Output
  const answer = await work()
  await keepAnswer(tx, keyed, isSecret ? undefined : answer)
  return answer
}

export const NOT_ALLOWED: Refusal = {
  kind: 'forbidden',
  code: 'not-allowed',
  message: { en: 'You do not have permission to do this.', cy: 'Nid oes gennych ganiatâd i wneud hyn.' },
}

/** Carries a refusal out of a transaction so that it rolls back. */
class RolledBack extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** One refusal for each field that does not fit. Schemas give a bilingual sentence as `error: bilingualIssue(en, cy)`. */
export function refusalOf(error: z.ZodError): Refusal {
  const [first, ...others] = error.issues.map(
    (issue): Refusal => ({
      kind: 'invalid',
      code: `invalid-${issue.code.replaceAll('_', '-')}`,
      message: messageOf(issue.message),
      field: issue.path.join('.'),
    }),
  )
  if (!first) throw new Error('a zod error without issues')
  return others.length > 0 ? { ...first, others } : first
}

/** A message for a schema in both languages: `z.string().min(1, bilingualIssue('Enter a name', 'Rhowch enw'))`. */
export function bilingualIssue(en: string, cy: string): string {
  return JSON.stringify({ en, cy })
}

function messageOf(message: string): Refusal['message'] {
  if (message.startsWith('{')) return JSON.parse(message) as Refusal['message']
  return { en: 'This value cannot be used.', cy: 'Ni ellir defnyddio’r gwerth hwn.' }
}

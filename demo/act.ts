/** Doing in the demonstration what people do on pages: the same actions, as one of the personas. */
import type { Result } from '../src/kernel/result.ts'
import { type Action, perform } from '../src/platform/actions/action.ts'
import type { Actor } from '../src/platform/permissions/actor.ts'
import type { Runtime } from '../src/platform/runtime.ts'

const ORIGIN = { via: 'command', at: 'demonstration' } as const

export type Act = <I, O>(actor: Actor, action: Action<I, O>, input: unknown) => Promise<O>

/** Throws where an action refuses: what the demonstration does is ours to get right. */
export function actIn(runtime: Runtime): Act {
  return async (actor, action, input) => accept(action.name, await perform(runtime, actor, action, input, ORIGIN))
}

function accept<T>(name: string, result: Result<T>): T {
  if (!result.ok) throw new Error(`the demonstration could not be written: ${name}: ${result.refusal.message.en}`)
  return result.value
}

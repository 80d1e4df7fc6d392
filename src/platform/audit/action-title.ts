/** What each action is called in words, in both languages: the audit log shows these and never a bare name. */
import type { Bilingual } from '../../kernel/language.ts'

const titles = new Map<string, Bilingual>()

/**
 * Says what an action is called on the pages of the audit log: a short past event, "Signed off a review". `defineAction` calls this for
 * every action; whoever writes to the audit log outside an action (an import, a job) calls it once at the top of their file.
 * Throws on a name already taken by another title.
 */
export function titleAction(name: string, title: Bilingual): void {
  const known = titles.get(name)
  if (known && (known.en !== title.en || known.cy !== title.cy)) throw new Error(`two actions are called ${name}`)
  titles.set(name, title)
}

/** Undefined only for an action that this version of Canlyn no longer knows. */
export function findActionTitle(name: string): Bilingual | undefined {
  return titles.get(name)
}

/** Every action known to the running program, by name. */
export function listActionTitles(): ReadonlyMap<string, Bilingual> {
  return titles
}

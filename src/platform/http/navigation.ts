/** The main navigation: what each room offers, and which of it this person may open. */
import type { NavigationItem } from '../../kernel/frame.ts'
import type { Bilingual } from '../../kernel/language.ts'
import { type Actor, may } from '../permissions/actor.ts'
import type { Access } from './doors.ts'

/** An entry of the main navigation; shown to those who may open it. Lower `order` stands further left. */
export type NavigationEntry = {
  readonly label: Bilingual
  readonly href: string
  readonly access: Access
  readonly order: number
}

/** Whether someone (or nobody: undefined) may open a door with this access. */
export function mayOpen(actor: Actor | undefined, access: Access): boolean {
  if (access === 'public') return true
  if (!actor) return false
  if (access === 'signed-in') return true
  return typeof access === 'string' ? may(actor, access) : access.some((permission) => may(actor, permission))
}

/** What this person may open, from left to right; the entry whose address begins the path is current (the longest such). */
export function navigationFor(
  entries: readonly NavigationEntry[],
  actor: Actor | undefined,
  path: string,
): readonly NavigationItem[] {
  const open = entries.filter((entry) => mayOpen(actor, entry.access)).sort((a, b) => a.order - b.order)
  const [pathname = '/'] = path.split('?')
  const isWithin = (href: string) => pathname === href || (href !== '/' && pathname.startsWith(`${href}/`))
  const current = open.filter((e) => isWithin(e.href)).sort((a, b) => b.href.length - a.href.length)[0]
  return open.map((entry) => ({ label: entry.label, href: entry.href, current: entry === current }))
}

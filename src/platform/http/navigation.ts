/** The main navigation: what each room offers, and which of it this person may open. */
import type { NavigationItem } from '../../kernel/frame.ts'
import type { Bilingual } from '../../kernel/language.ts'
import { type Actor, may } from '../permissions/actor.ts'
import type { Access, Door } from './doors.ts'

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

/**
 * Whether somebody may open a path of this site, by the door it leads to: the first declared page that matches, as in routing. A path
 * without a door counts as open; whoever follows it will be told.
 */
export function pathOpener(doors: readonly Door[]): (actor: Actor | undefined, path: string) => boolean {
  const pages = doors
    .filter((door) => door.kind === 'page' && door.method === 'get')
    .map((door) => ({ access: door.access, pattern: patternOf(door.path) }))
  return (actor, path) => {
    const [pathname = '/'] = path.split(/[?#]/)
    const door = pages.find(({ pattern }) => pattern.test(pathname))
    return door === undefined || mayOpen(actor, door.access)
  }
}

/** `/people/:personId` and `/imports/:importId{\\d+}` as expressions. */
function patternOf(path: string): RegExp {
  const parts = path.split('/').map((part) => {
    const parameter = /^:[A-Za-z]+(?:\{(.+)\})?(.*)$/.exec(part)
    return parameter ? `(?:${parameter[1] ?? '[^/]+'})${RegExp.escape(parameter[2] ?? '')}` : RegExp.escape(part)
  })
  return new RegExp(`^${parts.join('/')}$`)
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

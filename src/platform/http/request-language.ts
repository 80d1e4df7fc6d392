/** English stands at the root and Welsh under /cy: the prefix says the language and is taken off before any room sees the path. */
import type { Language } from '../../kernel/language.ts'

const WELSH = /^\/cy(?=\/|$)/

export function languageOfPath(pathname: string): Language {
  return WELSH.test(pathname) ? 'cy' : 'en'
}

/** `/cy/people/7` is `/people/7`; `/cy` is `/`; `/cymorth` stays. */
export function withoutLanguage(pathname: string): string {
  return pathname.replace(WELSH, '') || '/'
}

/** The path a request is routed by. */
export function routedPath(request: Request): string {
  const { url } = request
  const start = url.indexOf('/', url.indexOf('://') + 3)
  if (start === -1) return '/'
  const end = url.slice(start).search(/[?#]/)
  const pathname = end === -1 ? url.slice(start) : url.slice(start, start + end)
  return withoutLanguage(decoded(pathname))
}

/** As people typed it; left alone where it cannot be decoded or where decoding would make new slashes. */
function decoded(pathname: string): string {
  if (!pathname.includes('%') || /%2f|%5c/i.test(pathname)) return pathname
  try {
    return decodeURI(pathname)
  } catch {
    return pathname
  }
}

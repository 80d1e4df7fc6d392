/** How people are named: as they are known, whole and short; never split by guessing. */
export type PersonName = { readonly givenName: string; readonly familyName: string; readonly knownAs?: string | null }

/** "Gwenllian (Gwen) Prydderch", or "Gwenllian Prydderch". */
export function fullName(name: PersonName): string {
  const given = name.knownAs && name.knownAs !== name.givenName ? `${name.givenName} (${name.knownAs})` : name.givenName
  return `${given} ${name.familyName}`.trim()
}

/** "Gwen Prydderch": what the person is called. */
export function calledName(name: PersonName): string {
  return `${name.knownAs || name.givenName} ${name.familyName}`.trim()
}

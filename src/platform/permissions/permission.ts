/** Each thing that may be done, in words, and the roles that may do it. Who may see whose records is row-level security's. */
import { z } from 'zod'
import type { Bilingual } from '../../kernel/language.ts'
import type { Role } from './role.ts'

type Grant = { readonly what: Bilingual; readonly roles: readonly Role[] }

const STAFF = [
  'commissioner',
  'procurement-officer',
  'contract-manager',
  'broker',
  'social-worker',
  'finance-officer',
  'reviewer',
  'administrator',
  'auditor',
] as const satisfies readonly Role[]
const PROVIDER = ['provider-manager', 'provider-coordinator'] as const satisfies readonly Role[]

export const PERMISSIONS = {
  'catalogue:read': {
    what: {
      en: 'See areas, needs, providers and the outcome catalogue',
      cy: 'Gweld ardaloedd, anghenion, darparwyr a’r catalog canlyniadau',
    },
    roles: [...STAFF, ...PROVIDER],
  },
  'contracts:read': {
    what: { en: 'See contracts and their scorecards', cy: 'Gweld contractau a’u cardiau sgorio' },
    roles: [...STAFF, ...PROVIDER],
  },
  'contracts:change': {
    what: { en: 'Change what is watched under a contract', cy: 'Newid yr hyn a wylir o dan gontract' },
    roles: ['contract-manager'],
  },
  'people:read': {
    what: {
      en: 'See people, their outcomes, plans and reviews',
      cy: 'Gweld pobl, eu canlyniadau, eu cynlluniau a’u hadolygiadau',
    },
    roles: [
      'social-worker',
      'broker',
      'contract-manager',
      'commissioner',
      'reviewer',
      'auditor',
      ...PROVIDER,
      'person',
      'carer',
    ],
  },
  'people:change': {
    what: {
      en: 'Change people’s records and record outcome reviews',
      cy: 'Newid cofnodion pobl a chofnodi adolygiadau o ganlyniadau',
    },
    roles: ['social-worker'],
  },
  'outcomes:verify': {
    what: {
      en: 'Say in one’s own word whether an outcome was achieved',
      cy: 'Dweud yn eich geiriau eich hun a gafodd canlyniad ei gyflawni',
    },
    roles: ['person', 'carer'],
  },
  'assessments:write': {
    what: { en: 'Hold and record assessments', cy: 'Cynnal a chofnodi asesiadau' },
    roles: ['social-worker'],
  },
  'plans:write': {
    what: { en: 'Write care and support plans', cy: 'Ysgrifennu cynlluniau gofal a chymorth' },
    roles: ['social-worker'],
  },
  'plans:agree': {
    what: { en: 'Agree to one’s own care and support plan', cy: 'Cytuno i’ch cynllun gofal a chymorth eich hun' },
    roles: ['person', 'carer'],
  },
  'outcomes:propose': {
    what: { en: 'Say what one wants to achieve', cy: 'Dweud beth rydych am ei gyflawni' },
    roles: ['person', 'carer'],
  },
  'notes:write': {
    what: {
      en: 'Record progress, notes and concerns as a provider, and acknowledge changes',
      cy: 'Cofnodi cynnydd, nodiadau a phryderon fel darparwr, a chydnabod newidiadau',
    },
    roles: [...PROVIDER],
  },
  'people:restricted': {
    what: {
      en: 'Open a restricted record for a stated reason',
      cy: 'Agor cofnod cyfyngedig am reswm a nodir',
    },
    roles: ['social-worker', 'reviewer', 'auditor'],
  },
  'people:merge': {
    what: { en: 'Merge two records of one person', cy: 'Cyfuno dau gofnod o’r un person' },
    roles: ['social-worker'],
  },
  'people:copy': {
    what: {
      en: 'Make a copy of all that is held about a person',
      cy: 'Gwneud copi o bopeth a gedwir am berson',
    },
    roles: ['social-worker'],
  },
  'words:record': {
    what: {
      en: 'Record a person’s own word given by telephone or on paper',
      cy: 'Cofnodi gair y person ei hun a roddwyd dros y ffôn neu ar bapur',
    },
    roles: ['social-worker', 'contract-manager', 'reviewer'],
  },
  'letters:print': {
    what: {
      en: 'Print and post letters with codes that others asked for',
      cy: 'Argraffu a phostio llythyrau â chodau y gofynnodd eraill amdanynt',
    },
    roles: ['contract-manager', 'reviewer', 'administrator'],
  },
  'scales:register': {
    what: {
      en: 'Record that the authority may use a licensed scale',
      cy: 'Cofnodi y caiff yr awdurdod ddefnyddio graddfa drwyddedig',
    },
    roles: ['commissioner', 'contract-manager', 'administrator'],
  },
  'samples:draw': {
    what: {
      en: 'Draw samples for independent verification',
      cy: 'Tynnu samplau i’w cadarnhau’n annibynnol',
    },
    roles: ['contract-manager', 'reviewer'],
  },
  'caseload:manage': {
    what: { en: 'Allocate people to workers', cy: 'Dyrannu pobl i weithwyr' },
    roles: ['social-worker'],
  },
  'exchange:run': {
    what: {
      en: 'Send and receive people’s plans as FHIR',
      cy: 'Anfon a derbyn cynlluniau pobl fel FHIR',
    },
    roles: ['social-worker'],
  },
  'visits:read': {
    what: { en: 'See packages and visits', cy: 'Gweld pecynnau ac ymweliadau' },
    roles: [
      'social-worker',
      'broker',
      'contract-manager',
      'commissioner',
      'finance-officer',
      'reviewer',
      'auditor',
      ...PROVIDER,
      'person',
      'carer',
    ],
  },
  'measures:read': {
    what: { en: 'Ask for measures and walk the line of sight', cy: 'Gofyn am fesurau a cherdded y llinell welediad' },
    roles: [...STAFF, ...PROVIDER],
  },
  'providers:compare': {
    what: {
      en: 'Compare providers by what people achieve, adjusted for need',
      cy: 'Cymharu darparwyr yn ôl yr hyn y mae pobl yn ei gyflawni, wedi’i addasu yn ôl angen',
    },
    roles: ['commissioner', 'contract-manager', 'reviewer', 'auditor'],
  },
  'measures:explain': {
    what: { en: 'List the records behind a number', cy: 'Rhestru’r cofnodion y tu ôl i rif' },
    roles: [
      'commissioner',
      'contract-manager',
      'broker',
      'social-worker',
      'finance-officer',
      'reviewer',
      'auditor',
      ...PROVIDER,
    ],
  },
  'reviews:read': {
    what: { en: 'Read reviews of commissioning', cy: 'Darllen adolygiadau o gomisiynu' },
    roles: [...STAFF],
  },
  'reviews:write': {
    what: {
      en: 'Start reviews, judge, write and propose actions',
      cy: 'Dechrau adolygiadau, barnu, ysgrifennu a chynnig camau gweithredu',
    },
    roles: ['reviewer', 'contract-manager', 'commissioner'],
  },
  'reviews:sign': {
    what: { en: 'Sign off a review written by somebody else', cy: 'Llofnodi adolygiad a ysgrifennwyd gan rywun arall' },
    roles: ['reviewer', 'commissioner', 'contract-manager'],
  },
  'imports:read': {
    what: { en: 'See imports and their reports', cy: 'Gweld mewnforion a’u hadroddiadau' },
    roles: ['administrator', 'contract-manager', 'commissioner', 'auditor', 'provider-manager'],
  },
  'imports:run': {
    what: { en: 'Bring records in from files', cy: 'Mewnforio cofnodion o ffeiliau' },
    roles: ['administrator', 'contract-manager'],
  },
  'imports:visits': {
    what: {
      en: 'Bring in visit files (providers: their own visits only)',
      cy: 'Mewnforio ffeiliau ymweliadau (darparwyr: eu hymweliadau eu hunain yn unig)',
    },
    roles: ['administrator', 'contract-manager', 'provider-manager'],
  },
  'imports:undo': {
    what: { en: 'Undo a whole import', cy: 'Dadwneud mewnforiad cyfan' },
    roles: ['administrator'],
  },
  'audit:read': {
    what: { en: 'Read and verify the audit log', cy: 'Darllen a gwirio’r log archwilio' },
    roles: ['auditor', 'administrator'],
  },
  'history:read': {
    what: { en: 'See the history of a record one may see', cy: 'Gweld hanes cofnod y cewch ei weld' },
    roles: [...STAFF],
  },
  'jobs:read': {
    what: { en: 'See long-running work', cy: 'Gweld gwaith hir' },
    roles: ['administrator', 'auditor', 'contract-manager'],
  },
  'jobs:cancel': { what: { en: 'Cancel long-running work', cy: 'Canslo gwaith hir' }, roles: ['administrator'] },
  'permissions:read': {
    what: { en: 'See who may do what', cy: 'Gweld pwy a gaiff wneud beth' },
    roles: ['administrator', 'auditor'],
  },
  'users:manage': {
    what: { en: 'Manage users and end their sessions', cy: 'Rheoli defnyddwyr a dod â’u sesiynau i ben' },
    roles: ['administrator'],
  },
  'tokens:manage': {
    what: { en: 'Manage API clients and their tokens', cy: 'Rheoli cleientiaid API a’u tocynnau' },
    roles: ['administrator'],
  },
} as const satisfies Record<string, Grant>

export const Permission = z.enum(
  Object.keys(PERMISSIONS) as [keyof typeof PERMISSIONS, ...(keyof typeof PERMISSIONS)[]],
)
export type Permission = keyof typeof PERMISSIONS

export function rolesMay(roles: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission].roles
  return roles.some((role) => allowed.includes(role))
}

/** What a role may do, in the order of the table above. */
export function permissionsOfRole(role: Role): readonly Permission[] {
  return Permission.options.filter((permission) => rolesMay([role], permission))
}

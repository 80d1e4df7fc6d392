/** Everything an operator can set, parsed once from the environment by main.ts (or the command line) and passed on as values. */
import { z } from 'zod'
import { accepted, type Result, refused } from '../../kernel/result.ts'

const Settings = z.object({
  port: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Folder of the embedded database, uploads and generated files. */
  dataFolder: z.string().min(1).default('./data'),
  databaseUrl: z.string().optional(),
  demonstrationSize: z.enum(['small', 'full']).default('small'),
  /** Where people reach this installation, for links and for sign-in; `http://localhost:<port>` where not given. */
  publicUrl: z.url().optional(),
  /** `demonstration` shows the page of personas; `production` refuses it and refuses the embedded database. */
  mode: z.enum(['demonstration', 'production']).default('demonstration'),
  oidcIssuer: z.url().optional(),
  oidcClientId: z.string().optional(),
  oidcClientSecret: z.string().optional(),
  /** Claims of the identity token: which hold the roles, the provider's reference, the person's references, the authority's reference. */
  oidcRolesClaim: z.string().default('roles'),
  oidcProviderClaim: z.string().default('provider_ref'),
  oidcPersonsClaim: z.string().default('person_refs'),
  oidcAuthorityClaim: z.string().default('authority_ref'),
  /** A session left alone for longer ends. */
  sessionIdleMinutes: z.coerce.number().int().min(1).max(1440).default(30),
  /** A session older than this ends, however busy. */
  sessionHours: z.coerce.number().int().min(1).max(168).default(12),
  /** How many proxies in front of this program may be believed about the address a request comes from. */
  trustedProxies: z.coerce.number().int().min(0).max(5).default(0),
})

/** Production holds real people's records, so what makes it safe is demanded, not advised. */
export const Configuration = Settings.superRefine((settings, context) => {
  if (settings.mode !== 'production') return
  const demand = (isMet: boolean, message: string) => {
    if (!isMet) context.addIssue({ code: 'custom', message })
  }
  demand(settings.databaseUrl !== undefined, 'production needs DATABASE_URL: the embedded database is for trying out')
  demand(
    settings.publicUrl?.startsWith('https://') === true,
    'production needs CANLYN_PUBLIC_URL, starting with https://',
  )
  demand(settings.oidcIssuer?.startsWith('https://') === true, 'production needs OIDC_ISSUER, starting with https://')
  demand(settings.oidcClientId !== undefined, 'production needs OIDC_CLIENT_ID')
})
export type Configuration = z.infer<typeof Configuration>

const NAMES = {
  port: 'PORT',
  dataFolder: 'CANLYN_DATA',
  databaseUrl: 'DATABASE_URL',
  demonstrationSize: 'CANLYN_DEMO_SIZE',
  publicUrl: 'CANLYN_PUBLIC_URL',
  mode: 'CANLYN_MODE',
  oidcIssuer: 'OIDC_ISSUER',
  oidcClientId: 'OIDC_CLIENT_ID',
  oidcClientSecret: 'OIDC_CLIENT_SECRET',
  oidcRolesClaim: 'OIDC_ROLES_CLAIM',
  oidcProviderClaim: 'OIDC_PROVIDER_CLAIM',
  oidcPersonsClaim: 'OIDC_PERSONS_CLAIM',
  oidcAuthorityClaim: 'OIDC_AUTHORITY_CLAIM',
  sessionIdleMinutes: 'CANLYN_SESSION_IDLE_MINUTES',
  sessionHours: 'CANLYN_SESSION_HOURS',
  trustedProxies: 'CANLYN_TRUSTED_PROXIES',
} as const satisfies Record<keyof Configuration, string>

/** What the environment says, checked. An empty variable counts as not given. Refuses with one sentence for each setting at fault. */
export function configurationFrom(environment: Readonly<Record<string, string | undefined>>): Result<Configuration> {
  const given = Object.fromEntries(
    Object.entries(NAMES).flatMap(([setting, name]) => (environment[name] ? [[setting, environment[name]]] : [])),
  )
  const parsed = Configuration.safeParse(given)
  if (parsed.success) return accepted(parsed.data)
  const sentences = parsed.error.issues.map((issue) => {
    const setting = issue.path[0] as keyof Configuration | undefined
    return setting ? `${NAMES[setting]}: ${issue.message}` : issue.message
  })
  const message = sentences.join('\n')
  return refused({ kind: 'invalid', code: 'configuration', message: { en: message, cy: message } })
}

/** Where people reach this installation, without a slash at the end. */
export function publicUrlOf(configuration: Configuration): string {
  return (configuration.publicUrl ?? `http://localhost:${configuration.port}`).replace(/\/+$/, '')
}

/** True where the page of personas is offered: in demonstration mode alone. */
export function isDemonstration(configuration: Configuration): boolean {
  return configuration.mode === 'demonstration'
}

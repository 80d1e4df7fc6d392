/** Everything an operator can set, parsed once from the environment by main.ts (or the command line) and passed on as values. */
import { z } from 'zod'

export const Configuration = z.object({
  port: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Folder of the embedded database, uploads and generated files. */
  dataFolder: z.string().min(1).default('./data'),
  databaseUrl: z.string().optional(),
  demonstrationSize: z.enum(['small', 'full']).default('small'),
  /** Where people reach this installation, for links and for sign-in; `http://localhost:<port>` where not given. */
  publicUrl: z.string().url().optional(),
  /** `demonstration` shows the page of personas; `production` refuses it and refuses the embedded database. */
  mode: z.enum(['demonstration', 'production']).default('demonstration'),
  oidcIssuer: z.string().url().optional(),
  oidcClientId: z.string().optional(),
  oidcClientSecret: z.string().optional(),
})
export type Configuration = z.infer<typeof Configuration>

/** The three models of outcomes-based commissioning (Toolkit, Tool 20 section 1 and Tool 21 section 1). */
import { z } from 'zod'
import type { Bilingual } from './language.ts'

/** 1: outcome-based care planning. 2: reward for achieving outcomes and satisfaction. 3: population accountability. */
export const CommissioningModel = z.union([z.literal(1), z.literal(2), z.literal(3)])
export type CommissioningModel = z.infer<typeof CommissioningModel>

export const MODEL_NAMES = {
  1: { en: 'Outcome-based care planning', cy: 'Cynllunio gofal ar sail canlyniadau' },
  2: { en: 'Reward for outcomes and satisfaction', cy: 'Gwobrwyo canlyniadau a boddhad' },
  3: { en: 'Population accountability for outcomes', cy: 'Atebolrwydd poblogaeth am ganlyniadau' },
} as const satisfies Record<CommissioningModel, Bilingual>

/** The two services in scope of the toolkit. */
export const Service = z.enum(['home-care', 'reablement'])
export type Service = z.infer<typeof Service>

export const SERVICE_NAMES = {
  'home-care': { en: 'Home care', cy: 'Gofal cartref' },
  reablement: { en: 'Reablement', cy: 'Ailalluogi' },
} as const satisfies Record<Service, Bilingual>

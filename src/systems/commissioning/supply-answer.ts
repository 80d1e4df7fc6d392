/** What is supplied and achieved, as programs get it: by an area or by a provider. */
import { z } from '@hono/zod-openapi'
import type { Supply } from './area/area.actions.ts'

const Counted = z.object({ numerator: z.number(), denominator: z.number() })

export const SupplyAnswer = z
  .object({
    people: z.number().openapi({ description: 'People served in the last twelve whole months' }),
    hours: z.number(),
    achieved: Counted.openapi({ description: 'Outcomes achieved over outcomes reviewed' }),
    onTime: Counted.openapi({ description: 'Visits that started on time over visits with a start' }),
  })
  .openapi('Supply')

export function presentSupply({ people, hours, achieved, onTime }: Supply): z.infer<typeof SupplyAnswer> {
  const counted = ({ numerator, denominator }: Supply['achieved']) => ({ numerator, denominator })
  return { people, hours, achieved: counted(achieved), onTime: counted(onTime) }
}

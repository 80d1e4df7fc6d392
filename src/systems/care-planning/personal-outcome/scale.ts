/** The scales on which outcomes are scored: the lowest and the highest score each knows, both included. */

export type Scale = { readonly lowest: number; readonly highest: number }

/** `gas` is goal attainment scaling: 0 is what was expected. */
export const SCALES = {
  'five-point': { lowest: 1, highest: 5 },
  'ten-point': { lowest: 0, highest: 10 },
  gas: { lowest: -2, highest: 2 },
  'per-cent': { lowest: 0, highest: 100 },
} as const satisfies Record<string, Scale>
export type ScaleName = keyof typeof SCALES

export const SCALE_NAMES = Object.keys(SCALES) as readonly ScaleName[]

/** Undefined for a scale that somebody wrote down before it was known here: its scores are shown as they are. */
export function findScale(name: string): Scale | undefined {
  return (SCALES as Readonly<Record<string, Scale>>)[name]
}

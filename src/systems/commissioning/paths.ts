/** Where commissioning's pages are, without the language prefix. */
export const commissioningPaths = {
  outcomes: () => '/outcomes',
  outcome: (outcomeId: number) => `/outcomes/${outcomeId}`,
  areas: () => '/areas',
  area: (areaId: number) => `/areas/${areaId}`,
  need: (needId: number) => `/needs/${needId}`,
  providers: () => '/providers',
  provider: (providerId: number) => `/providers/${providerId}`,
} as const

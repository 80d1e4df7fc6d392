/** The roles people hold, and what each role may do: the one table, shown to administrators as it stands here. */
import { z } from 'zod'
import type { Bilingual } from '../../kernel/language.ts'

export const Role = z.enum([
  'commissioner',
  'procurement-officer',
  'contract-manager',
  'broker',
  'social-worker',
  'finance-officer',
  'reviewer',
  'provider-manager',
  'provider-coordinator',
  'person',
  'carer',
  'administrator',
  'auditor',
])
export type Role = z.infer<typeof Role>

/** Whose records a role's holder may see at all; row-level security enforces it. */
export type Reach = 'authority' | 'provider' | 'own'

export const ROLES = {
  commissioner: { reach: 'authority', name: { en: 'Commissioner', cy: 'Comisiynydd' } },
  'procurement-officer': { reach: 'authority', name: { en: 'Procurement officer', cy: 'Swyddog caffael' } },
  'contract-manager': { reach: 'authority', name: { en: 'Contract manager', cy: 'Rheolwr contractau' } },
  broker: { reach: 'authority', name: { en: 'Broker', cy: 'Brocer' } },
  'social-worker': { reach: 'authority', name: { en: 'Social worker', cy: 'Gweithiwr cymdeithasol' } },
  'finance-officer': { reach: 'authority', name: { en: 'Finance officer', cy: 'Swyddog cyllid' } },
  reviewer: { reach: 'authority', name: { en: 'Reviewer', cy: 'Adolygydd' } },
  'provider-manager': { reach: 'provider', name: { en: 'Provider manager', cy: 'Rheolwr darparwr' } },
  'provider-coordinator': {
    reach: 'provider',
    name: { en: 'Provider care co-ordinator', cy: 'Cydlynydd gofal y darparwr' },
  },
  person: { reach: 'own', name: { en: 'Person receiving care', cy: 'Person sy’n cael gofal' } },
  carer: { reach: 'own', name: { en: 'Carer', cy: 'Gofalwr' } },
  administrator: { reach: 'authority', name: { en: 'Administrator', cy: 'Gweinyddwr' } },
  auditor: { reach: 'authority', name: { en: 'Auditor (read only)', cy: 'Archwilydd (darllen yn unig)' } },
} as const satisfies Record<Role, { reach: Reach; name: Bilingual }>

/** What each persona of the demonstration does and sees, in a sentence or two. */
import type { Bilingual } from '../../kernel/language.ts'
import type { Role } from '../../platform/permissions/role.ts'

export const PERSONA_WORDS = {
  commissioner: {
    en: 'Decides what to buy for which outcomes. Sees needs, contracts and results across the county.',
    cy: 'Yn penderfynu beth i’w brynu ar gyfer pa ganlyniadau. Yn gweld anghenion, contractau a chanlyniadau ar draws y sir.',
  },
  'procurement-officer': {
    en: 'Runs tenders and frameworks. Sees contracts and providers, not people’s records.',
    cy: 'Yn rhedeg tendrau a fframweithiau. Yn gweld contractau a darparwyr, ond nid cofnodion pobl.',
  },
  'contract-manager': {
    en: 'Looks after contracts. Sees scorecards, visits and the people behind the numbers.',
    cy: 'Yn gofalu am gontractau. Yn gweld cardiau sgorio, ymweliadau a’r bobl y tu ôl i’r rhifau.',
  },
  broker: {
    en: 'Finds a provider for each package of care. Sees people, packages and visits.',
    cy: 'Yn dod o hyd i ddarparwr ar gyfer pob pecyn gofal. Yn gweld pobl, pecynnau ac ymweliadau.',
  },
  'social-worker': {
    en: 'Agrees outcomes with people and reviews them. The only role that changes people’s records.',
    cy: 'Yn cytuno ar ganlyniadau gyda phobl ac yn eu hadolygu. Yr unig rôl sy’n newid cofnodion pobl.',
  },
  'finance-officer': {
    en: 'Checks what was delivered against what was bought. Sees contracts and visits, not people’s plans.',
    cy: 'Yn gwirio’r hyn a ddarparwyd yn erbyn yr hyn a brynwyd. Yn gweld contractau ac ymweliadau, ond nid cynlluniau pobl.',
  },
  reviewer: {
    en: 'Judges how well commissioning works, on evidence. Reads everything that a review needs.',
    cy: 'Yn barnu pa mor dda y mae’r comisiynu’n gweithio, ar sail tystiolaeth. Yn darllen popeth sydd ei angen ar adolygiad.',
  },
  'provider-manager': {
    en: 'Runs a provider. Sees its own contracts, people and visits, and sends in its visit files.',
    cy: 'Yn rhedeg darparwr. Yn gweld ei gontractau, ei bobl a’i ymweliadau ei hun, ac yn anfon ei ffeiliau ymweliadau.',
  },
  'provider-coordinator': {
    en: 'Plans the provider’s visits. Sees its own people and visits.',
    cy: 'Yn cynllunio ymweliadau’r darparwr. Yn gweld ei bobl a’i ymweliadau ei hun.',
  },
  person: {
    en: 'Has care at home. Sees their own outcomes, plan and visits, and says what was achieved.',
    cy: 'Yn cael gofal gartref. Yn gweld eu canlyniadau, eu cynllun a’u hymweliadau eu hunain, ac yn dweud beth a gyflawnwyd.',
  },
  carer: {
    en: 'Cares for someone at home. Sees that person’s outcomes and visits, and may speak for them.',
    cy: 'Yn gofalu am rywun gartref. Yn gweld canlyniadau ac ymweliadau’r person hwnnw, ac yn cael siarad drosto.',
  },
  administrator: {
    en: 'Brings records in and looks after users. Does not see people’s records.',
    cy: 'Yn mewnforio cofnodion ac yn gofalu am ddefnyddwyr. Nid yw’n gweld cofnodion pobl.',
  },
  auditor: {
    en: 'Reads everything, changes nothing, and checks the audit log.',
    cy: 'Yn darllen popeth, heb newid dim, ac yn gwirio’r log archwilio.',
  },
} as const satisfies Record<Role, Bilingual>

/** How the sign-in page groups them. */
export const PERSONA_GROUPS = {
  council: [
    'contract-manager',
    'reviewer',
    'commissioner',
    'procurement-officer',
    'broker',
    'social-worker',
    'finance-officer',
  ],
  provider: ['provider-manager', 'provider-coordinator'],
  home: ['person', 'carer'],
  house: ['administrator', 'auditor'],
} as const satisfies Record<string, readonly Role[]>

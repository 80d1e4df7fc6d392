/** The columns of a visit file, with help and an example for its template. */
import { optional, required } from '../../../platform/import/import-kind.ts'

const LOCAL = {
  en: 'Local time, 2026-03-01T08:00 or 01/03/2026 08:00.',
  cy: 'Amser lleol, 2026-03-01T08:00 neu 01/03/2026 08:00.',
}

export const visitColumns = [
  required('visit_ref', 'V-88120441', {
    en: 'The provider’s own reference of the visit; sent again, it corrects the visit.',
    cy: 'Cyfeirnod y darparwr ei hun ar gyfer yr ymweliad; o’i anfon eto, mae’n cywiro’r ymweliad.',
  }),
  required('provider_ref', 'P014', {
    en: 'The provider, as in the file of providers.',
    cy: 'Y darparwr, fel yn y ffeil darparwyr.',
  }),
  required('contract_ref', 'C-HC-031', {
    en: 'The contract, as in the file of contracts.',
    cy: 'Y contract, fel yn y ffeil contractau.',
  }),
  required('package_ref', 'PK-5521', {
    en: 'The package, as in the file of packages.',
    cy: 'Y pecyn, fel yn y ffeil pecynnau.',
  }),
  required('person_ref', '40117', { en: 'The person visited.', cy: 'Y person yr ymwelwyd ag ef.' }),
  required('planned_start', '2026-03-01T08:00', {
    en: `When it was to start. ${LOCAL.en}`,
    cy: `Pryd yr oedd i ddechrau. ${LOCAL.cy}`,
  }),
  required('planned_end', '2026-03-01T08:30', {
    en: `When it was to end. ${LOCAL.en}`,
    cy: `Pryd yr oedd i ddod i ben. ${LOCAL.cy}`,
  }),
  optional('actual_start', '2026-03-01T08:04', {
    en: `When it started; empty where it was not made or not logged. ${LOCAL.en}`,
    cy: `Pryd y dechreuodd; yn wag os na chafodd ei gynnal neu ei gofnodi. ${LOCAL.cy}`,
  }),
  optional('actual_end', '2026-03-01T08:33', {
    en: `When it ended; it may be past midnight. ${LOCAL.en}`,
    cy: `Pryd y daeth i ben; gall fod wedi hanner nos. ${LOCAL.cy}`,
  }),
  required('status', 'delivered', {
    en: 'delivered, missed or cancelled.',
    cy: 'delivered (wedi’i gynnal), missed (wedi’i golli) neu cancelled (wedi’i ganslo).',
  }),
  optional('cancelled_reason', '', { en: 'Why it was cancelled.', cy: 'Pam y cafodd ei ganslo.' }),
  optional('cancelled_at', '', { en: 'When it was cancelled.', cy: 'Pryd y cafodd ei ganslo.' }),
  optional('log_method', 'app', {
    en: 'How the times were logged: app, nfc, phone or manual.',
    cy: 'Sut y cofnodwyd yr amserau: app, nfc, phone (ffôn) neu manual (â llaw).',
  }),
  optional('manual_reason', '', { en: 'Why they were logged by hand.', cy: 'Pam y cawsant eu cofnodi â llaw.' }),
  optional('worker_ref', 'W203', { en: 'The care worker.', cy: 'Y gweithiwr gofal.' }),
  optional('second_worker_ref', '', {
    en: 'The second care worker of a double-handed visit.',
    cy: 'Yr ail weithiwr gofal mewn ymweliad gan ddau.',
  }),
  optional('language', 'cy', {
    en: 'The language the care was given in: cy or en.',
    cy: 'Yr iaith y rhoddwyd y gofal ynddi: cy neu en.',
  }),
]

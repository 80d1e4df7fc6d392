/** Why a row of a visit file was rejected, in both languages. */
import { unknownReference } from '../../../platform/import/import-kind.ts'

export const visitFaults = {
  unknownContract: unknownReference(
    { en: 'No contract has this reference.', cy: 'Nid oes gan unrhyw gontract y cyfeirnod hwn.' },
    { en: 'contracts', cy: 'contractau' },
  ),
  unknownPackage: unknownReference(
    { en: 'No package has this reference.', cy: 'Nid oes gan unrhyw becyn y cyfeirnod hwn.' },
    { en: 'packages', cy: 'pecynnau' },
  ),
  unknownPerson: unknownReference(
    { en: 'No person has this reference.', cy: 'Nid oes gan unrhyw berson y cyfeirnod hwn.' },
    { en: 'people', cy: 'pobl' },
  ),
  notYourContract: {
    en: 'None of your contracts has this reference. You can send visits of your own contracts only.',
    cy: 'Nid oes gan yr un o’ch contractau y cyfeirnod hwn. Dim ond ymweliadau eich contractau eich hun y gallwch eu hanfon.',
  },
  providerNotOfContract: {
    en: 'The contract is with another provider. Check both references.',
    cy: 'Mae’r contract gyda darparwr arall. Gwiriwch y ddau gyfeirnod.',
  },
  packageOfOtherContract: {
    en: 'The package was placed under another contract. Check both references.',
    cy: 'Rhoddwyd y pecyn o dan gontract arall. Gwiriwch y ddau gyfeirnod.',
  },
  personNotOfPackage: {
    en: 'The package is another person’s. Check both references.',
    cy: 'Pecyn person arall yw hwn. Gwiriwch y ddau gyfeirnod.',
  },
  plannedEndsBeforeStart: {
    en: 'The planned end is not after the planned start. A visit past midnight ends on the next day’s date.',
    cy: 'Nid yw’r diwedd a gynlluniwyd ar ôl y dechrau a gynlluniwyd. Mae ymweliad dros hanner nos yn dod i ben ar ddyddiad y diwrnod nesaf.',
  },
  actualEndsBeforeStart: {
    en: 'The visit ends before it starts. A visit past midnight ends on the next day’s date.',
    cy: 'Mae’r ymweliad yn dod i ben cyn iddo ddechrau. Mae ymweliad dros hanner nos yn dod i ben ar ddyddiad y diwrnod nesaf.',
  },
  longerThanADay: {
    en: 'The visit is longer than 24 hours. Check both times.',
    cy: 'Mae’r ymweliad yn hirach na 24 awr. Gwiriwch y ddau amser.',
  },
  inTheFuture: {
    en: 'This time has not come yet, so the visit cannot have been made or missed.',
    cy: 'Nid yw’r amser hwn wedi dod eto, felly ni all yr ymweliad fod wedi’i gynnal na’i golli.',
  },
  timesWithoutVisit: {
    en: 'A missed or cancelled visit has no actual times. Remove them, or write “delivered”.',
    cy: 'Nid oes amserau gwirioneddol gan ymweliad a gollwyd neu a ganslwyd. Dilëwch nhw, neu ysgrifennwch “delivered”.',
  },
  sameWorkerTwice: {
    en: 'The second worker is the same as the first.',
    cy: 'Yr un yw’r ail weithiwr â’r cyntaf.',
  },
} as const

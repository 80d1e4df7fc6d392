/** The words of scales on the command line, English and Welsh side by side. */
import { bilingual } from '../../../kernel/language.ts'

export const text = bilingual({
  en: {
    about:
      'Score on a scale, with the working; `list` names the scales. Reads {"scores": […], "weights": […]} from standard input',
    name: 'the scale, such as gas or swemwbs; or list',
    title: 'Scales',
    lead: (usable: number, all: number) =>
      `Your authority may use ${usable} of the ${all} scales that outcomes can be scored on.`,
    caption: 'The scales',
    none: 'There are no scales.',
    columns: { scale: 'Scale', span: 'Scores', licence: 'Whose it is', state: 'May we use it?' },
    usable: 'May be used',
    notUsable: 'Not yet',
    fromTo: (lowest: string, highest: string) => `${lowest} to ${highest}`,
    empty: 'Waits for its licence',
    mayBeUsed: 'Your authority may use this scale.',
    mayNotBeUsed: 'Your authority cannot use this scale until it records its registration or licence here.',
    slotEmpty:
      'The licence is recorded, but not yet its wording and weights: until then nothing can be scored on this scale.',
    source: 'Source',
    registration: 'Registration or licence',
    registered: (day: string, reference: string, by: string) => `${reference}, from ${day}; recorded by ${by}`,
    wording: 'Wording',
    item: (number: number) => `Item ${number}`,
    record: 'Record the registration or licence',
    change: 'Change what is recorded',
    registeredOn: 'Since when?',
    reference: 'Number or reference of the registration or licence',
    items: 'Wording of the items',
    itemsHint: (items: number) =>
      `As your registration allows: ${items} lines, each in English, then |, then Welsh. Leave it empty where people answer on paper.`,
    instrument: 'Wording and weights under the licence',
    instrumentHint:
      'Begin each item with a line: # English | Welsh. Below it, one line for each level: value | English | Welsh. Where no Welsh version is licensed, write the English again.',
    constant: 'Constant',
    constantHint: 'The score is: constant + factor × the sum of the values of the levels chosen.',
    factor: 'Factor',
    better: 'Which is better?',
    betters: { higher: 'A higher score', lower: 'A lower score' },
    save: 'Save',
    registeredDone: 'Recorded. What may be scored on this scale follows it from now on.',
    licences: { free: 'free to use', registration: 'registration needed', licensed: 'licence needed' },
  },
  cy: {
    about:
      'Sgorio ar raddfa, gan ddangos y gwaith; mae `list` yn enwi’r graddfeydd. Yn darllen {"scores": […], "weights": […]} o’r mewnbwn safonol',
    name: 'y raddfa, er enghraifft gas neu swemwbs; neu list',
    title: 'Graddfeydd',
    lead: (usable: number, all: number) =>
      `Caiff eich awdurdod ddefnyddio ${usable} o’r ${all} graddfa y gellir sgorio canlyniadau arnynt.`,
    caption: 'Y graddfeydd',
    none: 'Nid oes graddfeydd.',
    columns: { scale: 'Graddfa', span: 'Sgoriau', licence: 'Pwy biau hi', state: 'Gawn ni ei defnyddio?' },
    usable: 'Gellir ei defnyddio',
    notUsable: 'Ddim eto',
    fromTo: (lowest: string, highest: string) => `${lowest} i ${highest}`,
    empty: 'Yn aros am drwydded',
    mayBeUsed: 'Caiff eich awdurdod ddefnyddio’r raddfa hon.',
    mayNotBeUsed: 'Ni all eich awdurdod ddefnyddio’r raddfa hon nes iddo gofnodi ei gofrestriad neu ei drwydded yma.',
    slotEmpty:
      'Mae’r drwydded wedi’i chofnodi, ond nid y geiriad a’r pwysiadau eto: tan hynny ni ellir sgorio dim ar y raddfa hon.',
    source: 'Ffynhonnell',
    registration: 'Cofrestriad neu drwydded',
    registered: (day: string, reference: string, by: string) => `${reference}, o ${day} ymlaen; cofnodwyd gan ${by}`,
    wording: 'Geiriad',
    item: (number: number) => `Eitem ${number}`,
    record: 'Cofnodi’r cofrestriad neu’r drwydded',
    change: 'Newid yr hyn a gofnodwyd',
    registeredOn: 'Ers pryd?',
    reference: 'Rhif neu gyfeirnod y cofrestriad neu’r drwydded',
    items: 'Geiriad yr eitemau',
    itemsHint: (items: number) =>
      `Fel y mae eich cofrestriad yn ei ganiatáu: ${items} llinell, pob un yn Saesneg, yna |, yna’r Gymraeg. Gadewch yn wag os yw pobl yn ateb ar bapur.`,
    instrument: 'Geiriad a phwysiadau o dan y drwydded',
    instrumentHint:
      'Dechreuwch bob eitem â llinell: # Saesneg | Cymraeg. Oddi tani, un llinell ar gyfer pob lefel: gwerth | Saesneg | Cymraeg. Lle nad oes fersiwn Gymraeg drwyddedig, ysgrifennwch y Saesneg eto.',
    constant: 'Cysonyn',
    constantHint: 'Y sgôr yw: cysonyn + ffactor × swm gwerthoedd y lefelau a ddewiswyd.',
    factor: 'Ffactor',
    better: 'Pa un sy’n well?',
    betters: { higher: 'Sgôr uwch', lower: 'Sgôr is' },
    save: 'Cadw',
    registeredDone: 'Wedi’i gofnodi. Bydd yr hyn y gellir ei sgorio ar y raddfa hon yn dilyn hyn o hyn ymlaen.',
    licences: { free: 'am ddim i’w defnyddio', registration: 'angen cofrestru', licensed: 'angen trwydded' },
  },
})

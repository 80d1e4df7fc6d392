/** The words of the people pages, English and Welsh side by side. */
import { bilingual, plural } from '../../../kernel/language.ts'
import { COUNTED_UP_TO, showCount } from '../../../kernel/quantity.ts'

export const text = bilingual({
  en: {
    people: 'People',
    withCare: (now: number) =>
      now > COUNTED_UP_TO
        ? `More than ${showCount('en', COUNTED_UP_TO)} people have care now. Search for one, or filter.`
        : now === 0
          ? 'Nobody has care now.'
          : `${showCount('en', now)} ${now === 1 ? 'person has' : 'people have'} care now.`,
    found: (number: number) =>
      number > COUNTED_UP_TO
        ? `More than ${showCount('en', COUNTED_UP_TO)} people found. Say more to find fewer.`
        : number === 0
          ? 'Nobody was found.'
          : `${showCount('en', number)} ${number === 1 ? 'person' : 'people'} found.`,
    search: 'Name or reference',
    area: 'Area',
    language: 'Language asked for',
    needGroup: 'Need',
    state: 'Show',
    states: {
      now: 'People with care now',
      overdue: 'People with a review overdue',
      ended: 'People whose care has ended',
      all: 'Everybody',
    },
    languages: { cy: 'Welsh', en: 'English' },
    all: 'All',
    columns: { name: 'Name', ref: 'Reference', area: 'Area', outcomes: 'Live outcomes', due: 'Next review due' },
    noneFound: 'Nobody answers to what you asked for. Clear the filter to see everybody with care now.',
    noneAtAll: 'There are no people yet. Bring their records in from a file first.',
    overdue: 'overdue',
    whatMatters: 'What matters to me',
    nothingSaid: 'Nobody has written down yet what matters to this person.',
    outcomes: 'Outcomes',
    noOutcomes: 'No outcome has been agreed with this person yet.',
    lead: (live: number, achieved: number, reviewed: number) =>
      `${live === 0 ? 'No outcome is' : live === 1 ? 'One outcome is' : `${live} outcomes are`} being worked towards${
        reviewed === 0
          ? '; none has been looked at again yet.'
          : `. When last looked at, ${achieved} of ${reviewed} had been achieved.`
      }`,
    ended: (on: string) => `Care ended on ${on}.`,
    waiting: 'No package has been placed yet.',
    servesOutcome: 'Serves the outcome',
    noCatalogueOutcome: 'Linked to no outcome of the catalogue',
    agreed: 'Agreed',
    lookAgain: 'Look again',
    endedOn: 'Ended',
    whoContributes: 'Who contributes',
    nobodyContributes: 'Nobody is down to contribute to this outcome.',
    wholly: 'wholly',
    inPart: 'in part',
    scoreTitle: 'Score over time',
    scoreMeaning: (from: number, now: number, target: number | null) =>
      target === null
        ? `From ${from} to ${now}.`
        : now === from
          ? `Still at ${now}; the aim is ${target}.`
          : now >= target
            ? `From ${from} to ${now}: the target of ${target} is reached.`
            : `From ${from} to ${now}, on the way to ${target}.`,
    onlyBaseline: (from: number, target: number | null) =>
      target === null
        ? `Starts at ${from}; not scored again yet.`
        : `Starts at ${from}, aims for ${target}; not scored again yet.`,
    target: 'Target',
    words: 'Whose word?',
    reviewFound: 'The review found',
    providerSays: 'The provider says',
    personSays: (by: 'person' | 'carer' | null) => (by === 'carer' ? 'The carer says' : 'The person says'),
    notSaid: 'Nothing recorded',
    wordsDiffer: 'The person sees it differently from the review.',
    voicesDiffer: 'The person and their carer see it differently. Neither word takes the place of the other.',
    attributedTo: 'Attributed to',
    namedFirst: 'named first',
    recordReview: 'Record a review',
    sayHowItWent: 'Say how it went',
    changeYourWord: 'Change what you said',
    askByLetter: 'Ask by letter how it went',
    writeDownWord: 'Write down what they said',
    howKnown: 'How we know',
    reviews: 'Reviews',
    noReviews: 'None of the outcomes has been reviewed yet.',
    reviewColumns: {
      held: 'Held',
      due: 'Due',
      outcome: 'Outcome',
      found: 'Found',
      provider: 'Provider says',
      person: 'Person says',
    },
    about: 'About this person',
    reference: 'Reference',
    age: 'Age',
    years: (age: number) => `${age}`,
    since: 'With care since',
    whoMaySee: 'Who may see this record',
    whoWorks: 'Who works with them',
    history: 'History of this record',
    exchange: 'Send this plan to another system, or bring one in',
    exportCsv: 'Download as CSV',
    exportXlsx: 'Download as Excel',
    fileName: 'people',
  },
  cy: {
    people: 'Pobl',
    withCare: (now: number) =>
      now > COUNTED_UP_TO
        ? `Mae mwy na ${showCount('cy', COUNTED_UP_TO)} o bobl yn cael gofal nawr. Chwiliwch am rywun, neu hidlwch.`
        : plural('cy', now, {
            zero: 'Nid oes neb yn cael gofal nawr.',
            one: 'Mae un person yn cael gofal nawr.',
            two: 'Mae dau berson yn cael gofal nawr.',
            other: `Mae ${showCount('cy', now)} o bobl yn cael gofal nawr.`,
          }),
    found: (number: number) =>
      number > COUNTED_UP_TO
        ? `Daethpwyd o hyd i fwy na ${showCount('cy', COUNTED_UP_TO)} o bobl. Dywedwch fwy i gael llai.`
        : plural('cy', number, {
            zero: 'Ni ddaethpwyd o hyd i neb.',
            one: 'Daethpwyd o hyd i un person.',
            two: 'Daethpwyd o hyd i ddau berson.',
            other: `Daethpwyd o hyd i ${showCount('cy', number)} o bobl.`,
          }),
    search: 'Enw neu gyfeirnod',
    area: 'Ardal',
    language: 'Iaith y gofynnwyd amdani',
    needGroup: 'Angen',
    state: 'Dangos',
    states: {
      now: 'Pobl sy’n cael gofal nawr',
      overdue: 'Pobl y mae adolygiad yn hwyr iddynt',
      ended: 'Pobl y mae eu gofal wedi dod i ben',
      all: 'Pawb',
    },
    languages: { cy: 'Cymraeg', en: 'Saesneg' },
    all: 'Pob un',
    columns: {
      name: 'Enw',
      ref: 'Cyfeirnod',
      area: 'Ardal',
      outcomes: 'Canlyniadau ar waith',
      due: 'Adolygiad nesaf',
    },
    noneFound:
      'Nid oes neb yn cyfateb i’r hyn y gofynnwyd amdano. Cliriwch yr hidlydd i weld pawb sy’n cael gofal nawr.',
    noneAtAll: 'Nid oes pobl yma eto. Mewnforiwch eu cofnodion o ffeil yn gyntaf.',
    overdue: 'yn hwyr',
    whatMatters: 'Beth sy’n bwysig i mi',
    nothingSaid: 'Nid oes neb wedi cofnodi eto beth sy’n bwysig i’r person hwn.',
    outcomes: 'Canlyniadau',
    noOutcomes: 'Ni chytunwyd ar ganlyniad gyda’r person hwn eto.',
    lead: (live: number, achieved: number, reviewed: number) => {
      const working = plural('cy', live, {
        zero: 'Nid oes canlyniad ar waith',
        one: 'Mae un canlyniad ar waith',
        two: 'Mae dau ganlyniad ar waith',
        few: 'Mae tri chanlyniad ar waith',
        other: `Mae ${live} o ganlyniadau ar waith`,
      })
      return reviewed === 0
        ? `${working}; nid edrychwyd ar yr un eto.`
        : `${working}. Pan edrychwyd ddiwethaf, roedd ${achieved} o ${reviewed} wedi’u cyflawni.`
    },
    ended: (on: string) => `Daeth y gofal i ben ar ${on}.`,
    waiting: 'Nid oes pecyn wedi’i drefnu eto.',
    servesOutcome: 'Yn cyfrannu at y canlyniad',
    noCatalogueOutcome: 'Heb ei gysylltu â chanlyniad o’r catalog',
    agreed: 'Cytunwyd',
    lookAgain: 'Edrych eto',
    endedOn: 'Daeth i ben',
    whoContributes: 'Pwy sy’n cyfrannu',
    nobodyContributes: 'Nid oes neb wedi’i nodi i gyfrannu at y canlyniad hwn.',
    wholly: 'yn gyfan gwbl',
    inPart: 'yn rhannol',
    scoreTitle: 'Y sgôr dros amser',
    scoreMeaning: (from: number, now: number, target: number | null) =>
      target === null
        ? `O ${from} i ${now}.`
        : now === from
          ? `Yn dal ar ${now}; y nod yw ${target}.`
          : now >= target
            ? `O ${from} i ${now}: cyrhaeddwyd y targed, sef ${target}.`
            : `O ${from} i ${now}, ar y ffordd i ${target}.`,
    onlyBaseline: (from: number, target: number | null) =>
      target === null
        ? `Yn dechrau ar ${from}; heb ei sgorio eto.`
        : `Yn dechrau ar ${from} ac yn anelu at ${target}; heb ei sgorio eto.`,
    target: 'Targed',
    words: 'Gair pwy?',
    reviewFound: 'Yn ôl yr adolygiad',
    providerSays: 'Yn ôl y darparwr',
    personSays: (by: 'person' | 'carer' | null) => (by === 'carer' ? 'Yn ôl y gofalwr' : 'Yn ôl y person'),
    notSaid: 'Dim wedi’i gofnodi',
    wordsDiffer: 'Mae’r person yn ei gweld hi’n wahanol i’r adolygiad.',
    voicesDiffer: 'Mae’r person a’u gofalwr yn ei gweld hi’n wahanol. Nid yw gair y naill yn disodli gair y llall.',
    attributedTo: 'Wedi’i briodoli i',
    namedFirst: 'wedi’i enwi’n gyntaf',
    recordReview: 'Cofnodi adolygiad',
    sayHowItWent: 'Dweud sut aeth hi',
    changeYourWord: 'Newid yr hyn a ddywedoch',
    askByLetter: 'Gofyn drwy lythyr sut aeth hi',
    writeDownWord: 'Ysgrifennu’r hyn a ddywedon nhw',
    howKnown: 'Sut y gwyddom',
    reviews: 'Adolygiadau',
    noReviews: 'Nid adolygwyd yr un o’r canlyniadau eto.',
    reviewColumns: {
      held: 'Cynhaliwyd',
      due: 'Dyddiad disgwyliedig',
      outcome: 'Canlyniad',
      found: 'Canfuwyd',
      provider: 'Gair y darparwr',
      person: 'Gair y person',
    },
    about: 'Am y person hwn',
    reference: 'Cyfeirnod',
    age: 'Oed',
    years: (age: number) => `${age}`,
    since: 'Yn cael gofal ers',
    whoMaySee: 'Pwy a gaiff weld y cofnod hwn',
    whoWorks: 'Pwy sy’n gweithio gyda nhw',
    history: 'Hanes y cofnod hwn',
    exchange: 'Anfon y cynllun hwn i system arall, neu fewnforio un',
    exportCsv: 'Lawrlwytho fel CSV',
    exportXlsx: 'Lawrlwytho fel Excel',
    fileName: 'pobl',
  },
})

/** The words of what providers write, and of what waits, English and Welsh side by side. */
import { bilingual, plural } from '../../../kernel/language.ts'

export const text = bilingual({
  en: {
    notes: 'Notes',
    write: 'Write something down',
    none: 'Nobody has written anything down yet.',
    lead: {
      waiting: (count: number) =>
        count === 1 ? 'One thing waits for the council’s answer.' : `${count} things wait for the council’s answer.`,
      written: (count: number) =>
        count === 1 ? 'One note, and nothing waits for an answer.' : `${count} notes, and nothing waits for an answer.`,
    },
    told: 'You were told',
    toldLead: 'Changes that concern you. Acknowledge each, so that the council knows that you know.',
    acknowledge: 'Acknowledge',
    acknowledged: 'Acknowledged. The council sees that you know.',
    waitingForAnswer: 'Waiting for an answer',
    all: 'All that was written',
    by: (name: string, provider: string, on: string) => `${name}, ${provider}, ${on}`,
    about: 'About the outcome',
    urgent: 'Somebody should act today',
    weekly: (hours: string) => `It would take ${hours} hours a week.`,
    answeredBy: (answer: string, by: string, on: string) => `${answer}: ${by}, ${on}`,
    toAnswer: 'Answer',
    open: 'Open',
    noteOf: (kind: string, on: string) => `${kind}, ${on}`,
    newLead: 'What you write goes to the council and, except for concerns, the person can read it too.',
    kind: 'What is it?',
    kindHints: {
      progress: 'How an outcome that you contribute to is coming on.',
      note: 'Anything that others who support this person should know.',
      concern: 'Something is not right. A social worker looks at it. The person does not see it here.',
      'change-request': 'The plan no longer fits. A social worker answers.',
      proposal: 'How you would help to achieve an outcome. A social worker answers.',
    },
    outcome: 'Which outcome is it about?',
    noOutcome: 'None in particular',
    happenedOn: 'When was it?',
    words: 'What do you want to say?',
    wordsHint: 'In Welsh or in English; it is not translated.',
    wordsLanguage: 'The language of these words',
    languages: { cy: 'Welsh', en: 'English' },
    isUrgent: 'Does somebody have to act today?',
    urgentHint: 'If somebody is in danger, ring 999 first.',
    yes: 'Yes',
    no: 'No',
    weeklyHours: 'How many hours a week would it take?',
    weeklyHint: 'Where you can say.',
    save: 'Save',
    saved: {
      recorded: 'It is written down.',
      waiting: 'It is written down and has gone to the council. You will be told of the answer.',
    },
    score: 'Give your score on this outcome',
    answerLead: 'The provider is told of your answer and acknowledges it.',
    answer: 'What is your answer?',
    answerWords: 'What do you want to say about it?',
    answerHint: 'If you do not agree, say why.',
    answerSave: 'Send the answer',
    answerSaved: 'The provider has been told.',
    thenAmend: 'If the plan has to change, amend it now.',
    toPlan: 'Go to the plan',
    history: 'History of this record',
    waiting: 'Waiting for you',
    waitingLead: {
      provider: (notices: number, notes: number) =>
        notices === 0
          ? notes === 0
            ? 'Nothing waits for you.'
            : `Nothing waits for you; ${notes === 1 ? 'one thing waits' : `${notes} things wait`} for the council’s answer.`
          : `${notices === 1 ? 'One change waits' : `${notices} changes wait`} for you to acknowledge.`,
      staff: (notes: number) =>
        notes === 0
          ? 'No provider waits for an answer.'
          : `${notes === 1 ? 'One thing that a provider wrote waits' : `${notes} things that providers wrote wait`} for an answer.`,
    },
    nothingTold: 'There is nothing to acknowledge.',
    nothingWaits: 'Nothing waits for an answer.',
    onlyMine: 'About the people you work with, and about those whom nobody works with.',
    showAll: 'Show what waits for everybody',
    columns: { person: 'Person', kind: 'What', words: 'What it says', provider: 'Provider', since: 'Since' },
    todayNotices: (count: number) =>
      count === 1 ? 'One change waits for you to acknowledge.' : `${count} changes wait for you to acknowledge.`,
    todayNotes: (count: number, urgent: number) =>
      `${count === 1 ? 'One provider waits' : `${count} notes of providers wait`} for an answer${urgent > 0 ? `; ${urgent} urgent` : ''}.`,
    todayTwoWeeks: (count: number) =>
      `${count === 1 ? 'One episode of reablement waits' : `${count} episodes of reablement wait`} for the hours after two weeks.`,
    todayOverrunning: (count: number) =>
      `${count === 1 ? 'One episode of reablement has' : `${count} episodes of reablement have`} gone on longer than expected.`,
    todaySixMonths: (count: number) =>
      `${count === 1 ? 'One completed reablement is' : `${count} completed episodes of reablement are`} to be looked at after six months.`,
  },
  cy: {
    notes: 'Nodiadau',
    write: 'Ysgrifennu nodyn',
    none: 'Nid oes neb wedi ysgrifennu dim eto.',
    lead: {
      waiting: (count: number) =>
        plural('cy', count, {
          one: 'Mae un peth yn aros am ateb y cyngor.',
          two: 'Mae dau beth yn aros am ateb y cyngor.',
          few: 'Mae tri pheth yn aros am ateb y cyngor.',
          other: `Mae ${count} o bethau’n aros am ateb y cyngor.`,
        }),
      written: (count: number) =>
        plural('cy', count, {
          one: 'Un nodyn, ac nid oes dim yn aros am ateb.',
          two: 'Dau nodyn, ac nid oes dim yn aros am ateb.',
          few: 'Tri nodyn, ac nid oes dim yn aros am ateb.',
          other: `${count} o nodiadau, ac nid oes dim yn aros am ateb.`,
        }),
    },
    told: 'Fe’ch hysbyswyd',
    toldLead: 'Newidiadau sy’n berthnasol i chi. Cydnabyddwch bob un, fel bod y cyngor yn gwybod eich bod yn gwybod.',
    acknowledge: 'Cydnabod',
    acknowledged: 'Wedi’i gydnabod. Mae’r cyngor yn gweld eich bod yn gwybod.',
    waitingForAnswer: 'Yn aros am ateb',
    all: 'Popeth a ysgrifennwyd',
    by: (name: string, provider: string, on: string) => `${name}, ${provider}, ${on}`,
    about: 'Am y canlyniad',
    urgent: 'Dylai rhywun weithredu heddiw',
    weekly: (hours: string) => `Byddai’n cymryd ${hours} awr yr wythnos.`,
    answeredBy: (answer: string, by: string, on: string) => `${answer}: ${by}, ${on}`,
    toAnswer: 'Ateb',
    open: 'Agor',
    noteOf: (kind: string, on: string) => `${kind}, ${on}`,
    newLead: 'Bydd yr hyn a ysgrifennwch yn mynd i’r cyngor ac, ac eithrio pryderon, gall y person ei ddarllen hefyd.',
    kind: 'Beth ydyw?',
    kindHints: {
      progress: 'Sut mae canlyniad rydych yn cyfrannu ato yn dod yn ei flaen.',
      note: 'Unrhyw beth y dylai eraill sy’n cefnogi’r person hwn ei wybod.',
      concern: 'Nid yw rhywbeth yn iawn. Bydd gweithiwr cymdeithasol yn edrych arno. Ni fydd y person yn ei weld yma.',
      'change-request': 'Nid yw’r cynllun yn addas mwyach. Bydd gweithiwr cymdeithasol yn ateb.',
      proposal: 'Sut y byddech chi’n helpu i gyflawni canlyniad. Bydd gweithiwr cymdeithasol yn ateb.',
    },
    outcome: 'Am ba ganlyniad y mae?',
    noOutcome: 'Dim un yn benodol',
    happenedOn: 'Pryd oedd hyn?',
    words: 'Beth hoffech chi ei ddweud?',
    wordsHint: 'Yn Gymraeg neu yn Saesneg; ni chaiff ei gyfieithu.',
    wordsLanguage: 'Iaith y geiriau hyn',
    languages: { cy: 'Cymraeg', en: 'Saesneg' },
    isUrgent: 'A oes rhaid i rywun weithredu heddiw?',
    urgentHint: 'Os yw rhywun mewn perygl, ffoniwch 999 yn gyntaf.',
    yes: 'Oes',
    no: 'Nac oes',
    weeklyHours: 'Faint o oriau’r wythnos y byddai’n eu cymryd?',
    weeklyHint: 'Os gallwch ddweud.',
    save: 'Cadw',
    saved: {
      recorded: 'Mae wedi’i gofnodi.',
      waiting: 'Mae wedi’i gofnodi ac wedi mynd at y cyngor. Cewch wybod am yr ateb.',
    },
    score: 'Rhoi eich sgôr ar y canlyniad hwn',
    answerLead: 'Caiff y darparwr wybod am eich ateb, a bydd yn ei gydnabod.',
    answer: 'Beth yw eich ateb?',
    answerWords: 'Beth hoffech chi ei ddweud amdano?',
    answerHint: 'Os nad ydych yn cytuno, dywedwch pam.',
    answerSave: 'Anfon yr ateb',
    answerSaved: 'Mae’r darparwr wedi cael gwybod.',
    thenAmend: 'Os oes rhaid newid y cynllun, diwygiwch ef nawr.',
    toPlan: 'Mynd i’r cynllun',
    history: 'Hanes y cofnod hwn',
    waiting: 'Yn aros amdanoch',
    waitingLead: {
      provider: (notices: number, notes: number) =>
        notices === 0
          ? notes === 0
            ? 'Nid oes dim yn aros amdanoch.'
            : `Nid oes dim yn aros amdanoch; mae ${plural('cy', notes, { one: 'un peth', two: 'dau beth', few: 'tri pheth', other: `${notes} o bethau` })} yn aros am ateb y cyngor.`
          : `Mae ${plural('cy', notices, { one: 'un newid', two: 'dau newid', few: 'tri newid', other: `${notices} o newidiadau` })} yn aros i chi eu cydnabod.`,
      staff: (notes: number) =>
        notes === 0
          ? 'Nid oes darparwr yn aros am ateb.'
          : `Mae ${plural('cy', notes, { one: 'un peth', two: 'dau beth', few: 'tri pheth', other: `${notes} o bethau` })} a ysgrifennodd darparwyr yn aros am ateb.`,
    },
    nothingTold: 'Nid oes dim i’w gydnabod.',
    nothingWaits: 'Nid oes dim yn aros am ateb.',
    onlyMine: 'Am y bobl rydych yn gweithio gyda nhw, ac am y rhai nad oes neb yn gweithio gyda nhw.',
    showAll: 'Dangos yr hyn sy’n aros i bawb',
    columns: { person: 'Person', kind: 'Beth', words: 'Beth mae’n ei ddweud', provider: 'Darparwr', since: 'Ers' },
    todayNotices: (count: number) =>
      `Mae ${plural('cy', count, { one: 'un newid', two: 'dau newid', few: 'tri newid', other: `${count} o newidiadau` })} yn aros i chi eu cydnabod.`,
    todayNotes: (count: number, urgent: number) =>
      `Mae ${plural('cy', count, { one: 'un nodyn', two: 'dau nodyn', few: 'tri nodyn', other: `${count} o nodiadau` })} gan ddarparwyr yn aros am ateb${urgent > 0 ? `; ${urgent} ar frys` : ''}.`,
    todayTwoWeeks: (count: number) =>
      `Mae ${plural('cy', count, { one: 'un cyfnod', two: 'dau gyfnod', few: 'tri chyfnod', other: `${count} o gyfnodau` })} ailalluogi’n aros am yr oriau ar ôl pythefnos.`,
    todayOverrunning: (count: number) =>
      `Mae ${plural('cy', count, { one: 'un cyfnod', two: 'dau gyfnod', few: 'tri chyfnod', other: `${count} o gyfnodau` })} ailalluogi wedi para’n hwy na’r disgwyl.`,
    todaySixMonths: (count: number) =>
      `Mae angen edrych eto, chwe mis wedyn, ar ${plural('cy', count, { one: 'un cyfnod', two: 'ddau gyfnod', few: 'dri chyfnod', other: `${count} o gyfnodau` })} ailalluogi a gwblhawyd.`,
  },
})

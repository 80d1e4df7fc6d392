/** The words of the worklist, English and Welsh side by side. */
import { bilingual, plural } from '../../../kernel/language.ts'

export const text = bilingual({
  en: {
    title: 'My work',
    everyone: 'Everyone’s work',
    lead: (overdue: number, changed: number) =>
      overdue + changed === 0
        ? 'No review is overdue and nothing has changed.'
        : `${overdue === 0 ? 'No review is' : overdue === 1 ? 'One person’s review is' : `${overdue} people’s reviews are`} overdue, and ${
            changed === 0
              ? 'nothing has changed.'
              : changed === 1
                ? 'one situation has changed.'
                : `${changed} situations have changed.`
          }`,
    views: 'Whose work',
    picture: 'What waits',
    nothing: 'Nothing waits. Well done.',
    notWorker: 'You are not recorded as a worker with a caseload, so everyone’s work is shown.',
    name: 'Person',
    when: {
      overdue: 'Was due',
      changed: 'Noticed',
      wish: 'Said',
      'due-soon': 'Due',
      'open-review': 'Held',
      'draft-plan': 'Begun',
      'offered-plan': 'Offered',
      'no-word': 'Reviewed',
    },
    next: 'Next step',
    do: {
      overdue: 'Hold the review',
      changed: 'See what changed',
      wish: 'Answer',
      'due-soon': 'Prepare the review',
      'open-review': 'Go on with the review',
      'draft-plan': 'Go on with the plan',
      'offered-plan': 'Look at the plan',
      'no-word': 'Ask how it went',
    },
    what: 'What it is about',
    review: 'A review',
    plan: 'A plan',
    reviewed: (n: number) => (n === 1 ? 'One outcome reviewed' : `${n} outcomes reviewed`),
    andMore: (n: number) => (n === 1 ? 'and one more' : `and ${n} more`),
    times: (n: number) => (n === 1 ? '' : ` (${n})`),
    all: (n: string) => `All ${n}`,
    unallocated: (n: string) => `Allocated to nobody (${n})`,
    caseload: 'Caseload',
    today: (n: number) =>
      n === 1 ? 'One of your people has a review overdue.' : `${n} of your people have a review overdue.`,
    changedToday: (n: number) =>
      n === 1
        ? 'The situation of one of your people has changed.'
        : `The situation of ${n} of your people has changed.`,
    wishToday: (n: number) =>
      n === 1
        ? 'Somebody said what they want to achieve, and waits for your answer.'
        : `${n} people said what they want to achieve, and wait for your answer.`,
  },
  cy: {
    title: 'Fy ngwaith',
    everyone: 'Gwaith pawb',
    lead: (overdue: number, changed: number) =>
      overdue + changed === 0
        ? 'Nid oes adolygiad yn hwyr ac nid oes dim wedi newid.'
        : `${plural('cy', overdue, { zero: 'Nid oes adolygiad yn hwyr', one: 'Mae adolygiad un person yn hwyr', two: 'Mae adolygiadau dau berson yn hwyr', other: `Mae adolygiadau ${overdue} o bobl yn hwyr` })}, ac ${plural(
            'cy',
            changed,
            {
              zero: 'nid oes dim wedi newid.',
              one: 'mae un sefyllfa wedi newid.',
              two: 'mae dwy sefyllfa wedi newid.',
              other: `mae ${changed} o sefyllfaoedd wedi newid.`,
            },
          )}`,
    views: 'Gwaith pwy',
    picture: 'Yr hyn sy’n aros',
    nothing: 'Nid oes dim yn aros. Da iawn chi.',
    notWorker: 'Nid ydych wedi’ch cofnodi fel gweithiwr â llwyth achosion, felly dangosir gwaith pawb.',
    name: 'Person',
    when: {
      overdue: 'I’w gynnal erbyn',
      changed: 'Sylwyd',
      wish: 'Dywedwyd',
      'due-soon': 'I’w gynnal erbyn',
      'open-review': 'Cynhaliwyd',
      'draft-plan': 'Dechreuwyd',
      'offered-plan': 'Cynigiwyd',
      'no-word': 'Adolygwyd',
    },
    next: 'Cam nesaf',
    do: {
      overdue: 'Cynnal yr adolygiad',
      changed: 'Gweld beth newidiodd',
      wish: 'Ateb',
      'due-soon': 'Paratoi’r adolygiad',
      'open-review': 'Parhau â’r adolygiad',
      'draft-plan': 'Parhau â’r cynllun',
      'offered-plan': 'Gweld y cynllun',
      'no-word': 'Gofyn sut aeth hi',
    },
    what: 'Am beth',
    review: 'Adolygiad',
    plan: 'Cynllun',
    reviewed: (n: number) =>
      plural('cy', n, {
        one: 'Un canlyniad a adolygwyd',
        two: 'Dau ganlyniad a adolygwyd',
        few: `${n} chanlyniad a adolygwyd`,
        other: `${n} canlyniad a adolygwyd`,
      }),
    andMore: (n: number) => (n === 1 ? 'ac un arall' : `a ${n} arall`),
    times: (n: number) => (n === 1 ? '' : ` (${n})`),
    all: (n: string) => `Pob un (${n})`,
    unallocated: (n: string) => `Heb eu dyrannu (${n})`,
    caseload: 'Llwyth achosion',
    today: (n: number) =>
      plural('cy', n, {
        one: 'Mae adolygiad un o’ch pobl yn hwyr.',
        two: 'Mae adolygiadau dau o’ch pobl yn hwyr.',
        other: `Mae adolygiadau ${n} o’ch pobl yn hwyr.`,
      }),
    changedToday: (n: number) =>
      plural('cy', n, {
        one: 'Mae sefyllfa un o’ch pobl wedi newid.',
        two: 'Mae sefyllfa dau o’ch pobl wedi newid.',
        other: `Mae sefyllfa ${n} o’ch pobl wedi newid.`,
      }),
    wishToday: (n: number) =>
      plural('cy', n, {
        one: 'Dywedodd rhywun beth y mae am ei gyflawni, ac mae’n aros am eich ateb.',
        two: 'Dywedodd dau berson beth y maent am ei gyflawni, ac maent yn aros am eich ateb.',
        other: `Dywedodd ${n} o bobl beth y maent am ei gyflawni, ac maent yn aros am eich ateb.`,
      }),
  },
})

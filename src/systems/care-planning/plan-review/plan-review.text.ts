/** The words of reviews of plans, English and Welsh side by side. */
import { bilingual, plural } from '../../../kernel/language.ts'

export const text = bilingual({
  en: {
    title: 'Reviews',
    lead: (last: string | undefined, open: number) =>
      `${last ? `Last reviewed on ${last}.` : 'The plan has not been reviewed yet.'}${
        open === 0
          ? ''
          : open === 1
            ? ' One thing has changed since and nobody has dealt with it.'
            : ` ${open} things have changed since and nobody has dealt with them.`
      }`,
    begin: 'Begin a review',
    goOn: 'Go on with the review',
    why: 'Why is it reviewed?',
    heldOn: 'When is it held?',
    situations: 'What changed',
    noSituations: 'Nothing has been noticed.',
    times: (n: number) => (n === 1 ? 'once' : `${n} times`),
    handled: (by: string, day: string) => `Dealt with by ${by}, ${day}`,
    deal: 'Say it has been dealt with',
    dealNote: 'What was done',
    note: 'Note that something changed',
    whatChanged: 'What changed?',
    when: 'When?',
    whatHappened: 'What happened?',
    save: 'Save',
    before: 'Reviews held',
    none: 'No review of this plan has been held here yet.',
    noneTogether: 'The plan as a whole has not been reviewed here yet; single outcomes have.',
    reviewedAlone: (n: number) => (n === 1 ? 'One review of a single outcome' : `${n} reviews of single outcomes`),
    held: 'Held',
    by: 'By',
    tookPart: 'Who took part',
    summary: 'What came of it',
    next: 'Next',
    meeting: (day: string) => `Review of ${day}`,
    meetingLead: (left: number) =>
      left === 0
        ? 'Every outcome has been looked at. Conclude the review.'
        : left === 1
          ? 'One outcome is left to look at.'
          : `${left} outcomes are left to look at.`,
    concludedLead: (by: string) => `Concluded by ${by}.`,
    outcomes: 'The outcomes',
    record: 'Record what was found',
    notYet: 'Not looked at yet',
    flags: {
      'poor-but-achieved': 'Look again at what this is attributed to.',
      'good-but-not-achieved': 'Ask whether what is delivered is what helps.',
    },
    flagWhy: {
      'poor-but-achieved': (missed: number, concerns: number) =>
        `Since the last look ${missed} ${missed === 1 ? 'visit was' : 'visits were'} missed and ${concerns} ${concerns === 1 ? 'concern' : 'concerns'} raised, and the outcome was achieved all the same: perhaps somebody else brought it about.`,
      'good-but-not-achieved': () =>
        'No visit was missed and nobody was concerned, and the outcome was not achieved: perhaps the plan does not serve it.',
    },
    conclude: 'Conclude the review',
    giveUp: 'Give this review up',
    whoTookPart: 'Who took part?',
    whatCame: 'What came of it?',
    nextDueOn: 'When to look at the plan again',
    suggested: (day: string) => `By the rules of your authority: ${day}.`,
    thenPlan: 'If contributions change, amend the plan afterwards.',
    begun: 'The review has begun. Look at each outcome.',
    concluded: 'The review has been concluded.',
    givenUp: 'The review has been given up.',
    noted: 'It has been noted.',
    dealtWith: 'It has been dealt with.',
    amend: 'Amend the plan',
  },
  cy: {
    title: 'Adolygiadau',
    lead: (last: string | undefined, open: number) =>
      `${last ? `Adolygwyd ddiwethaf ar ${last}.` : 'Nid yw’r cynllun wedi’i adolygu eto.'}${
        open === 0
          ? ''
          : plural('cy', open, {
              one: ' Mae un peth wedi newid ers hynny a neb wedi ymdrin ag ef.',
              two: ' Mae dau beth wedi newid ers hynny a neb wedi ymdrin â nhw.',
              other: ` Mae ${open} o bethau wedi newid ers hynny a neb wedi ymdrin â nhw.`,
            })
      }`,
    begin: 'Dechrau adolygiad',
    goOn: 'Parhau â’r adolygiad',
    why: 'Pam mae’n cael ei adolygu?',
    heldOn: 'Pryd y’i cynhelir?',
    situations: 'Yr hyn a newidiodd',
    noSituations: 'Ni sylwyd ar ddim.',
    times: (n: number) => plural('cy', n, { one: 'unwaith', two: 'ddwywaith', other: `${n} gwaith` }),
    handled: (by: string, day: string) => `Ymdriniwyd ag ef gan ${by}, ${day}`,
    deal: 'Dweud bod rhywun wedi ymdrin ag ef',
    dealNote: 'Beth a wnaed',
    note: 'Nodi bod rhywbeth wedi newid',
    whatChanged: 'Beth newidiodd?',
    when: 'Pryd?',
    whatHappened: 'Beth ddigwyddodd?',
    save: 'Cadw',
    before: 'Adolygiadau a gynhaliwyd',
    none: 'Ni chynhaliwyd adolygiad o’r cynllun hwn yma eto.',
    noneTogether: 'Nid yw’r cynllun cyfan wedi’i adolygu yma eto; mae canlyniadau unigol wedi’u hadolygu.',
    reviewedAlone: (n: number) =>
      plural('cy', n, {
        one: 'Un adolygiad o ganlyniad unigol',
        two: 'Dau adolygiad o ganlyniadau unigol',
        few: `${n} adolygiad o ganlyniadau unigol`,
        other: `${n} o adolygiadau o ganlyniadau unigol`,
      }),
    held: 'Cynhaliwyd',
    by: 'Gan',
    tookPart: 'Pwy gymerodd ran',
    summary: 'Beth a ddaeth ohono',
    next: 'Nesaf',
    meeting: (day: string) => `Adolygiad ${day}`,
    meetingLead: (left: number) =>
      left === 0
        ? 'Ystyriwyd pob canlyniad. Cwblhewch yr adolygiad.'
        : plural('cy', left, {
            one: 'Mae un canlyniad ar ôl i’w ystyried.',
            two: 'Mae dau ganlyniad ar ôl i’w hystyried.',
            few: `Mae ${left} chanlyniad ar ôl i’w hystyried.`,
            other: `Mae ${left} canlyniad ar ôl i’w hystyried.`,
          }),
    concludedLead: (by: string) => `Cwblhawyd gan ${by}.`,
    outcomes: 'Y canlyniadau',
    record: 'Cofnodi beth a ganfuwyd',
    notYet: 'Heb ei ystyried eto',
    flags: {
      'poor-but-achieved': 'Edrychwch eto ar yr hyn y priodolir hyn iddo.',
      'good-but-not-achieved': 'Gofynnwch ai’r hyn a ddarperir sy’n helpu.',
    },
    flagWhy: {
      'poor-but-achieved': (missed: number, concerns: number) =>
        `Ers yr olwg ddiwethaf, nifer yr ymweliadau a gollwyd: ${missed}; nifer y pryderon a godwyd: ${concerns}; ac eto cyflawnwyd y canlyniad: efallai mai rhywun arall a ddaeth ag ef i fod.`,
      'good-but-not-achieved': () =>
        'Ni chollwyd ymweliad ac ni phryderodd neb, ac eto ni chyflawnwyd y canlyniad: efallai nad yw’r cynllun yn gweddu iddo.',
    },
    conclude: 'Cwblhau’r adolygiad',
    giveUp: 'Rhoi’r gorau i’r adolygiad hwn',
    whoTookPart: 'Pwy gymerodd ran?',
    whatCame: 'Beth a ddaeth ohono?',
    nextDueOn: 'Pryd i edrych ar y cynllun eto',
    suggested: (day: string) => `Yn ôl rheolau eich awdurdod: ${day}.`,
    thenPlan: 'Os bydd cyfraniadau’n newid, diwygiwch y cynllun wedyn.',
    begun: 'Mae’r adolygiad wedi dechrau. Ystyriwch bob canlyniad.',
    concluded: 'Mae’r adolygiad wedi’i gwblhau.',
    givenUp: 'Rhoddwyd y gorau i’r adolygiad.',
    noted: 'Mae wedi’i nodi.',
    dealtWith: 'Ymdriniwyd ag ef.',
    amend: 'Diwygio’r cynllun',
  },
})

/** What care planning says on the line of sight and on the home page, in both languages. */
import { bilingual, plural } from '../../../kernel/language.ts'

export const text = bilingual({
  en: {
    people: (n: number) => `${n.toLocaleString('en-GB')} ${n === 1 ? 'person' : 'people'} with live outcomes`,
    outcomes: (n: number) => `${n.toLocaleString('en-GB')} ${n === 1 ? 'outcome' : 'outcomes'}`,
    nobody: 'Nobody chose it yet',
    noLiveOutcome: 'No live outcome',
    liveOutcomes: (n: number) => `${n} live ${n === 1 ? 'outcome' : 'outcomes'}`,
    nobodyBroken: 'No person has chosen this outcome.',
    achieved: (share: string) => `${share} of outcomes reviewed`,
    achievedReviews: (n: number, of: number) => `At ${n} of ${of} reviews`,
    confirmed: (share: string) => `in the person’s own word: ${share}`,
    nothingReviewed: 'Nothing reviewed yet',
    noContribution: (n: number) =>
      n === 1
        ? 'One personal outcome has nobody contributing to it.'
        : `${n} personal outcomes have nobody contributing to them.`,
    chosenByNobody: (count: number) =>
      count === 1
        ? '1 of our own outcomes has been chosen by nobody.'
        : `${count} of our own outcomes have been chosen by nobody.`,
    chosenByNobodyRemedy:
      'Either it matters to nobody, or it is not offered when plans are agreed. Ask those who plan care.',
    noContributionRemedy: 'Agree with the person who will do what, and add it to the plan.',
    overdue: (n: number) =>
      n === 1 ? 'One outcome review is overdue.' : `${n.toLocaleString('en-GB')} outcome reviews are overdue.`,
    dueSoon: (n: number) =>
      n === 1
        ? 'One outcome review falls due in the next 14 days.'
        : `${n} outcome reviews fall due in the next 14 days.`,
    yourWord: (n: number) =>
      n === 1 ? 'One outcome was reviewed. How do you see it?' : `${n} outcomes were reviewed. How do you see them?`,
  },
  cy: {
    people: (n: number) =>
      `${n.toLocaleString('cy-GB')} ${plural('cy', n, { one: 'person â chanlyniadau ar waith', two: 'berson â chanlyniadau ar waith', other: 'o bobl â chanlyniadau ar waith' })}`,
    outcomes: (n: number) =>
      `${n.toLocaleString('cy-GB')} ${plural('cy', n, { one: 'canlyniad', two: 'ganlyniad', few: 'chanlyniad', other: 'o ganlyniadau' })}`,
    nobody: 'Neb wedi’i ddewis eto',
    noLiveOutcome: 'Dim canlyniad ar waith',
    liveOutcomes: (n: number) =>
      `${n} ${plural('cy', n, { one: 'canlyniad ar waith', two: 'ganlyniad ar waith', few: 'chanlyniad ar waith', other: 'o ganlyniadau ar waith' })}`,
    nobodyBroken: 'Nid oes neb wedi dewis y canlyniad hwn.',
    achieved: (share: string) => `${share} o’r canlyniadau a adolygwyd`,
    achievedReviews: (n: number, of: number) => `Mewn ${n} o ${of} adolygiad`,
    confirmed: (share: string) => `yng ngair y person: ${share}`,
    nothingReviewed: 'Dim wedi’i adolygu eto',
    noContribution: (n: number) =>
      n === 1
        ? 'Mae un canlyniad personol heb neb yn cyfrannu ato.'
        : `Mae ${n} o ganlyniadau personol heb neb yn cyfrannu atynt.`,
    chosenByNobody: (count: number) =>
      count === 1
        ? 'Mae 1 o’n canlyniadau ein hunain nad oes neb wedi’i ddewis.'
        : `Mae ${count} o’n canlyniadau ein hunain nad oes neb wedi’u dewis.`,
    chosenByNobodyRemedy:
      'Naill ai nid yw’n bwysig i neb, neu ni chynigir ef pan fydd cynlluniau’n cael eu cytuno. Gofynnwch i’r rhai sy’n cynllunio gofal.',
    noContributionRemedy: 'Cytunwch gyda’r person pwy fydd yn gwneud beth, a’i ychwanegu at y cynllun.',
    overdue: (n: number) =>
      n === 1
        ? 'Mae un adolygiad o ganlyniad yn hwyr.'
        : `Mae ${n.toLocaleString('cy-GB')} o adolygiadau o ganlyniadau yn hwyr.`,
    dueSoon: (n: number) =>
      n === 1
        ? 'Mae un adolygiad o ganlyniad i’w gynnal yn ystod y 14 diwrnod nesaf.'
        : `Mae ${n} o adolygiadau o ganlyniadau i’w cynnal yn ystod y 14 diwrnod nesaf.`,
    yourWord: (n: number) =>
      n === 1
        ? 'Adolygwyd un canlyniad. Sut ydych chi’n ei gweld hi?'
        : `Adolygwyd ${n} o ganlyniadau. Sut ydych chi’n eu gweld nhw?`,
  },
})

/** The report at the end of an episode as a document for paper. */
import type { Language } from '../../../kernel/language.ts'
import { calledName } from '../../../kernel/person-name.ts'
import { showNumber } from '../../../kernel/quantity.ts'
import type { Block, DocumentContent } from '../../../platform/documents/index.ts'
import { episodeFacts, hoursOf } from './episode-facts.sentences.ts'
import type { EpisodesOfPerson } from './reablement.actions.ts'
import { episodeSentence } from './reablement.sentences.ts'
import type { ReablementEpisode } from './reablement.ts'
import { afterSentences, goalSentences } from './reablement-report.sentences.ts'
import { reportText } from './reablement-report.text.ts'

export type ReportParts = {
  readonly shown: EpisodesOfPerson
  readonly episode: ReablementEpisode
  readonly publisher: string
  readonly madeAt: Temporal.Instant
}

export function reablementReport(language: Language, parts: ReportParts): DocumentContent {
  const { shown, episode } = parts
  const t = reportText[language]
  return {
    title: t.of(calledName(shown.person)),
    lead: episodeSentence(language, episode, shown.today),
    language,
    publisher: parts.publisher,
    madeAt: parts.madeAt,
    blocks: [
      { kind: 'heading', level: 2, text: t.whatYouWanted },
      ...goalBlocks(language, parts),
      { kind: 'heading', level: 2, text: t.hours },
      hoursTable(language, episode),
      { kind: 'heading', level: 2, text: t.after },
      ...afterSentences(language, episode).map((text): Block => ({ kind: 'paragraph', text })),
      ...(episode.endingNote ? [{ kind: 'paragraph', text: `${t.besides}: ${episode.endingNote}` } as const] : []),
      { kind: 'heading', level: 2, text: t.facts },
      { kind: 'keyValues', items: episodeFacts({ language, episode, shown }) },
    ],
  }
}

function goalBlocks(language: Language, { shown, episode }: ReportParts): readonly Block[] {
  return shown.outcomes
    .filter(({ personalOutcomeId }) => episode.goalIds.includes(personalOutcomeId))
    .flatMap((goal): Block[] => [
      { kind: 'quote', text: { text: goal.ownWords, language: goal.ownWordsLanguage } },
      ...goalSentences(language, goal, episode).map((text): Block => ({ kind: 'paragraph', text })),
    ])
}

function hoursTable(language: Language, episode: ReablementEpisode): Block {
  const t = reportText[language]
  return {
    kind: 'table',
    caption: t.hours,
    columns: [{ header: t.moment }, { header: t.perWeek, align: 'right' }],
    rows: hoursOf(language, episode).map(({ label, value }) => [
      label,
      value === null ? '–' : showNumber(language, value),
    ]),
  }
}

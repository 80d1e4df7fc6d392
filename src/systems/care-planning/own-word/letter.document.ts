/** The letter that asks how it went: on paper it can be answered on the spot, with its code on a phone. */
import { showDay } from '../../../kernel/period.ts'
import { calledName } from '../../../kernel/person-name.ts'
import type { Block, DocumentContent } from '../../../platform/documents/index.ts'
import { ACHIEVEMENT_NAMES, OwnSays } from '../outcome-review/outcome-review.ts'
import { planLetterBlocks, planLetterTitle } from '../plan/plan-letter.document.ts'
import type { LetterToPost } from './letter-queue.actions.ts'
import { text } from './own-word.text.ts'

export type Printing = {
  /** Where it is answered, as it is typed: `canlyn.bryniau.example/letter`. */
  readonly address: string
  readonly publisher: string
  readonly madeAt: Temporal.Instant
}

/** One file of letters in one language and size of print, each beginning on a page of its own. */
export function lettersDocument(
  [first, ...others]: readonly [LetterToPost, ...LetterToPost[]],
  { address, publisher, madeAt }: Printing,
): DocumentContent {
  return {
    title: titleOf(first),
    language: first.letter.language,
    publisher,
    madeAt,
    print: first.letter.layout === 'standard' ? 'standard' : 'large',
    blocks: [
      ...letterBlocks(first, address),
      ...others.flatMap((sent): readonly Block[] => [
        { kind: 'pageBreak' },
        { kind: 'heading', level: 1, text: titleOf(sent) },
        ...letterBlocks(sent, address),
      ]),
    ],
  }
}

function titleOf({ letter, kind }: LetterToPost): string {
  return kind === 'own-word' ? text[letter.language].letter.title : planLetterTitle(letter.language)
}

/** What is asked about a review. */
type WordLetter = Extract<LetterToPost, { kind: 'own-word' }>

function letterBlocks(sent: LetterToPost, address: string): readonly Block[] {
  if (sent.kind === 'plan-agreement') return planLetterBlocks(sent, address)
  const { letter, person } = sent
  const t = text[letter.language].letter
  const isPersons = letter.forWhom === 'person'
  return [
    { kind: 'paragraph', text: t.dear(letter.toName), tone: 'strong' },
    { kind: 'paragraph', text: isPersons ? t.leadPerson : t.leadCarer(calledName(person)), tone: 'lead' },
    ...askedAbout(sent),
    { kind: 'heading', level: 1, text: t.online },
    { kind: 'list', ordered: true, items: [t.step1(address), t.step2] },
    { kind: 'heading', level: 1, text: letter.code },
    { kind: 'paragraph', text: t.step3 },
    { kind: 'paragraph', text: t.once(showDay(letter.language, letter.expiresOn)) },
    { kind: 'pageBreak' },
    { kind: 'heading', level: 1, text: t.onPaper },
    { kind: 'paragraph', text: t.reference(letter.toName, sent.review.ref) },
    paperAnswers(sent),
    { kind: 'paragraph', text: t.more },
    { kind: 'paragraph', text: `${'_'.repeat(60)}\n${'_'.repeat(60)}` },
    { kind: 'paragraph', text: t.sendBack },
    { kind: 'paragraph', text: t.byPhone },
    { kind: 'paragraph', text: t.free, tone: 'strong' },
  ]
}

function askedAbout({ letter, person, outcome, review }: WordLetter): readonly Block[] {
  const { language } = letter
  const t = text[language].letter
  const isPersons = letter.forWhom === 'person'
  const day = showDay(language, review.heldOn)
  return [
    { kind: 'paragraph', text: isPersons ? t.wanted : t.theyWanted(calledName(person)) },
    { kind: 'quote', text: { text: outcome.ownWords, language: outcome.ownWordsLanguage } },
    {
      kind: 'paragraph',
      text: review.providerSays
        ? t.reported(day, ACHIEVEMENT_NAMES[review.providerSays][language])
        : t.found(day, ACHIEVEMENT_NAMES[review.achievement][language]),
    },
  ]
}

function paperAnswers({ letter }: WordLetter): Block {
  const t = text[letter.language]
  const says = letter.forWhom === 'person' ? t.ownSays : t.carerSays
  return {
    kind: 'table',
    caption: t.howSeen,
    columns: [
      { header: t.letter.answer, share: 4 },
      { header: t.letter.tick, share: 1 },
    ],
    rows: OwnSays.options.map((value) => [says[value], '']),
  }
}

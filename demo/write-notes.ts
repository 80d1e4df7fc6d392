/** Writes what a provider and the council say to each other, through the same actions that people use. */
import type { Actor } from '../src/platform/permissions/actor.ts'
import type { Runtime } from '../src/platform/runtime.ts'
import { answerNote, listNotable, readNotes, writeNote } from '../src/systems/care-planning/index.ts'
import { actIn } from './act.ts'

type Story = {
  readonly kind: 'progress' | 'note' | 'concern' | 'change-request' | 'proposal'
  readonly words: { readonly cy: string; readonly en: string }
  readonly daysAgo: number
  readonly isUrgent?: 'yes'
  readonly weeklyHours?: number
  readonly answer?: {
    readonly answer: 'agreed' | 'noted'
    readonly words: { readonly cy: string; readonly en: string }
  }
}

/** One person after another; each story is of the next, and the first person has two. */
const STORIES: readonly (readonly Story[])[] = [
  [
    {
      kind: 'progress',
      daysAgo: 6,
      words: {
        cy: 'Cerddodd at ben y lôn ddwywaith yr wythnos hon, gyda ffon. Mae’r bore’n well na’r prynhawn.',
        en: 'Walked to the end of the lane twice this week, with a stick. Mornings are better than afternoons.',
      },
    },
    {
      kind: 'change-request',
      daysAgo: 3,
      words: {
        cy: 'Mae’r ymweliad amser cinio yn rhy fyr i goginio gyda’n gilydd. A gawn ni symud chwarter awr o’r bore?',
        en: 'The lunch visit is too short to cook together. May we move a quarter of an hour from the morning?',
      },
    },
  ],
  [
    {
      kind: 'concern',
      daysAgo: 1,
      isUrgent: 'yes',
      words: {
        cy: 'Nid oedd yn ateb y drws ddoe tan y trydydd tro, ac roedd wedi drysu. Nid yw hyn yn arferol.',
        en: 'Did not answer the door yesterday until the third try, and was confused. This is not usual.',
      },
    },
  ],
  [
    {
      kind: 'proposal',
      daysAgo: 12,
      weeklyHours: 1.5,
      words: {
        cy: 'Gallem fynd gyda hi i’r clwb cinio am y pedwar tro cyntaf, ac wedyn gadael i ffrind fynd â hi.',
        en: 'We could go along to the lunch club the first four times, and then let a friend take over.',
      },
      answer: {
        answer: 'agreed',
        words: {
          cy: 'Syniad da. Dechreuwch yr wythnos nesaf; edrychwn eto ymhen mis.',
          en: 'A good idea. Start next week; we look again in a month.',
        },
      },
    },
  ],
]

const MOST_PEOPLE = 1000

/** `writer` works for a provider, `worker` for the council; the stories are of the people with these references. Nothing is written where somebody wrote already. */
export async function writeNotes(
  runtime: Runtime,
  { writer, worker }: { readonly writer: Actor; readonly worker: Actor },
  refs: readonly string[],
): Promise<void> {
  const act = actIn(runtime)
  const all = await runtime.database.transaction(writer, (tx) => listNotable(tx, writer.authorityId, MOST_PEOPLE))
  const people = refs.flatMap((ref) => all.find((one) => one.ref === ref) ?? [])
  for (const [index, { personId, personalOutcomeId, language }] of people.entries()) {
    const there = await act(writer, readNotes, { personId })
    if (there.notes.length > 0) continue
    for (const { kind, words, daysAgo, isUrgent, weeklyHours, answer } of STORIES[index] ?? []) {
      const { providerNoteId } = await act(writer, writeNote, {
        personId,
        kind,
        personalOutcomeId: kind === 'concern' ? '' : personalOutcomeId,
        happenedOn: runtime.clock.today().subtract({ days: daysAgo }).toString(),
        words: words[language],
        wordsLanguage: language,
        isUrgent,
        weeklyHours,
      })
      if (answer)
        await act(worker, answerNote, {
          personId,
          providerNoteId,
          version: 1,
          answer: answer.answer,
          words: answer.words[language],
          language,
        })
    }
  }
}

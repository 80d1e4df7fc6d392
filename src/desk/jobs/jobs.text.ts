/** Words of the pages of long-running work. */
import { bilingual, plural } from '../../kernel/language.ts'
import { showCount } from '../../kernel/quantity.ts'
import type { JobState } from '../../platform/jobs/job.ts'

export const text = bilingual({
  en: {
    title: 'Long-running work',
    lead: (open: number) =>
      open === 0
        ? 'Nothing is running and nothing waits.'
        : plural('en', open, {
            one: 'One piece of work is running or waits for its turn.',
            other: `${showCount('en', open)} pieces of work are running or wait for their turn.`,
          }),
    count: (shown: number) => `${showCount('en', shown)} shown on this page, newest first`,
    empty: 'There is no such work.',
    what: 'What',
    askedBy: 'Asked for by',
    askedAt: 'Asked for',
    startedAt: 'Begun',
    finishedAt: 'Over',
    state: 'State',
    anyState: 'Any',
    number: 'Number',
    progress: 'How far it is',
    isOver: (state: JobState) =>
      ({
        waiting: 'It waits for its turn; you need not stay on this page.',
        running: 'It goes on whether or not you stay on this page.',
        done: 'It is done, and what came of it is kept.',
        failed: 'It failed. What it had already saved is kept.',
        cancelled: 'It was cancelled. What it had already saved is kept.',
      })[state],
    stopping: 'It was asked to stop, and will at its next step.',
    outcome: 'What came of it',
    noOutcome: 'Nothing besides the work itself.',
    failed: 'Why it failed',
    cancel: 'Cancel this work',
    cancelHint: 'It stops at its next step. What it has already saved stays saved.',
    asked: 'The work was asked to stop.',
    cancelledAtOnce: 'The work was cancelled before it began.',
    notYet: 'Not yet',
    history: 'History',
  },
  cy: {
    title: 'Gwaith hir',
    lead: (open: number) =>
      open === 0
        ? 'Nid oes dim ar waith a dim yn aros.'
        : plural('cy', open, {
            one: 'Mae un darn o waith ar y gweill neu’n aros ei dro.',
            two: 'Mae dau ddarn o waith ar y gweill neu’n aros eu tro.',
            other: `Mae ${showCount('cy', open)} darn o waith ar y gweill neu’n aros eu tro.`,
          }),
    count: (shown: number) => `${showCount('cy', shown)} i’w gweld ar y dudalen hon, y diweddaraf yn gyntaf`,
    empty: 'Nid oes gwaith o’r fath.',
    what: 'Beth',
    askedBy: 'Gofynnwyd amdano gan',
    askedAt: 'Pryd y gofynnwyd amdano',
    startedAt: 'Dechreuodd',
    finishedAt: 'Gorffennodd',
    state: 'Cyflwr',
    anyState: 'Unrhyw un',
    number: 'Rhif',
    progress: 'Hyd yn hyn',
    isOver: (state: JobState) =>
      ({
        waiting: 'Mae’n aros ei dro; nid oes angen i chi aros ar y dudalen hon.',
        running: 'Bydd yn mynd yn ei flaen p’un a fyddwch yn aros ar y dudalen hon ai peidio.',
        done: 'Mae wedi’i gwblhau, ac mae’r canlyniad wedi’i gadw.',
        failed: 'Methodd. Mae’r hyn yr oedd eisoes wedi’i gadw yn dal yno.',
        cancelled: 'Cafodd ei ganslo. Mae’r hyn yr oedd eisoes wedi’i gadw yn dal yno.',
      })[state],
    stopping: 'Gofynnwyd iddo stopio, a bydd yn gwneud hynny ar ei gam nesaf.',
    outcome: 'Beth a ddaeth ohono',
    noOutcome: 'Dim byd heblaw’r gwaith ei hun.',
    failed: 'Pam y methodd',
    cancel: 'Canslo’r gwaith hwn',
    cancelHint: 'Bydd yn stopio ar ei gam nesaf. Bydd yr hyn y mae eisoes wedi’i gadw yn aros.',
    asked: 'Gofynnwyd i’r gwaith stopio.',
    cancelledAtOnce: 'Canslwyd y gwaith cyn iddo ddechrau.',
    notYet: 'Ddim eto',
    history: 'Hanes',
  },
})

/** What a page of this room can do, a program can do too: each action stands in an API route, or here with the reason why it does not. */
import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const ELSEWHERE: Readonly<Record<string, string>> = {
  openPersonForm: 'fills a form: GET /people/{personId} reads the same',
  openAllocation: 'fills a form: GET /caseload names the workers',
  openReviewToSpeakOf: 'fills a form: GET /people/{personId}/outcomes reads the review',
  openExchange: 'counts what GET /people/{personId}/fhir sends',
  comparePlan: 'of the command line, which keeps nothing: POST /received-plans and reading it shows the same',
  browsePeople: 'pages by number, which programs do not: GET /people walks the list',
  exportPeople: 'a file of what GET /people walks',
  exportReablement: 'a file of what GET /reablement lists',
  findClosedRecord: 'the stub that stands where a closed record would: a program is told that there is none',
  openClosedRecord: 'people alone open a closed record, who state why and whose name stands in the log',
  openRecord: 'gathers for one page what the routes of its parts read',
  copyRecord: 'a document for the person, which a worker looks through and hands over',
  browseLetters: 'what waits to be printed: people print, fold and post it',
  printLetters: 'a letter with its code, which nobody but whoever prints it may see',
  orderOwnWordLetter: 'asks somebody else to print a letter, who does so on a page',
  openPlanLetters: 'asks somebody else to print a letter, who does so on a page',
  orderPlanLetter: 'asks somebody else to print a letter, who does so on a page',
  openPlanByLetter: 'whoever holds the code of a letter reads the plan, on a page and without signing in',
  answerPlanLetter: 'whoever holds the code of a letter answers for themselves, on a page and without signing in',
  findOtherRecord: 'fills a form: GET /people finds the other record',
  compareRecords: 'two records side by side for somebody to look at: GET /people/{personId} reads each',
  openMerge: 'a page of one merge: the record says that it was merged',
  answerLetter: 'whoever holds the code of a letter answers for themselves, on a page and without signing in',
}

async function read(pattern: string): Promise<readonly { readonly file: string; readonly text: string }[]> {
  const files = await Array.fromAsync(glob(pattern, { cwd: import.meta.dirname }))
  return Promise.all(
    files.map(async (file) => ({ file, text: await readFile(`${import.meta.dirname}/${file}`, 'utf8') })),
  )
}

test('every action is reached by a route of the API, or is named here with its reason', async () => {
  const routes = (await read('*/*.api.ts')).map(({ text }) => text).join('\n')
  const actions = (await read('*/*.actions.ts')).flatMap(({ text }) =>
    [...text.matchAll(/^export const (\w+) = defineAction\(/gm)].map(([, name = '']) => name),
  )
  expect(actions.length).toBeGreaterThan(60)
  const isReached = (name: string) => new RegExp(`\\b${name}\\b`).test(routes)
  expect(actions.filter((name) => !isReached(name) && !(name in ELSEWHERE))).toEqual([])
  expect(Object.keys(ELSEWHERE).filter((name) => !actions.includes(name))).toEqual([])
})

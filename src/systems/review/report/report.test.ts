/** The report as a whole: its front sentence, and the same content in PDF and Word in both languages. */
import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addFollowUp } from '../follow-up/follow-up.actions.ts'
import {
  aDraft,
  answerEverything,
  detailOf,
  gareth,
  must,
  nia,
  openReviewWorld,
  type ReviewWorld,
} from '../review.fixtures.ts'
import { signReview, submitReview } from '../review-life/review-life.actions.ts'
import type { ReviewDetail } from './report.actions.ts'
import { writeReportFile } from './report.file.ts'
import { frontSentence } from './report.sentences.ts'

let world: ReviewWorld
let signed: ReviewDetail
beforeAll(async () => {
  world = await openReviewWorld()
  const reviewId = await aDraft(world)
  await must(
    world.act(nia, addFollowUp, {
      reviewId,
      domainId: 'outcomes',
      language: 'cy',
      what: 'Gofyn i bawb.',
      owner: 'Nia Prosser',
      dueOn: '2026-06-01',
    }),
  )
  await answerEverything(world, reviewId)
  await must(world.act(nia, submitReview, { reviewId }))
  await must(world.act(gareth, signReview, { reviewId }))
  signed = await detailOf(world, reviewId)
})
afterAll(() => world.database.close())

const now = Temporal.Instant.from('2026-03-04T09:00:00Z')

describe('the front sentence', () => {
  it('says the judgements and what became of people’s outcomes', () => {
    expect(frontSentence('en', signed.report)).toMatch(
      /^23 questions judged: strong 0, in place 23, developing 0, not yet 0\. 67% of the outcomes looked at again were achieved; people or their carers confirm 100% /,
    )
    expect(frontSentence('cy', signed.report)).toMatch(/^Barn ar 23 cwestiwn: cryf 0, yn ei le 23, /)
  })
  it('says so while nothing is judged', async () => {
    const { report } = await detailOf(world, await aDraft(world))
    expect(frontSentence('en', report)).toMatch(/^No question has been judged yet\./)
  })
})

describe('the printed report', () => {
  it.each([
    ['en', 'Signed by Gareth Pugh', 'Are the outcomes agreed with people being achieved?'],
    ['cy', 'Llofnodwyd gan Gareth Pugh', 'A yw’r canlyniadau y cytunwyd arnynt gyda phobl yn cael eu cyflawni?'],
  ] as const)('holds signature, questions and the writers’ own words as PDF (%s)', async (language, by, question) => {
    const file = await writeReportFile(signed, 'pdf', language, now)
    const pdf = await getDocumentProxy(new Uint8Array(file.bytes))
    const { text } = await extractText(pdf, { mergePages: true })
    const flat = text.replaceAll(/\s+/g, ' ')
    for (const words of [by, question, 'Seen in the records.', 'Gofyn i bawb.', signed.signature!.sha256])
      expect(flat).toContain(words)
    expect(file.name).toBe('upper-valley-year-to-february-2026-03-03.pdf')
  })

  it.each(['en', 'cy'] as const)('marks the writers’ words with their language in Word (%s)', async (language) => {
    const files = unzipSync((await writeReportFile(signed, 'docx', language, now)).bytes)
    const body = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    expect(body).toMatch(/<w:lang w:val="cy-GB"\/><\/w:rPr><w:t[^>]*>Gofyn i bawb\./)
    expect(body).toMatch(/<w:lang w:val="en-GB"\/><\/w:rPr><w:t[^>]*>Seen in the records\./)
  })
})

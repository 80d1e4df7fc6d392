/** `canlyn review …`: start, answer, conclude, send, sign, return and print a review from the command line. */
import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Bilingual } from '../../../kernel/language.ts'
import type { Action } from '../../../platform/actions/action.ts'
import { type CommandContext, CommandRefused } from '../../../platform/command/command.ts'
import { findContractByRef } from '../../contract-management/index.ts'
import { saveDomain } from '../answer/answer.actions.ts'
import { readReview, readReviews } from '../report/report.actions.ts'
import { REPORT_FORMATS, writeReportFile } from '../report/report.file.ts'
import { type PromptContent, promptsOf } from '../report/report.ts'
import {
  concludeReview,
  returnReview,
  signReview,
  startReview,
  submitReview,
} from '../review-life/review-life.actions.ts'

type Options = Readonly<Record<string, string | undefined>> & { readonly contract?: readonly string[] | undefined }

export function reviewCommands(program: Command, context: CommandContext): void {
  const say = (words: Bilingual) => words[context.language]
  const review = program.command('review').description(say(WORDS.review))
  const add = (name: string, about: Bilingual) =>
    review.command(name).description(say(about)).requiredOption('--authority <ref>', say(WORDS.authority))

  add('list', WORDS.list).action((options: Options) => list(context, options))
  add('create', WORDS.create)
    .requiredOption('--name <name>', say(WORDS.name))
    .requiredOption('--from <date>', say(WORDS.from))
    .requiredOption('--to <date>', say(WORDS.to))
    .option('--framework <id>', say(WORDS.framework), 'contract-management')
    .option('--contract <ref...>', say(WORDS.contract))
    .action((options: Options) => create(context, options))
  add('answer <review>', WORDS.answer)
    .requiredOption('--prompt <id>', say(WORDS.prompt))
    .option('--judgement <level>', say(WORDS.judgement))
    .option('--finding <text>', say(WORDS.finding))
    .option('--finding-file <file>', say(WORDS.findingFile))
    .action((id: string, options: Options) => answer(context, id, options))
  add('conclude <review>', WORDS.conclude)
    .requiredOption('--conclusion <text>', say(WORDS.conclusion))
    .action((id: string, options: Options) => conclude(context, id, options))
  add('submit <review>', WORDS.submit).action((id: string, options: Options) =>
    step(context, id, options, submitReview),
  )
  add('sign <review>', WORDS.sign).action((id: string, options: Options) => step(context, id, options, signReview))
  add('return <review>', WORDS.return)
    .requiredOption('--reason <text>', say(WORDS.reason))
    .action((id: string, options: Options) => step(context, id, options, returnReview))
  add('report <review>', WORDS.report)
    .option('--format <format>', say(WORDS.format))
    .option('--out <file>', say(WORDS.out))
    .action((id: string, options: Options) => report(context, id, options))
}

async function list(context: CommandContext, options: Options): Promise<void> {
  const { reviews } = await context.perform(readReviews, {}, await authorityOf(context, options))
  const rows = reviews.map(({ reviewId, name, state, answered, asked, actions, lateActions }) => ({
    id: reviewId,
    name,
    state,
    answered,
    asked,
    actions,
    lateActions,
  }))
  context.print(
    rows,
    rows.map((row) => `${row.id}\t${row.state}\t${row.answered}/${row.asked}\t${row.name}`).join('\n'),
  )
}

async function create(context: CommandContext, options: Options): Promise<void> {
  const authorityId = await authorityOf(context, options)
  const { database } = await context.runtime()
  const contractIds: number[] = []
  for (const ref of options.contract ?? []) {
    const found = await database.transaction(context.actor(authorityId), (tx) =>
      findContractByRef(tx, authorityId, ref),
    )
    if (!found) throw new CommandRefused({ kind: 'not-found', code: 'no-such-contract', message: noContract(ref) })
    contractIds.push(found.contractId)
  }
  const { name, from, to, framework } = options
  const input = { frameworkId: framework, name, language: context.language, contractIds, from, to }
  const { reviewId } = await context.perform(startReview, input, authorityId)
  context.print({ id: reviewId }, String(reviewId))
}

async function answer(context: CommandContext, id: string, options: Options): Promise<void> {
  const authorityId = await authorityOf(context, options)
  const { report } = await context.perform(readReview, { reviewId: id }, authorityId)
  const prompt = promptsOf(report).find((asked) => asked.id === options.prompt)
  const domain = report.domains.find(({ prompts }) => prompt && prompts.includes(prompt))
  if (!prompt || !domain)
    throw new CommandRefused({ kind: 'not-found', code: 'no-such-prompt', message: noPrompt(promptsOf(report)) })
  const file = options.findingFile
  const finding = file ? await readFile(file, 'utf8') : (options.finding ?? prompt.finding.text)
  const answers = [
    { promptId: prompt.id, judgement: options.judgement ?? prompt.judgement, finding, version: prompt.version },
  ]
  const input = { reviewId: id, domainId: domain.id, language: context.language, answers }
  const saved = await context.perform(saveDomain, input, authorityId)
  context.print(saved, `${prompt.id}: ${answers[0]?.judgement ?? '–'}`)
}

async function conclude(context: CommandContext, id: string, options: Options): Promise<void> {
  const authorityId = await authorityOf(context, options)
  const { review } = await context.perform(readReview, { reviewId: id }, authorityId)
  const { conclusion } = options
  const input = { reviewId: id, conclusion, language: context.language, version: review.version }
  const saved = await context.perform(concludeReview, input, authorityId)
  context.print(saved, conclusion ?? '')
}

async function step<Input>(
  context: CommandContext,
  id: string,
  options: Options,
  action: Action<Input, { readonly state: string }>,
): Promise<void> {
  const input = { reviewId: id, reason: options.reason ?? '' }
  const taken = await context.perform(action, input, await authorityOf(context, options))
  context.print(taken, taken.state)
}

/** With --format, a file; without, what the report says. */
async function report(context: CommandContext, id: string, options: Options): Promise<void> {
  const detail = await context.perform(readReview, { reviewId: id }, await authorityOf(context, options))
  const format = REPORT_FORMATS.find((known) => known === options.format)
  if (options.format && !format)
    throw new CommandRefused({ kind: 'invalid', code: 'unknown-format', message: WORDS.unknownFormat, field: 'format' })
  const signature = detail.signature ? { ...detail.signature, at: detail.signature.at.toString() } : null
  if (!format) {
    const { conclusion, name } = detail.report
    context.print({ report: detail.report, signature }, `${name.text}\n\n${conclusion.text}`)
    return
  }
  const { clock } = await context.runtime()
  const file = await writeReportFile(detail, format, context.language, clock.now())
  const path = options.out ?? file.name
  await writeFile(path, file.bytes)
  context.print({ file: path, bytes: file.bytes.length, signature }, path)
}

function authorityOf(context: CommandContext, options: Options): Promise<number> {
  return context.authorityId(options.authority ?? '')
}

function noContract(ref: string): Bilingual {
  return { en: `There is no contract ${ref}.`, cy: `Nid oes contract ${ref}.` }
}

function noPrompt(prompts: readonly PromptContent[]): Bilingual {
  const known = prompts.map(({ id }) => id).join(', ')
  return { en: `This review asks: ${known}.`, cy: `Mae’r adolygiad hwn yn gofyn: ${known}.` }
}

const WORDS = {
  review: { en: 'Review commissioning against a framework', cy: 'Adolygu comisiynu yn ôl fframwaith' },
  authority: { en: 'reference of the authority', cy: 'cyfeirnod yr awdurdod' },
  list: { en: 'List the reviews', cy: 'Rhestru’r adolygiadau' },
  create: {
    en: 'Start a review; its evidence is read at once',
    cy: 'Dechrau adolygiad; darllenir ei dystiolaeth ar unwaith',
  },
  name: { en: 'what the review is called', cy: 'enw’r adolygiad' },
  from: { en: 'first day of the period', cy: 'diwrnod cyntaf y cyfnod' },
  to: { en: 'last day of the period', cy: 'diwrnod olaf y cyfnod' },
  framework: { en: 'id of the framework', cy: 'dynodwr y fframwaith' },
  contract: {
    en: 'references of contracts; none: the whole authority',
    cy: 'cyfeirnodau contractau; dim un: yr awdurdod cyfan',
  },
  answer: { en: 'Judge one question', cy: 'Barnu un cwestiwn' },
  prompt: { en: 'id of the question', cy: 'dynodwr y cwestiwn' },
  judgement: { en: 'a level of the scale, or not-applicable', cy: 'lefel o’r raddfa, neu not-applicable' },
  finding: { en: 'what was found', cy: 'yr hyn a ganfuwyd' },
  findingFile: { en: 'a file with what was found', cy: 'ffeil sy’n cynnwys yr hyn a ganfuwyd' },
  conclude: { en: 'Write the conclusion', cy: 'Ysgrifennu’r casgliad' },
  conclusion: { en: 'what the review concludes', cy: 'casgliad yr adolygiad' },
  submit: { en: 'Send for signature', cy: 'Anfon i’w lofnodi' },
  sign: { en: 'Sign a review written by somebody else', cy: 'Llofnodi adolygiad a ysgrifennwyd gan rywun arall' },
  return: { en: 'Return a review to its writers', cy: 'Dychwelyd adolygiad i’w awduron' },
  reason: { en: 'why', cy: 'pam' },
  report: { en: 'Print the report, or write it as a file', cy: 'Argraffu’r adroddiad, neu ei ysgrifennu fel ffeil' },
  format: { en: 'pdf or docx', cy: 'pdf neu docx' },
  out: { en: 'where to write the file', cy: 'ble i ysgrifennu’r ffeil' },
  unknownFormat: { en: 'The format is pdf or docx.', cy: 'Y fformat yw pdf neu docx.' },
} as const satisfies Record<string, Bilingual>

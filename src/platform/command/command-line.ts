/** Runs one line of the command line: reads the words, lets the right room answer, and ends with an exit code that scripts can trust. */
import { Command, CommanderError } from 'commander'
import type { Language } from '../../kernel/language.ts'
import { allRefusals, type Refusal } from '../../kernel/result.ts'
import { perform } from '../actions/action.ts'
import { DatabaseUnavailable } from '../database/unavailable.ts'
import { systemActor } from '../permissions/actor.ts'
import type { Runtime } from '../runtime.ts'
import { type CommandContext, type CommandMount, CommandRefused, type ExitCode } from './command.ts'
import { text } from './command-line.text.ts'

export type CommandLine = {
  /** What was typed after `canlyn`. */
  readonly words: readonly string[]
  readonly mounts: readonly CommandMount[]
  /** Opens what the commands act on; a Refusal thrown as `CommandRefused` is told in one sentence. */
  readonly openRuntime: () => Promise<Runtime>
  /** The name of the computer's user, for the audit log. */
  readonly userName: string
  /** Where no --language is given. */
  readonly language: Language
  readonly version: string
  readonly output: { readonly out: (text: string) => void; readonly err: (text: string) => void }
}

/** Never throws and never ends the process: answers the exit code. */
export async function runCommandLine(line: CommandLine): Promise<ExitCode> {
  const language = languageOf(line)
  const asJson = line.words.includes('--json')
  const opened: { runtime?: Promise<Runtime>; code: ExitCode } = { code: 0 }
  const program = newProgram(line, language)
  const context = contextOf(line, language, asJson, opened)
  for (const mount of line.mounts) mount(program, context)
  for (const command of everyCommand(program)) command.exitOverride().copyInheritedSettings(program)
  try {
    await program.parseAsync(line.words, { from: 'user' })
  } catch (error) {
    opened.code = tell(line, language, asJson, error)
  }
  await opened.runtime?.then((runtime) => runtime.database.close()).catch(() => undefined)
  return opened.code
}

function newProgram(line: CommandLine, language: Language): Command {
  return (
    new Command('canlyn')
      .description(text[language].about)
      .option('--json', text[language].json)
      .option('--language <language>', text[language].language)
      .version(line.version, '-V, --version', text[language].version)
      .helpOption('-h, --help', text[language].help)
      .helpCommand(false)
      .configureHelp({ showGlobalOptions: true })
      // What commander finds wrong with the words is told by us, in the language asked for.
      .configureOutput({ writeOut: line.output.out, writeErr: line.output.err, outputError: () => undefined })
      .exitOverride()
  )
}

function* everyCommand(command: Command): Generator<Command> {
  for (const child of command.commands) {
    yield child
    yield* everyCommand(child)
  }
}

function contextOf(
  line: CommandLine,
  language: Language,
  asJson: boolean,
  opened: { runtime?: Promise<Runtime>; code: ExitCode },
): CommandContext {
  const context: CommandContext = {
    language,
    runtime: () => {
      opened.runtime ??= line.openRuntime()
      return opened.runtime
    },
    async authorityId(ref) {
      const { database } = await context.runtime()
      const authorities = await database.asOwner((tx) =>
        tx.selectFrom('platform.authority').select(['authority_id', 'ref']).execute(),
      )
      if (ref === undefined && authorities.length === 1) return authorities[0]!.authority_id
      if (ref === undefined) throw new CommandRefused(wrongWords(MISSING_AUTHORITY))
      const found = authorities.find((one) => one.ref === ref)
      if (found) return found.authority_id
      const message = { en: text.en.noAuthority(ref), cy: text.cy.noAuthority(ref) }
      throw new CommandRefused({ kind: 'not-found', code: 'no-such-authority', message, field: 'authority' })
    },
    actor: (authorityId) => systemActor(authorityId, line.userName),
    async perform(action, input, authorityId) {
      const origin = { via: 'command', at: `canlyn ${commandWords(line.words)}` } as const
      return context.accept(await perform(await context.runtime(), context.actor(authorityId), action, input, origin))
    },
    accept(result) {
      if (result.ok) return result.value
      throw new CommandRefused(result.refusal)
    },
    print: (answer, words) => line.output.out(asJson ? `${JSON.stringify(answer, null, 2)}\n` : `${words.trimEnd()}\n`),
    exit: (code) => {
      opened.code = code
    },
  }
  return context
}

/** What commander says of an option that must be given, where there are several authorities to choose from. */
const MISSING_AUTHORITY = { code: 'commander.missingMandatoryOptionValue', message: "'--authority <ref>'" }

/** The command without what follows it: file names and reasons are kept where they belong, not in the origin. */
function commandWords(words: readonly string[]): string {
  const end = words.findIndex((word) => !/^[a-z][a-z-]*$/.test(word))
  return words.slice(0, end < 0 ? words.length : end).join(' ')
}

function languageOf(line: CommandLine): Language {
  const at = line.words.findIndex((word) => word === '--language' || word.startsWith('--language='))
  if (at < 0) return line.language
  const given = line.words[at]!.split('=')[1] ?? line.words[at + 1]
  return given === 'cy' ? 'cy' : 'en'
}

function tell(line: CommandLine, language: Language, asJson: boolean, error: unknown): ExitCode {
  if (error instanceof CommanderError && !error.message.startsWith('error:')) return error.exitCode === 0 ? 0 : 2
  if (error instanceof CommanderError) return tell(line, language, asJson, new CommandRefused(wrongWords(error)))
  if (error instanceof CommandRefused || error instanceof DatabaseUnavailable) {
    const refusals = allRefusals(error.refusal)
    for (const refusal of refusals) line.output.err(`${sentenceOf(refusal, language)}\n`)
    if (asJson) line.output.out(`${JSON.stringify({ refused: refusals.map((r) => named(r, language)) }, null, 2)}\n`)
    return 2
  }
  line.output.err(
    `${text[language].ourFault(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
  )
  return 3
}

/** What is wrong with the words typed, and which of them. Help and version, which commander also throws, are not errors. */
function wrongWords(error: Pick<CommanderError, 'code' | 'message'>): Refusal {
  const found = Object.entries(WRONG_WORDS).find(([code]) => `commander.${code}` === error.code)
  const which = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const [code, say] = found ?? (['wrongWords', 'wrongWords'] as const)
  return {
    kind: 'invalid',
    code: code.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    message: { en: text.en[say](which), cy: text.cy[say](which) },
  }
}

const WRONG_WORDS = {
  unknownCommand: 'unknownCommand',
  unknownOption: 'unknownOption',
  missingArgument: 'missingArgument',
  optionMissingArgument: 'optionNeedsValue',
  missingMandatoryOptionValue: 'missingOption',
  excessArguments: 'tooMany',
} as const

function sentenceOf(refusal: Refusal, language: Language): string {
  return refusal.field ? `${refusal.field}: ${refusal.message[language]}` : refusal.message[language]
}

function named(refusal: Refusal, language: Language) {
  return { code: refusal.code, message: refusal.message[language], ...(refusal.field ? { field: refusal.field } : {}) }
}

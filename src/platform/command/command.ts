/** What a command of the command line is given: the running program and how to answer. */
import type { Command } from 'commander'
import type { Language } from '../../kernel/language.ts'
import type { Refusal, Result } from '../../kernel/result.ts'
import type { Action } from '../actions/action.ts'
import type { Actor } from '../permissions/actor.ts'
import type { Runtime } from '../runtime.ts'

/** 0 done, 1 done with rejects or findings, 2 refused or wrong words, 3 our own fault. */
export type ExitCode = 0 | 1 | 2 | 3

export type CommandContext = {
  /** Of the sentences printed: --language, else the computer's own where it is Welsh, else English. */
  readonly language: Language
  /** Opens the database on first use; it is closed when the command is done. */
  runtime(): Promise<Runtime>
  /** The id of the authority with this reference, or of the only one there is; ends the command with exit code 2 and a sentence when there is none. */
  authorityId(ref: string | undefined): Promise<number>
  /** Who acts on the command line: the system, by the name of the computer's user. */
  actor(authorityId: number): Actor
  /** Performs an action as that actor; a refusal ends the command with its sentence and exit code 2. */
  perform<Input, Output>(action: Action<Input, Output>, input: unknown, authorityId: number): Promise<Output>
  /** The value of a result; a refusal ends the command with its sentence and exit code 2. */
  accept<T>(result: Result<T>): T
  /** Prints the answer: as JSON with --json, else as the text given. */
  print(answer: unknown, text: string): void
  /** Sets the exit code; the command goes on. */
  exit(code: ExitCode): void
}

/** Adds a room's commands to the program. `--json` and `--language` are the program's own; every command has them. */
export type CommandMount = (program: Command, context: CommandContext) => void

/** Ends a command with a sentence and exit code 2. */
export class CommandRefused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message.en)
    this.refusal = refusal
  }
}

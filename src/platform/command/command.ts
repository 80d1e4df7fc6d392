/** What a command of the command line is given: the running program and how to answer. */
import type { Runtime } from '../runtime.ts'

export type CommandContext = {
  /** Opens the database on first use. */
  runtime(): Promise<Runtime>
  /** The id of the authority with this reference; ends the command with exit code 2 and a sentence when there is none. */
  authorityId(ref: string): Promise<number>
  /** Prints the answer: as JSON with --json, else as the text given. */
  print(answer: unknown, text: string): void
  /** Exit codes: 0 done, 1 done with rejects or findings, 2 refused or wrong words, 3 our own fault. */
  exit(code: 0 | 1 | 2 | 3): void
}

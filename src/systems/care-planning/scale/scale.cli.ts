/** `canlyn scale NAME` scores what it reads from standard input and shows its working; `canlyn scale list` names the scales. */
import { text as readText } from 'node:stream/consumers'
import { z } from 'zod'
import type { Refusal } from '../../../kernel/result.ts'
import { type CommandContext, type CommandMount, CommandRefused } from '../../../platform/command/command.ts'
import { loadFrameworks } from '../../../platform/frameworks/index.ts'
import { type ScaleFramework, scaleFrameworks } from './scale.framework.ts'
import { text } from './scale.text.ts'
import { scoreOn } from './scale.ts'

const ScaleInput = z.object({ scores: z.array(z.number()), weights: z.array(z.number()).optional() })

export const scaleCommands: CommandMount = (program, context) => {
  const { about, name } = text[context.language]
  program
    .command('scale')
    .description(about)
    .argument('<name>', name)
    .action(async (asked: string) => {
      // Scales are data beside the program: no database is needed, and none is opened.
      const scales = (await loadFrameworks([scaleFrameworks])).list(scaleFrameworks)
      return asked === 'list' ? list(context, scales) : score(context, scales, asked)
    })
}

function list(context: CommandContext, scales: readonly ScaleFramework[]): void {
  const { language } = context
  const rows = scales.map(({ id, edition, title, licence, scoring }) => ({
    name: id,
    edition,
    title,
    method: scoring.method,
    licence: licence.kind,
    licenceNote: licence.note,
  }))
  const lines = rows.map((row) => `${row.name}\n  ${row.title[language]} (${text[language].licences[row.licence]})`)
  context.print(rows, lines.join('\n'))
}

async function score(context: CommandContext, scales: readonly ScaleFramework[], asked: string): Promise<void> {
  const scale = scales.findLast(({ id }) => id === asked)
  if (!scale) throw new CommandRefused(noSuchScale(asked, scales.map(({ id }) => id).join(', ')))
  const parsed = ScaleInput.safeParse(parseJson(await readText(process.stdin)))
  if (!parsed.success) throw new CommandRefused(NOT_UNDERSTOOD)
  const { score: result, working } = context.accept(scoreOn(scale.scoring, parsed.data))
  const answer = { scale: scale.id, edition: scale.edition, score: result, working }
  context.print(answer, [...working, `= ${Math.round(result * 100) / 100}`].join('\n'))
}

function parseJson(typed: string): unknown {
  try {
    return JSON.parse(typed)
  } catch {
    return undefined
  }
}

function noSuchScale(asked: string, known: string): Refusal {
  return {
    kind: 'not-found',
    code: 'no-such-scale',
    message: {
      en: `There is no scale ${asked}. There are: ${known}.`,
      cy: `Nid oes graddfa o’r enw ${asked}. Dyma’r graddfeydd: ${known}.`,
    },
  }
}

const NOT_UNDERSTOOD: Refusal = {
  kind: 'invalid',
  code: 'scores-not-understood',
  field: 'scores',
  message: {
    en: 'Send JSON on standard input, such as {"scores": [1, 0, 2], "weights": [1, 1, 2]}.',
    cy: 'Anfonwch JSON ar y mewnbwn safonol, er enghraifft {"scores": [1, 0, 2], "weights": [1, 1, 2]}.',
  },
}

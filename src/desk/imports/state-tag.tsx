/** The state of an import in a word, coloured by what it asks of people. */
import type { FC } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import type { ImportState } from '../../platform/import/import-record.ts'
import { Tag, type TagTone } from '../../ui/index.ts'
import { importsText } from './imports.text.ts'

const TONES = {
  received: 'plain',
  checking: 'plain',
  checked: 'attention',
  running: 'plain',
  done: 'done',
  undone: 'plain',
  failed: 'wrong',
  cancelled: 'attention',
} as const satisfies Record<ImportState, TagTone>

export const StateTag: FC<{ language: Language; state: ImportState }> = ({ language, state }) => (
  <Tag tone={TONES[state]}>{importsText[language].states[state]}</Tag>
)

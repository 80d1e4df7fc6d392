/** Undoing a whole import: what it would mean, asked once more, and a plain list of what stands in the way. */
import type { FC } from 'hono/jsx'
import type { Frame } from '../../kernel/frame.ts'
import { perform } from '../../platform/actions/action.ts'
import { answerForm, originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../platform/http/doors.ts'
import { answerRefusal } from '../../platform/http/problem.ts'
import { readImport } from '../../platform/import/browse.actions.ts'
import { type ImportRecord, mayBeUndone } from '../../platform/import/import-record.ts'
import { nothingToUndo } from '../../platform/import/refusals.ts'
import { undoImport } from '../../platform/import/undo-import.actions.ts'
import { Button, ButtonGroup, type FieldError, Form, fieldErrors, Link, Page } from '../../ui/index.ts'
import { importPaths } from './imports.paths.ts'
import { importsText } from './imports.text.ts'

export function undoImportPages(doors: Doors): void {
  doors.get('/imports/:importId{\\d+}/undo', 'imports:undo', async (c) => {
    const ask = { importId: c.req.param('importId') }
    const read = await perform(c.get('runtime'), actorOf(c), readImport, ask, originOf(c))
    if (!read.ok) return answerRefusal(c, read.refusal)
    if (!mayBeUndone(read.value.found)) return answerRefusal(c, nothingToUndo)
    return c.html(<UndoPage frame={c.get('frame')} found={read.value.found} />)
  })
  doors.post('/imports/:importId{\\d+}/undo', 'imports:undo', async (c) => {
    const importId = Number(c.req.param('importId'))
    const ask = [c.get('runtime'), actorOf(c)] as const
    const undone = await perform(...ask, undoImport, { importId }, originOf(c))
    return answerForm(c, undone, {
      done: ({ deleted, restored }) => ({
        path: importPaths.import(importId),
        message: { en: importsText.en.undone(deleted, restored), cy: importsText.cy.undone(deleted, restored) },
      }),
      again: async (refusal) => {
        const read = await perform(...ask, readImport, { importId }, originOf(c))
        if (!read.ok) return answerRefusal(c, read.refusal)
        const errors = fieldErrors(c.get('language'), refusal)
        return c.html(<UndoPage frame={c.get('frame')} found={read.value.found} errors={errors} />, 409)
      },
    })
  })
}

const UndoPage: FC<{ frame: Frame; found: ImportRecord; errors?: readonly FieldError[] }> = (props) => {
  const { frame, found, errors } = props
  const text = importsText[frame.language]
  return (
    <Page
      frame={frame}
      title={text.undoTitle}
      above={found.fileName}
      lead={text.undoLead(found.tally.inserted, found.tally.corrected)}
      breadcrumbs={[
        { label: text.title, href: importPaths.imports() },
        { label: found.fileName, href: importPaths.import(found.importId) },
      ]}
      errors={errors}
    >
      <p>{text.undoWarning}</p>
      <Form action={importPaths.undo(found.importId)}>
        <ButtonGroup>
          <Button kind="warning">{text.undoConfirm}</Button>
          <Link href={importPaths.import(found.importId)}>{text.undoCancel}</Link>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

/** Taking a whole import back, as long as nothing that came later rests on it. */

import { z } from 'zod'
import { RecordId } from '../../kernel/id.ts'
import { accepted, refused } from '../../kernel/result.ts'
import { defineAction } from '../actions/action.ts'
import { seeWholeAuthority } from '../database/acting.ts'
import type { Tx } from '../database/database.ts'
import { IMPORT_RECORD } from './import.actions.ts'
import { findImport, setState } from './import.store.ts'
import type { Dependent, ImportContext, ImportKind } from './import-kind.ts'
import { mayBeUndone } from './import-record.ts'
import { findImportKind, listImportKinds } from './kinds.ts'
import * as refusal from './refusals.ts'

/** What the import brought in goes, what it corrected stands as before. Refuses, with a list, while later records rest on it. */
export const undoImport = defineAction({
  name: 'imports.undo-import',
  title: { en: 'Undid an import', cy: 'Dadwnaed mewnforiad' },
  permission: 'imports:undo',
  input: z.object({ importId: RecordId }),
  run: async ({ tx, actor, clock, database, runtime, audit }, { importId }) => {
    const found = await findImport(tx, actor.authorityId, importId)
    if (!found) return refused(refusal.importNotFound)
    if (!mayBeUndone(found)) return refused(refusal.nothingToUndo)
    const kind = findImportKind(found.kind)
    if (!kind.ok) return kind
    const { frameworks } = runtime
    const context: ImportContext = { importId, actor, authorityId: actor.authorityId, database, clock, frameworks }
    await seeWholeAuthority(tx, actor)
    const changed = await kind.value.changedSince(tx, context)
    if (changed > 0) return refused(refusal.changedSince(changed))
    const dependents = await findDependents(tx, context, kind.value)
    if (dependents.length > 0) return refused(refusal.recordsRestOnIt(dependents))
    const undone = await kind.value.undo(tx, context)
    await setState(tx, actor.authorityId, importId, { state: 'undone', at: clock.now(), undoneBy: actor.name })
    audit({ recordType: IMPORT_RECORD, recordId: importId, before: { ...found.tally }, after: { ...undone } })
    return accepted(undone)
  },
})

async function findDependents(tx: Tx, context: ImportContext, kind: ImportKind): Promise<readonly Dependent[]> {
  const ids = (await kind.broughtIn?.(tx, context)) ?? []
  if (ids.length === 0) return []
  const found: Dependent[] = []
  for (const other of listImportKinds()) {
    const dependent = await other.restingOn?.(tx, context.authorityId, kind.name, ids)
    if (dependent && dependent.count > 0) found.push(dependent)
  }
  return found
}

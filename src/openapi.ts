/** Writes openapi.json, the committed description of the API: `npm run openapi`. A test fails while it is not up to date. */
import { writeFile } from 'node:fs/promises'
import { allRooms, openDoors } from './app.ts'
import { type ApiDocument, apiDocumentOf } from './platform/api/api-document.ts'
import { systemClock } from './platform/clock/clock.ts'
import { Configuration } from './platform/configuration/configuration.ts'
import type { Database } from './platform/database/database.ts'
import { noFrameworks } from './platform/frameworks/index.ts'
import type { Doors } from './platform/http/doors.ts'
import type { Runtime } from './platform/runtime.ts'
import type { SystemModule } from './system.ts'

export const DOCUMENT_FILE = new URL('../openapi.json', import.meta.url)

/** Doors are declared but nobody walks through them, so there is no database behind them. */
const NO_DATABASE: Database = {
  kind: 'pglite',
  durability: { en: 'None', cy: 'Dim' },
  transaction: noDatabase,
  asOwner: noDatabase,
  copyIn: noDatabase,
  copyOut: noDatabase,
  tidy: noDatabase,
  close: noDatabase,
}

function noDatabase(): never {
  throw new Error('declaring the doors needs no database')
}

/** Every room and every door of the house, with nobody in it. */
export function wholeHouse(): { readonly rooms: readonly SystemModule[]; readonly doors: Doors } {
  const configuration = Configuration.parse({})
  const runtime: Runtime = { configuration, database: NO_DATABASE, clock: systemClock, frameworks: noFrameworks }
  const rooms = allRooms(runtime)
  return { rooms, doors: openDoors(runtime, rooms) }
}

export function wholeDocument(): ApiDocument {
  return apiDocumentOf(wholeHouse().doors)
}

export function renderDocument(): string {
  return `${JSON.stringify(wholeDocument(), null, 2)}\n`
}

if (import.meta.main) await writeFile(DOCUMENT_FILE, renderDocument())

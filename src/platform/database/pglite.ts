/** The embedded database: PGlite in a thread of its own, one connection, transactions one after another. */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import type { Bilingual } from '../../kernel/language.ts'
import type { Database } from './database.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { freeBytes, isInMemory, SPACE_LIMITS, type SpaceLimits } from './free-space.ts'
import { migrate } from './migrations.ts'
import { PgliteWire } from './pglite-wire.ts'
import { OUR_TYPES } from './session.ts'
import { type Connections, databaseOver, LostConnection } from './transactions.ts'
import { DatabaseUnavailable, DISK_FULL } from './unavailable.ts'

export type PgliteOptions = {
  /** Where there is none, the database lives in memory and ends with the process. */
  readonly folder?: string
  /** A dump to start from instead of an empty database; a folder that holds a database already keeps its own. */
  readonly contents?: Blob
  /** Applies pending migrations; true where not given. */
  readonly migrate?: boolean
  readonly space?: SpaceLimits
}

export type EmbeddedDatabase = Database & {
  /** The whole data folder as an uncompressed tar file, which `contents` takes. */
  dump(): Promise<Blob>
}

/** The log is recycled by checkpoints, which nothing in this build makes by itself. */
const CHECKPOINT_AFTER_BYTES = 64 * 2 ** 20

/** Opens (and creates, and migrates) the embedded database. Throws DatabaseUnavailable when another process has it or the disk is full. */
export async function openPglite(options: PgliteOptions = {}): Promise<EmbeddedDatabase> {
  const embedded = new Embedded(options)
  try {
    await embedded.lend(600, async (client) => {
      if (options.migrate ?? true) await migrate(client)
    })
  } catch (error) {
    await embedded.close()
    throw error
  }
  return Object.assign(databaseOver(embedded), { dump: () => embedded.dump() })
}

class Embedded implements Connections {
  readonly kind = 'pglite'
  readonly durability: Bilingual
  readonly tidyStatement = 'vacuum analyze'
  readonly #options: PgliteOptions
  readonly #space: SpaceLimits
  #lock: FolderLock | undefined
  #line: { client: pg.Client; wire: PgliteWire; checkpointedAt: number } | undefined
  #turn: Promise<unknown> = Promise.resolve()
  #end: string | undefined

  constructor(options: PgliteOptions) {
    this.#options = options
    this.#space = options.space ?? SPACE_LIMITS
    if (options.folder) mkdirSync(dirname(options.folder), { recursive: true })
    this.#lock = options.folder ? lockFolder(options.folder) : undefined
    this.durability = durabilityOf(options.folder)
  }

  mayWrite(): boolean {
    const { folder } = this.#options
    return !folder || freeBytes(folder) >= this.#space.refuseBelowBytes
  }

  lend<T>(limitSeconds: number, work: (client: pg.Client) => Promise<T>): Promise<T> {
    return this.#afterOthers(async () => {
      this.#line ??= await this.#open()
      const { client, wire } = this.#line
      wire.limitSeconds = limitSeconds
      wire.ref()
      try {
        const result = await work(client)
        await this.#checkpointWhenDue()
        return result
      } catch (error) {
        if (error instanceof LostConnection || wire.destroyed) this.#giveUp(wire)
        throw error
      } finally {
        wire.unref()
      }
    })
  }

  dump(): Promise<Blob> {
    return this.#afterOthers(async () => {
      this.#line ??= await this.#open()
      return this.#line.wire.dump()
    })
  }

  close(): Promise<void> {
    return this.#afterOthers(async () => {
      this.#end ??= 'this database was closed'
      await this.#line?.wire.shutDown()
      this.#line = undefined
      this.#lock?.release()
      this.#lock = undefined
    })
  }

  #afterOthers<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work)
    this.#turn = mine.catch(() => undefined)
    return mine
  }

  async #open() {
    if (this.#end) throw new Error(this.#end)
    const { folder } = this.#options
    const contents = folder && existsSync(join(folder, 'PG_VERSION')) ? undefined : this.#options.contents
    const { stopBelowBytes } = this.#space
    if (folder && freeBytes(dirname(folder)) < stopBelowBytes / 2) throw new DatabaseUnavailable(DISK_FULL)
    const wire = await PgliteWire.open({
      ...(folder ? { folder } : {}),
      ...(contents ? { contents } : {}),
      stopBelowBytes,
    })
    const client = new pg.Client({
      stream: () => wire,
      user: 'postgres',
      database: 'postgres',
      types: OUR_TYPES,
      ssl: false,
    })
    // The query under way is told by its own promise; without a listener a broken line would end the process.
    client.on('error', () => undefined)
    await client.connect()
    return { client, wire, checkpointedAt: 0 }
  }

  /** The next transaction opens the folder anew, and PostgreSQL's recovery makes it whole. What lived in memory is gone for good. */
  #giveUp(wire: PgliteWire): void {
    wire.destroy()
    this.#line = undefined
    if (!this.#options.folder) this.#end = 'this database lived in memory and ended with a query that took too long'
  }

  /** The transaction before it is saved already, so a checkpoint that fails is no failure of that; the folder is then opened anew. */
  async #checkpointWhenDue(): Promise<void> {
    const line = this.#line
    if (!line || line.wire.logBytes - line.checkpointedAt < CHECKPOINT_AFTER_BYTES) return
    line.checkpointedAt = line.wire.logBytes
    await line.client.query('checkpoint').catch(() => this.#giveUp(line.wire))
  }
}

function durabilityOf(folder: string | undefined): Bilingual {
  if (!folder)
    return {
      en: 'Embedded database in memory: everything is gone when the program ends.',
      cy: 'Cronfa ddata fewnol yn y cof: bydd popeth wedi mynd pan ddaw’r rhaglen i ben.',
    }
  if (isInMemory(dirname(folder)))
    return {
      en: `Embedded database in ${folder}, which is in memory: everything is gone when the machine restarts.`,
      cy: `Cronfa ddata fewnol yn ${folder}, sydd yn y cof: bydd popeth wedi mynd pan fydd y peiriant yn ailgychwyn.`,
    }
  return {
    en: `Embedded database in ${folder}: each save is forced to disk before it is confirmed; one process at a time, and no copy elsewhere unless you make backups. For trying out and demonstration.`,
    cy: `Cronfa ddata fewnol yn ${folder}: gorfodir pob cadw i’r ddisg cyn ei gadarnhau; un broses ar y tro, a dim copi yn unman arall oni bai eich bod yn gwneud copïau wrth gefn. Ar gyfer rhoi cynnig arni ac arddangos.`,
  }
}

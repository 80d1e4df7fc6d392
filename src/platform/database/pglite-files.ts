/**
 * The folder on the host as the embedded database's disk. PGlite's own drops every request to force data to disk; here each is carried
 * out, so that PostgreSQL's log and checkpoints keep what they promise. And here files stop growing before the disk is full.
 */
import { fstatSync, fsyncSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { freeBytes } from './free-space.ts'

/** How many bytes are written between two looks at the free space. */
const LOOK_EVERY_BYTES = 4 * 2 ** 20

/** Tables, indexes and sorts. The log, which ends a transaction and makes recovery possible, may always grow. */
const MAY_BE_STOPPED = /\/base\/(\d+\/\d|pgsql_tmp)/

/** Emscripten's number for "no space left on device". */
const ENOSPC = 51

export class HostFolder extends NodeFS {
  /** Bytes written to the log since this was last set to 0; the log is only recycled by a checkpoint. */
  logBytes = 0
  /** How often something was forced to disk. */
  syncs = 0
  readonly #folder: string
  readonly #stopBelowBytes: number
  #bytesUntilLook = 0
  #isFull = false

  constructor(folder: string, stopBelowBytes: number) {
    super(folder)
    this.#folder = resolve(folder)
    this.#stopBelowBytes = stopBelowBytes
  }

  override async init(pglite: PGlite, options: ModuleOptions) {
    const { emscriptenOpts } = await super.init(pglite, options)
    const preRun = [...(emscriptenOpts.preRun ?? []), (module: object) => this.#take(module as HostModule)]
    return { emscriptenOpts: { ...emscriptenOpts, preRun } as ModuleOptions }
  }

  #take({ NODEFS }: HostModule): void {
    NODEFS.stream_ops.fsync = (stream) => {
      this.syncs += 1
      if (stream.nfd !== undefined) fsyncSync(stream.nfd)
      return 0
    }
    NODEFS.stream_ops.write = (stream, buffer, offset, length, position) => {
      if (stream.path.includes('/pg_wal/')) this.logBytes += length
      else if (
        MAY_BE_STOPPED.test(stream.path) &&
        this.#isShortOfSpace(length) &&
        position + length > fstatSync(stream.nfd).size
      )
        throw new NoSpace()
      return NODEFS.tryFSOperation(() => writeSync(stream.nfd, buffer, offset, length, position))
    }
  }

  #isShortOfSpace(length: number): boolean {
    this.#bytesUntilLook -= length
    if (this.#isFull || this.#bytesUntilLook <= 0) {
      this.#isFull = freeBytes(this.#folder) < this.#stopBelowBytes
      this.#bytesUntilLook = LOOK_EVERY_BYTES
    }
    return this.#isFull
  }
}

/** What Emscripten calls an ErrnoError; it knows one by its name. */
class NoSpace extends Error {
  override name = 'ErrnoError'
  readonly errno = ENOSPC
}

type ModuleOptions = Parameters<NodeFS['init']>[1]

type HostStream = { readonly nfd: number; readonly path: string }

type HostModule = {
  readonly NODEFS: {
    tryFSOperation<T>(operation: () => T): T
    readonly stream_ops: {
      fsync?: (stream: HostStream) => number
      write: (stream: HostStream, buffer: Uint8Array, offset: number, length: number, position: number) => number
    }
  }
}

/** The thread in which the embedded database runs: bytes of PostgreSQL's protocol in, bytes out. A long query blocks this thread only. */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { HostFolder } from './pglite-files.ts'

export type WorkerStart = {
  /** Where there is none, the database lives in memory. */
  readonly folder?: string
  readonly contents?: Blob
  readonly stopBelowBytes: number
}

export type WorkerRequest = { readonly bytes: Bytes } | { readonly command: 'dump' | 'close' }

/** A request is answered by any number of parts and one end, which carries the last bytes. */
export type WorkerAnswer =
  | { readonly kind: 'part'; readonly bytes: Bytes }
  | {
      readonly kind: 'end'
      readonly bytes?: Bytes
      readonly logBytes: number
      readonly syncs: number
      readonly dump?: Blob
    }
  | { readonly kind: 'failed'; readonly message: string }

type Bytes = Uint8Array<ArrayBuffer>

const PART_BYTES = 256 * 1024

/** What our SQL counts on, as postgres.ts says it; and what this build lacks or would let grow. */
const SETTINGS = [
  'timezone=UTC',
  'datestyle=ISO',
  'intervalstyle=iso_8601',
  'extra_float_digits=1',
  'wal_sync_method=fsync',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=256MB',
  'work_mem=32MB',
  'maintenance_work_mem=128MB',
  'jit=off',
]

const port = parentPort
if (!port) throw new Error('this file is run as a worker thread')
const start = workerData as WorkerStart

const answer = (message: WorkerAnswer) =>
  port.postMessage(message, 'bytes' in message && message.bytes ? [message.bytes.buffer] : [])

try {
  const files = start.folder ? new HostFolder(start.folder, start.stopBelowBytes) : undefined
  const pglite = await PGlite.create({
    startParams: startParameters(files !== undefined),
    ...(files ? { fs: files } : {}),
    ...(start.contents ? { loadDataDir: start.contents } : {}),
  })
  const end = (more: { bytes?: Bytes; dump?: Blob } = {}) =>
    answer({ kind: 'end', logBytes: files?.logBytes ?? 0, syncs: files?.syncs ?? 0, ...more })
  port.on('message', async (request: WorkerRequest) => {
    try {
      if ('bytes' in request) end({ bytes: await converse(pglite, request.bytes) })
      else if (request.command === 'dump') end({ dump: await pglite.dumpDataDir('none') })
      else {
        await pglite.close()
        end()
      }
    } catch (error) {
      answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    }
  })
  end()
} catch (error) {
  answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
}

/** `-F` says that nothing need be forced to disk; PGlite gives it by default. */
function startParameters(isOnDisk: boolean): string[] {
  const parameters = PGlite.defaultStartParams.filter((parameter) => !isOnDisk || parameter !== '-F')
  return [...parameters, ...SETTINGS.flatMap((setting) => ['-c', setting])]
}

/** Small parts are joined, and the last bytes are kept for the end: most answers go back in one message. */
async function converse(pglite: PGlite, request: Uint8Array): Promise<Bytes> {
  let parts: Uint8Array[] = []
  let size = 0
  const joined = () => {
    const bytes = new Uint8Array(size)
    let at = 0
    for (const part of parts) {
      bytes.set(part, at)
      at += part.length
    }
    parts = []
    size = 0
    return bytes
  }
  await pglite.execProtocolRawStream(request, {
    syncToFs: false,
    onRawData: (data) => {
      if (size >= PART_BYTES) answer({ kind: 'part', bytes: joined() })
      parts.push(data.slice())
      size += data.length
    },
  })
  return joined()
}

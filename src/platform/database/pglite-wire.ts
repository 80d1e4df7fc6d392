/** The line between node-postgres and the thread of the embedded database: looks like a socket, and ends a query that runs too long. */
import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { WorkerAnswer, WorkerRequest, WorkerStart } from './pglite-worker.ts'
import { DatabaseUnavailable, TOOK_TOO_LONG } from './unavailable.ts'

type End = Extract<WorkerAnswer, { kind: 'end' }>

export class PgliteWire extends Duplex {
  /** How long one request may take; set by each transaction. */
  limitSeconds = 120
  /** Bytes in the log of the database since this thread began. */
  logBytes = 0
  readonly #worker: Worker
  #waiting: { resolve: (end: End) => void; reject: (error: Error) => void; timer: NodeJS.Timeout } | undefined

  private constructor(worker: Worker) {
    super()
    this.#worker = worker
    worker.on('message', (answer: WorkerAnswer) => this.#take(answer))
    worker.on('error', (error: Error) => this.destroy(error))
    worker.on('exit', () => this.destroy(this.#waiting ? new Error('the thread of the database ended') : undefined))
  }

  /** Starts the thread; answers when the database is open (which may mean: created, or recovered after a crash). */
  static async open(start: WorkerStart): Promise<PgliteWire> {
    const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: start, execArgv: [] })
    const wire = new PgliteWire(worker)
    const end = await wire.#answerOf(300)
    if (start.folder && end.syncs === 0) {
      wire.destroy()
      throw new Error('the embedded database does not force anything to disk; it would not survive a power cut')
    }
    return wire
  }

  async dump(): Promise<Blob> {
    const { dump } = await this.#ask({ command: 'dump' }, 300)
    if (!dump) throw new Error('the thread of the database answered without a dump')
    return dump
  }

  /** Ends the database in order and then its thread. */
  async shutDown(): Promise<void> {
    if (!this.destroyed) await this.#ask({ command: 'close' }, 60)
    this.destroy()
    await this.#worker.terminate()
  }

  // What node-postgres expects of a socket beyond a stream.
  connect(): this {
    queueMicrotask(() => this.emit('connect'))
    return this
  }
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    this.#worker.ref()
    return this
  }
  unref(): this {
    this.#worker.unref()
    return this
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.#ask({ bytes: new Uint8Array(chunk) }, this.limitSeconds).then(() => done(), done)
  }

  /** What was written together is asked together: parse, bind and execute make one message. */
  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error) => void): void {
    const all = Buffer.concat(chunks.map(({ chunk }) => chunk))
    this._write(all, 'binary' as BufferEncoding, done)
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    const waiting = this.#waiting
    this.#waiting = undefined
    if (waiting) clearTimeout(waiting.timer)
    waiting?.reject(error ?? new Error('the line to the database was closed'))
    this.#worker.terminate().then(
      () => done(error),
      () => done(error),
    )
  }

  #ask(request: WorkerRequest, limitSeconds: number): Promise<End> {
    if (this.destroyed) return Promise.reject(new Error('the line to the database was closed'))
    const answer = this.#answerOf(limitSeconds)
    this.#worker.postMessage(request, 'bytes' in request ? [request.bytes.buffer] : [])
    return answer
  }

  #answerOf(limitSeconds: number): Promise<End> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.destroy(new DatabaseUnavailable(TOOK_TOO_LONG)), limitSeconds * 1000)
      this.#waiting = { resolve, reject, timer }
    })
  }

  #take(answer: WorkerAnswer): void {
    if (answer.kind === 'part') {
      this.push(Buffer.from(answer.bytes.buffer))
      return
    }
    const waiting = this.#waiting
    if (!waiting) return
    this.#waiting = undefined
    clearTimeout(waiting.timer)
    if (answer.kind === 'failed') {
      waiting.reject(new Error(`the embedded database failed: ${answer.message}`))
      return
    }
    this.logBytes = answer.logBytes
    waiting.resolve(answer)
    // Only now: what these bytes say may make somebody ask the next thing at once.
    if (answer.bytes) this.push(Buffer.from(answer.bytes.buffer))
  }
}

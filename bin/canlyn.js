#!/usr/bin/env node
/** Starts the command line on the Node that Canlyn brings with it (Node 26), whatever Node started this file. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const NEEDED = 26

function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const own = new URL(`../node_modules/node-${process.platform}-${process.arch}/bin/${name}`, import.meta.url)
  return existsSync(own) ? fileURLToPath(own) : undefined
}

const node = findNode()
if (!node) {
  console.error(
    `Canlyn needs Node ${NEEDED} or newer; this is ${process.version}. Run \`npm ci\`, which brings it for most computers, or install it from https://nodejs.org.`,
  )
  process.exit(3)
}

const child = spawn(
  node,
  [
    '--import',
    import.meta.resolve('tsx'),
    fileURLToPath(new URL('../src/cli.ts', import.meta.url)),
    ...process.argv.slice(2),
  ],
  // tsx reads how to compile from the folder it stands in, which is anybody's here.
  {
    stdio: 'inherit',
    env: { ...process.env, TSX_TSCONFIG_PATH: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) },
  },
)
// The child decides when to stop; this process only waits for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 3)
})

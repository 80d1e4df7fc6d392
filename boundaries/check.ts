/** `npm run boundaries`: fails when something imports what it may not, or when the checker did not see every file. */
import { fileURLToPath } from 'node:url'
import { checkBoundaries } from './boundaries.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { findings, filesRead, filesThere } = await checkBoundaries(root, ['src', 'demo'])
for (const { rule, from, to, comment } of findings) console.error(`${rule}: ${from} → ${to}\n  ${comment}`)
const isBlind = filesRead === 0 || filesRead < filesThere
if (isBlind) console.error(`The checker read ${filesRead} of ${filesThere} files: it cannot be trusted.`)
else console.log(`Boundaries: ${filesRead} files read, ${findings.length} violations.`)
process.exitCode = isBlind || findings.length > 0 ? 1 : 0

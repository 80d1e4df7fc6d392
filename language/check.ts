/** `npm run language`: lists what may be wrong with the phrases of both languages. */
import { fileURLToPath } from 'node:url'
import { findingsIn } from './findings.ts'
import { listSources, readPhrases } from './phrases.ts'

export async function checkLanguage(): Promise<{
  phrases: number
  findings: readonly ReturnType<typeof findingsIn>[number][]
}> {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const files = await listSources(root, 'src')
  const phrases = (await Promise.all(files.map((file) => readPhrases(root, file)))).flat()
  return { phrases: phrases.length, findings: phrases.flatMap(findingsIn) }
}

if (import.meta.main) {
  const { phrases, findings } = await checkLanguage()
  for (const { place, what, says } of findings) console.error(`${place} ${what}: ${says}`)
  console.log(`Language: ${phrases} phrases in both languages, ${findings.length} findings.`)
  process.exitCode = findings.length > 0 ? 1 : 0
}

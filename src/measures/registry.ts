/** The registry: what every system says can be counted. Filled once at start; a mistake in it is our bug and throws. */
import { LANGUAGES } from '../kernel/language.ts'
import { type Counter, isOfMembers, type Measure, type RollupSource } from './measure.ts'

const sources = new Map<string, RollupSource>()
const measures = new Map<string, Measure>()

/** A system publishes facts that can be counted; publishing the same source again changes nothing. */
export function publishSource(source: RollupSource): void {
  if (sources.get(source.name) === source) return
  if (sources.has(source.name)) throw new Error(`two sources are called ${source.name}`)
  for (const [name, counter] of Object.entries(source.counters)) checkCounter(source, name, counter)
  sources.set(source.name, source)
}

/** A system publishes its measures, after their sources; publishing the same measure again changes nothing. */
export function publishMeasures(published: readonly Measure[]): void {
  for (const measure of published) {
    if (measures.get(measure.name) === measure) continue
    if (measures.has(measure.name)) throw new Error(`two measures are called ${measure.name}`)
    checkMeasure(measure)
    measures.set(measure.name, measure)
  }
}

/** Throws on a measure nobody published. */
export function getMeasure(name: string): Measure {
  const measure = measures.get(name)
  if (!measure) throw new Error(`nobody published a measure called ${name}`)
  return measure
}

export function findMeasure(name: string): Measure | undefined {
  return measures.get(name)
}

/** All of them, in the order they were published. */
export function listMeasures(): readonly Measure[] {
  return [...measures.values()]
}

/** Those by which providers are compared, in the order they were published. */
export function listCompared(): readonly Measure[] {
  return listMeasures().filter(({ compared }) => compared !== undefined)
}

export function getSource(name: string): RollupSource {
  const source = sources.get(name)
  if (!source) throw new Error(`nobody published facts called ${name}`)
  return source
}

export function listSources(): readonly RollupSource[] {
  return [...sources.values()]
}

export function getCounter(source: RollupSource, name: string): Counter {
  const counter = source.counters[name]
  if (!counter) throw new Error(`${source.name} has no counter ${name}`)
  return counter
}

function checkMeasure(measure: Measure): void {
  const wrong = (what: string) => new Error(`measure ${measure.name}: ${what}`)
  if (!/^[a-z]+(-[a-z]+)*$/.test(measure.name)) throw wrong('its name is not kebab-case')
  const source = getSource(measure.source)
  if (measure.compared && (!source.isBanded || measure.unit !== 'share'))
    throw wrong('providers can be compared only by shares that are kept apart by band of need')
  const counters = [measure.numerator, ...(measure.denominator === 'one' ? [] : [measure.denominator])].map((name) =>
    getCounter(source, name),
  )
  const [numerator, denominator] = counters
  if (numerator && denominator && isOfMembers(numerator) !== isOfMembers(denominator))
    throw wrong('numerator and denominator cover different time: one counts days, the other whole months')
  if (measure.unit === 'share' && !denominator) throw wrong('a share needs a denominator')
  for (const language of LANGUAGES)
    if (!measure.label[language] || !measure.meaning[language]) throw wrong(`it has no words in ${language}`)
}

function checkCounter(source: RollupSource, name: string, counter: Counter): void {
  const wrong = (what: string) => new Error(`counter ${name} of ${source.name}: ${what}`)
  if (!/^[a-z]+(_[a-z]+)*$/.test(name)) throw wrong('its name is not snake_case')
  if (isOfMembers(counter) && !source.members) throw wrong('it counts members, and the source keeps none')
  if ('membersWhere' in counter && !source.members?.columns.includes(counter.membersWhere))
    throw wrong(`the members have no column ${counter.membersWhere}`)
}

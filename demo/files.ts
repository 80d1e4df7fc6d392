/** The county as the files an authority would have: one CSV for each kind of record, and a visit file for each month. */
import { monthsOf } from '../src/kernel/period.ts'
import { caseloadRows } from './caseload.ts'
import type { County } from './county.ts'
import { needBandRows } from './need-bands.ts'
import { AREAS } from './places.ts'
import { sizeBand } from './providers.ts'
import { chanceOf } from './random.ts'
import { episodeRows } from './reablement.ts'
import { visitFile } from './visits.ts'
import { LOCAL_OUTCOMES } from './words.ts'

export type DemoFile = {
  /** The import kind it is for. */
  readonly kind: string
  readonly name: string
  /** CSV in chunks of whole lines. */
  readonly chunks: () => Iterable<string>
}

/** All files in the order they have to come in. */
export function demoFiles(county: County): readonly DemoFile[] {
  return [
    file('areas', () => AREAS.map(areaRow)),
    file('needs', () => needRows(county)),
    file('outcome-catalogue', () => LOCAL_OUTCOMES.map(catalogueRow)),
    file('providers', () => providerRows(county)),
    file('contracts', () => contractRows(county)),
    file('contract-indicators', () => indicatorRows(county)),
    file('people', () => personRows(county)),
    file('caseload', () => caseloadRows(county)),
    file('need-bands', () => needBandRows(county)),
    file('outcomes', () => outcomeRows(county)),
    file('contributions', () => contributionRows(county)),
    file('packages', () => packageRows(county)),
    file('outcome-reviews', () => reviewRows(county)),
    file('reablement', () => episodeRows(county)),
    ...visitFiles(county),
  ]
}

type Row = Readonly<Record<string, string | number | Temporal.PlainDate | undefined>>

function file(kind: string, rows: () => readonly Row[]): DemoFile {
  return { kind, name: `${kind}.csv`, chunks: () => csv(rows()) }
}

function visitFiles(county: County): readonly DemoFile[] {
  return monthsOf(county.window).map((month, index) => ({
    kind: 'visits',
    name: `visits-${month.toString().slice(0, 7)}.csv`,
    chunks: () => visitFile(chanceOf(county.seed + 100 + index), county.packages, month, county.window),
  }))
}

const LINES_A_CHUNK = 500

function* csv(rows: readonly Row[]): Generator<string> {
  const columns = Object.keys(rows[0] ?? {})
  yield `${columns.join(',')}\r\n`
  for (let from = 0; from < rows.length; from += LINES_A_CHUNK)
    yield rows
      .slice(from, from + LINES_A_CHUNK)
      .map((row) => `${columns.map((column) => cell(row[column])).join(',')}\r\n`)
      .join('')
}

function cell(value: Row[string]): string {
  const text = value === undefined ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function areaRow(area: (typeof AREAS)[number]): Row {
  return {
    area_ref: area.ref,
    name_en: area.nameEn,
    name_cy: area.nameCy,
    rurality: area.rurality,
    people_aged_75_plus: area.peopleAged75Plus,
    welsh_speakers_percent: area.welshSpeakersPercent,
    source: 'Demonstration: drawn, not counted',
  }
}

function needRows(county: County): readonly Row[] {
  const older = AREAS.reduce((sum, area) => sum + area.peopleAged75Plus, 0)
  const coast = AREAS.find((area) => area.ref === 'traeth-elwydd')!
  const valley = AREAS.find((area) => area.ref === 'cwm-hesgin')!
  const need = (ref: string, area: string, people: number, en: string, cy: string): Row => ({
    need_ref: ref,
    area_ref: area,
    description_en: en,
    description_cy: cy,
    people: Math.round(people),
    as_of: county.window.to.with({ month: 4, day: 1 }),
    source: 'Demonstration: drawn, not counted',
  })
  return [
    need(
      'alone-75',
      '',
      older * 0.42,
      'People aged 75 and over who live alone',
      'Pobl 75 oed a hŷn sy’n byw ar eu pen eu hunain',
    ),
    need(
      'leaving-hospital',
      '',
      older * 0.061,
      'People who leave hospital needing help to get back on their feet',
      'Pobl sy’n gadael yr ysbyty ac angen help i gael eu traed danynt',
    ),
    need(
      'welsh-speakers-75',
      '',
      older * 0.34,
      'People aged 75 and over whose first language is Welsh',
      'Pobl 75 oed a hŷn y mae’r Gymraeg yn iaith gyntaf iddynt',
    ),
    need('dementia', '', older * 0.12, 'People who live with dementia', 'Pobl sy’n byw gyda dementia'),
    need(
      'coast-75',
      coast.ref,
      coast.peopleAged75Plus,
      'People aged 75 and over on the coast',
      'Pobl 75 oed a hŷn ar yr arfordir',
    ),
    need(
      'hesgin-waiting',
      valley.ref,
      valley.peopleAged75Plus * 0.3,
      'People in Cwm Hesgin for whom no provider has room',
      'Pobl yng Nghwm Hesgin nad oes gan yr un darparwr le iddynt',
    ),
    need('carers', '', older * 0.19, 'Unpaid carers of people aged 75 and over', 'Gofalwyr di-dâl pobl 75 oed a hŷn'),
  ]
}

function catalogueRow(outcome: (typeof LOCAL_OUTCOMES)[number]): Row {
  return {
    outcome_ref: outcome.ref,
    level: 'local',
    well_being_area: outcome.wellBeingArea,
    statement_en: outcome.en,
    statement_cy: outcome.cy,
    national_ref: outcome.nationalRef,
    need_ref: outcome.needRef,
    edition: '1',
    source: 'Demonstration',
    is_verified: 'yes',
  }
}

function providerRows(county: County): readonly Row[] {
  return county.providers.map((provider) => {
    const workers = Math.max(3, Math.round(provider.people * 0.9))
    return {
      provider_ref: provider.ref,
      name: provider.name,
      size_band: sizeBand(provider.people),
      care_workers: workers,
      welsh_speaking_workers: Math.round(workers * provider.practice.welsh * 0.6),
    }
  })
}

function contractRows(county: County): readonly Row[] {
  return county.contracts.map((contract) => ({
    contract_ref: contract.ref,
    title_en: contract.titleEn,
    title_cy: contract.titleCy,
    provider_ref: contract.provider.ref,
    lot: contract.lot,
    route: contract.route,
    service: contract.service,
    model: contract.model,
    starts_on: contract.startsOn,
    ends_on: contract.endsOn,
    rate_per_hour: (contract.ratePerHourPence / 100).toFixed(2),
    late_tolerance_minutes: contract.lateToleranceMinutes,
    short_tolerance_percent: 80,
    area_refs: contract.areaRefs.join(';'),
    outcome_refs: contract.outcomeRefs.join(';'),
  }))
}

function indicatorRows(county: County): readonly Row[] {
  return county.contracts.flatMap((contract) =>
    contract.indicators.map((indicator) => ({
      contract_ref: contract.ref,
      measure: indicator.measure,
      outcome_ref: indicator.outcomeRef,
      baseline_numerator: indicator.baseline[0],
      baseline_denominator: indicator.baseline[1],
      baseline_note: 'Year before the contract',
      target: indicator.target,
    })),
  )
}

function personRows(county: County): readonly Row[] {
  return county.people.map((person) => ({
    person_ref: person.ref,
    given_name: person.givenName,
    family_name: person.familyName,
    known_as: person.knownAs,
    born_on: person.bornOn,
    language: person.language,
    area_ref: person.area.ref,
    need_group: person.needGroup,
    what_matters: person.whatMatters,
    what_matters_language: person.language,
    started_on: person.startedOn,
    ended_on: person.endedOn,
    ended_reason: person.endedOn ? 'care ended' : '',
  }))
}

function outcomeRows(county: County): readonly Row[] {
  return county.outcomes.map((outcome) => ({
    personal_outcome_ref: outcome.ref,
    person_ref: outcome.person.ref,
    plan_ref: outcome.planRef,
    plan_agreed_on: outcome.person.startedOn,
    own_words: outcome.ownWords,
    own_words_language: outcome.person.language,
    outcome_ref: outcome.theme.outcomeRef,
    contract_ref: outcome.person.contract?.ref,
    scale: outcome.scale,
    baseline_score: outcome.baselineScore,
    target_score: outcome.targetScore,
    agreed_on: outcome.agreedOn,
    review_due_on: outcome.reviewDueOn,
    ended_on: outcome.endedOn,
  }))
}

function contributionRows(county: County): readonly Row[] {
  return county.outcomes.flatMap((outcome) =>
    outcome.contributions.map((contribution) => ({
      personal_outcome_ref: outcome.ref,
      party: contribution.party,
      provider_ref: contribution.party === 'provider' ? outcome.person.contract?.provider.ref : '',
      contract_ref: contribution.party === 'provider' ? outcome.person.contract?.ref : '',
      extent: contribution.extent,
      what: contribution.what,
    })),
  )
}

function packageRows(county: County): readonly Row[] {
  return county.packages.map((p) => ({
    package_ref: p.ref,
    person_ref: p.person.ref,
    contract_ref: p.person.contract?.ref,
    area_ref: p.person.area.ref,
    starts_on: p.startsOn,
    ends_on: p.endsOn,
    ended_reason: p.endsOn ? 'care ended' : '',
    weekly_minutes: 7 * p.calls.reduce((sum, call) => sum + call.minutes, 0),
    weekly_visits: 7 * p.calls.length,
    language: p.person.language,
  }))
}

function reviewRows(county: County): readonly Row[] {
  return county.outcomes.flatMap((outcome) =>
    outcome.reviews.map((review) => ({
      review_ref: review.ref,
      personal_outcome_ref: outcome.ref,
      due_on: review.dueOn,
      held_on: review.heldOn,
      score: review.score,
      achievement: review.achievement,
      provider_says: review.providerSays,
      person_says: review.personSays,
      person_said_by: review.saidBy,
      person_said_on: review.saidBy ? review.heldOn : undefined,
      person_words: review.words,
      person_words_language: review.words ? outcome.person.language : '',
      attribution_provider: review.attribution.provider,
      attribution_person: review.attribution.person,
      attribution_carer: review.attribution.carer,
      attribution_family: review.attribution.family,
      attribution_community: review.attribution.community,
      named_first: review.namedFirst,
      evidence: review.evidence,
    })),
  )
}

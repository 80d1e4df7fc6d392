/** One visit: how it went in a sentence, then what is recorded of it. */
import type { Context } from 'hono'
import { showDay } from '../../../kernel/period.ts'
import { nameOf } from '../../../measures/slice-names.ts'
import { perform } from '../../../platform/actions/action.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { Link, Page, SummaryList } from '../../../ui/index.ts'
import { carePlanningPaths } from '../../care-planning/paths.ts'
import { contractPaths } from '../../contract-management/paths.ts'
import { workAllocationPaths } from '../paths.ts'
import { type OneVisit, openVisit } from './visit.actions.ts'
import { showPerson, showSpan, visitSentence } from './visit.sentences.ts'
import { text } from './visit.text.ts'
import { LANGUAGE_NAMES } from './visit.ts'
import { VisitTags } from './visit-table.tsx'

export function visitPages(doors: Doors): void {
  doors.get('/visits/:providerId/:visitRef', 'visits:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openVisit, c.req.param(), originOf(c))
    return result.ok ? c.html(<VisitPage c={c} shown={result.value} />) : answerRefusal(c, result.refusal)
  })
}

const VisitPage = ({ c, shown: { visit, names } }: { c: Context<Env>; shown: OneVisit }) => {
  const language = c.get('language')
  const t = text[language]
  const person = showPerson(names.people.get(visit.personId), names.mayNamePeople, visit.personId)
  const day = showDay(language, visit.day)
  const nothing = t.facts.notRecorded
  return (
    <Page
      frame={c.get('frame')}
      above={`${day}, ${showSpan(visit.plannedStart, visit.plannedEnd)}`}
      title={t.visitOf(person)}
      lead={visitSentence(language, visit)}
      breadcrumbs={[{ label: t.visits, href: workAllocationPaths.visits({}, { from: visit.day, to: visit.day }) }]}
    >
      <SummaryList
        rows={[
          { key: t.facts.status, value: <VisitTags language={language} visit={visit} /> },
          { key: t.facts.planned, value: `${day}, ${showSpan(visit.plannedStart, visit.plannedEnd)}` },
          {
            key: t.facts.actual,
            value: visit.actualStart || visit.actualEnd ? showSpan(visit.actualStart, visit.actualEnd) : t.noTimes,
          },
          {
            key: t.facts.tolerances,
            value: t.facts.tolerancesAre(visit.lateToleranceMinutes, visit.shortTolerancePercent),
          },
          {
            key: t.facts.workers,
            value: [visit.workerRef, visit.secondWorkerRef].filter(Boolean).join(', ') || nothing,
          },
          { key: t.facts.languageAsked, value: LANGUAGE_NAMES[visit.languageAsked][language] },
          { key: t.facts.language, value: visit.language ? LANGUAGE_NAMES[visit.language][language] : nothing },
          {
            key: t.columns.person,
            value: names.mayNamePeople ? <Link href={carePlanningPaths.person(visit.personId)}>{person}</Link> : person,
          },
          {
            key: t.facts.package,
            value: <Link href={workAllocationPaths.package(visit.packageId)}>{t.facts.openPackage}</Link>,
          },
          { key: t.provider, value: nameOf(names.choices, 'providerId', visit.providerId)?.[language] ?? '' },
          {
            key: t.contract,
            value: (
              <Link href={contractPaths.contract(visit.contractId)}>
                {nameOf(names.choices, 'contractId', visit.contractId)?.[language] ?? String(visit.contractId)}
              </Link>
            ),
          },
          { key: t.columns.ref, value: visit.visitRef },
        ]}
      />
    </Page>
  )
}

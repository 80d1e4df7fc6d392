/** One package of care: what is placed, how its visits went, and the visits themselves. */
import type { Context } from 'hono'
import { showDay } from '../../../kernel/period.ts'
import { nameOf } from '../../../measures/slice-names.ts'
import { perform } from '../../../platform/actions/action.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { may } from '../../../platform/permissions/actor.ts'
import { DataTable, Link, Page, Section, StackedBar, SummaryList } from '../../../ui/index.ts'
import { carePlanningPaths } from '../../care-planning/paths.ts'
import { contractPaths } from '../../contract-management/paths.ts'
import { workAllocationPaths } from '../paths.ts'
import { showPerson } from '../visit/visit.sentences.ts'
import { visitColumns } from '../visit/visit-table.tsx'
import { type OnePackage, openPackage } from './package.actions.ts'
import { showHours } from './package.sentences.ts'
import { text } from './package.text.ts'
import { stateOn } from './package.ts'

export function packagePages(doors: Doors): void {
  doors.get('/packages/:packageId', 'visits:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openPackage, c.req.param(), originOf(c))
    return result.ok ? c.html(<PackagePage c={c} shown={result.value} />) : answerRefusal(c, result.refusal)
  })
}

const PackagePage = ({ c, shown }: { c: Context<Env>; shown: OnePackage }) => {
  const language = c.get('language')
  const t = text[language]
  const { carePackage, names, counts, visits, period } = shown
  const person = showPerson(names.people.get(carePackage.personId), names.mayNamePeople, carePackage.personId)
  const total = counts.delivered + counts.missed + counts.cancelled
  const columns = visitColumns(language, names).filter(({ key }) =>
    ['day', 'planned', 'actual', 'status'].includes(key),
  )
  return (
    <Page
      frame={c.get('frame')}
      above={t.above(carePackage.ref)}
      title={t.title(person)}
      lead={t.sentence[stateOn(carePackage, shown.today)](
        t.weeklyVisits(carePackage.weeklyVisits),
        t.weeklyHours(showHours(language, carePackage.weeklyMinutes)),
      )}
      breadcrumbs={[
        { label: t.visits, href: workAllocationPaths.visits() },
        { label: t.packages, href: workAllocationPaths.packages() },
      ]}
    >
      <Section title={t.howItWent}>
        {total === 0 ? (
          <p class="govuk-body">{t.noVisits}</p>
        ) : (
          <StackedBar
            title={t.howItWent}
            meaning={t.went(counts.delivered, counts.missed, counts.late)}
            parts={[
              { label: t.delivered, value: counts.delivered, tone: 'achieved' },
              { label: t.cancelled, value: counts.cancelled, tone: 'changed' },
              { label: t.missed, value: counts.missed, tone: 'not' },
            ]}
          />
        )}
      </Section>
      <Section title={t.visits}>
        <DataTable caption={t.visits} captionHidden columns={columns} rows={visits} empty={t.noVisits} />
        {visits.length < total && (
          <p class="govuk-body">
            <Link
              href={workAllocationPaths.visits(
                { personId: carePackage.personId, packageId: carePackage.packageId },
                period,
              )}
            >
              {t.allVisits}
            </Link>
          </p>
        )}
      </Section>
      <Section title={t.about}>
        <About c={c} shown={shown} person={person} />
      </Section>
    </Page>
  )
}

const About = ({ c, shown, person }: { c: Context<Env>; shown: OnePackage; person: string }) => {
  const language = c.get('language')
  const t = text[language]
  const { carePackage, names, today } = shown
  return (
    <>
      <SummaryList
        rows={[
          { key: t.state, value: t.states[stateOn(carePackage, today)] },
          { key: t.columns.starts, value: showDay(language, carePackage.startsOn) },
          { key: t.columns.ends, value: carePackage.endsOn ? showDay(language, carePackage.endsOn) : t.open },
          ...(carePackage.endedReason ? [{ key: t.columns.reason, value: carePackage.endedReason }] : []),
          {
            key: t.columns.person,
            value: names.mayNamePeople ? (
              <Link href={carePlanningPaths.person(carePackage.personId)}>{person}</Link>
            ) : (
              person
            ),
          },
          { key: t.language, value: t.languages[carePackage.language] },
          { key: t.provider, value: nameOf(names.choices, 'providerId', carePackage.providerId)?.[language] ?? '' },
          {
            key: t.contract,
            value: (
              <Link href={contractPaths.contract(carePackage.contractId)}>
                {nameOf(names.choices, 'contractId', carePackage.contractId)?.[language] ?? carePackage.contractId}
              </Link>
            ),
          },
          { key: t.area, value: nameOf(names.choices, 'areaId', carePackage.areaId)?.[language] ?? '' },
        ]}
      />
      {may(actorOf(c), 'history:read') && (
        <p class="govuk-body">
          <Link href={`/history/work-allocation.package/${carePackage.packageId}`}>{t.history}</Link>
        </p>
      )}
    </>
  )
}

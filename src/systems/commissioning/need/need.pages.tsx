/** The page of one need with the outcomes that answer it. */
import { showDay } from '../../../kernel/period.ts'
import { perform } from '../../../platform/actions/action.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { Link, Page, Section, SummaryList } from '../../../ui/index.ts'
import { openNeed } from '../area/area.actions.ts'
import { areaText } from '../area/area.text.ts'
import { commissioningPaths } from '../paths.ts'

export function needPages(doors: Doors): void {
  doors.get('/needs/:needId', 'catalogue:read', async (c) => {
    const asked = { needId: c.req.param('needId') }
    const result = await perform(c.get('runtime'), actorOf(c), openNeed, asked, originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    const language = c.get('language')
    const text = areaText[language]
    const { need, outcomes, area } = result.value
    return c.html(
      <Page
        frame={c.get('frame')}
        title={need.description[language]}
        above={[need.ref, area?.name[language] ?? text.wholeAuthority].join(' · ')}
        lead={outcomes.length === 0 ? text.answeredByNone : text.answered(outcomes.length)}
        breadcrumbs={[
          { label: text.title, href: commissioningPaths.areas() },
          ...(area ? [{ label: area.name[language], href: commissioningPaths.area(area.areaId) }] : []),
        ]}
      >
        <SummaryList
          rows={[
            { key: text.counted, value: text.people(need.people) },
            { key: text.columns.source, value: text.asOf(showDay(language, need.asOf), need.source) },
          ]}
        />
        {outcomes.length > 0 && (
          <Section title={text.answeredBy}>
            <ul class="govuk-list govuk-list--bullet">
              {outcomes.map((outcome) => (
                <li>
                  <Link href={commissioningPaths.outcome(outcome.outcomeId)}>{outcome.statement[language]}</Link>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Page>,
    )
  })
}

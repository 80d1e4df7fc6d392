/** What a contract says, as facts: above the title in one line, and below the numbers in full. */
import type { FC } from 'hono/jsx'
import { compareNames, type Language } from '../../../kernel/language.ts'
import { MODEL_NAMES, SERVICE_NAMES } from '../../../kernel/model.ts'
import { showMoney } from '../../../kernel/money.ts'
import { Link, type SummaryAction, SummaryList } from '../../../ui/index.ts'
import { commissioningPaths } from '../../commissioning/paths.ts'
import { contractPaths } from '../paths.ts'
import { termOf } from './contract-term.ts'
import type { Scorecard } from './scorecard.actions.ts'
import { pageText } from './scorecard-page.text.ts'

/** "Gofal Dyffryn · Framework, Lot 3 · 1 April 2025 to 31 March 2029 · Model 2". */
export function aboveTitle(language: Language, { contract, provider }: Scorecard): string {
  const text = pageText[language]
  const route = text.routes[contract.route]
  const lot = contract.lot ? `${route}, ${text.lot(contract.lot)}` : route
  return [provider.name, lot, termOf(language, contract), text.model(contract.model)].join(' · ')
}

export const AboutContract: FC<{ language: Language; card: Scorecard }> = ({ language, card }) => {
  const text = pageText[language]
  const { contract, provider } = card
  const change: readonly SummaryAction[] = card.mayChange
    ? [{ href: contractPaths.indicators(contract.contractId), label: text.change }]
    : []
  return (
    <>
      <SummaryList
        rows={[
          { key: text.reference, value: contract.ref },
          {
            key: text.provider,
            value: <Link href={commissioningPaths.provider(provider.providerId)}>{provider.name}</Link>,
          },
          { key: text.service, value: SERVICE_NAMES[contract.service][language] },
          { key: text.modelRow, value: `${contract.model}: ${MODEL_NAMES[contract.model][language]}` },
          { key: text.term, value: termOf(language, contract) },
          {
            key: text.route,
            value: text.routes[contract.route] + (contract.lot ? `, ${text.lot(contract.lot)}` : ''),
          },
          { key: text.areas, value: <Areas language={language} card={card} /> },
          { key: text.serves, value: <Serves language={language} card={card} /> },
          { key: text.rate, value: text.ratePerHour(showMoney(language, contract.ratePerHourPence)) },
          {
            key: text.tolerances,
            value: text.tolerancesSay(contract.lateToleranceMinutes, contract.shortTolerancePercent),
          },
          { key: text.indicators, value: text.indicatorsSay(card.indicators.length), actions: change },
        ]}
      />
      {card.maySeeHistory && (
        <p class="govuk-body">
          <Link href={`/history/contract-management.contract/${contract.contractId}`}>{text.history}</Link>
        </p>
      )}
    </>
  )
}

const Areas: FC<{ language: Language; card: Scorecard }> = ({ language, card }) => (
  <ul class="govuk-list">
    {[...card.areas]
      .sort((a, b) => compareNames(language, a.name[language], b.name[language]))
      .map((area) => (
        <li>
          <Link href={commissioningPaths.area(area.areaId)}>{area.name[language]}</Link>
        </li>
      ))}
  </ul>
)

const Serves: FC<{ language: Language; card: Scorecard }> = ({ language, card }) =>
  card.outcomes.length === 0 ? (
    <p class="govuk-body">{pageText[language].servesNothing}</p>
  ) : (
    <ul class="govuk-list">
      {card.outcomes.map((outcome) => (
        <li>
          <Link href={commissioningPaths.outcome(outcome.outcomeId)}>{outcome.statement[language]}</Link>
        </li>
      ))}
    </ul>
  )

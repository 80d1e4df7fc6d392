/** The form on which a contract manager says what is watched under a contract. */
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { allRefusals, type Refusal } from '../../../kernel/result.ts'
import { findMeasure } from '../../../measures/registry.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  Columns,
  errorAt,
  type FieldError,
  Form,
  Link,
  Page,
  Section,
  Select,
  TextInput,
} from '../../../ui/index.ts'
import { contractPaths } from '../paths.ts'
import { changeIndicators, openIndicators, type WatchedContract } from './indicator.actions.ts'
import { indicatorText } from './indicator.text.ts'
import { type Indicator, indicatorOfTyped, type TypedIndicator, typedIndicators } from './indicator.ts'

const PATH = '/contracts/:contractId/indicators'

type Again = { readonly rows: readonly TypedIndicator[]; readonly version: string; readonly refusal: Refusal }

export function indicatorPages(doors: Doors): void {
  doors.get(PATH, 'contracts:change', (c) => showForm(c))
  doors.post(PATH, 'contracts:change', async (c) => {
    const form = await c.req.parseBody()
    const rows = typedIndicators(form)
    const version = String(form.version ?? '')
    const input = {
      contractId: c.req.param('contractId'),
      version,
      indicators: rows.map((row) => indicatorOfTyped(row, isShare(row.measure))),
    }
    const result = await perform(c.get('runtime'), actorOf(c), changeIndicators, input, originOf(c))
    return answerForm(c, result, {
      done: ({ contractId }) => ({
        path: contractPaths.contract(contractId),
        message: { en: indicatorText.en.saved, cy: indicatorText.cy.saved },
      }),
      again: (refusal) => showForm(c, { rows, version, refusal }),
    })
  })
}

async function showForm(c: Context<Env>, again?: Again): Promise<Response> {
  const asked = { contractId: c.req.param('contractId') }
  const result = await perform(c.get('runtime'), actorOf(c), openIndicators, asked, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  return c.html(
    <IndicatorsForm c={c} watched={result.value} again={again} />,
    again ? STATUS_OF[again.refusal.kind] : 200,
  )
}

const IndicatorsForm: FC<{ c: Context<Env>; watched: WatchedContract; again: Again | undefined }> = ({
  c,
  watched,
  again,
}) => {
  const language = c.get('language')
  const text = indicatorText[language]
  const { contract } = watched
  const rows = again?.rows ?? watched.indicators.map(typedOf)
  const errors = again && errorsOf(language, again.refusal)
  // Somebody else's change was shown with the refusal: sending again is meant to replace it.
  const version = again && again.refusal.kind !== 'stale' ? again.version : contract.version
  return (
    <Page
      frame={c.get('frame')}
      title={text.title}
      above={contract.title[language]}
      lead={text.lead}
      errors={errors}
      breadcrumbs={[
        { label: text.contracts, href: contractPaths.contracts() },
        { label: contract.title[language], href: contractPaths.contract(contract.contractId) },
      ]}
    >
      <Form hidden={{ version }}>
        {rows.map((row, index) => (
          <Section title={labelOf(language, row.measure)}>
            <input type="hidden" name={`measure-${index}`} value={row.measure} />
            <Fields language={language} watched={watched} at={{ row, index, errors }} />
            <Checkboxes
              name={`remove-${index}`}
              label={text.needed}
              options={[{ value: 'yes', label: text.remove }]}
              small
            />
          </Section>
        ))}
        <Section title={text.another} lead={text.another_hint}>
          <Select
            name={`measure-${rows.length}`}
            label={text.measure}
            empty={text.choose}
            options={unwatched(language, watched, rows)}
          />
          <Fields language={language} watched={watched} at={{ row: EMPTY, index: rows.length, errors }} />
        </Section>
        <ButtonGroup>
          <Button>{text.save}</Button>
          <Link href={contractPaths.contract(contract.contractId)}>{text.cancel}</Link>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

type At = {
  readonly row: TypedIndicator
  readonly index: number
  readonly errors: readonly FieldError[] | undefined
}

const Fields: FC<{ language: Language; watched: WatchedContract; at: At }> = ({
  language,
  watched,
  at: { row, index, errors },
}) => {
  const text = indicatorText[language]
  const share = row.measure === '' || isShare(row.measure)
  const field = (name: string) => ({ name: `${name}-${index}`, error: errorAt(errors, `${name}-${index}`) })
  return (
    <Columns>
      <div>
        <TextInput
          {...field('target')}
          label={text.target}
          hint={share ? text.targetShare : text.targetNumber}
          value={row.target}
          width={5}
          inputmode="decimal"
          suffix={share ? '%' : undefined}
        />
        <Select
          {...field('outcome')}
          label={text.outcome}
          empty={text.none}
          value={row.outcomeId}
          options={watched.outcomes.map((outcome) => ({
            value: String(outcome.outcomeId),
            label: `${outcome.ref} ${outcome.statement[language]}`,
          }))}
        />
      </div>
      <div>
        <TextInput
          {...field('baseline-numerator')}
          label={text.baselineNumerator}
          value={row.baselineNumerator}
          width={10}
          inputmode="numeric"
        />
        <TextInput
          {...field('baseline-denominator')}
          label={text.baselineDenominator}
          value={row.baselineDenominator}
          width={10}
          inputmode="numeric"
        />
        <TextInput {...field('baseline-note')} label={text.baselineNote} value={row.baselineNote} />
      </div>
    </Columns>
  )
}

const EMPTY: TypedIndicator = {
  measure: '',
  target: '',
  outcomeId: '',
  baselineNumerator: '',
  baselineDenominator: '',
  baselineNote: '',
}

function typedOf({ measure, target, outcomeId, baseline, baselineNote }: Indicator): TypedIndicator {
  const shown = target !== null && isShare(measure) ? Number((target * 100).toFixed(4)) : target
  return {
    measure,
    target: shown === null ? '' : String(shown),
    outcomeId: outcomeId === null ? '' : String(outcomeId),
    baselineNumerator: baseline ? String(baseline.numerator) : '',
    baselineDenominator: baseline ? String(baseline.denominator) : '',
    baselineNote,
  }
}

/** `indicators.2.baseline.numerator`, as the action names it, is `baseline-numerator-2` on the form. */
function errorsOf(language: Language, refusal: Refusal): readonly FieldError[] {
  return allRefusals(refusal).map(({ field, message }) => {
    const [, index, ...part] = field?.split('.') ?? []
    const name = part.join('-').replace('outcomeId', 'outcome').replace('baselineNote', 'baseline-note')
    return { field: index === undefined ? undefined : `${name}-${index}`, message: message[language] }
  })
}

function isShare(measure: string): boolean {
  return findMeasure(measure)?.unit === 'share'
}

function labelOf(language: Language, measure: string): string {
  return findMeasure(measure)?.label[language] ?? measure
}

function unwatched(language: Language, { measures }: WatchedContract, rows: readonly TypedIndicator[]) {
  const watched = new Set(rows.map((row) => row.measure))
  return measures
    .filter(({ name }) => !watched.has(name))
    .map(({ name, label }) => ({ value: name, label: label[language] }))
}

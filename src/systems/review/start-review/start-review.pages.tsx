/** The page that starts a review: framework, name, contracts and period. */
import type { Context } from 'hono'
import { type Bilingual, compareNames } from '../../../kernel/language.ts'
import { wholeMonthsBefore } from '../../../kernel/period.ts'
import { accepted, allRefusals, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import {
  Button,
  Checkboxes,
  DateInput,
  errorAt,
  type FieldError,
  Form,
  fieldErrors,
  Page,
  Radios,
  readTypedDate,
  TextInput,
  typedDate,
} from '../../../ui/index.ts'
import type { Contract } from '../../contract-management/index.ts'
import { together } from '../answer/answer.ts'
import { reviewPaths } from '../paths.ts'
import { readStartChoices } from '../report/report.actions.ts'
import { startReview } from '../review-life/review-life.actions.ts'
import { text } from './start-review.text.ts'

type Typed = Readonly<Record<string, string | readonly string[]>>

export function startReviewPages(doors: Doors): void {
  doors.get(reviewPaths.start(), 'reviews:write', (c) => showForm(c, undefined, undefined))
  doors.post(reviewPaths.start(), 'reviews:write', async (c) => {
    const typed = (await c.req.parseBody({ all: true })) as Typed
    const result = await startFrom(c, typed)
    return answerForm(c, result, {
      done: ({ reviewId }) => ({
        path: reviewPaths.review(reviewId),
        message: { en: text.en.started, cy: text.cy.started },
      }),
      again: (refusal) => showForm(c, typed, refusal),
    })
  })
}

async function startFrom(c: Context<Env>, typed: Typed): Promise<Result<{ readonly reviewId: number }>> {
  const from = dayTyped(typed, 'from')
  const to = dayTyped(typed, 'to')
  const contractIds = chosenContracts(typed)
  const wrong = together([
    ...(typed.covers === 'contracts' && contractIds.length === 0 ? [NO_CONTRACT_CHOSEN] : []),
    ...(from.ok ? [] : [from.refusal]),
    ...(to.ok ? [] : [to.refusal]),
  ])
  const input = {
    frameworkId: typed.frameworkId,
    name: typed.name,
    language: c.get('language'),
    contractIds: typed.covers === 'contracts' ? contractIds : [],
    from: from.ok ? from.value : undefined,
    to: to.ok ? to.value : undefined,
  }
  if (wrong) return refused(wrong)
  return perform(c.get('runtime'), actorOf(c), startReview, input, originOf(c))
}

const LABELS = {
  from: { en: text.en.from, cy: text.cy.from },
  to: { en: text.en.to, cy: text.cy.to },
} as const
const ENTER = {
  from: { en: text.en.enterFrom, cy: text.cy.enterFrom },
  to: { en: text.en.enterTo, cy: text.cy.enterTo },
} as const satisfies Record<string, Bilingual>

function dayTyped(typed: Typed, name: 'from' | 'to'): Result<string> {
  const read = readTypedDate(typed, name, LABELS[name])
  if (!read.ok) return read
  return read.value
    ? accepted(read.value.toString())
    : refused({ kind: 'invalid', code: 'date-missing', field: name, message: ENTER[name] })
}

function chosenContracts(typed: Typed): readonly string[] {
  const chosen = typed.contractIds
  return chosen === undefined ? [] : typeof chosen === 'string' ? [chosen] : chosen
}

const NO_CONTRACT_CHOSEN: Refusal = {
  kind: 'invalid',
  code: 'no-contract-chosen',
  field: 'contractIds',
  message: { en: text.en.choose, cy: text.cy.choose },
}

async function showForm(c: Context<Env>, typed: Typed | undefined, refusal: Refusal | undefined): Promise<Response> {
  const choices = await perform(c.get('runtime'), actorOf(c), readStartChoices, {}, originOf(c))
  if (!choices.ok) return answerRefusal(c, choices.refusal)
  const errors = refusal ? fieldErrors(c.get('language'), refusal) : []
  return c.html(
    <StartPage c={c} choices={choices.value} typed={typed} errors={errors} />,
    refusal ? STATUS_OF[allRefusals(refusal)[0]!.kind] : 200,
  )
}

type StartPageProps = {
  readonly c: Context<Env>
  readonly choices: Extract<Awaited<ReturnType<typeof readStartChoices.run>>, { ok: true }>['value']
  readonly typed: Typed | undefined
  readonly errors: readonly FieldError[]
}

const StartPage = ({ c, choices, typed, errors }: StartPageProps) => {
  const language = c.get('language')
  const t = text[language]
  const asked = c.req.query('contract')
  const year = wholeMonthsBefore(choices.today, 12)
  const value = (name: string) => (typeof typed?.[name] === 'string' ? typed[name] : undefined)
  return (
    <Page
      frame={c.get('frame')}
      title={t.title}
      lead={t.lead}
      breadcrumbs={[{ label: t.reviews, href: reviewPaths.reviews() }]}
      errors={errors}
    >
      <Form action={reviewPaths.start()}>
        <Radios
          name="frameworkId"
          label={t.framework}
          labelSize="m"
          error={errorAt(errors, 'frameworkId')}
          value={value('frameworkId') ?? choices.frameworks[0]?.id}
          options={choices.frameworks.map((framework) => ({
            value: framework.id,
            label: framework.title[language],
            hint: t.frameworkHint(framework.source.title, framework.source.paragraph),
          }))}
        />
        <TextInput
          name="name"
          label={t.name}
          labelSize="m"
          hint={t.nameHint}
          value={value('name')}
          error={errorAt(errors, 'name')}
        />
        <Radios
          name="covers"
          label={t.covers}
          labelSize="m"
          value={value('covers') ?? (asked ? 'contracts' : 'authority')}
          options={[
            { value: 'authority', label: t.authority, hint: t.authorityHint },
            {
              value: 'contracts',
              label: t.contracts,
              conditional: (
                <Checkboxes
                  name="contractIds"
                  label={t.chosen}
                  small
                  error={errorAt(errors, 'contractIds')}
                  value={typed ? chosenContracts(typed) : asked ? [asked] : []}
                  options={contractChoices(language, choices.contracts)}
                />
              ),
            },
          ]}
        />
        <DateInput
          name="from"
          label={t.from}
          labelSize="m"
          error={errorAt(errors, 'from')}
          value={typed ? typedDate(typed, 'from') : year.from}
        />
        <DateInput
          name="to"
          label={t.to}
          labelSize="m"
          hint={t.toHint}
          error={errorAt(errors, 'to')}
          value={typed ? typedDate(typed, 'to') : year.to}
        />
        <Button>{t.start}</Button>
      </Form>
    </Page>
  )
}

function contractChoices(language: 'en' | 'cy', contracts: readonly Contract[]) {
  return [...contracts]
    .sort((a, b) => compareNames(language, a.title[language], b.title[language]))
    .map((contract) => ({
      value: String(contract.contractId),
      label: contract.title[language],
      hint: `${contract.ref} · ${text[language].model(contract.model)}`,
    }))
}

/** Writing a plan: one page that says what there is and what is missing, and a short form for each part. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { fullName } from '../../../kernel/person-name.ts'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { answerForm, goTo, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import {
  Button,
  ButtonGroup,
  DateInput,
  Form,
  Link,
  Notice,
  OwnWords,
  Radios,
  Section,
  Select,
  SummaryList,
  TextArea,
  TextInput,
  typedIsoDay,
} from '../../../ui/index.ts'
import { PARTY_NAMES, Party } from '../outcome-review/outcome-review.ts'
import { carePlanningPaths } from '../paths.ts'
import {
  choicesOf,
  EMPTY,
  type Fields,
  type Filled,
  fieldsOf,
  optionsOf,
  type Typed,
  typedIn,
} from '../person/form-page.tsx'
import { PersonFrame } from '../person/person-frame.tsx'
import {
  changePlan,
  discardPlan,
  NO_SUCH_PLAN,
  offerPlan,
  openPlan,
  type PlanView,
  recordAgreement,
  takeBackPlan,
} from './plan.actions.ts'
import { moneySentence } from './plan.sentences.ts'
import { text } from './plan.text.ts'
import { AGREED_BY_NAMES, AGREED_HOW_NAMES, AgreedBy, gapsOf, PLAN_STATE_NAMES, type PlanVersion } from './plan.ts'
import { Contributions, moneyRows, termRows } from './plan-view.tsx'

type Step = 'contribution' | 'money' | 'terms' | 'risk' | 'agree'

export function planDraftPages(doors: Doors): void {
  const draftPath = carePlanningPaths.planDraft(':personId')
  doors.get(draftPath, 'plans:write', (c) => show(c, EMPTY, (parts) => <Draft {...parts} />))
  for (const [step, View] of Object.entries(STEPS)) {
    const path = carePlanningPaths.planStep(':personId', step)
    doors.get(path, 'plans:write', (c) => show(c, EMPTY, View))
    doors.post(path, 'plans:write', (c) => sendStep(c, step as Step, View))
  }
  doors.post(carePlanningPaths.planStep(':personId', 'change'), 'plans:write', (c) => sendStep(c, 'change'))
  for (const [move, action, done] of [
    ['offer', offerPlan, 'offered'],
    ['take-back', takeBackPlan, 'takenBack'],
    ['discard', discardPlan, 'discarded'],
  ] as const)
    doors.post(carePlanningPaths.planMove(':personId', move), 'plans:write', async (c) => {
      const input = { ...(await typedIn(c)), ...c.req.param() }
      const result = await perform(c.get('runtime'), actorOf(c), action, input, originOf(c))
      const path =
        move === 'discard' ? carePlanningPaths.plan(personIdOf(c)) : carePlanningPaths.planDraft(personIdOf(c))
      return answerForm(c, result, {
        done: () => ({ path, message: { en: text.en[done], cy: text.cy[done] } }),
        again: (refusal) => goTo(c, carePlanningPaths.planDraft(personIdOf(c)), refusal.message, 'attention'),
      })
    })
}

const personIdOf = (c: Context<Env>) => c.req.param('personId') ?? ''

type Parts = { readonly c: Context<Env>; readonly view: PlanView; readonly plan: PlanVersion; readonly filled: Filled }
type View = (parts: Parts) => Child

async function show(c: Context<Env>, filled: Filled, View: View): Promise<Response> {
  const input = { personId: c.req.param('personId') }
  const result = await perform(c.get('runtime'), actorOf(c), openPlan, input, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  const plan = result.value.versions.find(({ state }) => state === 'draft' || state === 'offered')
  if (!plan) return answerRefusal(c, NO_SUCH_PLAN)
  const status = filled.refusal ? STATUS_OF[filled.refusal.kind] : 200
  return c.html(View({ c, view: result.value, plan, filled }) as string, status)
}

/** `change` is what the draft's own buttons send; there is no form to show again, so what was wrong is told on the draft. */
async function sendStep(c: Context<Env>, step: Step | 'change', View?: View): Promise<Response> {
  const typed = await typedIn(c)
  const at = { ...typed, ...c.req.param() }
  const action = (step === 'agree' ? recordAgreement : changePlan) as Action<unknown, { number: number }>
  const input =
    step === 'agree' ? { ...at, agreedOn: typedIsoDay(typed, 'agreedOn') } : { ...at, change: changeOf(step, typed) }
  const result = await perform(c.get('runtime'), actorOf(c), action, input, originOf(c))
  const done = step === 'agree' ? 'agreed' : 'saved'
  return answerForm(c, result, {
    done: () => ({
      path: step === 'agree' ? carePlanningPaths.plan(personIdOf(c)) : carePlanningPaths.planDraft(personIdOf(c)),
      message: { en: text.en[done], cy: text.cy[done] },
    }),
    again: (refusal) =>
      View
        ? show(c, { typed, refusal }, View)
        : goTo(c, carePlanningPaths.planDraft(personIdOf(c)), refusal.message, 'attention'),
  })
}

/** The flat fields `change.…` as one change. */
function changeOf(step: Exclude<Step, 'agree'> | 'change', typed: Typed): Record<string, unknown> {
  const at = (name: string) => typed[`change.${name}`] ?? ''
  const dayAt = (name: string) => typedIsoDay(typed, `change.${name}`)
  switch (step) {
    case 'contribution': {
      const [kind = '', contractId = '', providerId = ''] = at('contribution.party').split(':')
      return {
        kind: 'add-contribution',
        personalOutcomeId: typed.personalOutcomeId,
        contribution: {
          party: kind,
          contractId,
          providerId,
          extent: at('contribution.extent'),
          what: at('contribution.what'),
          startsOn: dayAt('contribution.startsOn'),
          weeklyMinutes: at('contribution.weeklyMinutes'),
          worksWhen: at('contribution.worksWhen'),
        },
      }
    }
    case 'money':
      return {
        kind: 'money',
        money: {
          indicativeWeeklyPence: at('money.indicativeWeeklyPence'),
          budgetBasis: at('money.budgetBasis'),
          finalWeeklyPence: at('money.finalWeeklyPence'),
        },
      }
    case 'terms':
      return {
        kind: 'terms',
        terms: {
          language: at('terms.language'),
          startsOn: dayAt('terms.startsOn'),
          endsOn: dayAt('terms.endsOn'),
          reviewDueOn: dayAt('terms.reviewDueOn'),
          contingency: at('terms.contingency'),
          preferences: at('terms.preferences'),
        },
      }
    case 'risk':
      return {
        kind: 'add-risk',
        risk: { what: at('risk.what'), whatIsDone: at('risk.whatIsDone'), isShared: at('risk.isShared') },
      }
    case 'change':
      return { kind: typed.kind, personalOutcomeId: typed.personalOutcomeId, index: typed.index }
  }
}

const Framed = (props: Parts & { title: string; lead?: string; fields?: Fields; children?: Child }) => {
  const { c, view, title, lead, fields } = props
  const t = text[c.get('language')]
  const { personId } = view.person
  return (
    <PersonFrame
      c={c}
      person={view.person}
      current="plan"
      title={title}
      lead={lead}
      between={[
        { label: t.title, href: carePlanningPaths.plan(personId) },
        ...(fields ? [{ label: t.draftTitle, href: carePlanningPaths.planDraft(personId) }] : []),
      ]}
      errors={fields?.errors}
    >
      {props.children}
    </PersonFrame>
  )
}

const hiddenOf = ({ plan, filled }: Parts) => ({
  number: plan.number,
  version: filled.refusal?.kind === 'stale' ? plan.version : (filled.typed.version ?? plan.version),
})

const Draft = (parts: Parts) => {
  const { c, view, plan } = parts
  const language = c.get('language')
  const t = text[language]
  const { content } = plan
  const { personId } = view.person
  const gaps = gapsOf(content)
  const isDraft = plan.state === 'draft'
  const left = view.outcomes.filter(
    (one) =>
      one.endedOn === null &&
      !content.outcomes.some(({ personalOutcomeId }) => personalOutcomeId === one.personalOutcomeId),
  )
  return (
    <Framed
      {...parts}
      title={t.draftTitle}
      lead={isDraft ? t.draftLead(plan.number) : PLAN_STATE_NAMES[plan.state][language]}
    >
      {gaps.length > 0 && (
        <Notice kind="attention" title={t.missing}>
          <ul class="govuk-list govuk-list--bullet">
            {gaps.map(({ gap, personalOutcomeId }) => {
              const outcome = view.outcomes.find((one) => one.personalOutcomeId === personalOutcomeId)
              return (
                <li>
                  {outcome && <span lang={outcome.ownWordsLanguage}>{outcome.ownWords}: </span>}
                  {t.gaps[gap]}
                </li>
              )
            })}
          </ul>
        </Notice>
      )}
      <Section title={t.outcomes}>
        {content.outcomes.map(({ personalOutcomeId, contributions }) => {
          const outcome = view.outcomes.find((one) => one.personalOutcomeId === personalOutcomeId)
          if (!outcome) return null
          const about = `: ${outcome.ownWords}`
          return (
            <Section level={3} title={outcome.ownWords} titleLanguage={outcome.ownWordsLanguage}>
              <Contributions language={language} view={view} content={content} contributions={contributions} />
              {isDraft && (
                <ButtonGroup>
                  <Link
                    href={`${carePlanningPaths.planStep(personId, 'contribution')}?outcome=${personalOutcomeId}`}
                    about={about}
                  >
                    {t.addContribution}
                  </Link>
                  {contributions.map((one, index) => (
                    <Small parts={parts} kind="remove-contribution" values={{ personalOutcomeId, index }}>
                      {`${t.remove}: ${one.what || PARTY_NAMES[one.party][language]}`}
                    </Small>
                  ))}
                  <Small parts={parts} kind="leave-out-outcome" values={{ personalOutcomeId }}>
                    {t.leaveOut}
                  </Small>
                </ButtonGroup>
              )}
            </Section>
          )
        })}
        {isDraft && left.length > 0 && (
          <Section level={3} title={t.notInPlan}>
            {left.map((outcome) => (
              <Small parts={parts} kind="take-in-outcome" values={{ personalOutcomeId: outcome.personalOutcomeId }}>
                {`${t.takeIn}: ${outcome.ownWords}`}
              </Small>
            ))}
          </Section>
        )}
      </Section>
      <Section title={t.terms}>
        <SummaryList rows={termRows(language, content)} />
        {isDraft && <Link href={carePlanningPaths.planStep(personId, 'terms')}>{t.changeTerms}</Link>}
      </Section>
      <Section title={t.money}>
        <SummaryList rows={moneyRows(language, content)} />
        <p>{moneySentence(language, content)}</p>
        {isDraft && <Link href={carePlanningPaths.planStep(personId, 'money')}>{t.changeMoney}</Link>}
      </Section>
      <Section title={t.risks}>
        {content.risks.length === 0 && <p>{t.noRisks}</p>}
        <SummaryList rows={content.risks.map((risk) => ({ key: risk.what, value: risk.whatIsDone }))} />
        {isDraft && (
          <ButtonGroup>
            <Link href={carePlanningPaths.planStep(personId, 'risk')}>{t.addRisk}</Link>
            {content.risks.map((risk, index) => (
              <Small parts={parts} kind="remove-risk" values={{ index }}>
                {`${t.remove}: ${risk.what}`}
              </Small>
            ))}
          </ButtonGroup>
        )}
      </Section>
      <Agreeing {...parts} isWhole={gaps.length === 0} />
    </Framed>
  )
}

const Agreeing = (parts: Parts & { isWhole: boolean }) => {
  const { c, plan, isWhole } = parts
  const t = text[c.get('language')]
  const { personId } = plan
  return (
    <Section title={t.agreeTitle}>
      {isWhole && <Button href={carePlanningPaths.planStep(personId, 'agree')}>{t.record}</Button>}
      <ButtonGroup>
        {isWhole && plan.state === 'draft' && (
          <Form action={carePlanningPaths.planMove(personId, 'offer')} hidden={hiddenOf(parts)}>
            <Button kind="secondary">{t.offer}</Button>
          </Form>
        )}
        {plan.state === 'offered' && (
          <Button kind="secondary" href={carePlanningPaths.planMove(personId, 'letter')}>
            {t.byLetter}
          </Button>
        )}
        {plan.state === 'offered' && (
          <Form action={carePlanningPaths.planMove(personId, 'take-back')} hidden={hiddenOf(parts)}>
            <Button kind="secondary">{t.takeBack}</Button>
          </Form>
        )}
        <Form action={carePlanningPaths.planMove(personId, 'discard')} hidden={hiddenOf(parts)}>
          <Button kind="warning">{t.discard}</Button>
        </Form>
      </ButtonGroup>
      {isWhole && plan.state === 'draft' && <p>{t.offerHint}</p>}
    </Section>
  )
}

/** A button that changes one thing of the draft. */
const Small = (props: { parts: Parts; kind: string; values: Readonly<Record<string, number>>; children: Child }) => {
  const { parts, kind, values, children } = props
  return (
    <Form
      action={carePlanningPaths.planStep(parts.plan.personId, 'change')}
      hidden={{ ...hiddenOf(parts), kind, ...values }}
    >
      <Button kind="secondary">{children}</Button>
    </Form>
  )
}

const ContributionStep = (parts: Parts) => {
  const { c, view, plan, filled } = parts
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const id = filled.typed.personalOutcomeId ?? c.req.query('outcome') ?? ''
  const outcome = view.outcomes.find((one) => String(one.personalOutcomeId) === id)
  return (
    <Framed {...parts} title={t.contributionTitle} fields={fields}>
      {outcome && <OwnWords words={outcome.ownWords} language={outcome.ownWordsLanguage} />}
      <Form hidden={{ ...hiddenOf(parts), personalOutcomeId: id }}>
        <Select
          {...fields.at('change.contribution.party')}
          label={t.who}
          labelSize="m"
          hint={t.whoHint}
          options={whoOptions(language, view)}
        />
        <Radios
          {...fields.at('change.contribution.extent')}
          label={t.extent}
          labelSize="m"
          inline
          options={[
            { value: 'whole', label: t.wholly },
            { value: 'part', label: t.inPart },
          ]}
        />
        <TextArea
          {...fields.at('change.contribution.what')}
          label={t.whatLabel}
          labelSize="m"
          hint={t.whatHint}
          rows={3}
          maxLength={1000}
          lang={plan.content.language}
        />
        <DateInput {...fields.dateAt('change.contribution.startsOn', plan.content.startsOn)} label={t.startsOn} />
        <TextInput
          {...fields.at('change.contribution.weeklyMinutes')}
          label={t.weeklyMinutes}
          hint={t.weeklyHint}
          width={5}
          inputmode="numeric"
        />
        <TextArea
          {...fields.at('change.contribution.worksWhen')}
          label={t.worksWhen}
          rows={2}
          maxLength={1000}
          lang={plan.content.language}
        />
        <Button>{t.save}</Button>
      </Form>
    </Framed>
  )
}

/** Providers under their open contracts first, then everybody else who can contribute. */
function whoOptions(language: Language, view: PlanView) {
  const contracts = view.contracts
    .map(({ ref, contractId, providerId }) => ({
      value: `provider:${contractId}:${providerId}`,
      label: text[language].underContract(view.providers.get(providerId)?.name ?? '', ref),
    }))
    .sort((a, b) => a.label.localeCompare(b.label, language))
  const others = Party.options.filter((party) => party !== 'provider')
  return [...choicesOf(others, PARTY_NAMES, language), ...contracts]
}

const MoneyStep = (parts: Parts) => {
  const { c, plan, filled } = parts
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const pounds = (pence: number | null) => (pence === null ? '' : (pence / 100).toFixed(2))
  return (
    <Framed {...parts} title={t.money} fields={fields}>
      <Form hidden={hiddenOf(parts)}>
        <TextInput
          {...fields.at('change.money.indicativeWeeklyPence', pounds(plan.content.indicativeWeeklyPence))}
          label={t.indicative}
          labelSize="m"
          hint={t.indicativeHint}
          prefix="£"
          width={10}
          inputmode="decimal"
        />
        <TextArea
          {...fields.at('change.money.budgetBasis', plan.content.budgetBasis)}
          label={t.basis}
          rows={3}
          maxLength={2000}
        />
        <TextInput
          {...fields.at('change.money.finalWeeklyPence', pounds(plan.content.finalWeeklyPence))}
          label={t.final}
          labelSize="m"
          prefix="£"
          width={10}
          inputmode="decimal"
        />
        <Button>{t.save}</Button>
      </Form>
    </Framed>
  )
}

const TermsStep = (parts: Parts) => {
  const { c, plan, filled } = parts
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const { content } = plan
  return (
    <Framed {...parts} title={t.terms} fields={fields}>
      <Form hidden={hiddenOf(parts)}>
        <Radios
          {...fields.at('change.terms.language', content.language)}
          label={t.language}
          inline
          options={optionsOf(t.languages)}
        />
        <DateInput
          {...fields.dateAt('change.terms.startsOn', content.startsOn)}
          label={t.parts.startsOn}
          labelSize="m"
        />
        <DateInput {...fields.dateAt('change.terms.endsOn', content.endsOn)} label={t.endsOn} />
        <DateInput
          {...fields.dateAt('change.terms.reviewDueOn', content.reviewDueOn)}
          label={t.reviewDueOn}
          labelSize="m"
        />
        <TextArea
          {...fields.at('change.terms.preferences', content.preferences)}
          label={t.preferences}
          labelSize="m"
          hint={t.preferencesHint}
          rows={4}
          maxLength={4000}
        />
        <TextArea
          {...fields.at('change.terms.contingency', content.contingency)}
          label={t.contingency}
          labelSize="m"
          hint={t.contingencyHint}
          rows={4}
          maxLength={4000}
        />
        <Button>{t.save}</Button>
      </Form>
    </Framed>
  )
}

const RiskStep = (parts: Parts) => {
  const language = parts.c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, parts.filled)
  return (
    <Framed {...parts} title={t.addRisk} fields={fields}>
      <Form hidden={hiddenOf(parts)}>
        <TextArea {...fields.at('change.risk.what')} label={t.riskWhat} labelSize="m" rows={2} maxLength={1000} />
        <TextArea {...fields.at('change.risk.whatIsDone')} label={t.riskDone} labelSize="m" rows={3} maxLength={1000} />
        <Radios
          {...fields.at('change.risk.isShared', 'no')}
          label={t.riskShared}
          inline
          options={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
          ]}
        />
        <Button>{t.save}</Button>
      </Form>
    </Framed>
  )
}

const AgreeStep = (parts: Parts) => {
  const { c, view, filled } = parts
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  return (
    <Framed {...parts} title={t.recordTitle} lead={t.recordLead} fields={fields}>
      <Form hidden={hiddenOf(parts)}>
        <Radios
          {...fields.at('how')}
          label={t.how}
          labelSize="m"
          options={choicesOf(['in-person', 'by-telephone', 'on-paper'] as const, AGREED_HOW_NAMES, language)}
        />
        <Radios
          {...fields.at('byWhom', 'person')}
          label={t.byWhom}
          labelSize="m"
          options={choicesOf(AgreedBy.options, AGREED_BY_NAMES, language)}
        />
        <TextInput {...fields.at('name', fullName(view.person))} label={t.name} width={20} />
        <DateInput {...fields.dateAt('agreedOn', view.today)} label={t.agreedOn} />
        <TextArea {...fields.at('words')} label={t.theirWords} rows={3} maxLength={4000} />
        <Button>{t.record}</Button>
      </Form>
    </Framed>
  )
}

const STEPS: Readonly<Record<Step, View>> = {
  contribution: ContributionStep,
  money: MoneyStep,
  terms: TermsStep,
  risk: RiskStep,
  agree: AgreeStep,
}

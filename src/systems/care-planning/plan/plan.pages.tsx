/** Somebody's plan: where it stands, each version to read and to take away, two of them side by side, and agreeing to one. */
import type { Context } from 'hono'
import type { Language } from '../../../kernel/language.ts'
import { showDay } from '../../../kernel/period.ts'
import { perform } from '../../../platform/actions/action.ts'
import { CONTENT_TYPES, fileName, fileResponse, writeDocx, writePdf } from '../../../platform/documents/index.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import { may } from '../../../platform/permissions/actor.ts'
import {
  Button,
  ButtonGroup,
  DataTable,
  Form,
  Link,
  Section,
  SummaryList,
  TextArea,
  TextInput,
} from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { EMPTY, type Filled, fieldsOf, typedIn } from '../person/form-page.tsx'
import { PersonFrame } from '../person/person-frame.tsx'
import { NO_SUCH_PLAN, openPlan, type PlanView, signPlan, startPlan } from './plan.actions.ts'
import { PLAN_LAYOUTS, planDocument, requestDocument } from './plan.document.ts'
import { agreementSentence, planSentence } from './plan.sentences.ts'
import { text } from './plan.text.ts'
import { PLAN_STATE_NAMES, type PlanContent, type PlanVersion } from './plan.ts'
import { PlanComparison } from './plan-comparison.tsx'
import { firstDraft } from './plan-draft.ts'
import { SharedParts } from './plan-share.tsx'
import { moneyRows, OutcomesOf, PlanReading, termRows } from './plan-view.tsx'

export function planPages(doors: Doors): void {
  const path = carePlanningPaths.plan(':personId')
  doors.get(path, 'people:read', (c) => showPlan(c, EMPTY))
  doors.post(path, 'plans:write', async (c) => {
    const typed = await typedIn(c)
    const input = { ...typed, ...c.req.param() }
    const result = await perform(c.get('runtime'), actorOf(c), startPlan, input, originOf(c))
    return answerForm(c, result, {
      done: () => ({
        path: carePlanningPaths.planDraft(c.req.param('personId') ?? ''),
        message: { en: text.en.begun, cy: text.cy.begun },
      }),
      again: (refusal) => showPlan(c, { typed, refusal }),
    })
  })
  doors.get(carePlanningPaths.planVersion(':personId', ':number{[0-9]+}'), 'people:read', (c) => showVersion(c))
  doors.get(carePlanningPaths.comparePlans(':personId'), 'people:read', (c) => showComparison(c))
  doors.get(carePlanningPaths.careRequest(':personId'), 'people:read', (c) => showRequest(c))
  const signPath = carePlanningPaths.planMove(':personId', 'sign')
  doors.get(signPath, 'plans:agree', (c) => showSigning(c, EMPTY))
  doors.post(signPath, 'plans:agree', async (c) => {
    const typed = await typedIn(c)
    const input = { ...typed, ...c.req.param() }
    const result = await perform(c.get('runtime'), actorOf(c), signPlan, input, originOf(c))
    return answerForm(c, result, {
      done: () => ({
        path: carePlanningPaths.plan(c.req.param('personId') ?? ''),
        message: { en: text.en.thanks, cy: text.cy.thanks },
      }),
      again: (refusal) => showSigning(c, { typed, refusal }),
    })
  })
}

function open(c: Context<Env>) {
  return perform(c.get('runtime'), actorOf(c), openPlan, { personId: c.req.param('personId') }, originOf(c))
}

const status = ({ refusal }: Filled) => (refusal ? STATUS_OF[refusal.kind] : 200)

async function showPlan(c: Context<Env>, filled: Filled): Promise<Response> {
  const result = await open(c)
  if (!result.ok) return answerRefusal(c, result.refusal)
  return c.html(<WholePlan c={c} view={result.value} filled={filled} />, status(filled))
}

async function showVersion(c: Context<Env>): Promise<Response> {
  const result = await open(c)
  if (!result.ok) return answerRefusal(c, result.refusal)
  const plan = result.value.versions.find(({ number }) => String(number) === c.req.param('number'))
  if (!plan) return answerRefusal(c, NO_SUCH_PLAN)
  const format = (['pdf', 'docx'] as const).find((wanted) => wanted === c.req.query('export'))
  if (!format) return c.html(<OneVersion c={c} view={result.value} plan={plan} />)
  const layout = PLAN_LAYOUTS.find((wanted) => wanted === c.req.query('layout')) ?? 'standard'
  return answerDocument(c, format, planDocument(result.value, plan, layout, madeFor(c, plan)))
}

function madeFor(c: Context<Env>, plan: PlanVersion) {
  return { publisher: c.get('frame').authorityName[plan.content.language], madeAt: c.get('runtime').clock.now() }
}

async function answerDocument(c: Context<Env>, format: 'pdf' | 'docx', document: ReturnType<typeof planDocument>) {
  const bytes = format === 'pdf' ? await writePdf(document) : await writeDocx(document)
  const name = fileName(document.title, c.get('runtime').clock.today(), format)
  return fileResponse(bytes, name, CONTENT_TYPES[format])
}

async function showComparison(c: Context<Env>): Promise<Response> {
  const result = await open(c)
  if (!result.ok) return answerRefusal(c, result.refusal)
  const [newest, before] = result.value.versions
  const wanted = (name: string, fallback: PlanVersion | undefined) =>
    result.value.versions.find(({ number }) => String(number) === c.req.query(name)) ?? fallback
  const [from, to] = [wanted('from', before), wanted('to', newest)]
  if (!from || !to) return answerRefusal(c, NO_SUCH_PLAN)
  const language = c.get('language')
  const t = text[language]
  return c.html(
    <PersonFrame
      c={c}
      person={result.value.person}
      current="plan"
      title={t.compareTitle(from.number, to.number)}
      lead={to.reason ? `${t.reason}: ${to.reason}` : undefined}
      between={[{ label: t.title, href: carePlanningPaths.plan(result.value.person.personId) }]}
    >
      <PlanComparison language={language} view={result.value} from={from} to={to} />
    </PersonFrame>,
  )
}

async function showRequest(c: Context<Env>): Promise<Response> {
  const result = await open(c)
  if (!result.ok) return answerRefusal(c, result.refusal)
  const plan = result.value.versions.find(({ state }) => state !== 'superseded')
  if (!plan) return answerRefusal(c, NO_SUCH_PLAN)
  const format = (['pdf', 'docx'] as const).find((wanted) => wanted === c.req.query('export'))
  if (format) return answerDocument(c, format, requestDocument(result.value, plan, madeFor(c, plan)))
  return c.html(<CareRequest c={c} view={result.value} plan={plan} />)
}

async function showSigning(c: Context<Env>, filled: Filled): Promise<Response> {
  const result = await open(c)
  if (!result.ok) return answerRefusal(c, result.refusal)
  const plan = result.value.versions.find(({ state }) => state === 'offered')
  if (!plan) return answerRefusal(c, NO_SUCH_PLAN)
  return c.html(<Signing c={c} view={result.value} plan={plan} filled={filled} />, status(filled))
}

type Parts = { readonly c: Context<Env>; readonly view: PlanView }

const WholePlan = ({ c, view, filled }: Parts & { filled: Filled }) => {
  const language = c.get('language')
  const t = text[language]
  const actor = actorOf(c)
  const fields = fieldsOf(language, filled)
  const { person, versions } = view
  const agreed = versions.find(({ state }) => state === 'agreed')
  const offered = versions.find(({ state }) => state === 'offered')
  const isOpen = versions.some(({ state }) => state === 'draft' || state === 'offered')
  const inPlan = view.outcomes.filter(({ planId, endedOn }) => planId !== null && endedOn === null)
  const isFromFile = !agreed && view.isInForce
  const isProvider = actor.scope.kind === 'provider'
  return (
    <PersonFrame
      c={c}
      person={person}
      current="plan"
      title={t.title}
      lead={isProvider ? t.shareLead : planSentence(language, versions, isFromFile)}
      errors={fields.errors}
    >
      {isProvider && <SharedParts language={language} view={view} />}
      {offered && may(actor, 'plans:agree') && (
        <Button href={carePlanningPaths.planMove(person.personId, 'sign')}>{t.sign}</Button>
      )}
      {offered && may(actor, 'plans:write') && (
        <p>
          <Link href={carePlanningPaths.planMove(person.personId, 'letter')}>{t.byLetter}</Link>
        </p>
      )}
      {may(actor, 'plans:write') &&
        (isOpen ? (
          <Button href={carePlanningPaths.planDraft(person.personId)}>{offered ? t.seeOffered : t.goOn}</Button>
        ) : (
          <Form>
            {(agreed || isFromFile) && (
              <TextArea {...fields.at('reason')} label={t.amendReason} hint={t.amendHint} rows={2} maxLength={4000} />
            )}
            <Button>{agreed || isFromFile ? t.amend : t.start}</Button>
          </Form>
        ))}
      {agreed && (
        <>
          {agreed.agreement && <p>{agreementSentence(language, agreed.agreement)}</p>}
          <TakeAway c={c} plan={agreed} />
          <PlanReading language={language} view={view} content={agreed.content} />
        </>
      )}
      {isFromFile && !isProvider && (
        <Section title={t.outcomes}>
          <OutcomesOf language={language} view={view} content={firstDraft(undefined, inPlan, person.language)} />
        </Section>
      )}
      {versions.length > 0 && (
        <Section title={t.versions} id="versions">
          <Versions c={c} view={view} />
        </Section>
      )}
    </PersonFrame>
  )
}

const Versions = ({ c, view }: Parts) => {
  const language = c.get('language')
  const t = text[language]
  const { personId } = view.person
  return (
    <>
      <DataTable
        caption={t.versions}
        captionHidden
        rows={view.versions}
        empty={t.none}
        columns={[
          {
            key: 'number',
            header: t.versions,
            rowHeader: true,
            cell: (plan) => (
              <Link href={carePlanningPaths.planVersion(personId, plan.number)}>{t.versionName(plan.number)}</Link>
            ),
          },
          { key: 'state', header: t.what, cell: (plan) => PLAN_STATE_NAMES[plan.state][language] },
          { key: 'day', header: t.agreedOn, cell: (plan) => plan.agreedOn && showDay(language, plan.agreedOn) },
          { key: 'reason', header: t.reason, cell: (plan) => plan.reason },
        ]}
      />
      {view.versions.length > 1 && (
        <p>
          <Link href={carePlanningPaths.comparePlans(personId)}>{t.compare}</Link>
        </p>
      )}
    </>
  )
}

const TakeAway = ({ c, plan }: { c: Context<Env>; plan: PlanVersion }) => {
  const t = text[c.get('language')]
  const path = carePlanningPaths.planVersion(plan.personId, plan.number)
  const links = [
    [t.pdf, 'export=pdf'],
    [t.word, 'export=docx'],
    [t.large, 'export=pdf&layout=large'],
    [t.easy, 'export=pdf&layout=easy'],
  ] as const
  return (
    <p>
      {t.take}:{' '}
      {links.map(([label, query], index) => (
        <>
          {index > 0 && ' · '}
          <Link href={`${path}?${query}`}>{label}</Link>
        </>
      ))}{' '}
      · <Link href={carePlanningPaths.careRequest(plan.personId)}>{t.request}</Link>
    </p>
  )
}

const OneVersion = ({ c, view, plan }: Parts & { plan: PlanVersion }) => {
  const language = c.get('language')
  const t = text[language]
  const lead = plan.agreement ? agreementSentence(language, plan.agreement) : PLAN_STATE_NAMES[plan.state][language]
  return (
    <PersonFrame
      c={c}
      person={view.person}
      current="plan"
      title={t.versionName(plan.number)}
      lead={lead}
      between={[{ label: t.title, href: carePlanningPaths.plan(view.person.personId) }]}
    >
      {plan.reason && (
        <p>
          {t.reason}: {plan.reason}
        </p>
      )}
      <TakeAway c={c} plan={plan} />
      <PlanReading language={language} view={view} content={plan.content} />
    </PersonFrame>
  )
}

const CareRequest = ({ c, view, plan }: Parts & { plan: PlanVersion }) => {
  const language = c.get('language')
  const t = text[language]
  const path = carePlanningPaths.careRequest(plan.personId)
  return (
    <PersonFrame
      c={c}
      person={view.person}
      current="plan"
      title={t.request}
      lead={t.requestLead}
      between={[{ label: t.title, href: carePlanningPaths.plan(plan.personId) }]}
    >
      <p>{t.requestAsk}</p>
      <p>
        {t.take}: <Link href={`${path}?export=pdf`}>{t.pdf}</Link> · <Link href={`${path}?export=docx`}>{t.word}</Link>
      </p>
      {plan.content.outcomes.map(({ personalOutcomeId }) => {
        const outcome = view.outcomes.find((one) => one.personalOutcomeId === personalOutcomeId)
        return (
          outcome && (
            <Section level={2} title={outcome.ownWords} titleLanguage={outcome.ownWordsLanguage}>
              {outcome.whyItMatters && <p lang={outcome.ownWordsLanguage}>{outcome.whyItMatters}</p>}
            </Section>
          )
        )
      })}
      <Section title={t.requestTerms}>
        <SummaryList
          rows={[
            ...moneyRows(language, plan.content).slice(0, 2),
            ...termRows(language, plan.content).filter(({ key }) => key !== t.contingency),
          ]}
        />
      </Section>
      <SharedRisks language={language} content={plan.content} />
    </PersonFrame>
  )
}

const SharedRisks = ({ language, content }: { language: Language; content: PlanContent }) => {
  const risks = content.risks.filter(({ isShared }) => isShared)
  if (risks.length === 0) return null
  return (
    <Section title={text[language].risks}>
      <SummaryList
        rows={risks.map((risk) => ({ key: risk.what, value: <span lang={content.language}>{risk.whatIsDone}</span> }))}
      />
    </Section>
  )
}

const Signing = ({ c, view, plan, filled }: Parts & { plan: PlanVersion; filled: Filled }) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  return (
    <PersonFrame
      c={c}
      person={view.person}
      current="plan"
      title={t.sign}
      lead={t.signLead}
      between={[{ label: t.title, href: carePlanningPaths.plan(view.person.personId) }]}
      errors={fields.errors}
    >
      <PlanReading language={language} view={view} content={plan.content} />
      <Section title={t.agreeTitle}>
        <Form hidden={{ number: plan.number, version: plan.version }}>
          <TextInput {...fields.at('name')} label={t.typeName} labelSize="m" autocomplete="name" width={20} />
          <TextArea {...fields.at('words')} label={t.anything} rows={3} maxLength={4000} />
          <ButtonGroup>
            <Button>{t.iAgree}</Button>
          </ButtonGroup>
        </Form>
      </Section>
    </PersonFrame>
  )
}

/** Those around a person: how to reach them, who there is, what they agreed to, and the active offer of Welsh. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { showDay } from '../../../kernel/period.ts'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import { may } from '../../../platform/permissions/actor.ts'
import { Button, DataTable, Details, Form, Section, SummaryList, typedIsoDay } from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { EMPTY, type Filled, fieldsOf, type Typed, typedIn } from '../person/form-page.tsx'
import { PersonFrame } from '../person/person-frame.tsx'
import {
  type AroundView,
  addSomebody,
  endSomebody,
  openAround,
  recordConsent,
  recordOffer,
  saveContactDetails,
} from './around.actions.ts'
import { text } from './around.text.ts'
import {
  CONSENT_ANSWER_NAMES,
  CONSENT_HOW_NAMES,
  CONSENT_NAMES,
  CONTACT_BY_NAMES,
  consentsInForce,
  OFFER_ANSWER_NAMES,
  RELATIONSHIP_NAMES,
  type Relationship,
} from './around.ts'
import { ConsentForm, ContactForm, OfferForm, SomebodyForm } from './around-forms.tsx'

/** Which of the page's forms was sent. */
type FormName = 'contact' | 'people' | 'consents' | 'offers'

const SENT = {
  contact: { action: saveContactDetails, days: [], said: 'contactSaved' },
  people: { action: addSomebody, days: ['since', 'assessmentOfferedOn'], said: 'added' },
  consents: { action: recordConsent, days: ['answeredOn'], said: 'consentSaved' },
  offers: { action: recordOffer, days: ['offeredOn'], said: 'offerSaved' },
} as const

export function aroundPages(doors: Doors): void {
  const path = carePlanningPaths.around(':personId')
  doors.get(path, 'people:read', (c) => show(c, EMPTY))
  for (const name of Object.keys(SENT) as FormName[])
    doors.post(`${path}/${name}`, 'people:change', (c) => take(c, name))
  doors.post(`${path}/people/:relationshipId{[0-9]+}/end`, 'people:change', async (c) => {
    const input = { ...(await typedIn(c)), ...c.req.param() }
    const result = await perform(c.get('runtime'), actorOf(c), endSomebody, input, originOf(c))
    return answerForm(c, result, {
      done: () => ({ path: pathOf(c), message: { en: text.en.ended, cy: text.cy.ended } }),
      again: (refusal) => answerRefusal(c, refusal),
    })
  })
}

function pathOf(c: Context<Env>): string {
  return carePlanningPaths.around(c.req.param('personId') ?? '')
}

async function take(c: Context<Env>, name: FormName): Promise<Response> {
  const { action, days, said } = SENT[name]
  const typed = await typedIn(c)
  const input = { ...typed, ...daysIn(typed, days), ...c.req.param() }
  const result = await perform(c.get('runtime'), actorOf(c), action as Action<unknown, unknown>, input, originOf(c))
  return answerForm(c, result, {
    done: () => ({ path: pathOf(c), message: { en: text.en[said], cy: text.cy[said] } }),
    again: (refusal) => show(c, { typed, refusal }, name),
  })
}

function daysIn(typed: Typed, names: readonly string[]): Record<string, string | undefined> {
  return Object.fromEntries(names.map((name) => [name, typedIsoDay(typed, name)]))
}

async function show(c: Context<Env>, filled: Filled, sent?: FormName): Promise<Response> {
  const result = await perform(
    c.get('runtime'),
    actorOf(c),
    openAround,
    { personId: c.req.param('personId') },
    originOf(c),
  )
  if (!result.ok) return answerRefusal(c, result.refusal)
  return c.html(
    <AroundPage c={c} view={result.value} filled={filled} sent={sent} />,
    filled.refusal ? STATUS_OF[filled.refusal.kind] : 200,
  )
}

type Parts = {
  readonly c: Context<Env>
  readonly view: AroundView
  readonly filled: Filled
  readonly sent: FormName | undefined
}

const AroundPage = ({ c, view, filled, sent }: Parts) => {
  const language = c.get('language')
  const t = text[language]
  const now = view.relationships.filter(({ until }) => until === null)
  const carers = now.filter(({ kind }) => kind === 'carer').length
  const mayChange = may(actorOf(c), 'people:change')
  /** The form under its summary, open with what was typed where it was the one sent. */
  const under = (name: FormName, summary: string, form: (filled: Filled) => Child) =>
    mayChange && (
      <Details summary={summary} open={sent === name}>
        <Form action={`${pathOf(c)}/${name}`} hidden={name === 'contact' ? { version: view.contact.version } : {}}>
          {form(sent === name ? filled : EMPTY)}
          <Button>{t.save}</Button>
        </Form>
      </Details>
    )
  const forms = { language, view }
  return (
    <PersonFrame
      c={c}
      person={view.person}
      current="around"
      title={t.title}
      lead={t.lead(carers, now.length - carers)}
      errors={fieldsOf(language, filled).errors}
    >
      <Section title={t.people}>
        <PeopleTable c={c} view={view} mayChange={mayChange} />
        {under('people', t.addSomebody, (typed) => (
          <SomebodyForm {...forms} fields={fieldsOf(language, typed)} />
        ))}
      </Section>
      <Section title={t.contact}>
        <ContactList language={language} view={view} />
        {under('contact', t.changeContact, (typed) => (
          <ContactForm {...forms} fields={fieldsOf(language, typed)} />
        ))}
      </Section>
      <Section title={t.consents}>
        <ConsentTable language={language} view={view} />
        {under('consents', t.recordConsent, (typed) => (
          <ConsentForm {...forms} fields={fieldsOf(language, typed)} />
        ))}
      </Section>
      <Section title={t.offers}>
        <OfferTable language={language} view={view} />
        {under('offers', t.recordOffer, (typed) => (
          <OfferForm {...forms} fields={fieldsOf(language, typed)} />
        ))}
      </Section>
    </PersonFrame>
  )
}

type Of = { readonly language: 'en' | 'cy'; readonly view: AroundView }

const PeopleTable = ({ c, view, mayChange }: Pick<Parts, 'c' | 'view'> & { mayChange: boolean }) => {
  const language = c.get('language')
  const t = text[language]
  const support = (one: Relationship) => {
    if (one.kind !== 'carer' || !one.support) return ''
    const { needs, assessmentOfferedOn } = one.support
    return [needs, assessmentOfferedOn ? t.offered(showDay(language, assessmentOfferedOn)) : t.notOffered]
      .filter(Boolean)
      .join('. ')
  }
  return (
    <DataTable
      caption={t.people}
      captionHidden
      rows={view.relationships}
      empty={t.nobody}
      columns={[
        { key: 'name', header: t.columns.name, rowHeader: true, cell: (one) => one.name },
        {
          key: 'kind',
          header: t.columns.kind,
          cell: (one) =>
            [RELATIONSHIP_NAMES[one.kind][language], one.whatTheyAre, one.livesWith ? t.livesWith : '']
              .filter(Boolean)
              .join(', '),
        },
        { key: 'reach', header: t.columns.reach, cell: (one) => one.telephone },
        { key: 'support', header: t.columns.support, cell: support },
        { key: 'since', header: t.columns.since, cell: (one) => showDay(language, one.since) },
        {
          key: 'until',
          header: t.columns.state,
          cell: (one) =>
            one.until ? (
              showDay(language, one.until)
            ) : mayChange ? (
              <Form
                action={`${carePlanningPaths.around(view.person.personId)}/people/${one.relationshipId}/end`}
                hidden={{ version: one.version }}
              >
                <Button kind="secondary">{t.noLonger}</Button>
              </Form>
            ) : (
              t.goesOn
            ),
        },
      ]}
    />
  )
}

const ContactList = ({ language, view: { contact } }: Of) => {
  const t = text[language]
  return (
    <SummaryList
      rows={[
        { key: t.address, value: [contact.address, contact.postcode].filter(Boolean).join(', ') || t.notSaid },
        { key: t.telephone, value: contact.telephone || t.notSaid },
        { key: t.email, value: contact.email || t.notSaid },
        { key: t.contactBy, value: CONTACT_BY_NAMES[contact.contactBy][language] },
        { key: t.communication, value: contact.communicationNeeds || t.notSaid },
        { key: t.access, value: contact.accessNeeds || t.notSaid },
        { key: t.nhsNumber, value: contact.nhsNumber ?? t.notSaid },
      ]}
    />
  )
}

const ConsentTable = ({ language, view }: Of) => {
  const t = text[language]
  const inForce = consentsInForce(view.consents)
  return (
    <DataTable
      caption={t.consents}
      captionHidden
      rows={view.consents}
      empty={t.noConsents}
      columns={[
        {
          key: 'what',
          header: t.consentColumns.what,
          rowHeader: true,
          cell: (one) => CONSENT_NAMES[one.what][language],
        },
        {
          key: 'answer',
          header: t.consentColumns.answer,
          cell: (one) =>
            `${CONSENT_ANSWER_NAMES[one.answer][language]}${inForce.get(one.what) === one ? '' : ` (${t.earlier})`}`,
        },
        { key: 'by', header: t.consentColumns.by, cell: (one) => one.answeredBy },
        { key: 'how', header: t.consentColumns.how, cell: (one) => CONSENT_HOW_NAMES[one.how][language] },
        { key: 'on', header: t.consentColumns.on, cell: (one) => showDay(language, one.answeredOn) },
      ]}
    />
  )
}

const OfferTable = ({ language, view }: Of) => {
  const t = text[language]
  return (
    <DataTable
      caption={t.offers}
      captionHidden
      rows={view.offers}
      empty={t.noOffers}
      columns={[
        { key: 'on', header: t.offerColumns.on, rowHeader: true, cell: (one) => showDay(language, one.offeredOn) },
        { key: 'answer', header: t.offerColumns.answer, cell: (one) => OFFER_ANSWER_NAMES[one.answer][language] },
        { key: 'by', header: t.offerColumns.by, cell: (one) => one.recordedBy },
      ]}
    />
  )
}

/** Offering a plan by letter, and what came back. */
import type { Context } from 'hono'
import { showDay } from '../../../kernel/period.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import { Button, DataTable, Form, Notice, Radios, Section, Tag, TextInput } from '../../../ui/index.ts'
import { letterState } from '../own-word/letter-code.ts'
import { carePlanningPaths } from '../paths.ts'
import { choicesOf, EMPTY, type Filled, fieldsOf, optionsOf, typedIn } from '../person/form-page.tsx'
import { PersonFrame } from '../person/person-frame.tsx'
import { text as planText } from './plan.text.ts'
import { AGREED_BY_NAMES } from './plan.ts'
import { ANSWER_BASIS_NAMES, AnswerBasis, PLAN_ANSWER_NAMES } from './plan-answer.ts'
import { type OfferedByLetter, openPlanLetters, orderPlanLetter } from './plan-letter.actions.ts'
import { text } from './plan-letter.text.ts'

export function planLetterPages(doors: Doors): void {
  const path = carePlanningPaths.planMove(':personId', 'letter')
  doors.get(path, 'plans:write', (c) => show(c, EMPTY))
  doors.post(path, 'plans:write', async (c) => {
    const typed = await typedIn(c)
    const input = { ...typed, ...c.req.param() }
    const result = await perform(c.get('runtime'), actorOf(c), orderPlanLetter, input, originOf(c))
    return answerForm(c, result, {
      done: () => ({
        path: carePlanningPaths.planMove(c.req.param('personId') ?? '', 'letter'),
        message: { en: text.en.asked, cy: text.cy.asked },
      }),
      again: (refusal) => show(c, { typed, refusal }),
    })
  })
}

async function show(c: Context<Env>, filled: Filled): Promise<Response> {
  const result = await perform(c.get('runtime'), actorOf(c), openPlanLetters, c.req.param(), originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  const { refusal } = filled
  return c.html(<LetterPage c={c} offered={result.value} filled={filled} />, refusal ? STATUS_OF[refusal.kind] : 200)
}

type Parts = { readonly c: Context<Env>; readonly offered: OfferedByLetter; readonly filled: Filled }

const LetterPage = (parts: Parts) => {
  const { c, offered, filled } = parts
  const language = c.get('language')
  const t = text[language]
  const { person, today } = offered.view
  return (
    <PersonFrame
      c={c}
      person={person}
      current="plan"
      title={t.title}
      lead={t.titleLead}
      between={[{ label: planText[language].title, href: carePlanningPaths.plan(person.personId) }]}
      errors={fieldsOf(language, filled).errors}
    >
      {offered.plan.state === 'offered' ? <OrderForm {...parts} /> : <Notice kind="attention">{t.notOffered}</Notice>}
      <Section title={t.letters}>
        <DataTable
          caption={t.letters}
          captionHidden
          rows={offered.letters}
          empty={t.noLetters}
          columns={[
            { key: 'to', header: t.columns.to, rowHeader: true, cell: (one) => one.toName },
            { key: 'on', header: t.columns.on, cell: (one) => showDay(language, one.askedOn) },
            { key: 'by', header: t.columns.by, cell: (one) => one.askedBy },
            { key: 'state', header: t.columns.state, cell: (one) => <Tag>{t.states[letterState(one, today)]}</Tag> },
          ]}
        />
      </Section>
      <Section title={t.answered}>
        <DataTable
          caption={t.answered}
          captionHidden
          rows={offered.answers}
          empty={t.noAnswers}
          columns={[
            { key: 'who', header: t.columns.who, rowHeader: true, cell: (one) => whoAnswered(language, one) },
            { key: 'answer', header: t.columns.answer, cell: (one) => PLAN_ANSWER_NAMES[one.answer][language] },
            {
              key: 'words',
              header: t.columns.words,
              cell: (one) => <span lang={one.wordsLanguage ?? undefined}>{one.words}</span>,
            },
            { key: 'day', header: t.columns.day, cell: (one) => showDay(language, one.answeredOn) },
          ]}
        />
      </Section>
    </PersonFrame>
  )
}

function whoAnswered(language: 'en' | 'cy', one: OfferedByLetter['answers'][number]): string {
  const who = `${one.name} (${AGREED_BY_NAMES[one.byWhom][language]})`
  return one.basis ? `${who}: ${ANSWER_BASIS_NAMES[one.basis][language]}` : who
}

const OrderForm = ({ c, offered, filled }: Parts) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  return (
    <Form>
      <Radios {...fields.at('forWhom', 'person')} label={t.who} labelSize="m" options={optionsOf(t.addressees)} />
      <TextInput {...fields.at('toName')} label={t.toName} hint={t.toNameHint} labelSize="m" width={20} />
      <Radios
        {...fields.at('basis')}
        label={t.basis}
        hint={t.basisHint}
        labelSize="m"
        options={choicesOf(AnswerBasis.options, ANSWER_BASIS_NAMES, language)}
      />
      <Radios
        {...fields.at('language', offered.view.person.language)}
        label={t.letterLanguage}
        labelSize="m"
        inline
        options={optionsOf(t.languages)}
      />
      <Radios {...fields.at('layout', 'standard')} label={t.layout} labelSize="m" options={optionsOf(t.layouts)} />
      <Button>{t.ask}</Button>
    </Form>
  )
}

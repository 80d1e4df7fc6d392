/** The scales that outcomes are scored on: what each is, whose it is, and whether this authority may use it. */
import type { Context } from 'hono'
import type { Language } from '../../../kernel/language.ts'
import { showDay } from '../../../kernel/period.ts'
import { showNumber } from '../../../kernel/quantity.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import { may } from '../../../platform/permissions/actor.ts'
import {
  Button,
  DataTable,
  DateInput,
  Form,
  Link,
  Page,
  Radios,
  Section,
  SummaryList,
  Tag,
  TextArea,
  TextInput,
  typedIsoDay,
} from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { EMPTY, type Fields, type Filled, fieldsOf, optionsOf, typedIn } from '../person/form-page.tsx'
import { text } from './scale.text.ts'
import { rangeOf, type Scoring } from './scale.ts'
import { showInstrument, showItems } from './scale-registration.ts'
import { browseScales, type KnownScale, NO_SUCH_SCALE, registerScale } from './scales.actions.ts'

export function scalesPages(doors: Doors): void {
  doors.get(carePlanningPaths.scales(), 'catalogue:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), browseScales, {}, originOf(c))
    return result.ok ? c.html(<ScaleList c={c} scales={result.value} />) : answerRefusal(c, result.refusal)
  })
  const path = carePlanningPaths.scale(':scale{[a-z0-9-]+}')
  doors.get(path, 'catalogue:read', (c) => show(c, EMPTY))
  doors.post(path, 'scales:register', async (c) => {
    const typed = await typedIn(c)
    const input = { ...typed, ...c.req.param(), registeredOn: typedIsoDay(typed, 'registeredOn') }
    const result = await perform(c.get('runtime'), actorOf(c), registerScale, input, originOf(c))
    return answerForm(c, result, {
      done: ({ scale }) => ({
        path: carePlanningPaths.scale(scale),
        message: { en: text.en.registeredDone, cy: text.cy.registeredDone },
      }),
      again: (refusal) => show(c, { typed, refusal }),
    })
  })
}

async function show(c: Context<Env>, filled: Filled): Promise<Response> {
  const result = await perform(c.get('runtime'), actorOf(c), browseScales, {}, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  const known = result.value.find(({ scale }) => scale.id === c.req.param('scale'))
  if (!known) return answerRefusal(c, NO_SUCH_SCALE)
  return c.html(<OneScale c={c} known={known} filled={filled} />, filled.refusal ? STATUS_OF[filled.refusal.kind] : 200)
}

const ScaleList = ({ c, scales }: { c: Context<Env>; scales: readonly KnownScale[] }) => {
  const language = c.get('language')
  const t = text[language]
  return (
    <Page
      frame={c.get('frame')}
      title={t.title}
      lead={t.lead(scales.filter((known) => known.isUsable).length, scales.length)}
      wide
    >
      <DataTable
        caption={t.caption}
        rows={scales}
        empty={t.none}
        columns={[
          {
            key: 'scale',
            header: t.columns.scale,
            rowHeader: true,
            cell: ({ scale }) => <Link href={carePlanningPaths.scale(scale.id)}>{scale.title[language]}</Link>,
          },
          { key: 'span', header: t.columns.span, cell: ({ scale }) => spanOf(language, scale.scoring) },
          { key: 'licence', header: t.columns.licence, cell: ({ scale }) => t.licenceKinds[scale.licence.kind] },
          { key: 'state', header: t.columns.state, cell: (known) => <State language={language} known={known} /> },
        ]}
      />
    </Page>
  )
}

const State = ({ language, known }: { language: Language; known: KnownScale }) => {
  const t = text[language]
  return <Tag tone={known.isUsable ? 'strong' : 'attention'}>{known.isUsable ? t.usable : t.notUsable}</Tag>
}

function spanOf(language: Language, scoring: Scoring): string {
  const range = rangeOf(scoring)
  const shown = (value: number) => showNumber(language, value, Number.isInteger(value) ? 0 : 2)
  return range ? text[language].fromTo(shown(range.lowest), shown(range.highest)) : text[language].empty
}

type Parts = { readonly c: Context<Env>; readonly known: KnownScale; readonly filled: Filled }

const OneScale = ({ c, known, filled }: Parts) => {
  const language = c.get('language')
  const t = text[language]
  const { scale, registration } = known
  const fields = fieldsOf(language, filled)
  return (
    <Page
      frame={c.get('frame')}
      title={scale.title[language]}
      lead={known.isUsable ? t.mayBeUsed : known.isSlot && registration ? t.slotEmpty : t.mayNotBeUsed}
      breadcrumbs={[{ label: t.title, href: carePlanningPaths.scales() }]}
      errors={fields.errors}
    >
      <SummaryList
        rows={[
          { key: t.columns.span, value: spanOf(language, scale.scoring) },
          { key: t.columns.licence, value: `${t.licenceKinds[scale.licence.kind]}. ${scale.licence.note[language]}` },
          {
            key: t.source,
            value: (
              <a class="govuk-link" href={scale.source.link} lang="en">
                {scale.source.title}
              </a>
            ),
          },
          ...(registration
            ? [
                {
                  key: t.registration,
                  value: t.registered(
                    showDay(language, registration.registeredOn),
                    registration.reference,
                    registration.recordedBy,
                  ),
                },
              ]
            : []),
        ]}
      />
      <Wording language={language} known={known} />
      {scale.licence.kind !== 'free' && may(actorOf(c), 'scales:register') && (
        <Section title={registration ? t.change : t.record}>
          <RegistrationForm language={language} known={known} fields={fields} filled={filled} />
        </Section>
      )}
    </Page>
  )
}

/** The levels, or the questions that the authority may ask. */
const Wording = ({ language, known: { scale, registration } }: { language: Language; known: KnownScale }) => {
  const t = text[language]
  const { scoring } = scale
  const rows =
    scoring.method === 'level' || scoring.method === 'goal-attainment'
      ? scoring.levels.map((level) => ({ key: String(level.score), value: level.name[language] }))
      : scoring.method === 'weighted-items'
        ? scoring.items.map((item) => ({
            key: item.name[language],
            value: (
              <ul class="govuk-list">
                {item.levels.map((level) => (
                  <li>{`${level.name[language]} (${level.value})`}</li>
                ))}
              </ul>
            ),
          }))
        : (registration?.items ?? []).map((item, index) => ({ key: t.item(index + 1), value: item[language] }))
  if (rows.length === 0) return null
  return (
    <Section title={t.wording}>
      <SummaryList rows={rows} />
    </Section>
  )
}

type FormParts = {
  readonly language: Language
  readonly known: KnownScale
  readonly fields: Fields
  readonly filled: Filled
}

const RegistrationForm = ({ language, known, fields, filled }: FormParts) => {
  const t = text[language]
  const { registration, scale, isSlot } = known
  return (
    <Form hidden={{ version: filled.typed.version ?? registration?.version ?? 0 }}>
      <DateInput {...fields.dateAt('registeredOn', registration?.registeredOn)} label={t.registeredOn} labelSize="m" />
      <TextInput {...fields.at('reference', registration?.reference)} label={t.reference} labelSize="m" />
      {scale.scoring.method === 'sum-to-metric' && (
        <TextArea
          {...fields.at('items', showItems(registration?.items ?? []))}
          label={t.items}
          labelSize="m"
          hint={t.itemsHint(scale.scoring.items)}
          rows={scale.scoring.items + 1}
        />
      )}
      {isSlot && <SlotFields language={language} known={known} fields={fields} />}
      <Button>{t.save}</Button>
    </Form>
  )
}

const SlotFields = ({ language, known, fields }: Omit<FormParts, 'filled'>) => {
  const t = text[language]
  const instrument = known.registration?.instrument
  return (
    <>
      <TextArea
        {...fields.at('instrument', showInstrument(instrument?.items ?? []))}
        label={t.instrument}
        labelSize="m"
        hint={t.instrumentHint}
        rows={12}
      />
      <TextInput
        {...fields.at('constant', instrument?.constant ?? 0)}
        label={t.constant}
        hint={t.constantHint}
        width={5}
        inputmode="decimal"
      />
      <TextInput {...fields.at('factor', instrument?.factor ?? 1)} label={t.factor} width={5} inputmode="decimal" />
      <Radios
        {...fields.at('better', instrument?.better ?? 'higher')}
        label={t.better}
        inline
        options={optionsOf(t.betters)}
      />
    </>
  )
}

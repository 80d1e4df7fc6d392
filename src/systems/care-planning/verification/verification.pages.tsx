/** Samples for independent verification: drawing one, how it came out, and looking into a claim. */
import type { Context } from 'hono'
import { showDay, wholeMonthsBefore } from '../../../kernel/period.ts'
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
  Section,
  Select,
  TextInput,
  typedIsoDay,
} from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { EMPTY, type Filled, fieldsOf, typedIn } from '../person/form-page.tsx'
import { claimPages } from './claim.pages.tsx'
import { samplePages } from './sample.pages.tsx'
import { browseSamples, drawSample, type SamplesView } from './verification.actions.ts'
import type { SampleLine } from './verification.store.ts'
import { text } from './verification.text.ts'

export function verificationPages(doors: Doors): void {
  doors.get(carePlanningPaths.samples(), 'words:record', (c) => show(c, EMPTY))
  doors.post(carePlanningPaths.samples(), 'samples:draw', async (c) => {
    const typed = await typedIn(c)
    const input = { ...typed, from: typedIsoDay(typed, 'from'), to: typedIsoDay(typed, 'to') }
    const result = await perform(c.get('runtime'), actorOf(c), drawSample, input, originOf(c))
    return answerForm(c, result, {
      done: ({ verificationSampleId, drawn }) => ({
        path: carePlanningPaths.sample(verificationSampleId),
        message: { en: text.en.drawn(drawn), cy: text.cy.drawn(drawn) },
      }),
      again: (refusal) => show(c, { typed, refusal }),
    })
  })
  samplePages(doors)
  claimPages(doors)
}

async function show(c: Context<Env>, filled: Filled): Promise<Response> {
  const result = await perform(c.get('runtime'), actorOf(c), browseSamples, {}, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  return c.html(
    <SamplesPage c={c} view={result.value} filled={filled} />,
    filled.refusal ? STATUS_OF[filled.refusal.kind] : 200,
  )
}

type Parts = { readonly c: Context<Env>; readonly view: SamplesView; readonly filled: Filled }

const SamplesPage = ({ c, view, filled }: Parts) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  return (
    <Page frame={c.get('frame')} title={t.title} lead={leadOf(language, view.samples)} errors={fields.errors}>
      {view.samples.length > 0 && <SampleTable language={language} view={view} />}
      {may(actorOf(c), 'samples:draw') && <DrawForm c={c} view={view} filled={filled} />}
    </Page>
  )
}

function leadOf(language: 'en' | 'cy', samples: readonly SampleLine[]): string {
  const t = text[language]
  const sum = (of: (sample: SampleLine) => number) => samples.reduce((all, sample) => all + of(sample), 0)
  if (samples.length === 0) return t.none
  const verified = sum((sample) => sample.verified)
  return verified === 0
    ? t.nothingYet
    : t.lead(
        sum((sample) => sample.upheld),
        verified,
      )
}

const SampleTable = ({ language, view }: { language: 'en' | 'cy'; view: SamplesView }) => {
  const t = text[language]
  const nameOf = (id: number | null) => view.providers.find((one) => one.providerId === id)?.name ?? t.allProviders
  return (
    <DataTable
      caption={t.samples}
      rows={view.samples}
      empty={t.none}
      columns={[
        {
          key: 'drawn',
          header: t.columns.sample,
          rowHeader: true,
          cell: (one) => (
            <Link href={carePlanningPaths.sample(one.verificationSampleId)}>{showDay(language, one.drawnOn)}</Link>
          ),
        },
        { key: 'provider', header: t.columns.provider, cell: (one) => nameOf(one.providerId) },
        {
          key: 'days',
          header: t.columns.days,
          cell: (one) => `${showDay(language, one.from)} – ${showDay(language, one.to)}`,
        },
        { key: 'size', header: t.columns.size, cell: (one) => t.outOf(one.items, one.eligible) },
        { key: 'verified', header: t.columns.verified, numeric: true, cell: (one) => String(one.verified) },
        { key: 'upheld', header: t.columns.upheld, numeric: true, cell: (one) => String(one.upheld) },
      ]}
    />
  )
}

const DrawForm = ({ c, view, filled }: Parts) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const usual = wholeMonthsBefore(view.today, 3)
  return (
    <Section title={t.draw} lead={t.drawLead}>
      <Form>
        <Select
          {...fields.at('providerId')}
          label={t.provider}
          empty={t.allProviders}
          options={view.providers.map(({ providerId, name }) => ({ value: String(providerId), label: name }))}
        />
        <DateInput {...fields.dateAt('from', usual.from)} label={t.from} />
        <DateInput {...fields.dateAt('to', usual.to)} label={t.to} />
        <TextInput {...fields.at('size', 20)} label={t.size} width={4} inputmode="numeric" />
        <TextInput {...fields.at('seed')} label={t.seed} hint={t.seedHint} width={20} />
        <Button>{t.drawButton}</Button>
      </Form>
    </Section>
  )
}

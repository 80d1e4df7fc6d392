/** Looking into one claim of a sample. */
import type { Context } from 'hono'
import { showDay } from '../../../kernel/period.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import {
  Button,
  DateInput,
  Form,
  Link,
  Notice,
  OwnWords,
  Page,
  Radios,
  SummaryList,
  TextArea,
  typedIsoDay,
} from '../../../ui/index.ts'
import { ACHIEVEMENT_NAMES, nameOfWord } from '../outcome-review/outcome-review.ts'
import { carePlanningPaths } from '../paths.ts'
import { choicesOf, EMPTY, type Filled, fieldsOf, typedIn } from '../person/form-page.tsx'
import { NO_SUCH_SAMPLE, openSample, recordVerification, type SampleView } from './verification.actions.ts'
import { text } from './verification.text.ts'
import { FOUND_NAMES, Found, HOW_NAMES, type SampleItem, VerifiedHow } from './verification.ts'

export function claimPages(doors: Doors): void {
  const path = carePlanningPaths.verifyClaim(':sampleId{[0-9]+}', ':outcomeReviewId{[0-9]+}')
  doors.get(path, 'words:record', (c) => show(c, EMPTY))
  doors.post(path, 'words:record', async (c) => {
    const typed = await typedIn(c)
    const input = { ...typed, ...c.req.param(), verifiedOn: typedIsoDay(typed, 'verifiedOn') }
    const result = await perform(c.get('runtime'), actorOf(c), recordVerification, input, originOf(c))
    return answerForm(c, result, {
      done: ({ outcome }) => {
        const said = outcome === 'differs' ? 'savedDiffers' : 'saved'
        return {
          path: carePlanningPaths.sample(c.req.param('sampleId') ?? ''),
          message: { en: text.en[said], cy: text.cy[said] },
        }
      },
      again: (refusal) => show(c, { typed, refusal }),
    })
  })
}

async function show(c: Context<Env>, filled: Filled): Promise<Response> {
  const result = await perform(
    c.get('runtime'),
    actorOf(c),
    openSample,
    { sampleId: c.req.param('sampleId') },
    originOf(c),
  )
  if (!result.ok) return answerRefusal(c, result.refusal)
  const item = result.value.items.find((one) => String(one.outcomeReviewId) === c.req.param('outcomeReviewId'))
  if (!item) return answerRefusal(c, NO_SUCH_SAMPLE)
  return c.html(
    <ClaimPage c={c} view={result.value} item={item} filled={filled} />,
    filled.refusal ? STATUS_OF[filled.refusal.kind] : 200,
  )
}

type Parts = {
  readonly c: Context<Env>
  readonly view: SampleView
  readonly item: SampleItem
  readonly filled: Filled
}

const ClaimPage = (props: Parts) => {
  const { c, view, item, filled } = props
  const language = c.get('language')
  const t = text[language]
  const isOwnClaim = item.reviewRecordedByUser !== null && item.reviewRecordedByUser === actorOf(c).id
  return (
    <Page
      frame={c.get('frame')}
      title={t.verifyTitle}
      lead={t.verifyLead}
      breadcrumbs={[
        { label: t.title, href: carePlanningPaths.samples() },
        {
          label: t.sampleTitle(showDay(language, view.sample.drawnOn)),
          href: carePlanningPaths.sample(view.sample.verificationSampleId),
        },
      ]}
      errors={fieldsOf(language, filled).errors}
    >
      <OwnWords words={item.ownWords} language={item.ownWordsLanguage} by={item.personName} />
      <SummaryList
        rows={[
          {
            key: t.claimColumns.claimed,
            value: `${ACHIEVEMENT_NAMES[item.claimed][language]}, ${showDay(language, item.heldOn)}`,
          },
          {
            key: t.claimColumns.provider,
            value: item.providerClaimed ? ACHIEVEMENT_NAMES[item.providerClaimed][language] : t.notSaid,
          },
          { key: t.claimColumns.word, value: nameOfWord(item)?.[language] ?? t.notSaid },
        ]}
      />
      <p>
        <Link href={carePlanningPaths.sendLetter(item.personId, item.outcomeReviewId)}>{t.askByLetter}</Link>
      </p>
      {isOwnClaim ? <Notice kind="attention">{t.yourClaim}</Notice> : <ClaimForm {...props} />}
    </Page>
  )
}

const ClaimForm = ({ c, view, item, filled }: Parts) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const version = filled.refusal?.kind === 'stale' ? item.version : (filled.typed.version ?? item.version)
  return (
    <Form hidden={{ version }}>
      <Radios
        {...fields.at('found', item.found)}
        label={t.found}
        labelSize="m"
        options={choicesOf(Found.options, FOUND_NAMES, language)}
      />
      <Radios
        {...fields.at('how', item.how)}
        label={t.howVerified}
        labelSize="m"
        options={choicesOf(VerifiedHow.options, HOW_NAMES, language)}
      />
      <DateInput {...fields.dateAt('verifiedOn', item.verifiedOn ?? view.today)} label={t.verifiedOn} labelSize="m" />
      <TextArea {...fields.at('note', item.note)} label={t.note} labelSize="m" maxLength={4000} />
      <Button>{t.save}</Button>
    </Form>
  )
}

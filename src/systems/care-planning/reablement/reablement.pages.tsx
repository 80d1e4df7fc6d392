/** A person's reablement: what is under way, all there was, and one episode with the small things to record on it. */
import type { Context } from 'hono'
import { showDay } from '../../../kernel/period.ts'
import type { Refusal } from '../../../kernel/result.ts'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import { type Actor, may } from '../../../platform/permissions/actor.ts'
import {
  Button,
  ButtonGroup,
  errorAt,
  type FieldError,
  Form,
  fieldErrors,
  Link,
  Radios,
  Section,
  TextInput,
} from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { type Typed, typedIn } from '../person/form-page.tsx'
import { PersonFrame } from '../person/person-frame.tsx'
import { EpisodeFacts, EpisodeTable, EpisodeTag, Goals, HoursPicture } from './episode-view.tsx'
import {
  type EpisodesOfPerson,
  NO_SUCH_EPISODE,
  readReablement,
  recordSixMonths,
  recordTwoWeeks,
} from './reablement.actions.ts'
import { episodeSentence } from './reablement.sentences.ts'
import { text } from './reablement.text.ts'
import {
  MAY_BE_DONE,
  type ReablementEpisode,
  SIX_MONTHS_NAMES,
  SixMonthsLater,
  sixMonthsDay,
  stateOn,
} from './reablement.ts'

export function reablementPages(doors: Doors): void {
  doors.get(carePlanningPaths.reablement(':personId'), 'people:read', async (c) => {
    const found = await findReablement(c)
    return found.ok ? c.html(<PersonReablement c={c} shown={found.shown} />) : found.answer
  })
  const episodePath = carePlanningPaths.reablementEpisode(':personId', ':reablementEpisodeId')
  doors.get(episodePath, 'people:read', (c) => showEpisode(c, {}, undefined))
  doors.post(`${episodePath}/two-weeks`, ['people:change', 'notes:write'], (c) =>
    takeSmallForm(c, recordTwoWeeks, 'twoWeeksSaved'),
  )
  doors.post(`${episodePath}/six-months`, 'people:change', (c) => takeSmallForm(c, recordSixMonths, 'sixMonthsSaved'))
}

async function takeSmallForm<I, O>(
  c: Context<Env>,
  action: Action<I, O>,
  saved: 'twoWeeksSaved' | 'sixMonthsSaved',
): Promise<Response> {
  const typed = await typedIn(c)
  const input = { ...c.req.param(), ...typed }
  const result = await perform(c.get('runtime'), actorOf(c), action, input, originOf(c))
  const { personId = '', reablementEpisodeId = '' } = c.req.param()
  return answerForm(c, result, {
    done: () => ({
      path: carePlanningPaths.reablementEpisode(personId, reablementEpisodeId),
      message: { en: text.en[saved], cy: text.cy[saved] },
    }),
    again: (refusal) => showEpisode(c, typed, refusal),
  })
}

export type FoundReablement =
  | { readonly ok: true; readonly shown: EpisodesOfPerson }
  | { readonly ok: false; readonly answer: Response }

export async function findReablement(c: Context<Env>): Promise<FoundReablement> {
  const asked = { personId: c.req.param('personId') }
  const result = await perform(c.get('runtime'), actorOf(c), readReablement, asked, originOf(c))
  return result.ok ? { ok: true, shown: result.value } : { ok: false, answer: await answerRefusal(c, result.refusal) }
}

/** The episode that the address names. */
export function episodeOf(c: Context<Env>, shown: EpisodesOfPerson): ReablementEpisode | undefined {
  const id = c.req.param('reablementEpisodeId')
  return shown.episodes.find((episode) => String(episode.reablementEpisodeId) === id)
}

const PersonReablement = ({ c, shown }: { c: Context<Env>; shown: EpisodesOfPerson }) => {
  const language = c.get('language')
  const t = text[language]
  const [latest] = shown.episodes
  // A provider sees only what it gave: of the rest the page says nothing.
  const isProvider = actorOf(c).scope.kind === 'provider'
  const mayStart = may(actorOf(c), 'people:change') && (!latest || latest.endedOn !== null)
  return (
    <PersonFrame
      c={c}
      person={shown.person}
      current="reablement"
      title={t.reablement}
      lead={latest ? episodeSentence(language, latest, shown.today) : isProvider ? t.noneByProvider : t.none}
    >
      {latest && (
        <>
          <HoursPicture language={language} episode={latest} shown={shown} withoutMeaning />
          <Goals language={language} episode={latest} shown={shown} />
        </>
      )}
      {mayStart && (
        <Button href={carePlanningPaths.startReablement(shown.person.personId)} kind={latest ? 'secondary' : 'primary'}>
          {t.start}
        </Button>
      )}
      {latest && (
        <Section title={t.episodes}>
          <EpisodeTable language={language} shown={shown} />
        </Section>
      )}
    </PersonFrame>
  )
}

async function showEpisode(c: Context<Env>, typed: Typed, refusal: Refusal | undefined): Promise<Response> {
  const found = await findReablement(c)
  if (!found.ok) return found.answer
  const episode = episodeOf(c, found.shown)
  if (!episode) return answerRefusal(c, NO_SUCH_EPISODE)
  const page = <EpisodePage c={c} shown={found.shown} episode={episode} typed={typed} refusal={refusal} />
  return c.html(page, refusal ? STATUS_OF[refusal.kind] : 200)
}

type EpisodePageProps = {
  readonly c: Context<Env>
  readonly shown: EpisodesOfPerson
  readonly episode: ReablementEpisode
  readonly typed: Typed
  readonly refusal: Refusal | undefined
}

const EpisodePage = ({ c, shown, episode, typed, refusal }: EpisodePageProps) => {
  const language = c.get('language')
  const t = text[language]
  const actor = actorOf(c)
  const errors = refusal ? fieldErrors(language, refusal) : []
  const { personId, reablementEpisodeId } = episode
  const isStaff = actor.scope.kind === 'authority'
  return (
    <PersonFrame
      c={c}
      person={shown.person}
      current="reablement"
      title={t.episodeOf(showDay(language, episode.startedOn))}
      lead={episodeSentence(language, episode, shown.today)}
      between={[{ label: t.reablement, href: carePlanningPaths.reablement(personId) }]}
      errors={errors}
    >
      <p>
        <EpisodeTag language={language} episode={episode} today={shown.today} />
      </p>
      <HoursPicture language={language} episode={episode} shown={shown} withoutMeaning />
      <Goals language={language} episode={episode} shown={shown} />
      <SmallForms {...{ c, actor, shown, episode, typed, errors, refusal }} />
      <EpisodeFacts language={language} episode={episode} shown={shown} forStaff={isStaff} />
      <ButtonGroup>
        {may(actor, 'people:change') && (
          <Button href={carePlanningPaths.endReablement(personId, reablementEpisodeId)} kind="secondary">
            {episode.ending ? t.correctEnd : t.end}
          </Button>
        )}
        {episode.ending && (
          <Link href={carePlanningPaths.reablementReport(personId, reablementEpisodeId)}>{t.report}</Link>
        )}
        {may(actor, 'history:read') && (
          <Link href={`/history/care-planning.reablement/${reablementEpisodeId}`}>{t.history}</Link>
        )}
      </ButtonGroup>
    </PersonFrame>
  )
}

/** After a conflict the form carries the newest version: whoever saves again has seen what was saved between. */
export function versionFor(typed: Typed, refusal: Refusal | undefined, newest: number): string | number {
  return refusal?.kind === 'stale' ? newest : (typed.version ?? newest)
}

const SmallForms = (props: EpisodePageProps & { readonly actor: Actor; readonly errors: readonly FieldError[] }) => {
  const { c, actor, shown, episode, typed, errors, refusal } = props
  const language = c.get('language')
  const t = text[language]
  const doable: readonly string[] = MAY_BE_DONE[stateOn(episode, shown.today)]
  const path = carePlanningPaths.reablementEpisode(episode.personId, episode.reablementEpisodeId)
  const hidden = { version: versionFor(typed, refusal, episode.version) }
  const isSixMonthsOn =
    episode.endedOn !== null && Temporal.PlainDate.compare(shown.today, sixMonthsDay(episode.endedOn)) >= 0
  const mayRecord = may(actor, 'people:change') || may(actor, 'notes:write')
  return (
    <>
      {mayRecord && doable.includes('two-weeks') && (
        <Section title={t.twoWeeks}>
          <Form action={`${path}/two-weeks`} hidden={hidden}>
            <TextInput
              name="hoursAtTwoWeeks"
              label={t.columns.hoursAtTwoWeeks}
              hint={t.twoWeeksHint}
              error={errorAt(errors, 'hoursAtTwoWeeks')}
              value={
                typed.hoursAtTwoWeeks ??
                (episode.minutesAtTwoWeeks === null ? '' : String(Math.round(episode.minutesAtTwoWeeks / 6) / 10))
              }
              width={5}
              inputmode="decimal"
            />
            <Button kind="secondary">{t.saveTwoWeeks}</Button>
          </Form>
        </Section>
      )}
      {may(actor, 'people:change') && doable.includes('six-months-later') && isSixMonthsOn && episode.endedOn && (
        <Section title={t.sixMonths} lead={t.sixMonthsLead(showDay(language, sixMonthsDay(episode.endedOn)))}>
          <Form action={`${path}/six-months`} hidden={hidden}>
            <Radios
              name="sixMonthsLater"
              label={t.columns.sixMonths}
              error={errorAt(errors, 'sixMonthsLater')}
              value={typed.sixMonthsLater ?? episode.sixMonthsLater ?? ''}
              options={SixMonthsLater.options.map((value) => ({ value, label: SIX_MONTHS_NAMES[value][language] }))}
            />
            <Button kind="secondary">{t.saveSixMonths}</Button>
          </Form>
        </Section>
      )}
    </>
  )
}

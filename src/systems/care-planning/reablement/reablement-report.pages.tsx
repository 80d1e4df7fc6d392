/** The report at the end of an episode: a page that prints, and the same as PDF and Word. */
import type { Context } from 'hono'
import { calledName } from '../../../kernel/person-name.ts'
import { CONTENT_TYPES, fileName, fileResponse, writeDocx, writePdf } from '../../../platform/documents/index.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { may } from '../../../platform/permissions/actor.ts'
import { Button, ButtonGroup, Link, OwnWords, Page, Section, SummaryList } from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { episodeFacts } from './episode-facts.sentences.ts'
import { HoursPicture } from './episode-view.tsx'
import { type EpisodesOfPerson, NO_SUCH_EPISODE } from './reablement.actions.ts'
import { episodeOf, findReablement } from './reablement.pages.tsx'
import { episodeSentence, returnSentence } from './reablement.sentences.ts'
import { text } from './reablement.text.ts'
import type { ReablementEpisode } from './reablement.ts'
import { reablementReport } from './reablement-report.document.ts'
import { afterSentences, goalSentences } from './reablement-report.sentences.ts'
import { reportText } from './reablement-report.text.ts'

export function reablementReportPages(doors: Doors): void {
  const path = carePlanningPaths.reablementReport(':personId', ':reablementEpisodeId')
  doors.get(path, 'people:read', async (c) => {
    const found = await findReablement(c)
    if (!found.ok) return found.answer
    const { shown } = found
    const episode = episodeOf(c, shown)
    if (!episode) return answerRefusal(c, NO_SUCH_EPISODE)
    const format = c.req.query('export')
    if (format === 'pdf' || format === 'docx') return answerFile(c, format, { shown, episode })
    return c.html(<ReportPage c={c} shown={shown} episode={episode} />)
  })
}

type Reported = { readonly shown: EpisodesOfPerson; readonly episode: ReablementEpisode }

async function answerFile(c: Context<Env>, format: 'pdf' | 'docx', reported: Reported): Promise<Response> {
  const language = c.get('language')
  const content = reablementReport(language, {
    ...reported,
    publisher: c.get('frame').authorityName[language],
    madeAt: c.get('runtime').clock.now(),
  })
  const bytes = format === 'pdf' ? await writePdf(content) : await writeDocx(content)
  const name = `${reportText[language].title} ${reported.episode.ref}`
  return fileResponse(bytes, fileName(name, reported.shown.today, format), CONTENT_TYPES[format])
}

const ReportPage = ({ c, shown, episode }: Reported & { readonly c: Context<Env> }) => {
  const language = c.get('language')
  const t = reportText[language]
  const { person } = shown
  const back = carePlanningPaths.reablementEpisode(episode.personId, episode.reablementEpisodeId)
  const self = carePlanningPaths.reablementReport(episode.personId, episode.reablementEpisodeId)
  const staysIn = person.language === language
  return (
    <Page
      frame={c.get('frame')}
      title={t.title}
      above={calledName(person)}
      lead={episode.ending ? episodeSentence(language, episode, shown.today) : t.notYet}
      breadcrumbs={[
        { label: calledName(person), href: carePlanningPaths.person(person.personId) },
        { label: text[language].reablement, href: carePlanningPaths.reablement(person.personId) },
      ]}
    >
      <ButtonGroup>
        <Button kind="secondary" href={`${self}?export=pdf`}>
          {t.pdf}
        </Button>
        <Button kind="secondary" href={`${self}?export=docx`}>
          {t.word}
        </Button>
        <Link href={back}>{t.back}</Link>
      </ButtonGroup>
      {!staysIn && may(actorOf(c), 'people:change') && (
        <p>
          {t.askedFor(person.language)}{' '}
          <a class="govuk-link" href={person.language === 'cy' ? `/cy${self}` : self} hreflang={person.language}>
            {t.inTheirLanguage[person.language]}
          </a>
        </p>
      )}
      <Section title={t.whatYouWanted}>
        <GoalReport c={c} shown={shown} episode={episode} />
      </Section>
      <Section title={t.hours}>
        <HoursPicture language={language} episode={episode} shown={shown} withoutMeaning />
      </Section>
      <Section title={t.after}>
        {afterSentences(language, episode).map((sentence) => (
          <p>{sentence}</p>
        ))}
        {episode.endingNote && <p>{episode.endingNote}</p>}
        <p>{returnSentence(language, episode, shown.today)}</p>
      </Section>
      <Section title={t.facts}>
        <SummaryList rows={episodeFacts({ language, episode, shown })} />
      </Section>
    </Page>
  )
}

const GoalReport = ({ c, shown, episode }: Reported & { readonly c: Context<Env> }) => {
  const language = c.get('language')
  const goals = shown.outcomes.filter(({ personalOutcomeId }) => episode.goalIds.includes(personalOutcomeId))
  if (goals.length === 0) return <p>{text[language].noGoals}</p>
  return (
    <>
      {goals.map((goal) => (
        <>
          <OwnWords words={goal.ownWords} language={goal.ownWordsLanguage} />
          <p>{goalSentences(language, goal, episode).join(' ') || text[language].notLookedAt}</p>
        </>
      ))}
    </>
  )
}

/** The part of a plan that a provider is told: its own contributions, shared risks, preferences, what to do if things go wrong. */
import type { Language } from '../../../kernel/language.ts'
import { Section, SummaryList } from '../../../ui/index.ts'
import type { PlanView } from './plan.actions.ts'
import { contributionText } from './plan.sentences.ts'
import { text } from './plan.text.ts'

export const SharedParts = ({ language, view }: { language: Language; view: PlanView }) => {
  const t = text[language]
  const [share] = view.shares
  if (!share) return <p>{t.shareNone}</p>
  const { outcomes, risks, preferences, contingency } = share.content
  if (outcomes.length === 0) return <p>{t.shareEnded}</p>
  return (
    <>
      {outcomes.map(({ personalOutcomeId, contributions }) => {
        const outcome = view.outcomes.find((one) => one.personalOutcomeId === personalOutcomeId)
        return (
          outcome && (
            <Section title={outcome.ownWords} titleLanguage={outcome.ownWordsLanguage}>
              <SummaryList
                rows={contributions.flatMap((one) => [
                  { key: t.what, value: one.what },
                  { key: t.howMuch, value: contributionText(language, one) },
                  ...(one.worksWhen ? [{ key: t.worksWhen, value: one.worksWhen }] : []),
                ])}
              />
            </Section>
          )
        )
      })}
      <Section title={t.terms}>
        <SummaryList
          rows={[
            { key: t.preferences, value: preferences || t.notSaid },
            { key: t.contingency, value: contingency || t.notSaid },
            ...risks.map((risk) => ({ key: risk.what, value: risk.whatIsDone })),
          ]}
        />
      </Section>
    </>
  )
}

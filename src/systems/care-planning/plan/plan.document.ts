/** A plan as a document: standard, in large print, or easy to read; and the request for care that goes to providers. */
import type { Language } from '../../../kernel/language.ts'
import { penceOf, showMoney } from '../../../kernel/money.ts'
import { showDay } from '../../../kernel/period.ts'
import { calledName, fullName } from '../../../kernel/person-name.ts'
import type { Block, DocumentContent } from '../../../platform/documents/index.ts'
import type { PlanView } from './plan.actions.ts'
import { agreementSentence, contributionText, moneySentence, nameOfContributor } from './plan.sentences.ts'
import { text } from './plan.text.ts'
import type { PlanContent, PlannedContribution, PlanVersion } from './plan.ts'

export const PLAN_LAYOUTS = ['standard', 'large', 'easy'] as const
export type PlanLayout = (typeof PLAN_LAYOUTS)[number]

type Made = { readonly publisher: string; readonly madeAt: Temporal.Instant }

/** In the person's language, whatever the reader's: it is their plan. */
export function planDocument(view: PlanView, plan: PlanVersion, layout: PlanLayout, made: Made): DocumentContent {
  const { language } = plan.content
  const t = text[language]
  if (layout === 'easy')
    return {
      ...made,
      language,
      title: `${t.easyRead.title}: ${calledName(view.person)}`,
      print: 'large',
      blocks: easyBlocks(language, view, plan.content),
    }
  return {
    ...made,
    language,
    title: `${t.title}: ${fullName(view.person)}`,
    print: layout,
    lead: plan.agreement ? agreementSentence(language, plan.agreement) : t.drafting(plan.number),
    blocks: [
      ...(view.person.whatMatters
        ? [{ kind: 'quote' as const, text: said(view.person.whatMatters, view.person.whatMattersLanguage ?? language) }]
        : []),
      ...outcomeBlocks(language, view, plan.content),
      { kind: 'heading', level: 2, text: t.terms },
      { kind: 'keyValues', items: termItems(language, plan.content) },
      { kind: 'heading', level: 2, text: t.money },
      { kind: 'keyValues', items: moneyItems(language, plan.content) },
      ...(moneySentence(language, plan.content)
        ? [{ kind: 'paragraph' as const, text: moneySentence(language, plan.content) }]
        : []),
      ...riskBlocks(language, plan.content, false),
    ],
  }
}

/** What goes to providers: outcomes, money and preferences, and neither the person's name nor a list of calls. */
export function requestDocument(view: PlanView, plan: PlanVersion, made: Made): DocumentContent {
  const { language } = plan.content
  const t = text[language]
  return {
    ...made,
    language,
    title: `${t.request}: ${view.person.ref}`,
    lead: t.requestAsk,
    blocks: [
      ...plan.content.outcomes.flatMap(({ personalOutcomeId }): Block[] => {
        const outcome = view.outcomes.find((one) => one.personalOutcomeId === personalOutcomeId)
        if (!outcome) return []
        return [
          { kind: 'quote', text: said(outcome.ownWords, outcome.ownWordsLanguage) },
          ...(outcome.whyItMatters
            ? [{ kind: 'paragraph' as const, text: said(outcome.whyItMatters, outcome.ownWordsLanguage) }]
            : []),
        ]
      }),
      {
        kind: 'keyValues',
        items: [
          ...moneyItems(language, plan.content).slice(0, 2),
          ...termItems(language, plan.content).filter(({ key }) => key !== t.contingency),
        ],
      },
      ...riskBlocks(language, plan.content, true),
    ],
  }
}

function said(words: string, language: Language) {
  return { text: words, language }
}

function outcomeBlocks(language: Language, view: PlanView, content: PlanContent): readonly Block[] {
  const t = text[language]
  return [
    { kind: 'heading', level: 1, text: t.outcomes },
    ...content.outcomes.flatMap(({ personalOutcomeId, contributions }): Block[] => {
      const outcome = view.outcomes.find((one) => one.personalOutcomeId === personalOutcomeId)
      if (!outcome) return []
      return [
        { kind: 'paragraph', tone: 'strong', text: said(outcome.ownWords, outcome.ownWordsLanguage) },
        {
          kind: 'list',
          items: contributions.map((one) => {
            const who = `${nameOfContributor(language, view, one)} (${contributionText(language, one).toLocaleLowerCase(language)})`
            const words = [one.what, one.worksWhen && `${t.worksIf}: ${one.worksWhen}`].filter(Boolean).join('. ')
            return words ? `${who}: ${words}` : who
          }),
        },
      ]
    }),
  ]
}

function easyBlocks(language: Language, view: PlanView, content: PlanContent): readonly Block[] {
  const { easyRead: t } = text[language]
  return [
    ...content.outcomes.flatMap(({ personalOutcomeId, contributions }): Block[] => {
      const outcome = view.outcomes.find((one) => one.personalOutcomeId === personalOutcomeId)
      if (!outcome) return []
      return [
        { kind: 'heading', level: 1, text: t.want },
        { kind: 'quote', text: said(outcome.ownWords, outcome.ownWordsLanguage) },
        { kind: 'chart', svg: PICTURE_FRAME, meaning: t.pictures },
        { kind: 'heading', level: 2, text: t.who },
        ...contributions.flatMap((one): Block[] => [
          { kind: 'paragraph', tone: 'strong', text: whoDoes(language, view, one) },
          { kind: 'paragraph', text: one.what || said(outcome.ownWords, outcome.ownWordsLanguage) },
        ]),
      ]
    }),
    ...(content.preferences
      ? [
          { kind: 'heading' as const, level: 1 as const, text: t.like },
          { kind: 'paragraph' as const, text: content.preferences },
        ]
      : []),
    ...(content.contingency
      ? [
          { kind: 'heading' as const, level: 1 as const, text: t.wrong },
          { kind: 'paragraph' as const, text: content.contingency },
        ]
      : []),
    ...(content.startsOn ? [{ kind: 'paragraph' as const, text: t.from(showDay(language, content.startsOn)) }] : []),
    ...(content.reviewDueOn
      ? [{ kind: 'paragraph' as const, text: t.again(showDay(language, content.reviewDueOn)) }]
      : []),
  ]
}

/** In the first person, as the whole layout is: what the person does themselves is not help. */
export function whoDoes(language: Language, view: PlanView, one: PlannedContribution): string {
  const { easyRead: t } = text[language]
  const provider = one.providerId === null ? undefined : view.providers.get(one.providerId)
  return provider ? t.does(provider.name) : t.parties[one.party]
}

/** An empty frame to draw in or to put a photograph. */
const PICTURE_FRAME =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90" width="160" height="90"><rect x="1" y="1" width="158" height="88" rx="6" fill="none" stroke="#8b98a3" stroke-width="1.5" stroke-dasharray="5 4"/></svg>'

function termItems(language: Language, content: PlanContent) {
  const t = text[language]
  const day = (value: Temporal.PlainDate | null) => (value ? showDay(language, value) : t.notSaid)
  return [
    { key: t.parts.startsOn, value: day(content.startsOn) },
    ...(content.endsOn ? [{ key: t.parts.endsOn, value: day(content.endsOn) }] : []),
    { key: t.parts.reviewDueOn, value: day(content.reviewDueOn) },
    ...(content.preferences ? [{ key: t.preferences, value: content.preferences }] : []),
    ...(content.contingency ? [{ key: t.contingency, value: content.contingency }] : []),
  ]
}

function moneyItems(language: Language, content: PlanContent) {
  const t = text[language]
  const money = (pence: number | null) => (pence === null ? t.notSaid : t.aWeek(showMoney(language, penceOf(pence))))
  return [
    { key: t.indicative, value: money(content.indicativeWeeklyPence) },
    { key: t.basis, value: content.budgetBasis || t.notSaid },
    { key: t.final, value: money(content.finalWeeklyPence) },
  ]
}

function riskBlocks(language: Language, content: PlanContent, onlyShared: boolean): readonly Block[] {
  const risks = content.risks.filter((risk) => risk.isShared || !onlyShared)
  if (risks.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: text[language].risks },
    { kind: 'keyValues', items: risks.map((risk) => ({ key: risk.what, value: risk.whatIsDone })) },
  ]
}

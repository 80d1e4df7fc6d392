/** Two reviews of the demonstration: one signed, one that waits for a second person's signature. Written as a contract manager would. */
import { STORY } from './providers.ts'

export type DemoReview = {
  readonly contractRef: string
  readonly name: string
  /** Whole months from the first to the last, counted back from the last whole month. */
  readonly monthsAgo: { readonly from: number; readonly to: number }
  readonly isSigned: boolean
  /** Judgement and finding for each prompt; prompts that are not asked of this contract's model are passed over. */
  readonly answers: Readonly<Record<string, readonly [judgement: string, finding: string]>>
  readonly notes: Readonly<Record<string, { readonly strengths: string; readonly gaps: string }>>
  readonly actions: readonly {
    readonly domainId: string
    readonly what: string
    readonly owner: string
    readonly dueInDays: number
  }[]
  readonly conclusion: string
}

export const DEMO_REVIEWS: readonly DemoReview[] = [
  {
    contractRef: `FW-05-${STORY.late}`,
    name: 'Cartref y Bryn: the year to the summer',
    monthsAgo: { from: 15, to: 4 },
    isSigned: true,
    answers: {
      'who-manages': [
        'in-place',
        'One manager since the contract began, who sat on the panel that chose this provider.',
      ],
      'meetings-and-records': ['in-place', 'Met every quarter; notes are kept with the contract.'],
      'separate-hands': [
        'developing',
        'The same officer agreed two changes of hours and approved their payment in May.',
      ],
      'risks-to-outcomes': [
        'developing',
        'Lateness is on the register as a breach, not as a risk to what people want to achieve.',
      ],
      capacity: ['in-place', 'No package was handed back. Two workers are being trained for double-handed visits.'],
      achieved: [
        'strong',
        'About two in three outcomes that were looked at had been achieved, and the share is rising.',
      ],
      'whose-word': ['strong', 'Most people were asked, and what they say is close to what the reviews found.'],
      attribution: [
        'developing',
        'In close to half of the reviews family, the chapel or the day centre were named first. We have been crediting the provider with all of it.',
      ],
      amount: ['in-place', 'Hours are near what was planned.'],
      'activity-for-outcomes': ['in-place', 'Workers may lengthen a visit to get somebody out of the house, and do.'],
      reliable: [
        'not-yet',
        'Visits have started later and later since the winter, most of all after five on weekdays.',
      ],
      'measures-chosen': [
        'developing',
        'Punctuality is watched because it always was. Nobody had asked what it does for people here.',
      ],
      'performance-against-outcomes': [
        'developing',
        'Poor timekeeping and good outcomes side by side: either time matters less than we thought, or the outcomes are others’ doing. See attribution.',
      ],
      proxies: [
        'developing',
        'On-time starts stand in for feeling safe. People here say they feel safe because they know who is coming.',
      ],
      continuity: ['strong', 'People see three or four workers in a month.'],
      language: ['strong', 'Welsh speakers are met by Welsh speakers nearly always.'],
      dignity: ['in-place', 'No complaint about how people are treated; four compliments name the same two workers.'],
      'provider-systems': [
        'developing',
        'Supervision is regular. Rotas are still on paper, which is why lateness is seen a month later.',
      ],
      'asking-people': [
        'in-place',
        'Four in five were asked. Those who were not mostly live with dementia, and their carers could have been.',
      ],
      'records-trusted': ['in-place', 'A sample of twenty visits agreed with people’s own diaries.'],
      'reviews-on-time': ['developing', 'One review in five is held after its day.'],
      'contract-dates': ['in-place', 'The dates of the framework are known to both sides.'],
      'targets-with-days': ['in-place', 'Each indicator has its day.'],
    },
    notes: {
      outcomes: {
        strengths: 'People get back to what they want to do, and say so themselves.',
        gaps: 'We do not yet know how much of it is the provider’s doing.',
      },
      performance: {
        strengths: 'Missed visits are rare for so rural an area.',
        gaps: 'Lateness is seen a month after it happens.',
      },
    },
    actions: [
      {
        domainId: 'performance',
        what: 'Bring visit logs in weekly and look at evening rotas together',
        owner: 'Nia Prosser',
        dueInDays: 10,
      },
      {
        domainId: 'outcomes',
        what: 'Agree with social workers how attribution is recorded when family are named first',
        owner: 'Elin Maddocks',
        dueInDays: 45,
      },
      {
        domainId: 'administration',
        what: 'Have changes of hours approved by somebody other than who agreed them',
        owner: 'Dewi Treharne',
        dueInDays: 30,
      },
    ],
    conclusion:
      'People supported by Cartref y Bryn get where they want to be more often than anywhere else in the county, and they say so themselves. Visits are late and getting later. Before we press on punctuality we should find out what the outcomes rest on: in close to half of the reviews it is family and neighbours who are named first.',
  },
  {
    contractRef: `FW-03-${STORY.parting}`,
    name: 'Llaw Gadarn: the last twelve months',
    monthsAgo: { from: 12, to: 1 },
    isSigned: false,
    answers: {
      'who-manages': ['in-place', 'A named manager, with cover.'],
      'meetings-and-records': ['developing', 'Meetings were held; two sets of notes are missing.'],
      'separate-hands': ['in-place', ''],
      'reward-terms': [
        'not-yet',
        'Part of the fee depends on outcomes that the provider itself reports. Nothing in the contract says who checks.',
      ],
      'risks-to-outcomes': ['developing', ''],
      capacity: ['in-place', ''],
      'perverse-incentives': [
        'not-yet',
        'The provider is paid more when it reports more. It reports far more than people confirm.',
      ],
      achieved: [
        'developing',
        'About half of the outcomes looked at were achieved: ordinary for the county, and well under what the provider reports.',
      ],
      'whose-word': ['not-yet', 'What is reported and what people say are far apart, month after month.'],
      attribution: ['developing', ''],
      amount: ['in-place', ''],
      'activity-for-outcomes': ['developing', ''],
      reliable: ['in-place', 'Visits are as punctual as agreed.'],
      'measures-chosen': ['developing', ''],
      'performance-against-outcomes': [
        'developing',
        'Good timekeeping says little about whether anybody is better off.',
      ],
      proxies: ['developing', ''],
      continuity: ['developing', ''],
      language: ['developing', 'Welsh speakers are met by Welsh speakers in about six visits of ten.'],
      dignity: ['developing', 'People say that visits feel hurried.'],
      'provider-systems': ['not-yet', 'The provider’s own check of outcomes is made by those who are paid on it.'],
      'asking-people': ['developing', 'Four in ten were not asked.'],
      'records-trusted': ['not-yet', 'See “whose word”.'],
      'reviews-on-time': ['developing', ''],
      'contract-dates': ['in-place', ''],
      'targets-with-days': ['in-place', ''],
    },
    notes: {
      outcomes: {
        strengths: 'Outcomes are agreed with nearly everybody.',
        gaps: 'Nobody independent confirms them before they are paid for.',
      },
    },
    actions: [
      {
        domainId: 'quality-assurance',
        what: 'Have a sample of one in five outcomes confirmed by somebody other than the provider before payment',
        owner: 'Nia Prosser',
        dueInDays: 30,
      },
      {
        domainId: 'risk',
        what: 'Take the reward out of the provider’s own report and put it on the person’s word',
        owner: 'Gwenno Rhydderch',
        dueInDays: 90,
      },
    ],
    conclusion:
      'The provider reports far more outcomes achieved than people themselves confirm, and part of its fee rests on its own report. Until somebody independent asks people, the reward should rest on their word or on nothing.',
  },
]

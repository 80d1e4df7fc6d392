/** What care planning brings to the whole. */
import type { SystemModule } from '../../system.ts'
import { aroundApi } from './around/around.api.ts'
import { aroundPages } from './around/around.pages.tsx'
import { assessmentApi } from './assessment/assessment.api.ts'
import { assessmentForms } from './assessment/assessment.framework.ts'
import { assessmentPages } from './assessment/assessment.pages.tsx'
import { caseMix } from './case-mix/case-mix.framework.ts'
import { needBandsImport } from './case-mix/need-band.import.ts'
import { caseloadApi } from './caseload/caseload.api.ts'
import { caseloadImport } from './caseload/caseload.import.ts'
import { caseloadPages } from './caseload/caseload.pages.tsx'
import { contributionsImport } from './contribution/contribution.import.ts'
import { exchangeApi } from './exchange/exchange.api.ts'
import { exchangeCommands } from './exchange/exchange.cli.ts'
import { exchangePages } from './exchange/exchange.pages.tsx'
import { achievedStop, chosenByNobody, peopleStop, withoutContribution } from './line-of-sight/line-of-sight.ts'
import { wordsByOutcome } from './line-of-sight/whose-word.store.ts'
import { comparePages } from './merge/compare.pages.tsx'
import { movedPage } from './merge/former-person.store.ts'
import { mergeApi } from './merge/merge.api.ts'
import { mergePages } from './merge/merge.pages.tsx'
import { ATTRIBUTION_MEASURES, ATTRIBUTIONS } from './outcome-review/attribution.measures.ts'
import { outcomeReviewApi } from './outcome-review/outcome-review.api.ts'
import { outcomeReviewsImport } from './outcome-review/outcome-review.import.ts'
import {
  OUTCOME_REVIEW_MEASURES,
  OUTCOME_REVIEWS,
  REVIEW_DUE_MEASURES,
  REVIEWS_DUE,
  VOICE_MEASURES,
} from './outcome-review/outcome-review.measures.ts'
import { outcomeReviewPages } from './outcome-review/outcome-review.pages.tsx'
import { askPages } from './own-word/ask.pages.tsx'
import { letterPages } from './own-word/letter.pages.tsx'
import { letterQueuePages } from './own-word/letter-queue.pages.tsx'
import { ownWordPages } from './own-word/own-word.pages.tsx'
import { carePlanningPaths } from './paths.ts'
import { peopleListPages } from './person/people-list.pages.tsx'
import { personApi } from './person/person.api.ts'
import { peopleImport } from './person/person.import.ts'
import { personPages } from './person/person.pages.tsx'
import { personFormPages } from './person/person-form.pages.tsx'
import { namePeople } from './person/person-names.store.ts'
import { personWriteApi } from './person/person-write.api.ts'
import { outcomeFormPages } from './personal-outcome/outcome-forms.pages.tsx'
import { outcomeProposalPages } from './personal-outcome/outcome-proposal.pages.tsx'
import { outcomeScorePages } from './personal-outcome/outcome-score.pages.tsx'
import { outcomesPages } from './personal-outcome/outcomes.pages.tsx'
import { personalOutcomeApi } from './personal-outcome/personal-outcome.api.ts'
import { outcomesImport } from './personal-outcome/personal-outcome.import.ts'
import { OUTCOMES_AGREED, PERSONAL_OUTCOME_MEASURES } from './personal-outcome/personal-outcome.measures.ts'
import { planApi } from './plan/plan.api.ts'
import { planPages } from './plan/plan.pages.tsx'
import { planDraftPages } from './plan/plan-draft.pages.tsx'
import { planLetterPages } from './plan/plan-letter.pages.tsx'
import { planReviewApi } from './plan-review/plan-review.api.ts'
import { reviewFlags, reviewSchedule } from './plan-review/plan-review.framework.ts'
import { planReviewPages } from './plan-review/plan-review.pages.tsx'
import { providerNoteApi } from './provider-note/provider-note.api.ts'
import { providerNotePages } from './provider-note/provider-note.pages.tsx'
import { waitingPages } from './provider-note/waiting.pages.tsx'
import { reablementApi } from './reablement/reablement.api.ts'
import { reablementImport } from './reablement/reablement.import.ts'
import { REABLEMENT, REABLEMENT_MEASURES } from './reablement/reablement.measures.ts'
import { reablementPages } from './reablement/reablement.pages.tsx'
import { reablementFormPages } from './reablement/reablement-forms.pages.tsx'
import { reablementListPages } from './reablement/reablement-list.pages.tsx'
import { reablementReportPages } from './reablement/reablement-report.pages.tsx'
import { NAMES_FROM_CARE_PLANNING } from './record/care-planning.held.ts'
import { recordApi } from './record/record.api.ts'
import { recordPages } from './record/record.pages.tsx'
import { RECORD_PARTS } from './record/record-part.held.ts'
import { restrictionApi } from './restriction/restriction.api.ts'
import { restrictionPages } from './restriction/restriction.pages.tsx'
import { retentionApi } from './retention/retention.api.ts'
import { retentionRules } from './retention/retention.framework.ts'
import { retentionPages } from './retention/retention.pages.tsx'
import { scaleCommands } from './scale/scale.cli.ts'
import { scaleFrameworks } from './scale/scale.framework.ts'
import { scalesApi } from './scale/scales.api.ts'
import { scalesPages } from './scale/scales.pages.tsx'
import { situationApi } from './situation/situation.api.ts'
import { carePlanningToday } from './today.ts'
import { verificationApi } from './verification/verification.api.ts'
import { VERIFICATION_MEASURES, VERIFICATIONS } from './verification/verification.measures.ts'
import { verificationPages } from './verification/verification.pages.tsx'
import { worklistApi } from './worklist/worklist.api.ts'
import { worklistPages } from './worklist/worklist.pages.tsx'

export const carePlanningSystem = {
  name: 'care-planning',
  frameworks: [scaleFrameworks, assessmentForms, caseMix, reviewSchedule, reviewFlags, retentionRules],
  commands(program, context) {
    scaleCommands(program, context)
    exchangeCommands(program, context)
  },
  navigation: [
    { label: { en: 'People', cy: 'Pobl' }, href: carePlanningPaths.people(), access: 'people:read', order: 20 },
    {
      label: { en: 'My work', cy: 'Fy ngwaith' },
      href: carePlanningPaths.worklist(),
      access: 'people:change',
      order: 15,
    },
    {
      label: { en: 'Reablement', cy: 'Ailalluogi' },
      href: carePlanningPaths.reablementList(),
      access: 'measures:read',
      order: 21,
    },
    {
      label: { en: 'Waiting for you', cy: 'Yn aros amdanoch' },
      href: carePlanningPaths.waiting(),
      access: 'notes:write',
      order: 19,
    },
    {
      label: { en: 'Verification', cy: 'Cadarnhau' },
      href: carePlanningPaths.samples(),
      access: 'words:record',
      order: 22,
    },
    {
      label: { en: 'Letters to post', cy: 'Llythyrau i’w postio' },
      href: carePlanningPaths.letters(),
      access: 'letters:print',
      order: 24,
    },
    {
      label: { en: 'Scales', cy: 'Graddfeydd' },
      href: carePlanningPaths.scales(),
      access: 'scales:register',
      order: 23,
    },
  ],
  pages(doors) {
    // Before the pages of one person: /people/exchange is nobody's number.
    exchangePages(doors)
    mergePages(doors)
    comparePages(doors)
    retentionPages(doors)
    peopleListPages(doors)
    personFormPages(doors)
    personPages(doors)
    outcomeReviewPages(doors)
    outcomesPages(doors)
    outcomeFormPages(doors)
    outcomeProposalPages(doors)
    outcomeScorePages(doors)
    scalesPages(doors)
    assessmentPages(doors)
    planPages(doors)
    planDraftPages(doors)
    planLetterPages(doors)
    planReviewPages(doors)
    worklistPages(doors)
    caseloadPages(doors)
    restrictionPages(doors)
    recordPages(doors)
    ownWordPages(doors)
    aroundPages(doors)
    askPages(doors)
    letterPages(doors)
    letterQueuePages(doors)
    verificationPages(doors)
    reablementListPages(doors)
    reablementFormPages(doors)
    reablementPages(doors)
    reablementReportPages(doors)
    providerNotePages(doors)
    waitingPages(doors)
  },
  api(doors) {
    exchangeApi(doors)
    mergeApi(doors)
    personApi(doors)
    personWriteApi(doors)
    aroundApi(doors)
    restrictionApi(doors)
    outcomeReviewApi(doors)
    verificationApi(doors)
    reablementApi(doors)
    providerNoteApi(doors)
    personalOutcomeApi(doors)
    scalesApi(doors)
    assessmentApi(doors)
    planApi(doors)
    worklistApi(doors)
    retentionApi(doors)
    caseloadApi(doors)
    planReviewApi(doors)
    situationApi(doors)
    recordApi(doors)
  },
  holds: RECORD_PARTS,
  heldNames: NAMES_FROM_CARE_PLANNING,
  stops: [peopleStop, achievedStop],
  brokenLinks: [withoutContribution, chosenByNobody],
  words: wordsByOutcome,
  peopleNames: namePeople,
  movedTo: movedPage,
  records: [
    {
      recordType: 'care-planning.received-plan',
      title: { en: 'Received plan', cy: 'Cynllun a dderbyniwyd' },
      permission: 'exchange:run',
      path: (recordId) => carePlanningPaths.receivedPlan(recordId),
    },
    {
      recordType: 'care-planning.person',
      title: { en: 'Person', cy: 'Person' },
      permission: 'people:read',
      path: (recordId) => carePlanningPaths.person(recordId),
    },
    {
      recordType: 'care-planning.personal-outcome',
      title: { en: 'Outcome', cy: 'Canlyniad' },
      permission: 'people:read',
    },
    {
      recordType: 'care-planning.plan-version',
      title: { en: 'Version of a plan', cy: 'Fersiwn o gynllun' },
      permission: 'people:read',
    },
    {
      recordType: 'care-planning.outcome-review',
      title: { en: 'Outcome review', cy: 'Adolygiad o ganlyniad' },
      permission: 'people:read',
    },
    {
      recordType: 'care-planning.provider-note',
      title: { en: 'Provider’s note', cy: 'Nodyn darparwr' },
      permission: 'people:read',
    },
    {
      recordType: 'care-planning.notice',
      title: { en: 'Notice', cy: 'Hysbysiad' },
      permission: 'people:read',
    },
    {
      recordType: 'care-planning.reablement',
      title: { en: 'Reablement', cy: 'Ailalluogi' },
      permission: 'people:read',
    },
    {
      recordType: 'care-planning.scale-registration',
      title: { en: 'Registration for a scale', cy: 'Cofrestriad ar gyfer graddfa' },
      permission: 'catalogue:read',
      path: (recordId) => carePlanningPaths.scale(recordId),
    },
    {
      recordType: 'care-planning.verification-sample',
      title: { en: 'Verification sample', cy: 'Sampl gadarnhau' },
      permission: 'words:record',
      path: (recordId) => carePlanningPaths.sample(recordId),
    },
  ],
  today: carePlanningToday,
  sources: [OUTCOME_REVIEWS, REVIEWS_DUE, OUTCOMES_AGREED, ATTRIBUTIONS, VERIFICATIONS, REABLEMENT],
  measures: [
    ...VOICE_MEASURES,
    ...OUTCOME_REVIEW_MEASURES,
    ...REVIEW_DUE_MEASURES,
    ...PERSONAL_OUTCOME_MEASURES,
    ...ATTRIBUTION_MEASURES,
    ...VERIFICATION_MEASURES,
    ...REABLEMENT_MEASURES,
  ],
  imports: [
    peopleImport,
    outcomesImport,
    caseloadImport,
    needBandsImport,
    contributionsImport,
    outcomeReviewsImport,
    reablementImport,
  ],
} satisfies SystemModule

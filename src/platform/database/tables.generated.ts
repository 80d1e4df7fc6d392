/** Generated from the migrations by `npm run tables`; not edited by hand. */
import type { Generated } from 'kysely'

export type Tables = {
  'care_planning.active_offer': {
    authority_id: number
    active_offer_id: Generated<number>
    person_id: number
    offered_on: Temporal.PlainDate
    answer: string
    note: Generated<string>
    recorded_by: string
    recorded_at: Temporal.Instant
  }
  'care_planning.allocation': {
    authority_id: number
    allocation_id: Generated<number>
    person_id: number
    worker_id: number
    starts_on: Temporal.PlainDate
    ends_on: Temporal.PlainDate | null
    note: Generated<string>
    allocated_by: Generated<string>
    version: Generated<number>
    import_id: number | null
    extra: unknown | null
  }
  'care_planning.assessment': {
    authority_id: number
    assessment_id: Generated<number>
    person_id: number
    form: string
    edition: string
    state: Generated<string>
    answers: unknown
    words_language: string
    started_on: Temporal.PlainDate
    started_by: string
    completed_on: Temporal.PlainDate | null
    completed_by: string | null
    is_eligible: boolean | null
    version: Generated<number>
  }
  'care_planning.attribution': {
    authority_id: number
    outcome_review_id: number
    person_id: number
    party: string
    extent: string
    is_named_first: Generated<boolean>
    evidence: Generated<string>
    import_id: number | null
    share_percent: number | null
  }
  'care_planning.attribution_fact': {
    authority_id: number
    contract_id: number
    provider_id: number
    area_id: number
    day: Temporal.PlainDate
    fact_key: string
    outcome_review_id: number
    personal_outcome_id: number
    person_id: number
    achievement: string
    party: string
    extent: string
    evidence: string
    is_named: boolean
    is_named_elsewhere: boolean
  }
  'care_planning.attribution_rollup': {
    authority_id: number
    contract_id: number
    provider_id: number
    area_id: number
    grain: string
    starts_on: Temporal.PlainDate
    named: number
    named_elsewhere: number
  }
  'care_planning.carer_support': {
    authority_id: number
    relationship_id: number
    person_id: number
    needs: Generated<string>
    assessment_offered_on: Temporal.PlainDate | null
    assessment_answer: string | null
  }
  'care_planning.circle': {
    authority_id: number
    person_id: number
    provider_id: number
    because: Generated<string>
  }
  'care_planning.consent': {
    authority_id: number
    consent_id: Generated<number>
    person_id: number
    what: string
    answer: string
    how: string
    answered_on: Temporal.PlainDate
    answered_by: string
    note: Generated<string>
    recorded_by: string
    recorded_at: Temporal.Instant
  }
  'care_planning.contribution': {
    authority_id: number
    contribution_id: Generated<number>
    personal_outcome_id: number
    person_id: number
    party: string
    provider_id: number | null
    contract_id: number | null
    extent: string
    what: Generated<string>
    import_id: number | null
    extra: unknown | null
    version: Generated<number>
    starts_on: Temporal.PlainDate | null
    weekly_minutes: number | null
    works_when: Generated<string>
  }
  'care_planning.former_person': {
    authority_id: number
    former_id: number
    former_ref: string
    person_id: number
    person_merge_id: number
  }
  'care_planning.letter_code': {
    authority_id: number
    letter_code_id: Generated<number>
    code_hash: string | null
    purpose: string
    person_id: number
    subject_id: number
    for_whom: string
    to_name: string
    language: string
    sent_on: Temporal.PlainDate | null
    sent_by: string | null
    expires_on: Temporal.PlainDate | null
    used_at: Temporal.Instant | null
    withdrawn_at: Temporal.Instant | null
    asked_on: Temporal.PlainDate
    asked_by: string
    asked_by_user: Generated<number | null>
    sent_by_user: number | null
    layout: Generated<string>
    basis: string | null
    withdrawn_because: string | null
  }
  'care_planning.need_band': {
    authority_id: number
    need_band_id: Generated<number>
    person_id: number
    band: string
    from_on: Temporal.PlainDate
    points: number | null
    assessment_id: number | null
    edition: string
    version: Generated<number>
    import_id: number | null
    extra: unknown | null
  }
  'care_planning.notice': {
    authority_id: number
    notice_id: Generated<number>
    person_id: number
    to_kind: string
    provider_id: number | null
    user_id: number | null
    kind: string
    detail: Generated<unknown>
    path: string
    told_at: Temporal.Instant
    acknowledged_at: Temporal.Instant | null
    acknowledged_by: string | null
  }
  'care_planning.outcome_agreed_fact': {
    authority_id: number
    contract_id: number
    provider_id: number
    area_id: number
    day: Temporal.PlainDate
    fact_key: string
    personal_outcome_id: number
    ref: string
    person_id: number
    own_words: string
    own_words_language: string
    scale: string
    baseline_score: number
    target_score: number
    review_due_on: Temporal.PlainDate
    is_agreed: boolean
    lacks_contribution: boolean
    lacks_catalogue_outcome: boolean
  }
  'care_planning.outcome_agreed_rollup': {
    authority_id: number
    contract_id: number
    provider_id: number
    area_id: number
    grain: string
    starts_on: Temporal.PlainDate
    agreed: number
    without_contribution: number
    without_catalogue_outcome: number
  }
  'care_planning.outcome_circle': {
    authority_id: number
    provider_id: number
    personal_outcome_id: number
    person_id: number
  }
  'care_planning.outcome_level': {
    authority_id: number
    personal_outcome_id: number
    person_id: number
    level: number
    words: string
    language: string
  }
  'care_planning.outcome_part': {
    authority_id: number
    provider_id: number
    personal_outcome_id: number
    person_id: number
  }
  'care_planning.outcome_proposal': {
    authority_id: number
    outcome_proposal_id: Generated<number>
    person_id: number
    own_words: string
    own_words_language: string
    why_it_matters: Generated<string>
    can_do_now: Generated<string>
    outcome_id: number | null
    proposed_by: string
    proposed_by_name: string
    proposed_on: Temporal.PlainDate
    state: Generated<string>
    answered_on: Temporal.PlainDate | null
    answered_by_name: string | null
    answer: Generated<string>
    personal_outcome_id: number | null
    version: Generated<number>
  }
  'care_planning.outcome_review': {
    authority_id: number
    outcome_review_id: Generated<number>
    ref: string
    personal_outcome_id: number
    person_id: number
    area_id: number
    contract_id: number | null
    provider_id: number | null
    due_on: Temporal.PlainDate
    held_on: Temporal.PlainDate
    score: number | null
    achievement: string
    provider_says: string | null
    person_says: string | null
    person_said_by: string | null
    person_said_on: Temporal.PlainDate | null
    person_words: Generated<string>
    person_words_language: string | null
    note: Generated<string>
    version: Generated<number>
    import_id: number | null
    extra: unknown | null
    plan_review_id: number | null
    person_word_how: string | null
    person_word_recorded_by: string | null
    recorded_by_user: Generated<number | null>
    carer_says: string | null
    carer_said_on: Temporal.PlainDate | null
    carer_words: Generated<string>
    carer_words_language: string | null
    carer_word_how: string | null
    carer_word_recorded_by: string | null
  }
  'care_planning.outcome_review_fact': {
    authority_id: number
    contract_id: number
    provider_id: number
    area_id: number
    day: Temporal.PlainDate
    fact_key: string
    outcome_review_id: number
    personal_outcome_id: number
    person_id: number
    due_on: Temporal.PlainDate
    achievement: string
    provider_says: string
    person_says: string
    person_said_by: string
    score: number
    baseline_score: number
    target_score: number
    own_words: string
    own_words_language: string
    is_held: boolean
    is_achieved: boolean
    is_partly: boolean
    is_not: boolean
    is_changed: boolean
    has_persons_word: boolean
    is_confirmable: boolean
    is_confirmed: boolean
    has_both_words: boolean
    word_gap: number
    is_scored: boolean
    distance_percent: number
    carer_says: string
    is_persons_own: boolean
    is_carers_alone: boolean
    has_person_and_carer: boolean
    do_person_and_carer_differ: boolean
    has_providers_word: boolean
    provider_says_reached: boolean
    person_says_reached: boolean
    only_provider_says_achieved: boolean
    only_person_says_achieved: boolean
    band: string
  }
  'care_planning.outcome_review_rollup': {
    authority_id: number
    contract_id: number
    provider_id: number
    area_id: number
    grain: string
    starts_on: Temporal.PlainDate
    held: number
    achieved: number
    partly: number
    not_achieved: number
    changed: number
    answered: number
    confirmable: number
    confirmed: number
    both_spoke: number
    word_gap: number
    scored: number
    distance_percent: number
    persons_own: Generated<number>
    carers_alone: Generated<number>
    person_and_carer: Generated<number>
    person_and_carer_differ: Generated<number>
    band: Generated<string>
    provider_spoke: Generated<number>
    provider_reached: Generated<number>
    person_reached: Generated<number>
    only_provider_says: Generated<number>
    only_person_says: Generated<number>
  }
  'care_planning.outcome_score': {
    authority_id: number
    outcome_score_id: Generated<number>
    personal_outcome_id: number
    person_id: number
    provider_id: number | null
    voice: string
    scored_on: Temporal.PlainDate
    score: number
    answers: unknown
    scale_edition: string
    recorded_by: string
    recorded_at: Temporal.Instant
  }
  'care_planning.own_word': {
    authority_id: number
    own_word_id: Generated<number>
    outcome_review_id: number
    person_id: number
    says: string
    said_by: string
    how: string
    said_on: Temporal.PlainDate
    words: Generated<string>
    words_language: string | null
    recorded_by: string
    recorded_by_user: number | null
    recorded_at: Temporal.Instant
  }
  'care_planning.person': {
    authority_id: number
    person_id: Generated<number>
    ref: string
    given_name: string
    family_name: string
    known_as: string | null
    born_on: Temporal.PlainDate | null
    language: string
    area_id: number
    need_group: string
    what_matters: Generated<string>
    what_matters_language: string | null
    started_on: Temporal.PlainDate | null
    ended_on: Temporal.PlainDate | null
    ended_reason: string | null
    version: Generated<number>
    import_id: number | null
    extra: unknown | null
    worker_id: number | null
  }
  'care_planning.person_contact': {
    authority_id: number
    person_id: number
    address: Generated<string>
    postcode: Generated<string>
    telephone: Generated<string>
    email: Generated<string>
    contact_by: Generated<string>
    communication_needs: Generated<string>
    access_needs: Generated<string>
    nhs_number: string | null
    version: Generated<number>
  }
  'care_planning.person_merge': {
    authority_id: number
    person_merge_id: Generated<number>
    person_id: number
    former_id: number
    former_ref: string
    standing_ref: string
    former: unknown
    kept: unknown
    reason: string
    merged_on: Temporal.PlainDate
    merged_at: Temporal.Instant
    merged_by: string
    undone_at: Temporal.Instant | null
    undone_on: Temporal.PlainDate | null
    undone_by: string | null
    undone_reason: Generated<string>
  }
  'care_planning.personal_outcome': {
    authority_id: number
    personal_outcome_id: Generated<number>
    ref: string
    person_id: number
    plan_id: number | null
    area_id: number
    own_words: string
    own_words_language: string
    outcome_id: number | null
    contract_id: number | null
    provider_id: number | null
    scale: string
    baseline_score: number | null
    target_score: number | null
    agreed_on: Temporal.PlainDate
    review_due_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    ended_reason: string | null
    version: Generated<number>
    import_id: number | null
    extra: unknown | null
    why_it_matters: Generated<string>
    can_do_now: Generated<string>
    set_by: Generated<string>
    weight: Generated<number>
    hangs_on: number | null
    reformulated_from: number | null
    ended_note: Generated<string>
  }
  'care_planning.plan': {
    authority_id: number
    plan_id: Generated<number>
    ref: string
    person_id: number
    agreed_on: Temporal.PlainDate
    ends_on: Temporal.PlainDate | null
    version: Generated<number>
    import_id: number | null
    ended_reason: string | null
  }
  'care_planning.plan_agreement': {
    authority_id: number
    plan_version_id: number
    person_id: number
    how: string
    by_whom: string
    name: string
    agreed_on: Temporal.PlainDate
    words: Generated<string>
    recorded_by: string
    recorded_at: Temporal.Instant
  }
  'care_planning.plan_answer': {
    authority_id: number
    plan_answer_id: Generated<number>
    plan_version_id: number
    letter_code_id: number
    person_id: number
    answer: string
    by_whom: string
    basis: string | null
    name: string
    words: Generated<string>
    words_language: string | null
    answered_on: Temporal.PlainDate
  }
  'care_planning.plan_review': {
    authority_id: number
    plan_review_id: Generated<number>
    person_id: number
    kind: string
    state: Generated<string>
    held_on: Temporal.PlainDate
    took_part: Generated<string[]>
    summary: Generated<string>
    next_due_on: Temporal.PlainDate | null
    begun_by: string
    concluded_by: string | null
    version: Generated<number>
  }
  'care_planning.plan_share': {
    authority_id: number
    plan_version_id: number
    person_id: number
    provider_id: number
    content: unknown
    shared_at: Temporal.Instant
    ended_on: Temporal.PlainDate | null
  }
  'care_planning.plan_version': {
    authority_id: number
    plan_version_id: Generated<number>
    person_id: number
    plan_id: number | null
    number: number
    state: Generated<string>
    reason: Generated<string>
    content: unknown
    drafted_by: string
    drafted_at: Temporal.Instant
    offered_at: Temporal.Instant | null
    agreed_on: Temporal.PlainDate | null
    version: Generated<number>
  }
  'care_planning.provider_note': {
    authority_id: number
    provider_note_id: Generated<number>
    person_id: number
    provider_id: number
    kind: string
    personal_outcome_id: number | null
    happened_on: Temporal.PlainDate
    words: string
    words_language: string
    is_urgent: Generated<boolean>
    weekly_minutes: number | null
    written_by: string
    written_at: Temporal.Instant
    state: string
    answer: string | null
    answer_words: Generated<string>
    answer_language: string | null
    answered_by: string | null
    answered_at: Temporal.Instant | null
    version: Generated<number>
  }
  'care_planning.reablement_episode': {
    authority_id: number
    reablement_episode_id: Generated<number>
    ref: string
    person_id: number
    area_id: number
    contract_id: number | null
    provider_id: number | null
    came_from: string
    is_supported_already: Generated<boolean>
    referred_on: Temporal.PlainDate | null
    started_on: Temporal.PlainDate
    expected_weeks: number
    minutes_at_start: number | null
    minutes_at_two_weeks: number | null
    minutes_at_end: number | null
    ended_on: Temporal.PlainDate | null
    ending: string | null
    early_reason: string | null
    needed_after: string | null
    is_mitigated: Generated<boolean>
    follows: string | null
    ending_note: Generated<string>
    six_months_later: string | null
    version: Generated<number>
    import_id: number | null
    extra: unknown | null
  }
  'care_planning.reablement_fact': {
    authority_id: number
    contract_id: number
    provider_id: number
    area_id: number
    day: Temporal.PlainDate
    fact_key: string
    reablement_episode_id: number
    ref: string
    person_id: number
    started_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate
    ending: string
    needed_after: string
    follows: string
    six_months_later: string
    is_started: boolean
    is_ended: boolean
    is_completed: boolean
    is_ended_early: boolean
    is_reduced: boolean
    needs_none: boolean
    is_maintained: boolean
    is_need_mitigated: boolean
    is_in_time: boolean
    has_hours: boolean
    minutes_at_start: number
    minutes_at_end: number
    is_counted_in_england: boolean
    is_success_in_england: boolean
    is_looked_at_later: boolean
    has_no_package_later: boolean
    had_package_to_reduce: boolean
    has_reduced_package_later: boolean
    is_followed: boolean
    is_returned: boolean
    band: string
  }
  'care_planning.reablement_goal': {
    authority_id: number
    reablement_episode_id: number
    personal_outcome_id: number
    person_id: number
  }
  'care_planning.reablement_rollup': {
    authority_id: number
    contract_id: number
    provider_id: number
    area_id: number
    grain: string
    starts_on: Temporal.PlainDate
    started: number
    ended: number
    completed: number
    ended_early: number
    reduced: number
    none_after: number
    maintained: number
    mitigated: number
    in_time: number
    with_hours: number
    minutes_at_start: number
    minutes_at_end: number
    england_counted: number
    england_success: number
    looked_at_later: number
    no_package_later: number
    package_to_reduce: number
    reduced_later: number
    followed: number
    returned: number
    band: Generated<string>
  }
  'care_planning.received_plan': {
    authority_id: number
    received_plan_id: Generated<number>
    person_id: number | null
    file_name: string
    state: Generated<string>
    content: unknown
    kept_apart: unknown
    taken: Generated<unknown>
    received_by: string
    received_at: Temporal.Instant
    answered_by: string | null
    answered_at: Temporal.Instant | null
    version: Generated<number>
    digest: Generated<string>
    received_by_user: Generated<number | null>
  }
  'care_planning.record_event': {
    authority_id: number
    record_event_id: Generated<number>
    person_id: number
    happened: string
    happened_on: Temporal.PlainDate
    other_ref: Generated<string>
    reason: string
    recorded_by: string
    recorded_at: Temporal.Instant
  }
  'care_planning.record_opening': {
    authority_id: number
    record_opening_id: Generated<number>
    person_id: number
    user_id: number
    opened_by: string
    reason: string
    opened_at: Temporal.Instant
    closes_at: Temporal.Instant
  }
  'care_planning.relationship': {
    authority_id: number
    relationship_id: Generated<number>
    person_id: number
    kind: string
    name: string
    what_they_are: Generated<string>
    telephone: Generated<string>
    language: string | null
    lives_with: Generated<boolean>
    since: Temporal.PlainDate
    until: Temporal.PlainDate | null
    version: Generated<number>
  }
  'care_planning.restriction': {
    authority_id: number
    restriction_id: Generated<number>
    person_id: number
    reason: string
    restricted_on: Temporal.PlainDate
    restricted_by: string
    ended_on: Temporal.PlainDate | null
    ended_by: string | null
    version: Generated<number>
    openings_from: Temporal.Instant | null
  }
  'care_planning.review_due_fact': {
    authority_id: number
    contract_id: number
    provider_id: number
    area_id: number
    day: Temporal.PlainDate
    fact_key: string
    personal_outcome_id: number
    person_id: number
    outcome_review_id: number
    held_on: Temporal.PlainDate
    is_due: boolean
    is_held: boolean
    is_held_on_time: boolean
  }
  'care_planning.review_due_rollup': {
    authority_id: number
    contract_id: number
    provider_id: number
    area_id: number
    grain: string
    starts_on: Temporal.PlainDate
    due: number
    due_held: number
    due_on_time: number
  }
  'care_planning.scale_registration': {
    authority_id: number
    scale: string
    registered_on: Temporal.PlainDate
    reference: string
    recorded_by: string
    items: Generated<unknown>
    instrument: unknown | null
    version: Generated<number>
  }
  'care_planning.situation': {
    authority_id: number
    situation_id: Generated<number>
    person_id: number
    kind: string
    noticed_on: Temporal.PlainDate
    source_key: string
    count: Generated<number>
    detail: Generated<string>
    handled_on: Temporal.PlainDate | null
    handled_by: string | null
    handled_note: Generated<string>
  }
  'care_planning.two_people': {
    authority_id: number
    two_people_id: Generated<number>
    person_id: number
    other_person_id: number
    reason: string
    said_on: Temporal.PlainDate
    said_by: string
    taken_back_on: Temporal.PlainDate | null
    taken_back_by: string | null
    taken_back_reason: Generated<string>
  }
  'care_planning.verification_fact': {
    authority_id: number
    contract_id: number
    provider_id: number
    area_id: number
    day: Temporal.PlainDate
    fact_key: string
    outcome_review_id: number
    person_id: number
    claimed: string
    provider_claimed: string
    found: string
    how: string
    is_verified: boolean
    is_upheld: boolean
    has_provider_claim: boolean
    provider_gap: number
  }
  'care_planning.verification_item': {
    authority_id: number
    verification_sample_id: number
    outcome_review_id: number
    person_id: number
    place: number
    contract_id: number | null
    provider_id: number | null
    area_id: number
    claimed: string
    provider_claimed: string | null
    found: string | null
    how: string | null
    note: Generated<string>
    verified_on: Temporal.PlainDate | null
    verified_by: string | null
    verified_by_user: number | null
    version: Generated<number>
  }
  'care_planning.verification_rollup': {
    authority_id: number
    contract_id: number
    provider_id: number
    area_id: number
    grain: string
    starts_on: Temporal.PlainDate
    verified: number
    upheld: number
    with_provider_claim: number
    provider_gap: number
  }
  'care_planning.verification_sample': {
    authority_id: number
    verification_sample_id: Generated<number>
    seed: string
    provider_id: number | null
    from_day: Temporal.PlainDate
    to_day: Temporal.PlainDate
    size: number
    eligible: number
    drawn_on: Temporal.PlainDate
    drawn_by: string
  }
  'care_planning.worker': {
    authority_id: number
    worker_id: Generated<number>
    ref: string
    name: string
    team: string
    sign_in: string | null
    left_on: Temporal.PlainDate | null
    version: Generated<number>
    import_id: number | null
    extra: unknown | null
  }
  'commissioning.area': {
    authority_id: number
    area_id: Generated<number>
    ref: string
    name_en: string
    name_cy: string
    rurality: Generated<string>
    people_aged_75_plus: number | null
    welsh_speakers_percent: number | null
    source: Generated<string>
    version: Generated<number>
    import_id: number | null
    extra: unknown | null
  }
  'commissioning.need': {
    authority_id: number
    need_id: Generated<number>
    ref: string
    area_id: number | null
    description_en: string
    description_cy: string
    people: number
    as_of: Temporal.PlainDate
    source: Generated<string>
    version: Generated<number>
    import_id: number | null
    extra: unknown | null
  }
  'commissioning.outcome': {
    authority_id: number
    outcome_id: Generated<number>
    ref: string
    level: string
    well_being_area: number | null
    statement_en: string
    statement_cy: string
    national_ref: string | null
    need_ref: string | null
    edition: Generated<string>
    source: Generated<string>
    is_verified: Generated<boolean>
    starts_on: Temporal.PlainDate | null
    ends_on: Temporal.PlainDate | null
    version: Generated<number>
    import_id: number | null
    extra: unknown | null
  }
  'commissioning.provider': {
    authority_id: number
    provider_id: Generated<number>
    ref: string
    name: string
    size_band: Generated<string>
    care_workers: number | null
    welsh_speaking_workers: number | null
    starts_on: Temporal.PlainDate | null
    ends_on: Temporal.PlainDate | null
    version: Generated<number>
    import_id: number | null
    extra: unknown | null
  }
  'contract_management.contract': {
    authority_id: number
    contract_id: Generated<number>
    ref: string
    title_en: string
    title_cy: string
    provider_id: number
    lot: Generated<string>
    route: string
    service: string
    model: number
    starts_on: Temporal.PlainDate
    ends_on: Temporal.PlainDate | null
    rate_per_hour_pence: number
    late_tolerance_minutes: Generated<number>
    short_tolerance_percent: Generated<number>
    version: Generated<number>
    import_id: number | null
    extra: unknown | null
  }
  'contract_management.contract_area': {
    authority_id: number
    contract_id: number
    area_id: number
  }
  'contract_management.contract_indicator': {
    authority_id: number
    contract_id: number
    measure: string
    outcome_id: number | null
    baseline_numerator: number | null
    baseline_denominator: number | null
    baseline_note: Generated<string>
    target: number | null
    contract_indicator_id: Generated<number>
    version: Generated<number>
    import_id: number | null
    extra: unknown | null
  }
  'contract_management.contract_outcome': {
    authority_id: number
    contract_id: number
    outcome_id: number
  }
  'measures.changed_cell': {
    authority_id: number
    mark_id: Generated<number>
    source: string
    contract_id: number
    month: Temporal.PlainDate
  }
  'measures.contract_dimension': {
    authority_id: number
    contract_id: number
    ref: string
    provider_id: number
    service: string
    model: number
    starts_on: Temporal.PlainDate
    ends_on: Temporal.PlainDate | null
    late_tolerance_minutes: number
    short_tolerance_percent: number
  }
  'measures.refresh': {
    authority_id: number
    number: number
    refreshed_at: Temporal.Instant
    complete_at: Temporal.Instant | null
  }
  'platform.api_client': {
    authority_id: number
    client_id: Generated<number>
    name: string
    purpose: Generated<string>
    role: string
    provider_id: number | null
    permissions: string[]
    created_at: Temporal.Instant
    created_by: string
    ended_at: Temporal.Instant | null
    ended_reason: string | null
    version: Generated<number>
  }
  'platform.api_token': {
    authority_id: number
    token_id: Generated<number>
    client_id: number
    token_hash: string
    ending: string
    created_at: Temporal.Instant
    created_by: string
    expires_at: Temporal.Instant
    last_used_at: Temporal.Instant | null
    revoked_at: Temporal.Instant | null
  }
  'platform.app_user': {
    authority_id: number
    user_id: Generated<number>
    issuer: string
    subject: string
    name: string
    email: string | null
    roles: Generated<string[]>
    provider_id: number | null
    person_ids: Generated<number[]>
    language: Generated<string>
    created_at: Temporal.Instant
    last_signed_in_at: Temporal.Instant | null
    deactivated_at: Temporal.Instant | null
    deactivated_reason: string | null
    version: Generated<number>
  }
  'platform.audit_entry': {
    authority_id: number
    sequence: number
    at: Temporal.Instant
    actor_kind: string
    actor_id: number
    actor_name: string
    action: string
    record_type: string
    record_id: string
    before: unknown | null
    after: unknown | null
    reason: string | null
    via: string
    at_page: string
    request_id: string | null
    previous_hash: string
    hash: string
  }
  'platform.audit_head': {
    authority_id: number
    sequence: number
    hash: string
  }
  'platform.authority': {
    authority_id: Generated<number>
    ref: string
    name_en: string
    name_cy: string
    kind: Generated<string>
  }
  'platform.idempotent_answer': {
    authority_id: number
    key_hash: string
    fingerprint: string
    answer: unknown | null
    expires_at: Temporal.Instant
  }
  'platform.import': {
    authority_id: number
    import_id: Generated<number>
    kind: string
    state: string
    file_name: string
    file_size: number
    digest: string
    format: unknown
    column_names: unknown
    unknown_columns: Generated<unknown>
    rows_read: Generated<number>
    rows_inserted: Generated<number>
    rows_corrected: Generated<number>
    rows_known: Generated<number>
    rows_rejected: Generated<number>
    rows_flagged: Generated<number>
    lines_done: Generated<number>
    actor_kind: string
    actor_id: number
    actor_name: string
    provider_id: number | null
    received_at: Temporal.Instant
    finished_at: Temporal.Instant | null
    undone_at: Temporal.Instant | null
    undone_by: string | null
    failure: unknown | null
    version: Generated<number>
    share_read: Generated<number>
    job_id: number | null
    heard_at: Temporal.Instant | null
  }
  'platform.import_change': {
    authority_id: number
    import_id: number
    change_id: Generated<number>
    table_name: string
    record_id: number
    version_after: number
    before: unknown | null
  }
  'platform.import_reject': {
    authority_id: number
    import_id: number
    line: number
    cells: unknown
    reasons: unknown
  }
  'platform.job': {
    authority_id: number
    job_id: Generated<number>
    kind: string
    title_en: string
    title_cy: string
    input: unknown
    actor: unknown
    state: Generated<string>
    done: Generated<number>
    total: number | null
    checkpoint: unknown | null
    outcome: unknown | null
    error_code: string | null
    error_en: string | null
    error_cy: string | null
    fault: string | null
    is_cancel_requested: Generated<boolean>
    attempts: Generated<number>
    runner: string | null
    heard_at: Temporal.Instant | null
    asked_at: Temporal.Instant
    started_at: Temporal.Instant | null
    finished_at: Temporal.Instant | null
  }
  'platform.session': {
    authority_id: number
    session_hash: string
    user_id: number
    created_at: Temporal.Instant
    last_seen_at: Temporal.Instant
    ends_at: Temporal.Instant
    user_agent: Generated<string>
    flash: unknown | null
    identity_token: string | null
  }
  'platform.sign_in_attempt': {
    authority_id: Generated<number>
    attempt_hash: string
    state: string
    nonce: string
    code_verifier: string
    return_path: string
    created_at: Temporal.Instant
  }
  'platform.sign_in_count': {
    authority_id: Generated<number>
    what: string
    window_starts_at: Temporal.Instant
    attempts: number
  }
  'review.action': {
    authority_id: number
    action_id: Generated<number>
    review_id: number
    domain_id: string
    what: string
    owner: string
    due_on: Temporal.PlainDate
    state: Generated<string>
    closed_on: Temporal.PlainDate | null
    closing_note: Generated<string>
    added_by: string
    added_at: Temporal.Instant
    version: Generated<number>
    language: string
  }
  'review.answer': {
    authority_id: number
    review_id: number
    prompt_id: string
    judgement: string | null
    finding: Generated<string>
    answered_by: string
    answered_at: Temporal.Instant
    version: Generated<number>
    language: string
  }
  'review.attachment': {
    authority_id: number
    attachment_id: Generated<number>
    review_id: number
    prompt_id: string
    file_name: string
    content_type: string
    size_bytes: number
    sha256: string
    content: Uint8Array
    added_by: string
    added_at: Temporal.Instant
    removed_at: Temporal.Instant | null
  }
  'review.domain_note': {
    authority_id: number
    review_id: number
    domain_id: string
    strengths: Generated<string>
    gaps: Generated<string>
    noted_by: string
    noted_at: Temporal.Instant
    version: Generated<number>
    language: string
  }
  'review.evidence': {
    authority_id: number
    review_id: number
    prompt_id: string
    name: string
    kind: string
    numerator: number | null
    denominator: number | null
    before_numerator: number | null
    before_denominator: number | null
    months: Generated<unknown>
    as_of: Temporal.Instant | null
    read_at: Temporal.Instant
    disagreement: Generated<string>
    disagreed_by: string | null
    disagreement_version: Generated<number>
    disagreement_language: string | null
  }
  'review.review': {
    authority_id: number
    review_id: Generated<number>
    name: string
    language: string
    framework_id: string
    framework_edition: string
    covers: string
    period_from: Temporal.PlainDate
    period_to: Temporal.PlainDate
    state: Generated<string>
    conclusion: Generated<string>
    evidence_read_at: Temporal.Instant | null
    started_by: string
    started_at: Temporal.Instant
    version: Generated<number>
    conclusion_language: string | null
  }
  'review.review_contract': {
    authority_id: number
    review_id: number
    contract_id: number
  }
  'review.signed_report': {
    authority_id: number
    review_id: number
    content: string
    sha256: string
    signed_by: string
    signed_at: Temporal.Instant
  }
  'review.step': {
    authority_id: number
    step_id: Generated<number>
    review_id: number
    step: string
    actor_name: string
    at: Temporal.Instant
    reason: Generated<string>
  }
  'review.writer': {
    authority_id: number
    review_id: number
    actor_kind: string
    actor_id: number
    actor_name: string
  }
  'work_allocation.package': {
    authority_id: number
    package_id: Generated<number>
    ref: string
    person_id: number
    contract_id: number
    provider_id: number
    area_id: number
    starts_on: Temporal.PlainDate
    ends_on: Temporal.PlainDate | null
    ended_reason: string | null
    weekly_minutes: number
    weekly_visits: number
    language: string
    version: Generated<number>
    import_id: number | null
    extra: unknown | null
  }
  'work_allocation.person_month': {
    authority_id: number
    contract_id: number
    provider_id: number
    area_id: number
    month: Temporal.PlainDate
    person_id: number
    delivered: number
    missed: number
    workers: number
    was_due: boolean
    was_served: boolean
    has_worker: boolean
    was_missed_twice: boolean
  }
  'work_allocation.visit': {
    authority_id: number
    provider_id: number
    visit_ref: string
    contract_id: number
    package_id: number
    person_id: number
    area_id: number
    service_day: Temporal.PlainDate
    planned_start: Temporal.Instant
    planned_end: Temporal.Instant
    actual_start: Temporal.Instant | null
    actual_end: Temporal.Instant | null
    status: string
    cancelled_reason: string | null
    cancelled_at: Temporal.Instant | null
    log_method: string | null
    manual_reason: string | null
    worker_ref: string | null
    second_worker_ref: string | null
    language: string | null
    language_asked: string
    flags: string | null
    extra: unknown | null
    import_id: number
  }
  'work_allocation.visit_before': {
    authority_id: number
    import_id: number
    provider_id: number
    visit_ref: string
    before: unknown
  }
  'work_allocation.visit_fact': {
    authority_id: number
    contract_id: number
    provider_id: number
    area_id: number
    day: Temporal.PlainDate
    fact_key: string
    visit_ref: string
    package_id: number
    person_id: number
    planned_start: Temporal.Instant
    planned_end: Temporal.Instant
    actual_start: Temporal.Instant
    actual_end: Temporal.Instant
    status: string
    cancelled_reason: string
    worker_ref: string
    second_worker_ref: string
    language: string
    language_asked: string
    late_tolerance_minutes: number
    short_tolerance_percent: number
    is_planned: boolean
    is_delivered: boolean
    is_missed: boolean
    is_cancelled: boolean
    is_due: boolean
    has_start: boolean
    is_late: boolean
    is_on_time: boolean
    has_times: boolean
    lacks_times: boolean
    is_short: boolean
    has_language: boolean
    is_in_language_asked: boolean
    is_welsh_asked: boolean
    is_welsh_given: boolean
    planned_seconds: number
    due_seconds: number
    delivered_seconds: number
    worker_seconds: number
  }
  'work_allocation.visit_rollup': {
    authority_id: number
    contract_id: number
    provider_id: number
    area_id: number
    grain: string
    starts_on: Temporal.PlainDate
    planned: number
    delivered: number
    missed: number
    cancelled: number
    due: number
    started: number
    late: number
    on_time: number
    timed: number
    untimed: number
    short: number
    language_recorded: number
    language_matched: number
    welsh_asked: number
    welsh_given: number
    planned_seconds: number
    due_seconds: number
    delivered_seconds: number
    worker_seconds: number
  }
}

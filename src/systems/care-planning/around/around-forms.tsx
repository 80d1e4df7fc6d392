/** The four forms of the page about those around a person. */
import { calledName } from '../../../kernel/person-name.ts'
import { DateInput, Radios, Select, TextArea, TextInput } from '../../../ui/index.ts'
import { choicesOf, type Fields, optionsOf } from '../person/form-page.tsx'
import type { AroundView } from './around.actions.ts'
import { text } from './around.text.ts'
import {
  CARER_ANSWER_NAMES,
  CarerAnswer,
  CONSENT_ANSWER_NAMES,
  CONSENT_HOW_NAMES,
  CONSENT_NAMES,
  CONTACT_BY_NAMES,
  ConsentAnswer,
  ConsentHow,
  ConsentTo,
  ContactBy,
  OFFER_ANSWER_NAMES,
  OfferAnswer,
  RELATIONSHIP_NAMES,
  RelationshipKind,
} from './around.ts'

type FormParts = { readonly language: 'en' | 'cy'; readonly view: AroundView; readonly fields: Fields }

export const SomebodyForm = ({ language, view, fields }: FormParts) => {
  const t = text[language]
  return (
    <>
      <TextInput {...fields.at('name')} label={t.name} width={20} />
      <Select
        {...fields.at('kind')}
        label={t.kind}
        empty={t.notSaid}
        options={choicesOf(RelationshipKind.options, RELATIONSHIP_NAMES, language)}
      />
      <TextInput {...fields.at('whatTheyAre')} label={t.whatTheyAre} hint={t.whatHint} width={20} />
      <TextInput {...fields.at('reach')} label={t.telephone} width={20} />
      <Radios {...fields.at('language')} label={t.language} inline options={optionsOf(t.languages)} />
      <Radios {...fields.at('livesWith', 'no')} label={t.lives} inline options={optionsOf(t.yesNo)} />
      <DateInput {...fields.dateAt('since', view.today)} label={t.since} />
      <TextArea {...fields.at('needs')} label={t.needs} hint={t.needsHint} maxLength={4000} />
      <DateInput {...fields.dateAt('assessmentOfferedOn')} label={t.offeredOn} />
      <Radios
        {...fields.at('assessmentAnswer')}
        label={t.carerAnswer}
        inline
        options={choicesOf(CarerAnswer.options, CARER_ANSWER_NAMES, language)}
      />
    </>
  )
}

export const ContactForm = ({ language, view: { contact }, fields }: FormParts) => {
  const t = text[language]
  return (
    <>
      <TextArea {...fields.at('address', contact.address)} label={t.address} maxLength={1000} />
      <TextInput {...fields.at('postcode', contact.postcode)} label={t.postcode} width={10} />
      <TextInput {...fields.at('telephone', contact.telephone)} label={t.telephone} width={20} />
      <TextInput {...fields.at('email', contact.email)} label={t.email} width={20} inputmode="email" />
      <Select
        {...fields.at('contactBy', contact.contactBy)}
        label={t.contactBy}
        options={choicesOf(ContactBy.options, CONTACT_BY_NAMES, language)}
      />
      <TextArea
        {...fields.at('communicationNeeds', contact.communicationNeeds)}
        label={t.communication}
        maxLength={4000}
      />
      <TextArea {...fields.at('accessNeeds', contact.accessNeeds)} label={t.access} maxLength={4000} />
      <TextInput {...fields.at('nhsNumber', contact.nhsNumber)} label={t.nhsNumber} width={10} inputmode="numeric" />
    </>
  )
}

export const ConsentForm = ({ language, view, fields }: FormParts) => {
  const t = text[language]
  return (
    <>
      <Radios {...fields.at('what')} label={t.about} options={choicesOf(ConsentTo.options, CONSENT_NAMES, language)} />
      <Radios
        {...fields.at('answer')}
        label={t.theySaid}
        inline
        options={choicesOf(ConsentAnswer.options, CONSENT_ANSWER_NAMES, language)}
      />
      <Radios
        {...fields.at('how')}
        label={t.howGiven}
        options={choicesOf(ConsentHow.options, CONSENT_HOW_NAMES, language)}
      />
      <TextInput {...fields.at('answeredBy', calledName(view.person))} label={t.answeredBy} width={20} />
      <DateInput {...fields.dateAt('answeredOn', view.today)} label={t.answeredOn} />
    </>
  )
}

export const OfferForm = ({ language, view, fields }: FormParts) => {
  const t = text[language]
  return (
    <>
      <Radios
        {...fields.at('offerAnswer')}
        label={t.theySaid}
        options={choicesOf(OfferAnswer.options, OFFER_ANSWER_NAMES, language)}
      />
      <DateInput {...fields.dateAt('offeredOn', view.today)} label={t.answeredOn} />
    </>
  )
}

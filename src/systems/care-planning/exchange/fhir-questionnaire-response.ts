/** A complete assessment as a QuestionnaireResponse, written and read; its answers stand in `fhir-answers.ts`. */
import { ExchangedAssessment } from './exchanged-plan.ts'
import { answerItems, answersIn } from './fhir-answers.ts'
import { EXTENSIONS, FIELDS, SYSTEMS } from './fhir-codes.ts'
import { dayIn, extensionOf, fieldsIn, type Resource, textAt } from './fhir-json.ts'
import { keep, keepApart, type Reading } from './fhir-reading.ts'
import { pointer, type Writing } from './fhir-writing.ts'

export const assessmentKey = ({ form, completedOn }: ExchangedAssessment) => `assessment ${form} ${completedOn}`

export function assessmentOf(writing: Writing, assessment: ExchangedAssessment): Resource {
  const { form, edition, completedOn, completedBy, answers } = assessment
  return {
    resourceType: 'QuestionnaireResponse',
    extension: extensionOf(EXTENSIONS.assessment, FIELDS.assessment, assessment),
    questionnaire: `${SYSTEMS.form}${form}|${encodeURIComponent(edition)}`,
    status: 'completed',
    subject: pointer(writing, 'person'),
    authored: completedOn,
    author: { display: completedBy },
    item: answerItems(answers),
  }
}

/** An edition may hold what an address cannot; what was not encoded by us stays as it is. */
function decoded(text: string): string {
  return URL.canParse(`urn:${text}`) && !/%(?![0-9A-Fa-f]{2})/.test(text) ? decodeURIComponent(text) : text
}

/** The form and the day of a response, as the assessment is known by. */
export function assessmentNameIn(response: Resource): string | undefined {
  const { form } = formIn(response)
  const completedOn = dayIn(textAt(response, 'authored'))
  return form && completedOn ? `${form} ${completedOn}` : undefined
}

function formIn(response: Resource): { readonly form: string; readonly edition: string } {
  const canonical = textAt(response, 'questionnaire') ?? ''
  const [form = '', edition = ''] = canonical.startsWith(SYSTEMS.form)
    ? canonical.slice(SYSTEMS.form.length).split('|').map(decoded)
    : []
  return { form, edition }
}

/** Answers to a form of ours; to any other, nobody here could say what was asked. */
export function readAssessment(reading: Reading, response: Resource): readonly ExchangedAssessment[] {
  const { form, edition } = formIn(response)
  if (!reading.forms.has(`${form}|${edition}`)) {
    keepApart(reading, response, 'unknown-kind')
    return []
  }
  const [own = {}] = fieldsIn(response, EXTENSIONS.assessment, FIELDS.assessment)
  const completedOn = dayIn(textAt(response, 'authored'))
  const assessment = keep(reading, response, ExchangedAssessment, {
    form,
    edition,
    wordsLanguage: own.wordsLanguage,
    startedOn: own.startedOn ?? completedOn,
    startedBy: own.startedBy ?? '',
    completedOn,
    completedBy: textAt(response, 'author', 'display'),
    isEligible: own.isEligible ?? null,
    answers: answersIn(response),
  })
  return assessment ? [assessment] : []
}

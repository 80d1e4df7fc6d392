/** The form of a person: adding one, with those they may already be, and changing what is known of one. */
import type { Context } from 'hono'
import { compareNames } from '../../../kernel/language.ts'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import {
  Button,
  Checkboxes,
  DateInput,
  Form,
  Page,
  Radios,
  Select,
  TextArea,
  TextInput,
  typedIsoDay,
} from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { choicesOf, EMPTY, type Filled, fieldsOf, optionsOf, typedIn } from './form-page.tsx'
import { NEED_GROUP_NAMES, NeedGroup } from './person.ts'
import { text } from './person-form.text.ts'
import { addPerson, changePerson, openPersonForm, type PersonForm } from './person-write.actions.ts'

export function personFormPages(doors: Doors): void {
  for (const [path, action, done] of [
    [carePlanningPaths.newPerson(), addPerson, 'added'],
    [carePlanningPaths.editPerson(':personId'), changePerson, 'changed'],
  ] as const) {
    doors.get(path, 'people:change', (c) => show(c, EMPTY))
    doors.post(path, 'people:change', async (c) => {
      const typed = await typedIn(c)
      const input = { ...typed, ...c.req.param(), bornOn: typedIsoDay(typed, 'bornOn') }
      const acting = action as Action<unknown, { personId: number }>
      const result = await perform(c.get('runtime'), actorOf(c), acting, input, originOf(c))
      return answerForm(c, result, {
        done: ({ personId }) => ({
          path: carePlanningPaths.person(personId),
          message: { en: text.en[done], cy: text.cy[done] },
        }),
        again: (refusal) => show(c, { typed, refusal }),
      })
    })
  }
}

async function show(c: Context<Env>, filled: Filled): Promise<Response> {
  const input = { personId: c.req.param('personId') }
  const result = await perform(c.get('runtime'), actorOf(c), openPersonForm, input, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  return c.html(
    <FormOfPerson c={c} form={result.value} filled={filled} />,
    filled.refusal ? STATUS_OF[filled.refusal.kind] : 200,
  )
}

const FormOfPerson = ({ c, form, filled }: { c: Context<Env>; form: PersonForm; filled: Filled }) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const { person } = form
  const mayBeKnown = filled.refusal?.code === 'may-be-known-already' || filled.typed.isSomebodyElse === 'yes'
  const version = filled.refusal?.kind === 'stale' ? person?.version : (filled.typed.version ?? person?.version)
  return (
    <Page
      frame={c.get('frame')}
      title={person ? t.change : t.add}
      lead={person ? undefined : t.addLead}
      breadcrumbs={person ? [{ label: person.ref, href: carePlanningPaths.person(person.personId) }] : []}
      errors={fields.errors}
    >
      <Form hidden={version === undefined ? {} : { version }}>
        <TextInput {...fields.at('givenName', person?.givenName)} label={t.givenName} width={20} />
        <TextInput {...fields.at('familyName', person?.familyName)} label={t.familyName} width={20} />
        <TextInput {...fields.at('knownAs', person?.knownAs)} label={t.knownAs} width={20} optional />
        <DateInput {...fields.dateAt('bornOn', person?.bornOn)} label={t.bornOn} optional />
        <Radios
          {...fields.at('language', person?.language)}
          label={t.language}
          inline
          options={optionsOf(t.languages)}
        />
        <Select
          {...fields.at('areaId', person?.areaId)}
          label={t.area}
          options={[...form.areas]
            .sort((a, b) => compareNames(language, a.name[language], b.name[language]))
            .map((area) => ({ value: String(area.areaId), label: area.name[language] }))}
        />
        <Select
          {...fields.at('needGroup', person?.needGroup)}
          label={t.need}
          options={choicesOf(NeedGroup.options, NEED_GROUP_NAMES, language)}
        />
        <TextArea
          {...fields.at('whatMatters', person?.whatMatters)}
          label={t.matters}
          rows={4}
          maxLength={4000}
          optional
        />
        <Radios
          {...fields.at('whatMattersLanguage', person?.whatMattersLanguage)}
          label={t.mattersLanguage}
          inline
          options={optionsOf(t.languages)}
        />
        {!person && <TextInput {...fields.at('ref')} label={t.ref} hint={t.refHint} width={10} optional />}
        {mayBeKnown && (
          <Checkboxes
            {...fields.at('isSomebodyElse')}
            value={(filled.typed.isSomebodyElse ?? '').split(',')}
            label={t.somebodyElse}
            options={[{ value: 'yes', label: t.somebodyElse }]}
          />
        )}
        <Button>{t.save}</Button>
      </Form>
    </Page>
  )
}

/** Examples of a whole form: the summary of what is wrong, a date, a file, the buttons. */
import { bilingual } from '../../kernel/language.ts'
import { Button, ButtonGroup } from '../button/button.tsx'
import { DateInput } from '../date-input/date-input.tsx'
import { ErrorSummary } from '../error-summary/error-summary.tsx'
import type { ComponentExamples } from '../example.ts'
import { FileUpload } from '../file-upload/file-upload.tsx'
import { Link } from '../surroundings/surroundings.tsx'
import { Form } from './form.tsx'

const text = bilingual({
  en: {
    due: 'When is the action due?',
    dueHint: 'For example, 27 3 2026',
    dueError: 'When the action is due must include a month',
    file: 'File of visits',
    fileHint: 'CSV or Excel, up to 200 MB',
    fileError: 'Choose the file to send',
    send: 'Save and continue',
    draft: 'Save as draft',
    cancel: 'Cancel',
    end: 'End the contract',
    sure: 'End the contract?',
  },
  cy: {
    due: 'Erbyn pryd mae angen cymryd y cam gweithredu?',
    dueHint: 'Er enghraifft, 27 3 2026',
    dueError: 'Rhaid i’r dyddiad gynnwys mis',
    file: 'Ffeil ymweliadau',
    fileHint: 'CSV neu Excel, hyd at 200 MB',
    fileError: 'Dewiswch y ffeil i’w hanfon',
    send: 'Cadw a pharhau',
    draft: 'Cadw fel drafft',
    cancel: 'Canslo',
    end: 'Dod â’r contract i ben',
    sure: 'Dod â’r contract i ben?',
  },
})

export const formExamples: ComponentExamples = {
  component: 'form',
  title: { en: 'Form', cy: 'Ffurflen' },
  use: {
    en: 'What is refused comes back as typed, with a summary whose links lead to the fields.',
    cy: 'Daw’r hyn a wrthodir yn ôl fel y’i teipiwyd, gyda chrynodeb sy’n arwain at y meysydd.',
  },
  examples: [
    {
      name: 'refused',
      title: { en: 'Refused, with its summary', cy: 'Wedi’i gwrthod, gyda’i chrynodeb' },
      render: (language) => (
        <>
          <ErrorSummary
            errors={[
              { field: 'due', message: text[language].dueError },
              { field: 'visits-file', message: text[language].fileError },
            ]}
          />
          <Form action="/design/form" upload>
            <DateInput
              name="due"
              label={text[language].due}
              hint={text[language].dueHint}
              error={text[language].dueError}
              value={{ day: '27', month: '', year: '2026' }}
              wrong={['month']}
            />
            <FileUpload
              name="visits-file"
              label={text[language].file}
              hint={text[language].fileHint}
              error={text[language].fileError}
              accept=".csv,.xlsx"
            />
            <ButtonGroup>
              <Button>{text[language].send}</Button>
              <Button kind="secondary" name="draft" value="yes">
                {text[language].draft}
              </Button>
              <Link href="/design">{text[language].cancel}</Link>
            </ButtonGroup>
          </Form>
        </>
      ),
    },
    {
      name: 'warning',
      title: { en: 'Before what cannot be undone', cy: 'Cyn yr hyn na ellir ei ddadwneud' },
      render: (language) => (
        <Form action="/design/form">
          <Button kind="warning" confirm={text[language].sure}>
            {text[language].end}
          </Button>
        </Form>
      ),
    },
  ],
}

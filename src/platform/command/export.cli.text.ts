/** Words of `canlyn export`. */
import { bilingual } from '../../kernel/language.ts'

export const text = bilingual({
  en: {
    about: 'Write any list of the site to a file, CSV or Excel',
    list: 'Address of the list’s page, with its filter: /people?state=overdue',
    file: 'The file to write; its ending, .csv or .xlsx, says how',
    authority: 'Reference of the authority',
    unknownFormat: 'End the file’s name with .csv or .xlsx.',
    notAList: 'This page has no list to take away.',
    written: (file: string) => `Written to ${file}.`,
  },
  cy: {
    about: 'Ysgrifennu unrhyw restr o’r safle i ffeil, CSV neu Excel',
    list: 'Cyfeiriad tudalen y rhestr, gyda’i hidlydd: /people?state=overdue',
    file: 'Y ffeil i’w hysgrifennu; mae ei diwedd, .csv neu .xlsx, yn dweud sut',
    authority: 'Cyfeirnod yr awdurdod',
    unknownFormat: 'Rhowch .csv neu .xlsx ar ddiwedd enw’r ffeil.',
    notAList: 'Nid oes rhestr i’w hallforio ar y dudalen hon.',
    written: (file: string) => `Ysgrifennwyd i ${file}.`,
  },
})

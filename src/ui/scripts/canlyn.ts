/** Improvements where scripts run; every page works without. Each behaviour is asked for by an attribute in the markup. */
import { closeMenus } from './close-menus.ts'
import { countCharacters } from './count-characters.ts'
import { filterTables } from './filter-tables.ts'
import { guardForms } from './guard-forms.ts'
import { nameFiles } from './name-files.ts'
import { openPrinted } from './open-printed.ts'
import { refreshParts } from './refresh-parts.ts'
import { revealChoices } from './reveal-choices.ts'
import { saveAsTyped } from './save-as-typed.ts'

document.documentElement.classList.add('app-scripted')
improve(document)
guardForms(document)
closeMenus(document)
openPrinted(window)
refreshParts(document, improve)
focusProblem()

/** What is done once for each part of a page, also after the part was fetched again. */
function improve(part: ParentNode): void {
  countCharacters(part)
  filterTables(part)
  nameFiles(part)
  revealChoices(part)
  saveAsTyped(part)
}

/** After a form was refused, the keyboard starts at the summary of what is wrong. */
function focusProblem(): void {
  const summary = document.querySelector<HTMLElement>('.govuk-error-summary')
  if (!summary) return
  summary.tabIndex = -1
  summary.focus()
}

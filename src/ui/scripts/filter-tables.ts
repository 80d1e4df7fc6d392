/** A field above a short table that shows only the rows holding what is typed. */
export function filterTables(part: ParentNode): void {
  for (const table of part.querySelectorAll<HTMLTableElement>('table[data-filter]')) {
    const frame = table.closest('.app-table')
    const words = table.dataset.filter
    if (!frame || !words) continue
    delete table.dataset.filter
    const label = document.createElement('label')
    label.className = 'app-filter govuk-label'
    const field = document.createElement('input')
    field.type = 'search'
    field.className = 'govuk-input govuk-input--width-20'
    label.append(words, field)
    frame.before(label)
    const rows = [...table.tBodies].flatMap((body) => [...body.rows])
    field.addEventListener('input', () => {
      const sought = plain(field.value)
      for (const row of rows) row.hidden = !plain(row.textContent ?? '').includes(sought)
    })
  }
}

/** Without case and accents, so that "wyn" finds "Ŵyn". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim()
}

/** The browser words its file field in its own language; this words it in the page's, and names the file chosen. */
export function nameFiles(part: ParentNode): void {
  for (const input of part.querySelectorAll<HTMLInputElement>('input[type="file"][data-choose]')) {
    const { choose, none } = input.dataset
    if (!choose || !none) continue
    delete input.dataset.choose
    const button = span('app-file__button', choose)
    const chosen = span('app-file__chosen', none)
    chosen.setAttribute('aria-live', 'polite')
    const zone = document.createElement('div')
    zone.className = 'app-file'
    const shown = document.createElement('div')
    shown.className = 'app-file__shown'
    shown.append(button, chosen)
    input.before(zone)
    // The field itself lies unseen over what is shown, so that clicking, dropping a file and the keyboard work as ever.
    zone.append(shown, input)
    input.addEventListener('change', () => {
      chosen.textContent = [...(input.files ?? [])].map((file) => file.name).join(', ') || none
    })
  }
}

function span(name: string, text: string): HTMLElement {
  const made = document.createElement('span')
  made.className = name
  made.textContent = text
  return made
}

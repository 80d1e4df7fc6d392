/** Forms marked `data-save-as-typed` send what is in them a moment after the writer pauses, and say so; without scripts one saves by button. */
const PAUSE_MS = 1500

export function saveAsTyped(part: ParentNode): void {
  for (const form of part.querySelectorAll<HTMLFormElement>('form[data-save-as-typed]')) {
    const said = form.querySelector<HTMLElement>('[data-saved]')
    const address = form.dataset.saveAsTyped
    if (!said || !address) continue
    let waiting: number | undefined
    let isSending = false
    const save = async () => {
      if (isSending) {
        waiting = window.setTimeout(save, PAUSE_MS)
        return
      }
      isSending = true
      try {
        const answer = await fetch(address, { method: 'POST', body: new FormData(form), credentials: 'same-origin' })
        const told = (await answer.json()) as { version?: number; message?: string }
        const version = form.querySelector<HTMLInputElement>('input[name=version]')
        if (answer.ok && version && told.version) version.value = String(told.version)
        said.textContent = told.message ?? ''
      } catch {
        // Offline: what is typed stays in the form, and the button still sends it.
        said.textContent = said.dataset.offline ?? ''
      } finally {
        isSending = false
      }
    }
    form.addEventListener('input', () => {
      window.clearTimeout(waiting)
      waiting = window.setTimeout(save, PAUSE_MS)
    })
    form.addEventListener('submit', () => window.clearTimeout(waiting))
  }
}

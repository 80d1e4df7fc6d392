/** Asks before what cannot be undone, and sends a form once however often its button is pressed. */
const AGAIN_AFTER_MS = 1000

export function guardForms(page: Document): void {
  const lastSent = new WeakMap<HTMLFormElement, number>()
  page.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    const question = event.submitter?.dataset.confirm
    if (question && !window.confirm(question)) {
      event.preventDefault()
      return
    }
    const before = lastSent.get(form)
    if (form.method === 'post' && before !== undefined && event.timeStamp - before < AGAIN_AFTER_MS)
      event.preventDefault()
    else lastSent.set(form, event.timeStamp)
  })
}

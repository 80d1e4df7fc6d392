/** Says how many characters are left, once the writer pauses. */
const PAUSE_MS = 500

export function countCharacters(part: ParentNode): void {
  for (const field of part.querySelectorAll<HTMLTextAreaElement>('textarea[data-max-length]')) {
    const limit = document.getElementById(`${field.name}-limit`)
    const max = Number(field.dataset.maxLength)
    if (!limit || !max) continue
    limit.setAttribute('aria-live', 'polite')
    const whole = limit.textContent ?? ''
    let waiting: number | undefined
    field.addEventListener('input', () => {
      const used = field.value.length
      limit.classList.toggle('app-limit--over', used > max)
      window.clearTimeout(waiting)
      waiting = window.setTimeout(() => {
        limit.textContent = used === 0 ? whole : `${used} / ${max}`
      }, PAUSE_MS)
    })
  }
}

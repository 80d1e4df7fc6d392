/** What is folded on the screen stands open on paper. */
export function openPrinted(view: Window): void {
  let opened: HTMLDetailsElement[] = []
  view.addEventListener('beforeprint', () => {
    opened = [...view.document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')]
    for (const details of opened) details.open = true
  })
  view.addEventListener('afterprint', () => {
    for (const details of opened) details.open = false
  })
}

/** Menus of the header close on Escape and when the reader turns elsewhere; without scripts they close where they open. */
export function closeMenus(page: Document): void {
  const menus = [...page.querySelectorAll<HTMLDetailsElement>('.app-header details')]
  const closeAllBut = (kept: EventTarget | null) => {
    for (const menu of menus) if (!(kept instanceof Node && menu.contains(kept))) menu.open = false
  }
  page.addEventListener('click', (event) => closeAllBut(event.target))
  page.addEventListener('focusin', (event) => closeAllBut(event.target))
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    const open = menus.find((menu) => menu.open && menu.contains(page.activeElement))
    closeAllBut(null)
    open?.querySelector('summary')?.focus()
  })
}

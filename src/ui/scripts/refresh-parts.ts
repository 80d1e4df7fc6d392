/** Keeps a part of a page up to date: fetches its page again and takes over the element of the same id, until it no longer asks. */
const SECONDS = 2
const MOST_SECONDS = 30

export function refreshParts(page: Document, improve: (part: ParentNode) => void): void {
  for (const part of page.querySelectorAll<HTMLElement>('[data-refresh-url][id]'))
    follow(part, secondsOf(part), improve)
}

function secondsOf(part: HTMLElement): number {
  return Number(part.dataset.refreshSeconds) || SECONDS
}

/** After a failure it waits twice as long, up to half a minute; a hidden tab waits until it is seen. */
function follow(part: HTMLElement, seconds: number, improve: (part: ParentNode) => void): void {
  const url = part.dataset.refreshUrl
  if (!url) return
  window.setTimeout(async () => {
    if (document.hidden) {
      document.addEventListener('visibilitychange', () => follow(part, 0, improve), { once: true })
      return
    }
    const next = await fetchPart(url, part.id)
    if (!next) return follow(part, Math.min(seconds * 2 || SECONDS, MOST_SECONDS), improve)
    part.replaceChildren(...next.childNodes)
    improve(part)
    part.dataset.refreshUrl = next.dataset.refreshUrl ?? ''
    // When the work is over the whole page is read again: its title, its links and what can be done next have changed.
    if (next.dataset.refreshUrl) follow(part, secondsOf(next), improve)
    else window.location.reload()
  }, seconds * 1000)
}

async function fetchPart(url: string, id: string): Promise<HTMLElement | undefined> {
  try {
    const answer = await fetch(url, { credentials: 'same-origin' })
    if (!answer.ok) return undefined
    const found = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id)
    return found ?? undefined
  } catch {
    return undefined
  }
}

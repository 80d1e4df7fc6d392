/** The line of sight as a picture: the idea, drawn for somebody who has not yet walked it. */
import type { FC } from 'hono/jsx'
import { useSurroundings } from '../surroundings/surroundings.tsx'

export type DrawnStop = {
  /** "Need" */
  readonly name: string
  /** "People who live alone" */
  readonly headline: string
}

export const ThreadPicture: FC<{ stops: readonly DrawnStop[]; caption: string }> = ({ stops, caption }) => {
  const id = useSurroundings().nextId('thread')
  return (
    <figure class="app-thread app-thread--picture" aria-labelledby={id}>
      <ol class="app-thread__stops">
        {stops.map((stop) => (
          <li class="app-thread__stop">
            <span class="app-thread__dot" aria-hidden="true" />
            <span class="app-thread__name">{stop.name}</span>
            <span class="app-thread__headline">{stop.headline}</span>
          </li>
        ))}
      </ol>
      <figcaption class="app-thread__caption" id={id}>
        {caption}
      </figcaption>
    </figure>
  )
}

/** A form that sends (POST, with its token), or one that asks (GET). */
import type { Child, FC } from 'hono/jsx'
import { useHref, useSurroundings } from '../surroundings/surroundings.tsx'

export type FormProps = {
  /** Without language prefix; the same page where left out. */
  readonly action?: string | undefined
  readonly method?: 'post' | 'get' | undefined
  /** Sends files. */
  readonly upload?: boolean | undefined
  /** Hidden fields: `{ version: 3 }`. */
  readonly hidden?: Readonly<Record<string, string | number>> | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children?: Child
}

export const Form: FC<FormProps> = ({ action, method = 'post', upload, hidden = {}, id, class: extra, children }) => {
  const { csrfToken } = useSurroundings()
  const local = useHref()
  return (
    <form
      method={method}
      action={action === undefined ? undefined : local(action)}
      enctype={upload ? 'multipart/form-data' : undefined}
      id={id}
      class={extra}
      novalidate
    >
      {method === 'post' && <input type="hidden" name="_csrf" value={csrfToken} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      {children}
    </form>
  )
}

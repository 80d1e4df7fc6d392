/** A form that sends (POST, with its token), or one that asks (GET). */
import type { Child, FC } from 'hono/jsx'
import { useHref, useSurroundings, useText } from '../surroundings/surroundings.tsx'

export type FormProps = {
  /** Without language prefix; the same page where left out. */
  readonly action?: string | undefined
  readonly method?: 'post' | 'get' | undefined
  /** Sends files. */
  readonly upload?: boolean | undefined
  /** Hidden fields: `{ version: 3 }`. */
  readonly hidden?: Readonly<Record<string, string | number>> | undefined
  /** Where scripts run, what is in the form is sent here a moment after the writer pauses; see scripts/save-as-typed.ts. */
  readonly saveAsTyped?: string | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children?: Child
}

export const Form: FC<FormProps> = (props) => {
  const { action, method = 'post', upload, hidden = {}, saveAsTyped, id, class: extra, children } = props
  const { csrfToken } = useSurroundings()
  const text = useText()
  const local = useHref()
  return (
    <form
      method={method}
      action={action === undefined ? undefined : local(action)}
      enctype={upload ? 'multipart/form-data' : undefined}
      id={id}
      class={extra}
      data-save-as-typed={saveAsTyped === undefined ? undefined : local(saveAsTyped)}
      novalidate
    >
      {method === 'post' && <input type="hidden" name="_csrf" value={csrfToken} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      {children}
      {saveAsTyped !== undefined && <output class="app-saved" data-saved data-offline={text.notSavedYet} />}
    </form>
  )
}

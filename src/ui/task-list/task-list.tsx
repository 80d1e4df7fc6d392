/** The parts of a longer piece of work and how far each has come. */
import type { FC } from 'hono/jsx'
import { useHref, useSurroundings } from '../surroundings/surroundings.tsx'
import { Tag, type TagTone } from '../tag/tag.tsx'

export type Task = {
  readonly title: string
  /** Left out where the task cannot be started yet. */
  readonly href?: string | undefined
  readonly hint?: string | undefined
  /** Done is said in plain words; what is still to do is tagged. */
  readonly status: { readonly label: string; readonly tone?: TagTone | undefined }
}

export const TaskList: FC<{ tasks: readonly Task[] }> = ({ tasks }) => {
  const { nextId } = useSurroundings()
  const local = useHref()
  return (
    <ul class="govuk-task-list">
      {tasks.map((task) => {
        const id = nextId('task')
        const described = `${task.hint ? `${id}-hint ` : ''}${id}-status`
        return (
          <li class={`govuk-task-list__item${task.href ? ' govuk-task-list__item--with-link' : ''}`}>
            <div class="govuk-task-list__name-and-hint">
              {task.href ? (
                <a class="govuk-link govuk-task-list__link" href={local(task.href)} aria-describedby={described}>
                  {task.title}
                </a>
              ) : (
                <div>{task.title}</div>
              )}
              {task.hint && (
                <div id={`${id}-hint`} class="govuk-task-list__hint">
                  {task.hint}
                </div>
              )}
            </div>
            <div
              class={`govuk-task-list__status${task.href ? '' : ' govuk-task-list__status--cannot-start-yet'}`}
              id={`${id}-status`}
            >
              {task.status.tone === undefined || task.status.tone === 'done' ? (
                task.status.label
              ) : (
                <Tag tone={task.status.tone}>{task.status.label}</Tag>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

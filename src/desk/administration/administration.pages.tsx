/** The tools that keep Canlyn running, each for those who may use it. */
import { bilingual } from '../../kernel/language.ts'
import { mayOpen } from '../../platform/http/navigation.ts'
import type { Permission } from '../../platform/permissions/permission.ts'
import { DataTable, Link, Page } from '../../ui/index.ts'
import type { DeskCorner, Tool } from '../corner.ts'
import { deskPaths } from '../paths.ts'

const text = bilingual({
  en: {
    title: 'Administration',
    lead: 'Records in and out, who may do what, and what was done.',
    tool: 'Page',
    hint: 'What it is for',
  },
  cy: {
    title: 'Gweinyddu',
    lead: 'Cofnodion i mewn ac allan, pwy a gaiff wneud beth, a’r hyn a wnaed.',
    tool: 'Tudalen',
    hint: 'At beth y mae',
  },
})

/** Whoever may use one of the tools may open the page. */
function accessToAny(tools: readonly Tool[]): readonly Permission[] {
  return [...new Set(tools.flatMap(({ access }) => access))]
}

export function administrationDesk(tools: readonly Tool[]): DeskCorner {
  const access = accessToAny(tools)
  return {
    navigation: [
      {
        label: { en: text.en.title, cy: text.cy.title },
        href: deskPaths.administration(),
        access,
        order: 90,
      },
    ],
    pages(doors) {
      doors.get(deskPaths.administration(), access, (c) => {
        const { language } = c.get('frame')
        const open = tools.filter((tool) => mayOpen(c.get('actor'), tool.access))
        return c.html(
          <Page frame={c.get('frame')} title={text[language].title} lead={text[language].lead}>
            <DataTable
              caption={text[language].title}
              captionHidden
              rows={open}
              empty={text[language].lead}
              columns={[
                {
                  key: 'tool',
                  header: text[language].tool,
                  rowHeader: true,
                  cell: (tool) => <Link href={tool.href}>{tool.label[language]}</Link>,
                },
                { key: 'hint', header: text[language].hint, cell: (tool) => tool.hint[language] },
              ]}
            />
          </Page>,
        )
      })
    },
  }
}

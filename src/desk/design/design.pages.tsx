/** Shows every part that pages are made of, so that designers, builders and testers look at the same thing. */
import type { Doors } from '../../platform/http/doors.ts'
import type { ComponentExamples, Example } from '../../ui/example.ts'
import { componentExamples } from '../../ui/examples.ts'
import { Link, Page, Section } from '../../ui/index.ts'
import { designText } from './design.text.ts'

export function designPages(doors: Doors): void {
  doors.get('/design', 'public', (c) => {
    const frame = c.get('frame')
    const text = designText[frame.language]
    return c.html(
      <Page frame={frame} title={text.title} lead={text.lead}>
        {componentExamples.map((shown) => (
          <Section title={shown.title[frame.language]} lead={shown.use[frame.language]} id={shown.component}>
            {shown.examples[0]?.render(frame.language)}
            <p>
              <Link href={`/design/${shown.component}`}>{text.more(shown.title[frame.language])}</Link>
            </p>
          </Section>
        ))}
      </Page>,
    )
  })
  doors.get('/design/:component', 'public', (c) => {
    const shown = componentExamples.find(({ component }) => component === c.req.param('component'))
    if (!shown) return c.notFound()
    const frame = c.get('frame')
    return c.html(<ComponentPage frame={frame} shown={shown} />)
  })
}

type FrameOf = Parameters<typeof Page>[0]['frame']

const ComponentPage = ({ frame, shown }: { frame: FrameOf; shown: ComponentExamples }) => (
  <Page
    frame={frame}
    title={shown.title[frame.language]}
    lead={shown.use[frame.language]}
    breadcrumbs={[{ label: designText[frame.language].back, href: '/design' }]}
  >
    {shown.examples.map((example: Example) => (
      <Section title={example.title[frame.language]} id={example.name}>
        {example.render(frame.language)}
      </Section>
    ))}
  </Page>
)

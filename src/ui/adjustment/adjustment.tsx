/** Whether figures side by side allow for how much help people need: said wherever they can be taken for a comparison. */
import type { FC } from 'hono/jsx'
import { Link, useSurroundings, useText } from '../surroundings/surroundings.tsx'
import { Tag } from '../tag/tag.tsx'

export type AdjustedFor = 'need-band' | 'no' | 'count'

export const Adjustment: FC<{
  for: AdjustedFor
  /** Where the same is compared adjusted; for those who may. */
  href?: string | undefined
}> = ({ for: adjusted, href }) => {
  const text = useText()
  const { opens } = useSurroundings()
  return (
    <p class="govuk-body">
      <Tag tone={adjusted === 'need-band' ? 'done' : 'plain'}>{text.adjustment[adjusted]}</Tag>{' '}
      {text.adjustmentMeans[adjusted]} {href && opens(href) && <Link href={href}>{text.compareAdjusted}</Link>}
    </p>
  )
}

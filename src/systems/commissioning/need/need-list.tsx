/** Needs as a list: how many people, what they need, as of when and by whose figures. */
import type { FC } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { showDay } from '../../../kernel/period.ts'
import { Link, SummaryList } from '../../../ui/index.ts'
import { areaText } from '../area/area.text.ts'
import { commissioningPaths } from '../paths.ts'
import type { Need } from './need.ts'

export const NeedList: FC<{ language: Language; needs: readonly Need[] }> = ({ language, needs }) => {
  const text = areaText[language]
  return (
    <SummaryList
      rows={needs.map((need) => ({
        key: text.people(need.people),
        value: (
          <>
            <Link href={commissioningPaths.need(need.needId)}>{need.description[language]}</Link>
            <br />
            {text.asOf(showDay(language, need.asOf), need.source)}
          </>
        ),
      }))}
    />
  )
}

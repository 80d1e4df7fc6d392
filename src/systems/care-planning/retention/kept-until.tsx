/** How long one person's record is kept, on the page of the record. */
import type { FC } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { showDay } from '../../../kernel/period.ts'
import { Link, Section } from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { text } from './retention.text.ts'
import type { Kept } from './retention.ts'

export const KeptUntil: FC<{ language: Language; kept: Kept }> = ({ language, kept }) => {
  const t = text[language]
  const because = (kept.hold ?? kept.because)[language]
  const said = kept.isDue ? t.timeHasCome : t.keptUntil
  return (
    <Section title={t.section} id="kept">
      <p>{kept.until ? said(showDay(language, kept.until), because) : t.keptWhile}</p>
      <p>
        <Link href={carePlanningPaths.retention()}>{t.all}</Link>
      </p>
    </Section>
  )
}

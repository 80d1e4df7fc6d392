/** A table of visits, the same on the list and on the page of a package. */
import type { Language } from '../../../kernel/language.ts'
import { showDay } from '../../../kernel/period.ts'
import { nameOf, refOf } from '../../../measures/slice-names.ts'
import { type Column, Link, Tag } from '../../../ui/index.ts'
import { carePlanningPaths } from '../../care-planning/paths.ts'
import { workAllocationPaths } from '../paths.ts'
import type { VisitNames } from './visit.actions.ts'
import { showPerson, showSpan } from './visit.sentences.ts'
import { text } from './visit.text.ts'
import { VISIT_STATUS_NAMES, type Visit } from './visit.ts'

export const VisitTags = ({ language, visit }: { language: Language; visit: Visit }) => (
  <>
    <Tag tone={visit.status === 'missed' ? 'wrong' : visit.status === 'delivered' ? 'done' : 'plain'}>
      {VISIT_STATUS_NAMES[visit.status][language]}
    </Tag>{' '}
    {visit.isLate && <Tag tone="attention">{text[language].late}</Tag>}{' '}
    {visit.isShort && <Tag tone="attention">{text[language].short}</Tag>}
  </>
)

export function visitColumns(language: Language, names: VisitNames): readonly Column<Visit>[] {
  const t = text[language]
  return [
    {
      key: 'day',
      header: t.columns.day,
      rowHeader: true,
      cell: (visit) => (
        <Link href={workAllocationPaths.visit(visit.providerId, visit.visitRef)}>{showDay(language, visit.day)}</Link>
      ),
    },
    { key: 'planned', header: t.columns.planned, cell: (visit) => showSpan(visit.plannedStart, visit.plannedEnd) },
    {
      key: 'actual',
      header: t.columns.actual,
      cell: (visit) =>
        visit.actualStart || visit.actualEnd
          ? showSpan(visit.actualStart, visit.actualEnd)
          : visit.status === 'delivered'
            ? t.noTimes
            : '',
    },
    {
      key: 'person',
      header: t.columns.person,
      cell: (visit) => {
        const name = showPerson(names.people.get(visit.personId), names.mayNamePeople, visit.personId)
        return names.mayNamePeople ? <Link href={carePlanningPaths.person(visit.personId)}>{name}</Link> : name
      },
    },
    {
      key: 'provider',
      header: t.columns.provider,
      cell: (visit) => nameOf(names.choices, 'providerId', visit.providerId)?.[language] ?? '',
    },
    { key: 'contract', header: t.columns.contract, cell: (visit) => refOf(names.choices, visit.contractId) },
    { key: 'status', header: t.columns.status, cell: (visit) => <VisitTags language={language} visit={visit} /> },
  ]
}

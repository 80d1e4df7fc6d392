/** What a received plan would change: added, differing with a choice, differing without one, not known, kept apart. */
import type { FC } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { Button, ButtonGroup, Checkboxes, DataTable, Form, Section, Select } from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { NEED_GROUP_NAMES, NeedGroup } from '../person/person.ts'
import { type ExchangeDifference, PART_NAMES } from './difference.ts'
import { fieldName, shownIn } from './differences.sentences.ts'
import type { ReceivedView } from './exchange.actions.ts'
import { text } from './exchange.text.ts'

type Props = { readonly language: Language; readonly view: ReceivedView; readonly take: readonly string[] }

export const Compared: FC<Props> = ({ language, view, take }) => {
  const t = text[language]
  const of = (kind: ExchangeDifference['kind']) => view.differences.filter((one) => one.kind === kind)
  const isWaiting = view.received.state === 'waiting'
  return (
    <>
      <Form action={carePlanningPaths.receivedPlan(view.received.receivedPlanId)} hidden={{ seen: view.seen }}>
        <Section title={t.added}>
          <DifferenceTable language={language} caption={t.added} rows={of('new')} empty={t.noneAdded} />
          {isWaiting && !view.person && <PlaceFields language={language} view={view} />}
        </Section>
        {of('differs').length > 0 && (
          <Checkboxes
            name="take"
            label={t.differs}
            hint={t.differsHint}
            value={take}
            options={of('differs').map((one) => ({
              value: one.key,
              label: `${PART_NAMES[one.part][language]} ${one.of} · ${fieldName(language, one)}`,
              hint: `${t.here(shownIn(language, one, one.ours))} · ${t.inFile(shownIn(language, one, one.theirs))}`,
            }))}
          />
        )}
        {of('fixed').length > 0 && (
          <Section title={t.fixed} lead={t.fixedLead}>
            <DifferenceTable language={language} caption={t.fixed} rows={of('fixed')} empty="" both />
          </Section>
        )}
        {isWaiting && (
          <ButtonGroup>
            <Button name="answer" value="accept">
              {t.accept}
            </Button>
            <Button name="answer" value="set-aside" kind="secondary">
              {t.setAside}
            </Button>
          </ButtonGroup>
        )}
      </Form>
      <Unknown language={language} view={view} />
      <KeptApartTable language={language} view={view} />
    </>
  )
}

const PlaceFields: FC<Omit<Props, 'take'>> = ({ language, view }) => {
  const t = text[language]
  const { areaRef, needGroup } = view.content.person
  const area = view.areas.find(({ ref }) => ref === areaRef)
  return (
    <>
      <Select
        name="areaId"
        label={t.area}
        hint={t.areaHint}
        value={area ? String(area.areaId) : ''}
        options={view.areas.map(({ areaId, name }) => ({ value: String(areaId), label: name[language] }))}
      />
      <Select
        name="needGroup"
        label={t.needGroup}
        value={needGroup ?? ''}
        options={NeedGroup.options.map((value) => ({ value, label: NEED_GROUP_NAMES[value][language] }))}
      />
    </>
  )
}

type TableProps = {
  readonly language: Language
  readonly caption: string
  readonly rows: readonly ExchangeDifference[]
  readonly empty: string
  readonly both?: boolean
}

const DifferenceTable: FC<TableProps> = ({ language, caption, rows, empty, both }) => {
  const t = text[language]
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      empty={empty}
      columns={[
        { key: 'what', header: t.what, rowHeader: true, cell: (one) => PART_NAMES[one.part][language] },
        { key: 'reference', header: t.reference, cell: (one) => one.of },
        { key: 'field', header: t.field, cell: (one) => fieldName(language, one) },
        ...(both
          ? [{ key: 'ours', header: t.ours, cell: (one: ExchangeDifference) => shownIn(language, one, one.ours) }]
          : []),
        {
          key: 'theirs',
          header: t.theirs,
          cell: (one) => <span lang={one.language}>{shownIn(language, one, one.theirs)}</span>,
        },
      ]}
    />
  )
}

const Unknown: FC<Omit<Props, 'take'>> = ({ language, view }) => {
  const t = text[language]
  if (view.unknown.length === 0) return null
  return (
    <Section title={t.unknown} lead={t.unknownLead}>
      <ul class="govuk-list govuk-list--bullet">
        {view.unknown.map(({ what, ref }) => (
          <li>{`${t.unknownKinds[what]}: ${ref}`}</li>
        ))}
      </ul>
    </Section>
  )
}

const KeptApartTable: FC<Omit<Props, 'take'>> = ({ language, view }) => {
  const t = text[language]
  return (
    <Section title={t.keptApart} lead={view.keptApart.length > 0 ? t.keptApartLead : undefined}>
      <DataTable
        caption={t.keptApart}
        captionHidden
        rows={view.keptApart}
        empty={t.nothingKeptApart}
        columns={[
          { key: 'kind', header: t.kind, rowHeader: true, cell: (one) => <code>{one.resourceType}</code> },
          { key: 'name', header: t.name, cell: (one) => one.name },
          {
            key: 'why',
            header: t.reason,
            cell: (one) => (
              <>
                {t.reasons[one.reason]}
                {one.fields.length > 0 && (
                  <>
                    {': '}
                    <code>{one.fields.join(', ')}</code>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}

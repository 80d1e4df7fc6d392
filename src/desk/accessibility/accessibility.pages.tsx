/** The accessibility statement: what was made accessible, how it was checked, and what to do where it fails. */
import { bilingual } from '../../kernel/language.ts'
import { Page, Section } from '../../ui/index.ts'
import type { DeskCorner } from '../corner.ts'
import { deskPaths } from '../paths.ts'

const text = bilingual({
  en: {
    title: 'Accessibility',
    lead: 'Everyone who commissions, provides or receives care should be able to use Canlyn.',
    canTitle: 'What you should be able to do',
    can: [
      'zoom in to 400% and use it at a width of 320 pixels without anything spilling over',
      'go everywhere and do everything with a keyboard, and see where you are',
      'use a screen reader, with headings, tables and forms that say what they are',
      'read every chart as a sentence and as a table of the same numbers',
      'use it with scripts switched off',
      'use it in Welsh or in English, and change at any page without losing your place',
    ],
    howTitle: 'How we check',
    how: 'Canlyn is built to meet level AA of the Web Content Accessibility Guidelines, version 2.2. Each component and each page is tested with axe, and the main journeys with the keyboard alone and with scripts off. It has not yet been tested by people who use assistive technology every day.',
    wrongTitle: 'When something does not work for you',
    wrong:
      'Tell your organisation’s administrator which page it was and what you were trying to do. They can ask those who run Canlyn for you, and give you what you need in another form meanwhile.',
  },
  cy: {
    title: 'Hygyrchedd',
    lead: 'Dylai pawb sy’n comisiynu, yn darparu neu’n cael gofal allu defnyddio Canlyn.',
    canTitle: 'Beth y dylech allu ei wneud',
    can: [
      'chwyddo hyd at 400% a’i ddefnyddio ar led o 320 picsel heb i ddim orlifo',
      'mynd i bobman a gwneud popeth â bysellfwrdd, a gweld lle rydych chi',
      'defnyddio darllenydd sgrin, gyda phenawdau, tablau a ffurflenni sy’n dweud beth ydynt',
      'darllen pob siart fel brawddeg ac fel tabl o’r un rhifau',
      'ei ddefnyddio heb sgriptiau',
      'ei ddefnyddio yn Gymraeg neu yn Saesneg, a newid iaith ar unrhyw dudalen heb golli’ch lle',
    ],
    howTitle: 'Sut rydym yn gwirio',
    how: 'Mae Canlyn wedi’i adeiladu i fodloni lefel AA Canllawiau Hygyrchedd Cynnwys y We, fersiwn 2.2. Profir pob cydran a phob tudalen ag axe, a’r prif deithiau â’r bysellfwrdd yn unig a heb sgriptiau. Nid yw wedi’i brofi eto gan bobl sy’n defnyddio technoleg gynorthwyol bob dydd.',
    wrongTitle: 'Pan na fydd rhywbeth yn gweithio i chi',
    wrong:
      'Dywedwch wrth weinyddwr eich sefydliad pa dudalen oedd hi a beth roeddech yn ceisio ei wneud. Gallant ofyn ar eich rhan i’r rhai sy’n rhedeg Canlyn, a rhoi’r hyn sydd ei angen arnoch mewn ffurf arall yn y cyfamser.',
  },
})

export const accessibilityDesk: DeskCorner = {
  pages(doors) {
    doors.get(deskPaths.accessibility(), 'public', (c) => {
      const words = text[c.get('language')]
      return c.html(
        <Page frame={c.get('frame')} title={words.title} lead={words.lead}>
          <Section title={words.canTitle}>
            <ul class="govuk-list govuk-list--bullet">
              {words.can.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </Section>
          <Section title={words.howTitle}>
            <p>{words.how}</p>
          </Section>
          <Section title={words.wrongTitle}>
            <p>{words.wrong}</p>
          </Section>
        </Page>,
      )
    })
  },
}

/** What is said in the story of one person, as they say it. */
import type { StoryWords } from './story.ts'

export const STORY_WORDS: Readonly<Record<'en' | 'cy', StoryWords>> = {
  en: {
    language: 'en',
    matters: 'My garden, and being asked before things are done for me.',
    wants: 'To walk down to the bench by the river and back',
    why: 'My husband and I sat there every evening.',
    can: 'I get as far as the gate with my frame.',
    strengths: 'Patient, and knows every plant by name.',
    daughter: 'My daughter walks with me on Saturdays.',
    found: 'Reaches the bench with one rest on the way.',
    evidence: 'Walked there together on the day.',
    ownWord: 'I sat on our bench again. I got there by myself.',
  },
  cy: {
    language: 'cy',
    matters: 'Yr ardd, a bod rhywun yn gofyn cyn gwneud pethau drosof i.',
    wants: 'Cerdded i lawr at y fainc ger yr afon ac yn ôl',
    why: 'Yno roedd fy ngŵr a minnau’n eistedd bob nos.',
    can: 'Rwy’n cyrraedd y giât gyda fy ffrâm.',
    strengths: 'Amyneddgar, ac yn adnabod pob planhigyn wrth ei enw.',
    daughter: 'Mae fy merch yn cerdded gyda mi ar ddydd Sadwrn.',
    found: 'Yn cyrraedd y fainc gydag un hoe ar y ffordd.',
    evidence: 'Cerddodd y ddau yno gyda’i gilydd ar y diwrnod.',
    ownWord: 'Eisteddais ar ein mainc ni eto. Cyrhaeddais ar fy mhen fy hun.',
  },
}

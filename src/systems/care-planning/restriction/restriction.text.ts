/** The words of restricted records, English and Welsh side by side. */
import { bilingual } from '../../../kernel/language.ts'

export const text = bilingual({
  en: {
    title: 'Who may see this record',
    lead: (worker: string | undefined) =>
      worker
        ? `The record is restricted. ${worker} sees it; others of the staff have to state a reason.`
        : 'The record is restricted. Nobody of the staff sees it without stating a reason.',
    leadOpen: 'The record is open to all staff whose work lets them see people.',
    why: 'Why is it restricted?',
    whyHint: 'Somebody would be in danger, or works here. Whoever opens it later does not see this reason first.',
    restrict: 'Restrict this record',
    lift: 'End the restriction',
    since: (by: string, day: string) => `${day}, by ${by}`,
    ended: (by: string, day: string) => `Ended ${day}, by ${by}`,
    history: 'Restrictions',
    openings: 'Who opened it',
    none: 'Nobody has opened it.',
    who: 'Who',
    when: 'When',
    reason: 'Reason',
    restricted: 'The record is restricted now.',
    lifted: 'The restriction has ended.',
    closedTitle: 'This record is restricted',
    closedLead:
      'You can open it for a reason that your work gives you. It stays open to you for four hours, and that you opened it, when and why, stands in the log.',
    myReason: 'Why do you need to open it?',
    open: 'Open the record',
    opened: 'The record is open to you for four hours.',
    found: (n: number) =>
      n === 1
        ? 'One restricted record is like what you searched for:'
        : `${n} restricted records are like what you searched for:`,
  },
  cy: {
    title: 'Pwy a gaiff weld y cofnod hwn',
    lead: (worker: string | undefined) =>
      worker
        ? `Mae’r cofnod wedi’i gyfyngu. Mae ${worker} yn ei weld; rhaid i staff eraill nodi rheswm.`
        : 'Mae’r cofnod wedi’i gyfyngu. Nid oes neb o’r staff yn ei weld heb nodi rheswm.',
    leadOpen: 'Mae’r cofnod yn agored i bob aelod o staff y mae eu gwaith yn gadael iddynt weld pobl.',
    why: 'Pam y mae’n cael ei gyfyngu?',
    whyHint:
      'Byddai rhywun mewn perygl, neu’n gweithio yma. Ni fydd y sawl sy’n ei agor yn nes ymlaen yn gweld y rheswm hwn yn gyntaf.',
    restrict: 'Cyfyngu’r cofnod hwn',
    lift: 'Dod â’r cyfyngiad i ben',
    since: (by: string, day: string) => `${day}, gan ${by}`,
    ended: (by: string, day: string) => `Daeth i ben ${day}, gan ${by}`,
    history: 'Cyfyngiadau',
    openings: 'Pwy a’i hagorodd',
    none: 'Nid oes neb wedi’i agor.',
    who: 'Pwy',
    when: 'Pryd',
    reason: 'Rheswm',
    restricted: 'Mae’r cofnod wedi’i gyfyngu nawr.',
    lifted: 'Mae’r cyfyngiad wedi dod i ben.',
    closedTitle: 'Mae’r cofnod hwn wedi’i gyfyngu',
    closedLead:
      'Gallwch ei agor am reswm sy’n rhan o’ch gwaith. Bydd yn agored i chi am bedair awr, a bydd y ffaith i chi ei agor, pryd a pham, yn sefyll yn y log.',
    myReason: 'Pam y mae angen i chi ei agor?',
    open: 'Agor y cofnod',
    opened: 'Mae’r cofnod yn agored i chi am bedair awr.',
    found: (n: number) =>
      n === 1
        ? 'Mae un cofnod cyfyngedig yn debyg i’r hyn y chwiliwyd amdano:'
        : `Nifer y cofnodion cyfyngedig sy’n debyg i’r hyn y chwiliwyd amdano: ${n}`,
  },
})

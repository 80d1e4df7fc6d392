/** The words of signing in and out, and of the personas. */
import { bilingual } from '../../kernel/language.ts'

export const signInText = bilingual({
  en: {
    title: 'See what home care achieves',
    lead: 'Canlyn follows what a council commissions for people at home: from the need it answers, through contracts and visits, to what came of it for each person, and who says so.',
    stops: {
      need: 'Who needs what, and where',
      outcome: 'What should come of it',
      contract: 'What was bought, from whom',
      people: 'Whose outcomes they are',
      visits: 'What was delivered',
      achieved: 'What came of it, and who says so',
      review: 'What to do differently',
    },
    thread:
      'This is the line of sight. Every number in Canlyn stands on it, and can be followed down to the records behind it.',
    demonstration: 'Come in as anyone',
    demonstrationLead: (authority: string) =>
      `${authority} is made up, and so is everyone in it. Each role sees what that role needs and no more.`,
    startHere: 'Start here',
    readReview: 'Read a signed review',
    readReviewHint: 'How well a contract is managed, judged on eight domains, with the evidence beside each judgement.',
    openScorecard: 'Open a contract’s scorecard',
    openScorecardHint: 'Outcomes first, then what it takes to achieve them, and whose word it is.',
    comeInAs: (name: string, role: string) => `Come in as ${name}, ${role.toLowerCase()}`,
    groups: {
      council: 'In the council',
      provider: 'At a provider',
      home: 'At home',
      house: 'Behind the scenes',
    },
    signIn: 'Sign in',
    signInHint: 'You sign in with your organisation’s own account. Canlyn never sees your password.',
    signInElsewhere: 'Sign in with your organisation’s account',
    nobody: 'No demonstration has been loaded',
    nobodyHint: 'Start Canlyn on an empty folder and it loads one, or load it with the command canlyn demo.',
    signedOutTitle: 'You are signed out',
    signedOutLead: 'What you did is saved. Close the browser if others use this computer.',
    signInAgain: 'Sign in again',
    noRoleTitle: 'You have no role here yet',
    noRoleLead:
      'You are signed in, but your account has no role in Canlyn, or is not linked to a provider or a person, so there is nothing to show you.',
    noRoleNext:
      'Ask an administrator of Canlyn in your organisation to give your account a role. Then sign out and in again.',
  },
  cy: {
    title: 'Gweld beth mae gofal cartref yn ei gyflawni',
    lead: 'Mae Canlyn yn dilyn yr hyn y mae cyngor yn ei gomisiynu i bobl gartref: o’r angen sydd y tu ôl iddo, drwy gontractau ac ymweliadau, at yr hyn a ddaeth ohono i bob person, a phwy sy’n dweud hynny.',
    stops: {
      need: 'Pwy sydd angen beth, ac ymhle',
      outcome: 'Beth ddylai ddod ohono',
      contract: 'Beth a brynwyd, a chan bwy',
      people: 'Canlyniadau pwy ydynt',
      visits: 'Beth a ddarparwyd',
      achieved: 'Beth a ddaeth ohono, a phwy sy’n dweud',
      review: 'Beth i’w wneud yn wahanol',
    },
    thread:
      'Dyma’r llinell welediad. Mae pob rhif yn Canlyn yn sefyll arni, a gellir ei ddilyn at y cofnodion y tu ôl iddo.',
    demonstration: 'Dewch i mewn fel unrhyw un',
    demonstrationLead: (authority: string) =>
      `Lle dychmygol yw ${authority}, a phobl ddychmygol sydd yno. Mae pob rôl yn gweld yr hyn sydd ei angen arni a dim mwy.`,
    startHere: 'Dechreuwch yma',
    readReview: 'Darllen adolygiad wedi’i lofnodi',
    readReviewHint: 'Pa mor dda y rheolir contract, wedi’i farnu ar wyth maes, gyda’r dystiolaeth wrth ochr pob barn.',
    openScorecard: 'Agor cerdyn sgorio contract',
    openScorecardHint: 'Canlyniadau yn gyntaf, yna’r hyn sydd ei angen i’w cyflawni, a gair pwy sydd i’w glywed.',
    comeInAs: (name: string, role: string) => `Dod i mewn fel ${name}, ${role.toLowerCase()}`,
    groups: {
      council: 'Yn y cyngor',
      provider: 'Gyda darparwr',
      home: 'Gartref',
      house: 'Y tu ôl i’r llenni',
    },
    signIn: 'Mewngofnodi',
    signInHint: 'Rydych yn mewngofnodi â chyfrif eich sefydliad eich hun. Nid yw Canlyn byth yn gweld eich cyfrinair.',
    signInElsewhere: 'Mewngofnodi â chyfrif eich sefydliad',
    nobody: 'Nid oes arddangosiad wedi’i lwytho',
    nobodyHint: 'Dechreuwch Canlyn ar ffolder wag ac fe lwythir un, neu llwythwch ef â’r gorchymyn canlyn demo.',
    signedOutTitle: 'Rydych wedi allgofnodi',
    signedOutLead: 'Mae’r hyn a wnaethoch wedi’i gadw. Caewch y porwr os bydd eraill yn defnyddio’r cyfrifiadur hwn.',
    signInAgain: 'Mewngofnodi eto',
    noRoleTitle: 'Nid oes gennych rôl yma eto',
    noRoleLead:
      'Rydych wedi mewngofnodi, ond nid oes gan eich cyfrif rôl yn Canlyn, neu nid yw wedi’i gysylltu â darparwr neu berson, felly nid oes dim i’w ddangos i chi.',
    noRoleNext:
      'Gofynnwch i un o weinyddwyr Canlyn yn eich sefydliad roi rôl i’ch cyfrif. Yna allgofnodwch a mewngofnodwch eto.',
  },
})

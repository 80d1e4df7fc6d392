/** The words of checking, sending and signing. */
import { bilingual } from '../../../kernel/language.ts'

export const text = bilingual({
  en: {
    reviews: 'Reviews',
    checkTitle: 'Check your answers',
    checkLead: (answered: number, asked: number) =>
      answered === asked
        ? 'Read what you wrote once more. After it is sent, it can only be changed if it is returned to you.'
        : `${asked - answered} of ${asked} questions have no judgement yet.`,
    change: 'Change',
    notJudged: 'No judgement yet',
    conclusion: 'What does the review conclude?',
    conclusionHint: 'A few sentences that a councillor or a family could read. They open the report.',
    saveConclusion: 'Save the conclusion',
    send: 'Send for signature',
    saved: 'The conclusion has been saved.',
    sent: 'The review has been sent for signature. Somebody who did not write in it can sign it now.',
    signTitle: 'Sign this review',
    signLead: 'Your signature says that you have read the report and stand by it. After that, it stays as it is.',
    report: 'Read the report first',
    sign: 'Sign the review',
    signed: 'The review is signed.',
    returnTitle: 'Or return it to its writers',
    reason: 'What should be done before you sign?',
    return: 'Return the review',
    returned: 'The review has been returned to its writers.',
    writtenBy: 'Written by',
    cannotSign: 'You wrote in this review, so somebody else has to sign it.',
    notWaiting: 'This review does not wait for a signature.',
    actions: 'Actions',
    noActions: 'None',
  },
  cy: {
    reviews: 'Adolygiadau',
    checkTitle: 'Gwirio eich atebion',
    checkLead: (answered: number, asked: number) =>
      answered === asked
        ? 'Darllenwch yr hyn a ysgrifennoch unwaith eto. Ar ôl ei anfon, dim ond os caiff ei ddychwelyd atoch y gellir ei newid.'
        : `Nid oes barn eto ar ${asked - answered} o’r ${asked} cwestiwn.`,
    change: 'Newid',
    notJudged: 'Dim barn eto',
    conclusion: 'Beth yw casgliad yr adolygiad?',
    conclusionHint: 'Ychydig frawddegau y gallai cynghorydd neu deulu eu darllen. Nhw sy’n agor yr adroddiad.',
    saveConclusion: 'Cadw’r casgliad',
    send: 'Anfon i’w lofnodi',
    saved: 'Mae’r casgliad wedi’i gadw.',
    sent: 'Mae’r adolygiad wedi’i anfon i’w lofnodi. Gall rhywun na ysgrifennodd ynddo ei lofnodi yn awr.',
    signTitle: 'Llofnodi’r adolygiad hwn',
    signLead:
      'Mae eich llofnod yn dweud eich bod wedi darllen yr adroddiad ac yn ei gefnogi. Wedi hynny, bydd yn aros fel y mae.',
    report: 'Darllenwch yr adroddiad yn gyntaf',
    sign: 'Llofnodi’r adolygiad',
    signed: 'Mae’r adolygiad wedi’i lofnodi.',
    returnTitle: 'Neu ei ddychwelyd i’w awduron',
    reason: 'Beth ddylid ei wneud cyn i chi lofnodi?',
    return: 'Dychwelyd yr adolygiad',
    returned: 'Mae’r adolygiad wedi’i ddychwelyd i’w awduron.',
    writtenBy: 'Ysgrifennwyd gan',
    cannotSign: 'Rydych wedi ysgrifennu yn yr adolygiad hwn, felly rhaid i rywun arall ei lofnodi.',
    notWaiting: 'Nid yw’r adolygiad hwn yn aros am lofnod.',
    actions: 'Camau gweithredu',
    noActions: 'Dim',
  },
})

/** Where I am signed in, and signing out of all of it at once. */
import { bilingual, localPath, plural } from '../../kernel/language.ts'
import { takeCookie } from '../../platform/http/cookies.ts'
import { actorOf } from '../../platform/http/doors.ts'
import { endAllSessions, listOwnSessions } from '../../platform/session/sign-in.ts'
import { Button, Form, Page } from '../../ui/index.ts'
import type { DeskCorner } from '../corner.ts'
import { deskPaths } from '../paths.ts'
import { SessionTable } from '../users/session-table.tsx'

const text = bilingual({
  en: {
    title: 'Where you are signed in',
    lead: (n: number) =>
      plural('en', n, {
        one: 'Only in this browser.',
        other: `In ${n} browsers. If one of them is not yours, sign out everywhere.`,
      }),
    thisOne: 'this one',
    endAll: 'Sign out everywhere',
    explain: (idle: number, hours: number) =>
      `You are signed out automatically after ${idle} minutes without doing anything, and after ${hours} hours in any case.`,
  },
  cy: {
    title: 'Lle rydych wedi mewngofnodi',
    lead: (n: number) =>
      plural('cy', n, {
        one: 'Yn y porwr hwn yn unig.',
        two: 'Mewn dau borwr. Os nad eich un chi yw un ohonynt, allgofnodwch ym mhobman.',
        other: `Mewn ${n} porwr. Os nad eich un chi yw un ohonynt, allgofnodwch ym mhobman.`,
      }),
    thisOne: 'hwn',
    endAll: 'Allgofnodi ym mhobman',
    explain: (idle: number, hours: number) =>
      `Cewch eich allgofnodi’n awtomatig ar ôl ${idle} munud heb wneud dim, ac ar ôl ${hours} awr beth bynnag.`,
  },
})

export const mySessionsDesk: DeskCorner = {
  pages(doors) {
    doors.get(deskPaths.mySessions(), 'signed-in', async (c) => {
      const [runtime, actor, { language }] = [c.get('runtime'), actorOf(c), c.get('frame')]
      const { sessionIdleMinutes, sessionHours } = runtime.configuration
      const sessions = await listOwnSessions(runtime, actor)
      const hash = c.get('session')?.sessionHash
      return c.html(
        <Page frame={c.get('frame')} title={text[language].title} lead={text[language].lead(sessions.length)}>
          <SessionTable
            language={language}
            sessions={sessions}
            current={hash === undefined ? undefined : { hash, label: text[language].thisOne }}
          />
          <p>{text[language].explain(sessionIdleMinutes, sessionHours)}</p>
          <Form action={`${deskPaths.mySessions()}/end-all`}>
            <Button kind="secondary">{text[language].endAll}</Button>
          </Form>
        </Page>,
      )
    })
    doors.post('/my-sessions/end-all', 'signed-in', async (c) => {
      await endAllSessions(c.get('runtime'), actorOf(c))
      takeCookie(c, c.get('runtime').configuration, 'canlyn')
      return c.redirect(localPath(c.get('language'), '/signed-out'), 303)
    })
  },
}

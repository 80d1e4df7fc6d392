/** A small site of the design pages alone, behind the real content security policy, for tests and for looking at. */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Hono } from 'hono'
import { designPages } from '../src/desk/design/design.pages.tsx'
import { Doors, type Env } from '../src/platform/http/doors.ts'
import { securityHeaders } from '../src/platform/http/security-headers.ts'
import type { Assets } from '../src/ui/build.ts'
import { workingPage } from './working-page.tsx'

/** `folder` is where the assets were built. */
export function designSite(assets: Assets, folder: string): Hono<Env> {
  const doors = new Doors(() => (_, next) => next())
  designPages(doors)
  const app = new Hono<Env>({ getPath: (request) => new URL(request.url).pathname.replace(/^\/cy(?=\/|$)/, '') || '/' })
  app.use(securityHeaders(false, []))
  app.use(async (c, next) => {
    const { pathname, search } = new URL(c.req.url)
    const language = /^\/cy(\/|$)/.test(pathname) ? 'cy' : 'en'
    c.set('language', language)
    c.set('frame', {
      language,
      path: `${c.req.path}${search}`,
      authorityName: { en: 'Bryniau County Council', cy: 'Cyngor Sir y Bryniau' },
      navigation: [
        { label: { en: 'Today', cy: 'Heddiw' }, href: '/', current: false },
        { label: { en: 'People', cy: 'Pobl' }, href: '/people', current: false },
        { label: { en: 'Contracts', cy: 'Contractau' }, href: '/contracts', current: true },
        { label: { en: 'Visits', cy: 'Ymweliadau' }, href: '/visits', current: false },
        { label: { en: 'Reviews', cy: 'Adolygiadau' }, href: '/reviews', current: false },
      ],
      signedInAs: { name: 'Nia Prosser', roleName: { en: 'Contract manager', cy: 'Rheolwr contractau' } },
      csrfToken: 'token',
      demonstration: true,
      assets,
    })
    await next()
  })
  app.get('/assets/:file', async (c) => {
    const file = basename(c.req.param('file'))
    const types = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', woff2: 'font/woff2' } as const
    const type = types[file.split('.').at(-1) as keyof typeof types]
    return c.body(new Uint8Array(await readFile(join(folder, file))), 200, { 'Content-Type': type })
  })
  app.route('/', doors.hono)
  app.get('/working', workingPage())
  return app
}

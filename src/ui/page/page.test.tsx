import { expect, test } from 'vitest'
import type { Frame } from '../../kernel/frame.ts'
import { Form } from '../form/form.tsx'
import { Link } from '../surroundings/surroundings.tsx'
import { Page } from './page.tsx'

const frame: Frame = {
  language: 'cy',
  path: '/people?page=2&name=Ŵ',
  authorityName: { en: 'Bryniau County Council', cy: 'Cyngor Sir y Bryniau' },
  navigation: [{ label: { en: 'People', cy: 'Pobl' }, href: '/people', current: true }],
  signedInAs: { name: 'Nia Prosser', roleName: { en: 'Contract manager', cy: 'Rheolwr contractau' } },
  csrfToken: 'token-of-this-session',
  demonstration: true,
  assets: { css: '/assets/canlyn-1.css', js: '/assets/canlyn-1.js' },
}

function rendered(part: Partial<Frame> = {}, errors?: { field: string; message: string }[]): string {
  const page = (
    <Page frame={{ ...frame, ...part }} title="Pobl <3" lead="Mae 12 o bobl." errors={errors}>
      <Link href="/people/3">Mair</Link>
      <Form action="/people">
        <span>x</span>
      </Form>
    </Page>
  )
  return String(page)
}

test('the document starts with its type and names its language', () => {
  expect(rendered()).toMatch(/^<!doctype html><html lang="cy"/)
  expect(rendered({ language: 'en' })).toContain('<html lang="en"')
})

test('the language switch keeps the place and says its own language', () => {
  const switchTo = (html: string) => html.match(/<a[^>]*hreflang[^>]*>[^<]*/)?.[0]
  expect(switchTo(rendered())).toContain('href="/people?page=2&amp;name=Ŵ" lang="en" hreflang="en"')
  expect(switchTo(rendered({ language: 'en' }))).toContain(
    'href="/cy/people?page=2&amp;name=Ŵ" lang="cy" hreflang="cy"',
  )
})

test('links and forms stay in the language of the page', () => {
  expect(rendered()).toContain('href="/cy/people/3"')
  expect(rendered()).toContain('action="/cy/people"')
  expect(rendered({ language: 'en' })).toContain('href="/people/3"')
})

test('forms that send carry the session’s token, sign-out too', () => {
  expect(rendered().match(/name="_csrf" value="token-of-this-session"/g)).toHaveLength(2)
})

test('a form with errors says so first in the title of the document', () => {
  const html = rendered({}, [{ field: 'name', message: 'Rhowch enw' }])
  expect(html).toContain('<title>Gwall: Pobl &lt;3 – Cyngor Sir y Bryniau – canlyn</title>')
  expect(html).toContain('<a href="#name">Rhowch enw</a>')
  expect(rendered()).toContain('<title>Pobl &lt;3 –')
})

test('nobody signed in is offered to sign in, and no sign-out', () => {
  const { signedInAs: _, ...anonymous } = frame
  const html = String(<Page frame={anonymous} title="Croeso" />)
  expect(html).toContain('href="/cy/sign-in"')
  expect(html).not.toContain('sign-out')
})

test('there is one h1, and no style or script within the document', () => {
  const html = rendered()
  expect(html.match(/<h1/g)).toHaveLength(1)
  expect(html).not.toMatch(/ style=| on[a-z]+=|<style/)
  expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/assets/canlyn-1.js">'])
})

test('a component outside a page throws rather than choosing a language', () => {
  expect(() => String(<Link href="/people">Pobl</Link>)).toThrow(/language is not known/)
})

import { describe, expect, it } from 'vitest'
import { makeApp } from '../../../../server/app.ts'
import { packed, unpacked } from '../../../../server/briefing/own.ts'
import { realApp } from '../../../support/app.ts'
import { realCorpus } from '../../../support/corpus.ts'
import { cookieAfter, keptBy } from '../../../support/kept.ts'

const corpus = await realCorpus()
const app = makeApp({ corpus, loadedAt: null }, { clock: () => '2026-11-21' })
const post = (path: string, fields: [string, string][], cookie = '', headers: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', cookie, ...headers },
    body: new URLSearchParams(fields).toString(),
  })
const keep = (add: string, cookie = '') =>
  post(
    '/briefing/keep',
    [
      ['add', add],
      ['back', '/?q=caseloads'],
    ],
    cookie,
  )
const idsIn = (reply: Response): string[] => keptBy(reply).map((entry) => (entry.kind === 'quote' ? entry.id : entry.text))
const pageOf = async (path: string, cookie: string): Promise<string> => (await app.request(path, { headers: { cookie } })).text()
const two = cookieAfter(await keep('004.p24.s2 000.i3'))

describe('what is kept', () => {
  it('stands in a cookie that scripts cannot read, lasts, and comes from our own pages alone', async () => {
    const reply = await keep('004.p24.s2#a1q2')
    expect(reply.status).toBe(303)
    expect(reply.headers.get('location')).toBe('/?q=caseloads#a1q2')
    const [cookie = ''] = reply.headers.getSetCookie()
    expect(cookie).toMatch(/^briefing=[\w-]+; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/)
    const foreign = await post('/briefing/keep', [['add', '000.i3']], '', { 'sec-fetch-site': 'cross-site' })
    expect(foreign.status).toBe(403)
  })

  it('is for the address that the browser sees, and only over TLS where the proxy speaks it', async () => {
    const behind = await realApp({ BASE_PATH: '/quotes', TRUST_PROXY: '1' })
    const [cookie = ''] = (
      await behind.request('/briefing/keep', {
        method: 'POST',
        body: new URLSearchParams({ add: '004.p24.s2' }),
        headers: { 'sec-fetch-site': 'same-origin', 'x-forwarded-proto': 'https' },
      })
    ).headers.getSetCookie()
    expect(cookie).toMatch(/^briefing=[\w-]+; Max-Age=34560000; Path=\/quotes; HttpOnly; Secure; SameSite=Lax$/)
  })

  it('leads back to our own addresses alone', async () => {
    for (const back of [
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/\n//evil.example',
      '/ /evil.example',
      'https://evil.example',
      'x',
    ])
      expect(
        (
          await post(
            '/briefing/keep',
            [
              ['add', '004.p24.s2'],
              ['back', back],
            ],
            '',
          )
        ).headers.get('location'),
      ).toBe('/')
  })

  it('is shown on every page: the count in the masthead', async () => {
    for (const path of [
      '/',
      '/?q=caseloads',
      '/reports',
      '/reports/004',
      '/councils',
      '/grid',
      '/verify',
      '/about',
      '/privacy',
      '/nowhere',
      '/cleared',
    ])
      expect(await pageOf(path, two)).toContain('<span class="kept-count">2</span>')
    expect(await pageOf('/?q=caseloads', '')).toContain('<span class="kept-count"></span>')
  })

  it('is drawn for who keeps it, and for nobody else', async () => {
    const address = '/?q=What+did+Ofsted+say+about+return+home+interviews%3F'
    const [, id = ''] = /name="add" value="([\w.-]+)#/.exec(await pageOf(address, '')) ?? []
    const kept = cookieAfter(await keep(id))
    const button = new RegExp(`name="(add|take)" value="${id}#`)
    for (let time = 0; time < 2; time++) {
      expect(button.exec(await pageOf(address, kept))?.[1]).toBe('take')
      expect(button.exec(await pageOf(address, ''))?.[1]).toBe('add')
      expect(button.exec(await pageOf(address, 'other=1'))?.[1]).toBe('add')
    }
  })

  it('is taken out, and put back where it was', async () => {
    const taken = await post('/briefing/keep', [['take', '004.p24.s2#a1q1']], two, { accept: 'application/json' })
    const { ids, undo } = (await taken.json()) as { ids: string[]; undo: string }
    expect(ids).toEqual(['000.i3'])
    const back = await post('/briefing/keep', [['restore', undo]], cookieAfter(taken), { accept: 'application/json' })
    expect(((await back.json()) as { ids: string[] }).ids).toEqual(['004.p24.s2', '000.i3'])
  })

  it('is refused with the reason where the collection has no such quote', async () => {
    const reply = await post('/briefing/keep', [['add', '004.p99']], two, { accept: 'application/json' })
    expect(reply.status).toBe(422)
    expect(JSON.stringify(await reply.json())).toContain('There is no quote “004.p99”')
  })

  it('leads back to our own pages only', async () => {
    for (const back of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '']) {
      const reply = await post('/briefing/keep', [
        ['add', '000.i3'],
        ['back', back],
      ])
      expect(reply.headers.get('location')).toBe('/')
    }
  })

  it('survives a cookie that something has damaged, and one that would grow without end', () => {
    const entries = unpacked(two.replace(/^briefing=|;.*$/g, ''))
    expect(entries).toHaveLength(2)
    expect(unpacked('not a briefing')).toEqual([])
    expect(packed([])).toBe('')
    expect(unpacked(packed(entries))).toEqual(entries)
  })
})

describe('one’s own briefing', () => {
  const own: [string, string] = ['own', 'yes']
  const sealOn = async (cookie: string): Promise<[string, string]> => [
    'seal',
    /name="seal" value="([^"]+)"/.exec(await pageOf('/briefing', cookie))?.[1] ?? '',
  ]

  it('takes headings and notes, and leads back to the conversation', async () => {
    const reply = await post('/briefing', [own, ['newNote', 'Ask for figures.'], ['do', 'note'], ['q', 'caseloads']], two)
    expect(idsIn(reply)).toEqual(['004.p24.s2', '000.i3', 'Ask for figures.'])
    expect(reply.headers.get('location')).toBe('/briefing?q=caseloads#entry-3')
    const html = await pageOf('/briefing?q=caseloads', cookieAfter(reply))
    expect(html).toContain('href="/?q=caseloads#a1">Back to “caseloads”')
    expect(html).toContain('Ask for figures.')
  })

  it('offers to undo each removal, of one and of all', async () => {
    for (const action of ['remove:0', 'empty']) {
      const gone = await post('/briefing', [own, await sealOn(two), ['do', action]], two)
      const to = gone.headers.get('location') ?? ''
      const html = await pageOf(to, cookieAfter(gone))
      const field = /name="removed" value="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
      const back = await post('/briefing', [own, ['removed', field], ['do', 'restore']], cookieAfter(gone))
      expect(idsIn(back)).toEqual(['004.p24.s2', '000.i3'])
    }
  })

  it('does nothing that was pressed on a page which another tab has outdated, and says so', async () => {
    const seal = await sealOn(two)
    const three = cookieAfter(await keep('003.i2', two))
    const reply = await post('/briefing', [own, seal, ['do', 'remove:0']], three)
    expect(idsIn(reply)).toEqual(['004.p24.s2', '000.i3', '003.i2'])
    expect(await reply.text()).toContain('changed in another tab')
  })

  it('keeps what it has no room for in its box', async () => {
    const full = cookieAfter(await post('/briefing', [own, ['newNote', 'x'], ['do', 'note']], two))
    const reply = await post('/briefing', [own, ['newNote', 'y'.repeat(2001)], ['do', 'note']], full)
    expect(await reply.text()).toContain('A note has at most 2,000 characters')
  })

  it('does not give way to a briefing that is opened by its link', async () => {
    const html = await pageOf('/briefing?quote=003.i2&heading=Theirs', two)
    expect(html).toContain('You see this briefing by its link.')
    expect(html).toContain('<span class="kept-count">2</span>')
    const mine = await post(
      '/briefing',
      [
        ['quote', '003.i2'],
        ['heading', 'Theirs'],
        ['do', 'append'],
      ],
      two,
    )
    expect(idsIn(mine)).toEqual(['004.p24.s2', '000.i3', '003.i2', 'Theirs'])
    const instead = await post(
      '/briefing',
      [
        ['quote', '003.i2'],
        ['do', 'mine'],
      ],
      two,
    )
    expect(idsIn(instead)).toEqual(['003.i2'])
    expect(await pageOf(instead.headers.get('location') ?? '', cookieAfter(instead))).toContain('Removed: 2 entries.')
  })

  it('keeps what the collection does not hold now, and says so', async () => {
    const cookie = `briefing=${packed([{ kind: 'quote', id: '099.p1', proof: null }, ...unpacked(two.replace(/^briefing=|;.*$/g, ''))])}`
    const html = await pageOf('/briefing', cookie)
    expect(html).toContain('does not hold quote 099.p1 now')
    const gone = await post('/briefing', [own, await sealOn(cookie), ['do', 'remove:0']], cookie)
    expect(idsIn(gone)).toEqual(['004.p24.s2', '000.i3'])
  })
})

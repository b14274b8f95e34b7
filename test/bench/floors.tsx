/** Child of the bench: the least that a server of this kind costs. `/page` is a constant page of 8 kB, `/search` one bare query and 8 quotes. */
import { createServer } from 'node:http'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import MiniSearch from 'minisearch'
import { readFolder } from '../../index/library/ingest.ts'

const PAGE_BYTES = 8_192
const QUOTES = 8

const page = `<!doctype html><title>Page</title><p>${'x'.repeat(PAGE_BYTES)}`
const paragraphs = (await readFolder('seeds')).flatMap((report) =>
  report.sections.flatMap((section) => section.paragraphs.map(({ id, text }) => ({ id, text, title: report.title }))),
)
const engine = new MiniSearch({ fields: ['text'], storeFields: ['text', 'title'] })
engine.addAll(paragraphs)

const app = new Hono()
app.get('/page', (c) => c.html(page))
app.get('/search', (c) =>
  c.html(
    <ol>
      {engine
        .search(c.req.query('q') ?? '')
        .slice(0, QUOTES)
        .map(({ text, title }) => (
          <li>
            <blockquote>{text}</blockquote>
            <p>{title}</p>
          </li>
        ))}
    </ol>,
  ),
)
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1', createServer }, ({ port }) => console.log(`http://127.0.0.1:${port}`))

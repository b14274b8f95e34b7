/** Settings: every wrong one is named at once, and white space is no value. */
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'

const faultOf = (env: NodeJS.ProcessEnv): string => {
  try {
    readConfig(env)
  } catch (error) {
    return (error as Error).message
  }
  throw new Error(`taken: ${JSON.stringify(env)}`)
}

describe('settings', () => {
  it('are as documented where none is set, or set to nothing', () => {
    expect(readConfig({ PORT: '', RATE_LIMIT: '' })).toEqual(readConfig({}))
    expect(readConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', rateLimit: null, adminToken: null })
    expect(readConfig({ PORT: '0', RATE_LIMIT: '0', HOST: '::1', ALLOWED_HOSTS: 'a.example, B.example' })).toMatchObject({
      port: 0,
      rateLimit: 0,
      host: '::1',
      allowedHosts: ['a.example', 'b.example'],
    })
  })

  it.each(Object.keys(ALL()))('%s of white space only is no value', (name) => {
    expect(faultOf({ [name]: ' '.repeat(16) })).toMatch(new RegExp(`${name}: is nothing but white space`))
    expect(faultOf({ [name]: '\t\n' })).toContain(name)
  })

  it.each([
    ['PORT', '0x50', 'must be a number'],
    ['PORT', '1e3', 'must be a number'],
    ['PORT', '65536', 'must be 0 to 65535'],
    ['PORT', '80.5', 'must be a whole number'],
    ['TRUST_PROXY', '-1', 'must be 0 to 5'],
    ['RATE_LIMIT', '-1', 'must be 0 or more'],
    ['REQUEST_SECONDS', '0', 'must be 1 to 600'],
    ['HOST', 'not a name', 'must be an address or name'],
    ['LOG_LEVEL', 'loud', 'must be one of'],
    ['LOG_QUESTIONS', 'yes', 'must be 0 or 1'],
    ['SEARCH_SECONDS', '0', 'must be 1 to 60'],
    ['SEARCH_PREFIX', 'Quotes-', 'must be a small letter'],
    ['BASE_PATH', 'quotes/', 'must look like /quotes'],
  ])('%s=%s %s', (name, value, said) => {
    expect(faultOf({ [name]: value })).toContain(`${name}=${value}: ${said}`)
  })

  it('name the nodes of a search cluster, or none', () => {
    expect(readConfig({}).search).toBeNull()
    expect(readConfig({ SEARCH_URL: 'http://a:9200, https://b:9200/search', SEARCH_USER: 'reader' }).search).toEqual({
      urls: ['http://a:9200', 'https://b:9200/search'],
      ...{ user: 'reader', password: null, caFile: null, prefix: 'quotes', seconds: 5 },
    })
  })

  it('are all named at once where more than one is wrong, and a token is never printed', () => {
    const said = faultOf({ PORT: ' ', RATE_LIMIT: 'lots', ADMIN_TOKEN: ' padded with blanks ', LOG_LEVEL: 'loud' })
    for (const name of ['PORT', 'RATE_LIMIT', 'ADMIN_TOKEN', 'LOG_LEVEL']) expect(said).toContain(name)
    expect(faultOf({ SEARCH_URL: 'https://me:padded@search:9200' })).toMatch(/SEARCH_URL=…: must be addresses like/)
    expect(faultOf({ SEARCH_URL: 'search:9200', SEARCH_PASSWORD: 'padded' })).not.toContain('padded')
    expect(said).not.toContain('padded')
    expect(readConfig({ ADMIN_TOKEN: 'correct horse battery' }).adminToken).toBe('correct horse battery')
  })
})

/** A fitting value of each. */
function ALL(): Record<string, string> {
  return {
    ...{ SEARCH_URL: 'http://a:9200', SEARCH_USER: 'a', SEARCH_PASSWORD: 'a', SEARCH_CA: 'a', SEARCH_PREFIX: 'a', SEARCH_SECONDS: '1' },
    ...{ PORT: '1', HOST: 'localhost', SEEDS_DIR: 'seeds', DATA_DIR: '.data', ALLOWED_HOSTS: 'a', BASE_PATH: '/a', TRUST_PROXY: '1' },
    ...{ RATE_LIMIT: '1', REQUEST_SECONDS: '1', MAX_LAG_MS: '1', ADMIN_TOKEN: 'x'.repeat(16), LOG_LEVEL: 'info', LOG_QUESTIONS: '1' },
  }
}

/** Finds a Chromium to test in: CHROME_PATH, then an installed one, then the one inside the npm package. */
import { existsSync } from 'node:fs'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** @throws Error that says what to install or set when there is none. */
export async function chromiumPath(): Promise<string> {
  const set = process.env.CHROME_PATH
  if (set) {
    if (!existsSync(set)) throw new Error(`CHROME_PATH names ${set}, and there is no such file.`)
    return set
  }
  const installed = INSTALLED.find((path) => existsSync(path))
  if (installed) return installed
  if (process.platform === 'linux' && process.arch === 'x64') {
    // The package brings the libraries that a bare machine lacks, and unpacks them only where it believes to be on AWS.
    process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
    const { default: sparticuz } = await import('@sparticuz/chromium')
    return sparticuz.executablePath()
  }
  throw new Error('No Chromium found for the browser tests. Install Chromium or Chrome, or set CHROME_PATH to one.')
}

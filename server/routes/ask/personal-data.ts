/** Finds what looks like personal data in a question. It warns and never blocks, so it had rather miss than cry wolf. */

const PATTERNS: [string, RegExp][] = [
  ['an e-mail address', /(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w/],
  // Two letters, six digits, one letter A to D; the letters that HMRC never gives out are left out.
  ['a National Insurance number', /\b(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/],
  ['a name', /\b(?:my name is|my name['’]s|i am called) +\p{L}{2,}/iu],
]

/** UK numbers begin with 0 or +44 and have ten or eleven digits; years, ranges of years, URNs and references do not. */
const PHONE = /(?<![\w/-])(?:\+44 ?(?:\(0\) ?)?|0)[1-9](?:[ -]?\d){8,9}(?![\w/-])/

/** Ten digits, often in groups of 3, 3 and 4, of which the last is a check digit (modulus 11). */
const NHS = /(?<![\w/-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w/-])/g
function isNhsNumber(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].map(Number)
  const sum = digits.slice(0, 9).reduce((total, digit, i) => total + digit * (10 - i), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === digits[9]
}

/** What a question seems to hold, in words that follow "It seems to hold"; empty where nothing is seen. */
export function personalDataIn(question: string): string[] {
  const found = PATTERNS.filter(([, pattern]) => pattern.test(question)).map(([name]) => name)
  if (PHONE.test(question)) found.push('a phone number')
  if ([...question.matchAll(NHS)].some(([number]) => isNhsNumber(number))) found.push('an NHS number')
  return found
}

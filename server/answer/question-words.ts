/** Words that put a question and are not what it is about. */

const list = (words: string): Set<string> => new Set(words.split(/\s+/).filter(Boolean))

/** How people ask what reports say. */
export const QUESTION_WORDS = list(`
  say says said saying tell tells told telling ask asks asked talk talks speak report reports reported reporting ofsted ofsteds inspector inspectors
  inspection inspections inspectorate hmi mention mentions mentioned mentioning find finds finding findings found according describe describes described
  comment comments commented state states stated note notes noted highlight highlighted conclude concludes concluded conclusion conclusions
  think thinks thought anything something everything nothing much many more most please give gives gave given show shows shown list lists
  question questions answer answers know like want need wants about any all some both each other others get gets got getting make makes made
  kind sort way ways thing things happen happens happened happening whether during since before after between within into onto upon
  out off up down over under above below through again further once too very just only own same another either neither
  document documents paper papers page paragraph section quote quotes quoted cite cited evidence passage word words text letter letters
  still yet ever never always now currently today really actually quite already even
  look looks looked looking go goes going went come comes came take takes taken took put puts
  council councils authority authorities regarding concerning relation terms respect
  new topic topics subject issue issues latest recent recently
  hello hi hey thanks thank you cheers ok okay yes no not
  what which who whom whose when where why how
  help explain summarise summary overview outline information info detail details facts
`)

/** Short words that carry no topic alone but are parts of phrases ("out of hours"). */
export const isQuestionWord = (word: string): boolean => QUESTION_WORDS.has(word)

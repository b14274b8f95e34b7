/** Words that put a question and are not what it is about. */
import { stem } from '../../../index/text/analyzer.ts'

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
  visit document documents paper papers page paragraph section quote quotes quoted cite cited passage word words text letter letters
  still yet ever never always now currently today really actually quite already even
  look looks looked looking go goes going went come comes came take takes taken took put puts
  council councils authority authorities regarding concerning relation terms respect
  new topic topics subject issue issues latest recent recently
  hello hi hey thanks thank you cheers ok okay yes no not
  versus vs v than
  whats hows wheres whos whens whys thats dont isnt arent didnt doesnt wasnt werent cant couldnt wont im ive theyre theres heres
  bits stuff
  what which who whom whose when where why how
  onward onwards instead headline headlines else per currently presently nowadays
  help explain summarise summary overview outline information info detail details facts
`)

/** Short words that carry no topic alone but are parts of phrases ("out of hours"). */
export const isQuestionWord = (word: string): boolean => QUESTION_WORDS.has(word)

/**
 * Words that shade a question but do not name its topic: how much, how well, who in general, what sort of thing.
 * A quote that speaks of them is a little better; one that does not is no worse an answer.
 */
const LIGHT_WORDS = list(`
  good better best bad worse worst well poor poorly great fine right wrong properly enough sufficient effective effectively successful successfully
  problem problems difficulty difficulties concern concerns concerned worry worries worried issue issues trouble weakness weaknesses strength strengths
  challenge challenges fault faults failing failings failure failures criticism criticisms criticise criticised praise praised positive negative happy
  anyone anybody someone somebody everyone everybody nobody person people themselves himself herself itself myself ourselves yourself
  anywhere somewhere everywhere nowhere afterwards afterward beforehand quickly quick slow slowly fast soon later early late often always usually
  sometimes rarely mostly generally largely particularly especially mainly almost nearly around along across among amongst towards toward against without
  being become becomes became becoming keep keeps kept keeping let lets begin begins began start starts started stop stops stopped try tries tried trying
  turn turns turned turning bring brings brought send sends sent hold holds held sit sits sat stand stands stood run runs running move moves moved set sets
  use uses used using work works worked working do does doing deal deals dealt dealing handle handles handled handling manage manages managed cope coping
  change changes changed changing improve improves improved improving improvement improvements progress compare compares compared comparison comparing
  differ difference differences different similar
  back away together apart alone ahead forward here there left next last first second third previous previously
  big small large little long short high low old new young full main major minor key important serious significant
  part parts place places time times day days year years week weeks month months number numbers amount rate level levels lot lots bit
  case cases fact example examples reason reasons result results effect effects impact response respond responds responded responding role
  support supported supporting provide provides provided providing offer offers offered offering ensure ensures ensured involve involved involving
  include includes included including identify identified raise raised raises meet meets met see sees seen saw seeing hear hears heard feel feels felt
  understand understands understood believe believes believed seem seems seemed expect expected appear appears appeared
  service services
  rise rises rose risen rising fall falls fell fallen falling increase increases increased increasing decrease decreases decreased grow grows grew grown
  drop drops dropped reduce reduces reduced reducing
  available treat treats treated handle room picture around share shared join joined wide
  consider considers considered considering
  hard harder hardest easy easier easily tough tougher simple difficult pleased keen glad proud honest fair strict nice kind lovely awful terrible dreadful
  decent dire brilliant superb rubbish satisfactory adequate okay best poorest strongest weakest strong weak stronger weaker
  serve serves served serving allow allows allowed allowing lead leads led leading cause causes caused causing need needs needed needing require requires required
  seek seeks sought reach reaches reached ready willing tend tends tended matter matters mattered rely relies relied remain remains remained stay stays stayed
  simply merely truly nearly roughly exactly typically normally promptly straight directly regularly often seldom
  everyday usual common rare true false sure clear
  higher lower greater bigger biggest smaller smallest fewer fewest faster slower
  evidence affected able likely possible due given overall current general certain various several few less least
`)

/**
 * Whom a question is about, when that is everybody whom these reports are about: worth something, but not an answer.
 */
const PEOPLE_WORDS = list(`
  child children kid kids youngster youngsters teen teens teenager teenagers adolescent adolescents boy boys girl girls pupil pupils young person people
  son sons daughter daughters grandson granddaughter grandchild grandchildren
  adult adults grown ups youth youths lad lads family families social worker workers staff employee employees practitioner practitioners officer officers professional
  professionals resident residents little ones one 
`)

export const isPeopleWord = (word: string): boolean => PEOPLE_WORDS.has(word)

/** Words by which a number, share, date or name is asked for: the detail itself is what has to be found. */
const MEASURE_WORDS = list(`
  percentage proportion share fraction per cent percent rate number numbers total average highest lowest maximum minimum size figure figures amount
  day days date dates month year years week weeks time name names named long many much money spend spent cost costs pounds old
`)

export const isMeasureWord = (word: string): boolean => MEASURE_WORDS.has(word)

export const isLightWord = (word: string): boolean => LIGHT_WORDS.has(word)

/**
 * Everyday verbs that no term of art is made of. A verb says what happens to the thing that a question is about: it shades
 * the question as long as the thing is known. Compared by stem.
 */
const VERBS = list(`
  accept act adapt add admit afford agree aim answer apply appreciate approach argue arrive avoid back bear beg behave belong bend blame block
  boost bother break burn call catch cheat choose claim clean clear climb close collect combine complete confuse consult 
  contain continue convince copy correct count cover crack criticise cut damage dare deal decide deliver demand deny depend deserve design destroy
  detect disagree disappear discover discuss distribute divide drag draw dream drive drop earn eat embarrass enable encourage end engage enjoy 
  exaggerate examine excel exist expect fall favour feed fight fill fit fix flag flounder fly follow forget forgive frighten gain gather
  grab guess hang happen hate hesitate hide hit hope hurry ignore imagine insist intend interrupt invite judge jump keep kick kill knock laugh launch
  lie lift link lose love maintain mend mess misbehave miss mix nag notice obtain occur offend open oppose overlook owe
  own pass persuade pick point practise pray predict prefer prepare pretend prevent prove pull push quit react realise receive recognise
  refuse reject relate relax release remember remind repair repeat replace resist resolve respect rest reward ring rub ruin rush
  save scare scream search settle shock shout shut slip smell smile solve sort spend split spoil spot spread squeeze steal stick struggle
  succeed suffer suggest suit surprise survive suspect switch tackle talk teach tear thank throw tidy tire touch trace trap trick 
  twist understand upset urge wait wake walk wander warn wash waste watch wear welcome win wish wonder worry wreck write
`)
const verbStems = new Set([...VERBS].map(stem))
export const isVerb = (term: string): boolean => verbStems.has(term)

/** Parts of sentences that no report prints. */
export const INVENTED_SUBJECTS = [
  'The director',
  'Every head teacher',
  'The chief constable',
  'A volunteer panel',
  'The youth parliament',
  'An independent auditor',
  'The housing association',
  'Each school governor',
  'The finance committee',
  'A visiting magistrate',
]
export const INVENTED_VERBS = [
  'praised the ambitious savings programme',
  'closed seven rural nurseries overnight',
  'ignored the whistleblower for eleven months',
  'built a dazzling new campus',
  'refused to publish travel expenses',
  'won a national award for catering',
  'recommended abolishing weekend rotas',
  'lost every laptop in the building',
  'launched a bicycle scheme for trainees',
]
export const INVENTED_TAILS = [
  'despite fierce objections from residents',
  'before the summer recess',
  'at a cost of nine million pounds',
  'to widespread local acclaim',
  'while pupils protested outside',
  'after an anonymous letter arrived',
  'because the roof had collapsed',
]

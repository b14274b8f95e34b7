/** Ten quotes from all five reports: sentences, runs, list items, judgement rows, with headings and a note between them. */
export const TEN = ['004.p24.s2', '004.r5', '000.r5', '000.u11.s1', '000.i3', '001.u11', '002.p24.s1-2', '002.i10', '003.u26.s1', '003.i2']

export const TEN_LINK = `heading=${encodeURIComponent('Missing children & judgements')}&quote=${TEN.slice(0, 5).join('&quote=')}&note=${encodeURIComponent(
  'My own view: ask for the <2025> figures.\nSecond line, with = and “marks”.',
)}&quote=${TEN.slice(5).join('&quote=')}`

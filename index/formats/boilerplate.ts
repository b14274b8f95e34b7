/** Text that Ofsted prints in every report about itself: readable, never evidence. */

const ABOUT_OFSTED = [
  /^The Office for Standards in Education, Children[’']s Services and Skills \(Ofsted\) regulates/,
  /^If you would like a copy of this (document|report|letter)/,
  /^You may (re-?use this information|copy all or parts)/,
  /^This (publication|document|report) is available (at|on)/,
  /^Interested in our work\?/,
  /^© Crown copyright/,
  /^Ofsted will take the findings from this (focused )?visit into account/,
  /^To view this licence/,
  /^To receive regular email alerts/,
  /^This document may be reproduced/,
  /^Any complaints about (the|this) (inspection|visit|report)/i,
]
const ADDRESS_LINE = [
  /^(Ofsted )?(Piccadilly Gate|Royal Exchange Buildings|Aviation House|Alexandra House|Clive House)\b/,
  /^(Store Street|125 Kingsway|33 Kingsway|70 Petty France|St Ann[’']s Square)\b/,
  /^(Manchester|London)( [A-Z]{1,2}\d|,|$)/,
  /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/,
  /^(T|Tel|Telephone|Textphone|E|Email|W|Web)\b:? ?(\d|enquiries|www)/,
  /^(enquiries@|www\.)/,
]

export const isBoilerplate = (text: string): boolean => [...ABOUT_OFSTED, ...ADDRESS_LINE].some((pattern) => pattern.test(text))

/** Where a report's closing boilerplate begins. */
export const isAboutOfsted = (text: string): boolean => ABOUT_OFSTED.some((pattern) => pattern.test(text))

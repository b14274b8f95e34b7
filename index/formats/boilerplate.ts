/**
 * Text that Ofsted prints in every report about itself, its powers, complaints and the meaning of its grades: readable, never
 * evidence. It is known by what it says. That a sentence stands in two reports is no sign of it: a drop of whatever two councils
 * share took 1,900 passages of 431 reports from evidence, of which eight were boilerplate.
 */

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
  /^(If you (are not happy|have (a|any) (complaint|concern)s?) (about|with)|Raising concerns and making (a )?complaints? about Ofsted)/i,
  /^Ofsted (produces|produced|carries out|conducts) this (report|inspection|review) under\b/,
]
/** What a grade means, and what Ofsted expects of everybody. */
const MEANING_OF_GRADES = [
  /^An? (Local Safeguarding Children Board|LSCB|local authority)\b.{0,30}\b(requires improvement|is likely to be judged|that is|will be judged)\b.* (if|where|because) (it|the|there)\b/i,
  /^It is Ofsted[’']s expectation that\b/,
]
const ADDRESS_LINE = [
  /^(Ofsted )?(Piccadilly Gate|Royal Exchange Buildings|Aviation House|Alexandra House|Clive House)\b/,
  /^(Store Street|125 Kingsway|33 Kingsway|70 Petty France|St Ann[’']s Square)\b/,
  /^(Manchester|London)( [A-Z]{1,2}\d|,|$)/,
  /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/,
  /^(T|Tel|Telephone|Textphone|E|Email|W|Web)\b:? ?(\d|enquiries|www)/,
  /^(enquiries@|www\.)/,
]

export const isBoilerplate = (text: string): boolean =>
  [...ABOUT_OFSTED, ...MEANING_OF_GRADES, ...ADDRESS_LINE].some((pattern) => pattern.test(text))

/** Where a report's closing boilerplate begins. */
export const isAboutOfsted = (text: string): boolean => ABOUT_OFSTED.some((pattern) => pattern.test(text))

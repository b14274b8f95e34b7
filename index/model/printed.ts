/** Where words stand on the pages of a file that has pages. */

/**
 * A stretch of words on a page: where their base line begins and how far it runs, in points of the file's own page, whose
 * origin is at its lower left before it is turned. `size` is that of the letters.
 */
export type Spot = { page: number; x: number; y: number; dx: number; dy: number; size: number }

/** Words set in one go, as the file has them, and where. */
export type Printed = { text: string; spot: Spot }

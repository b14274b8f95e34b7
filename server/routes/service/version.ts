import about from '../../../package.json' with { type: 'json' }

/** Of the program, as in the changelog. */
export const VERSION: string = about.version

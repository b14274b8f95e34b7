/** What is kept of the collection cannot be read any more. It is made anew at the next start. */
export class DamagedShelf extends Error {}

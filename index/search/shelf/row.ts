/** Many things in order, of which not all need be in memory: an array, or what reads them when they are asked for. */
export type Row<T> = Iterable<T> & { readonly length: number; at(number: number): T | undefined }

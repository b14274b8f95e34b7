/** A program that reads once and has nothing more to do. */
import { programBeside } from '../../../../index/library/reading/program.ts'
import { openRoom } from '../../../../index/library/reading/room.ts'
import type { Deed } from './bad-reader.ts'

const room = openRoom<Deed, string>(programBeside(import.meta.url, './bad-reader'), { memoryMb: 200, seconds: 30 })
room.read('echo').then(console.log)

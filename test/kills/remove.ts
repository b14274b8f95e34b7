/** Program that is killed: takes away the reports whose hashes it is given, from DATA_DIR. */
import { removeReport } from '../../index/library/removal.ts'

for (const sha256 of process.argv.slice(2)) await removeReport(process.env.DATA_DIR ?? '', sha256)

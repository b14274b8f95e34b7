/**
 * Runs our TypeScript: `node --import ./index/loader.js server/main.ts`.
 *
 * As shipped, tsx keeps what it has compiled in the system's temporary folder and runs what lies there, whoever wrote it. On a machine
 * with other users that is a way in, so its cache is off. It is off by environment, which child processes and worker threads take over.
 */
process.env.TSX_DISABLE_CACHE = '1'
await import('tsx')

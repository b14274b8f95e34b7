/** What Prometheus is told: requests, their durations and outcomes, and how the collection and the event loop are. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Library } from '../library.ts'
import type { Lag } from './load.ts'

/** Seconds. Most answers take a few milliseconds; what takes longer than ten seconds is given up. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

export type Metrics = {
  observe: (method: string, route: string, status: number, seconds: number, outcome: string | undefined) => void
  text: () => Promise<string>
  contentType: string
}

export function makeMetrics(library: Library, lag?: Lag): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const labelNames = ['method', 'route', 'status']
  const requests = new Counter({ name: 'http_requests_total', help: 'Requests answered', labelNames, registers })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to reply',
    labelNames: ['route'],
    buckets: BUCKETS,
    registers,
  })
  const outcomes = new Counter({ name: 'answers_total', help: 'Questions by outcome', labelNames: ['outcome'], registers })
  const gauge = (name: string, help: string, value: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect: function () {
        this.set(value())
      },
    })
  }
  gauge('reports', 'Reports in the collection', () => library.corpus?.reports.length ?? 0)
  gauge('reports_missing', 'Stored reports that cannot be read', () => library.missing?.length ?? 0)
  gauge('paragraphs', 'Paragraphs that can be quoted', () => library.corpus?.evidence.length ?? 0)
  gauge('index_age_seconds', 'Time since the index was loaded', () =>
    library.loadedAt ? (Date.now() - Date.parse(library.loadedAt)) / 1000 : 0,
  )
  gauge('event_loop_lag_seconds', 'Delay of the event loop, 99th percentile since the last scrape', () => lag?.seconds() ?? 0)
  gauge('process_resident_memory_bytes', 'Memory held', () => process.memoryUsage.rss())
  gauge('process_cpu_seconds_total', 'Processor time used', () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  })
  return {
    observe: (method, route, status, seconds, outcome) => {
      requests.inc({ method, route, status })
      durations.observe({ route }, seconds)
      if (outcome) outcomes.inc({ outcome })
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

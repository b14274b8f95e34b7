import type { Report } from '../../index/model/report.ts'
import type { Upload, UploadResult } from '../../server/http/admin/uploads.ts'
import type { Missing } from '../../server/library.ts'
import { count, inMegabytes } from '../parts/wording.ts'
import { NeedsPerson, SettledByPerson, type Unsettled } from './needs-person.tsx'

export const SignInView = ({ wrong }: { wrong: boolean }) => (
  <>
    <h1 class="govuk-heading-l">Manage reports</h1>
    <form action="/admin/session" method="post">
      <div class={`govuk-form-group${wrong ? ' govuk-form-group--error' : ''}`}>
        <label class="govuk-label" for="token">
          Admin token
        </label>
        {wrong && (
          <p id="token-error" class="govuk-error-message">
            This is not the admin token. It is the setting ADMIN_TOKEN of the server.
          </p>
        )}
        <input
          class="govuk-input govuk-input--width-20"
          id="token"
          name="token"
          type="password"
          autocomplete="current-password"
          aria-describedby={wrong ? 'token-error' : undefined}
        />
      </div>
      <button class="govuk-button" type="submit">
        Sign in
      </button>
    </form>
  </>
)

const SAID: Record<UploadResult['outcome'], string> = {
  read: 'read',
  unchanged: 'there already',
  'same inspection': 'the same inspection as',
  'not a report': 'not a report: it',
  damaged: 'damaged: it',
}

const UploadView = ({ upload: { files, results, running, fault } }: { upload: Upload }) => (
  <li>
    <p class="govuk-body">
      {running ? `Reading: ${results.length} of ${files.length} files done.` : `${results.length} of ${files.length} files done.`}
    </p>
    <progress value={results.length} max={files.length} aria-label="Files read" />
    <ul class="govuk-list govuk-list--bullet">
      {results.map(({ source, outcome, detail, report }) => (
        <li>
          {source}: {SAID[outcome]} {detail} {outcome === 'read' && report && <a href={`/reports/${report.id}`}>{report.id}</a>}
        </li>
      ))}
      {fault && <li>The reading stopped: {fault}</li>}
    </ul>
  </li>
)

type Props = {
  uploads: Upload[]
  reports: (Unsettled & Pick<Report, 'alsoIn'>)[]
  /** Those of them whose council is not known. */
  unsettled: Unsettled[]
  /** Stored reports that cannot be read. */
  missing: Missing[]
  /** Hashes of the sources that were ingested: shipped ones are removed from their folder. */
  removable: ReadonlySet<string>
  /** Names of the authorities that a report may be about. */
  councils: string[]
  /** The kept files; null where that cannot be told. */
  originals: { files: number; bytes: number } | null
  keepsOriginals: boolean
}

/** Uploads with what became of each file, and every report of the collection. Works without a script; with one it keeps itself up to date. */
export const AdminView = ({ uploads, reports, unsettled, removable, missing, councils, originals, keepsOriginals }: Props) => (
  <>
    <h1 class="govuk-heading-l">Manage reports</h1>
    {unsettled.length > 0 && <NeedsPerson reports={unsettled} councils={councils} />}
    <form action="/admin/reports" method="post" enctype="multipart/form-data">
      <div class="govuk-form-group">
        <label class="govuk-label" for="files">
          Reports to add
        </label>
        <p class="govuk-hint" id="files-hint">
          PDF, Word (.docx), web pages or text, 20 MB together. For more, use the command line.
        </p>
        <input
          class="govuk-file-upload"
          id="files"
          name="files"
          type="file"
          multiple
          accept=".pdf,.docx,.html,.htm,.txt"
          aria-describedby="files-hint"
        />
      </div>
      <button class="govuk-button" type="submit">
        Add
      </button>
    </form>
    <div
      id="admin-state"
      aria-live="polite"
      {...(uploads.some(({ running }) => running) && {
        'hx-get': '/admin/reports',
        'hx-trigger': 'every 2s',
        'hx-select': '#admin-state',
        'hx-swap': 'outerHTML',
      })}
    >
      {uploads.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Uploads</h2>
          <p class="govuk-body">
            New reports are searched some seconds after they are read. <a href="/admin/reports">Look again</a>
          </p>
          <ul class="govuk-list">
            {uploads.map((upload) => (
              <UploadView upload={upload} />
            ))}
          </ul>
        </>
      )}
      {missing.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Missing: {missing.length}</h2>
          <p class="govuk-body">These were ingested and cannot be read, so no answer quotes them. Ingest their files again.</p>
          <ul class="govuk-list govuk-list--bullet">
            {missing.map(({ file, why }) => (
              <li>
                {file}: {why}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">{reports.length} reports</h2>
      <p class="govuk-body">
        {originals && originals.files > 0
          ? `${count(originals.files, 'ingested file')} kept as received, ${inMegabytes(originals.bytes)} in DATA_DIR.`
          : 'No ingested file is kept as received.'}
        {!keepsOriginals && ' New ones are not kept (KEEP_ORIGINALS=off).'}
      </p>
      <ul class="govuk-list">
        {reports.map((report) => (
          <li>
            <a href={`/reports/${report.id}`}>{report.title}</a>, {report.source}
            {report.alsoIn.length > 0 && ` (also in ${report.alsoIn.join(', ')})`}
            <SettledByPerson report={report} />
            {removable.has(report.sha256) && (
              <form action="/admin/reports/remove" method="post">
                <input type="hidden" name="sha256" value={report.sha256} />
                <button class="govuk-button govuk-button--warning" type="submit" aria-label={`Remove ${report.title}`}>
                  Remove
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </div>
    <form action="/admin/session/end" method="post">
      <button class="govuk-button govuk-button--secondary" type="submit">
        Sign out
      </button>
    </form>
  </>
)

/** A page that says what is wrong and what to do. */
export const Problem = ({ heading, message, retry }: { heading: string; message: string; retry: string | null }) => (
  <div class="prose problem">
    <h1>{heading}</h1>
    <p>{message}</p>
    <p class="problem-ways">
      {retry && (
        <a class="govuk-button" href={retry}>
          Try again
        </a>
      )}
      <a href="/">Ask a question</a>
      <a href="/reports">See all reports</a>
    </p>
  </div>
)

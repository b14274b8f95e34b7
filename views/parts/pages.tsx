/** The way to the pages before and after, where there is more than one. */
export const Pages = ({ what, page, pages, href }: { what: string; page: number; pages: number; href: (page: number) => string }) =>
  pages < 2 ? null : (
    <nav class="pages" aria-label={`Pages of ${what}`}>
      {page > 1 && (
        <a rel="prev" href={href(page - 1)}>
          Previous page
        </a>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a rel="next" href={href(page + 1)}>
          Next page
        </a>
      )}
    </nav>
  )

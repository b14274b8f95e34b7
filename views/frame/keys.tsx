import { KEYS } from '../parts/claims.ts'

/** In the window that ? opens and in the accessibility statement. */
export const Keys = () => (
  <dl>
    {Object.entries(KEYS).map(([key, does]) => (
      <>
        <dt>{key}</dt>
        <dd>{does}</dd>
      </>
    ))}
  </dl>
)

/** How fast something grows. */
export type Point = { minutes: number; value: number }

/** The slope of the line with the least squares through the points: value a minute; not a number for fewer than two moments. */
export function slopeOf(points: Point[]): number {
  const mean = (of: (point: Point) => number): number => points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [middle, level] = [mean(({ minutes }) => minutes), mean(({ value }) => value)]
  let [across, along] = [0, 0]
  for (const { minutes, value } of points) {
    across += (minutes - middle) * (value - level)
    along += (minutes - middle) ** 2
  }
  return across / along
}

/** Logistic regression, the half that is used: a probability from named features and their fitted weights. */

/** By name of the feature, and `bias`. */
export type LogisticWeights = Readonly<Record<string, number>>

/** @param features values in the order of their names. */
export const probability = (names: readonly string[], features: readonly number[], weights: LogisticWeights): number =>
  sigmoid(names.reduce((sum, name, i) => sum + (weights[name] ?? 0) * features[i]!, weights.bias ?? 0))

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

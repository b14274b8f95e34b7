/** Logistic regression, the half that is used: a probability from named features and their fitted weights. */

export type Feature<Input> = { name: string; of(input: Input): number }
/** By name of the feature, and `bias`. */
export type LogisticWeights = Readonly<Record<string, number>>

export const probability = <Input>(features: readonly Feature<Input>[], input: Input, weights: LogisticWeights): number =>
  sigmoid(features.reduce((sum, { name, of }) => sum + (weights[name] ?? 0) * of(input), weights.bias ?? 0))

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

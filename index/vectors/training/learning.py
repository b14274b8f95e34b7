"""One training run: batches -> weights. Same seed, same data, same machine: same bytes."""

import time
from dataclasses import dataclass

import jax
import jax.numpy as jnp
import numpy as np
import optax

from data import OF_ONE_REPORT, PHRASES_IN_BATCH, REPORTS_IN_BATCH, UNANSWERABLE_IN_BATCH, Batch, Collection, Question, batches
from encoder import LAYERS, WIDTH, embeddings, pooled, states_of, through, token_arrays

TEMPERATURE = 0.05
# Weight of "which question does this sentence answer" beside "which sentence answers this question" (0 to 1).
BACKWARD = 0.3
# Weight of the phrase pairs' own loss (0 to 1).
PHRASES = 0.3
# Cosine at which "nothing here answers" stands (no other was tried): what answers is to come nearer, all else is not.
NOTHING_AT = 0.4

ASKED = OF_ONE_REPORT * REPORTS_IN_BATCH + UNANSWERABLE_IN_BATCH
PRINTED = ASKED
# (texts, pieces) of each part of a batch: texts are sorted by length and padded part by part, a third of the work of padding all alike.
SHAPES = {
    "asked": ((40, 16), (12, 24), (4, 56)),
    "printed": ((28, 24), (18, 34), (10, 56)),
    "phrases": ((PHRASES_IN_BATCH * 2, 8),),
}
# Always kept as they are: too few steps to move twenty thousand rows, of which a batch meets a few hundred.
EMBEDDINGS = "embeddings."


@dataclass
class Options:
    steps: int
    seed: int = 1
    rate: float = 1.5e-4
    hard: bool = True
    phrases: bool = True
    """Weight of the loss by which a question learns to say that nothing here answers (0 to 0.5)."""
    nothing: float = 0.0
    """So many of the lowest layers stay as they are: their part of the work is then done once a text, not once a step."""
    kept_layers: int = 0
    """Decay of the running mean of the weights that is returned (0 returns the last weights)."""
    averaging: float = 0.98


class Inputs:
    """Texts -> what the lowest trained layer reads, padded part by part."""

    def __init__(self, weights, tokenizer, kept_layers: int, texts: list[str]):
        self.tokenizer = tokenizer
        self.states = states_of(weights, tokenizer, texts, kept_layers) if kept_layers else None

    def packed(self, texts: list[str], name: str):
        """-> the texts' places in the order by length, and values and mask of each part."""
        shapes = SHAPES[name]
        filled = [*texts, *[""] * (sum(count for count, _ in shapes) - len(texts))]
        lengths = [len(encoded.ids) for encoded in self.tokenizer.encode_batch(filled)]
        order = np.argsort(lengths, kind="stable")
        parts, start = [], 0
        for count, length in shapes:
            parts.append(self.part([filled[row] for row in order[start : start + count]], length))
            start += count
        return np.argsort(order, kind="stable"), parts

    def part(self, texts: list[str], length: int):
        if self.states is None:
            return token_arrays(self.tokenizer, texts, length)
        values = np.zeros((len(texts), length, WIDTH), np.float32)
        mask = np.zeros((len(texts), length), np.float32)
        mask[:, 0] = 1
        for row, text in enumerate(texts):
            if text:
                state = self.states[text][:length]
                values[row, : len(state)] = state
                mask[row, : len(state)] = 1
        return values, mask


def embedded(weights, packed_texts, kept_layers: int):
    back, parts = packed_texts
    inputs = [(values if kept_layers else embeddings(weights, values), mask) for values, mask in parts]
    return jnp.concatenate([pooled(through(weights, x, mask, range(kept_layers, LAYERS)), mask) for x, mask in inputs])[back]


def contrast(scores, wanted_rows, masked):
    """Mean cross-entropy of each wanted row against its own column."""
    log = jax.nn.log_softmax(jnp.where(masked, -1e9, scores / TEMPERATURE), 1)
    return -jnp.sum(jnp.diag(log) * wanted_rows) / jnp.maximum(wanted_rows.sum(), 1)


def nothing_of(scores, masked, count):
    """
    Mean cross-entropy with one more choice for each question, "nothing here answers": with its answer at hand it must not be taken, without
    it must. So that a cosine tells by itself whether anything answers, and not only what comes nearest.
    """
    level = NOTHING_AT / TEMPERATURE
    logits = jnp.where(masked, -1e9, scores / TEMPERATURE)
    own = jnp.diag(logits[:count, :count])
    is_own = jnp.eye(*scores.shape, dtype=bool) & (jnp.arange(scores.shape[0]) < count)[:, None]
    others = jnp.pad(jnp.where(is_own, -1e9, logits), ((0, 0), (0, 1)), constant_values=level)
    return jnp.mean(jnp.logaddexp(own, level) - own) + jnp.mean(jax.nn.logsumexp(others, 1) - level)


def loss_of(weights, options, asked, printed, masked, wanted, phrases, phrases_masked):
    """`masked` (asked, printed): pairs that are no negatives of each other; `wanted` marks the rows that have an answer."""
    kept_layers = options.kept_layers
    scores = embedded(weights, asked, kept_layers) @ embedded(weights, printed, kept_layers).T
    count = wanted.shape[0]
    forward = contrast(scores[:count], wanted, masked[:count])
    backward = contrast(scores[:, :count].T, wanted, masked[:, :count].T)
    total = forward + BACKWARD * backward
    if options.nothing:
        total += options.nothing * nothing_of(scores, masked, count)
    if phrases is None:
        return total
    vectors = embedded(weights, phrases, kept_layers)
    half = vectors.shape[0] // 2
    return total + PHRASES * contrast(vectors[:half] @ vectors[half:].T, jnp.ones(half), phrases_masked)


def arrays_of(inputs: Inputs, collection: Collection, batch: Batch):
    count = len(batch.questions)
    asked = [*batch.questions, *batch.unanswerable]
    printed = [*batch.answers, *batch.negatives]
    masked = np.ones((ASKED, PRINTED), bool)
    texts = [collection.sentences[number] for number in printed]
    for row, question in enumerate(asked):
        open_to = {collection.sentences[number] for number in [*question.answers, *(question.near if question.answers else [])]}
        for column, text in enumerate(texts):
            masked[row, column] = text in open_to or (column < count and row < count and column != row and batch.questions[column].text == question.text)
    for row in range(count):
        masked[row, row] = False
    wanted = np.ones(count, np.float32)
    arrays = [inputs.packed([q.text for q in asked], "asked"), inputs.packed(texts, "printed"), masked, wanted]
    if not batch.phrases:
        return (*arrays, None, None)
    phrases = inputs.packed([p[0] for p in batch.phrases] + [p[1] for p in batch.phrases], "phrases")
    apart = np.array([[i != j and (a[2] == b[2] or a[1] == b[1]) for j, b in enumerate(batch.phrases)] for i, a in enumerate(batch.phrases)])
    return (*arrays, phrases, apart)


def train(weights, tokenizer, collection: Collection, questions: list[Question], options: Options, watch=None, every: int = 50):
    """`watch(step, weights)` is called every so many steps and at the end; returns the averaged weights."""
    weights = {name: jnp.asarray(value) for name, value in weights.items()}
    still = (EMBEDDINGS, *(f"encoder.layer.{layer}." for layer in range(options.kept_layers)))
    frozen = {name: value for name, value in weights.items() if name.startswith(still)}
    moving = {name: value for name, value in weights.items() if name not in frozen}
    schedule = optax.warmup_cosine_decay_schedule(0, options.rate, max(1, options.steps // 10), options.steps, options.rate / 20)
    optimizer = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(schedule, weight_decay=0.01))
    state = optimizer.init(moving)

    @jax.jit
    def step(current, mean, state, decay, *arrays):
        value, gradient = jax.value_and_grad(lambda own: loss_of(frozen | own, options, *arrays))(current)
        changes, state = optimizer.update(gradient, state, current)
        current = optax.apply_updates(current, changes)
        mean = jax.tree.map(lambda old, new: old * decay + new * (1 - decay), mean, current)
        return current, mean, state, value

    endless = batches(collection, questions, options.seed, options.hard, options.phrases)
    drawn = [next(endless) for _ in range(options.steps)]
    inputs = Inputs(weights, tokenizer, options.kept_layers, sorted({text for batch in drawn for text in batch.texts(collection)}))
    mean, losses, since = moving, [], time.time()
    for at in range(1, options.steps + 1):
        # the mean of few steps is no mean of the first weights
        decay = np.float32(min(options.averaging, at / (at + 10)))
        moving, mean, state, value = step(moving, mean, state, decay, *arrays_of(inputs, collection, drawn[at - 1]))
        losses.append(float(value))
        if at % 10 == 0:
            print(f"step {at} loss {np.mean(losses[-10:]):.3f}, seconds a step {(time.time() - since) / at:.2f}", flush=True)
        if watch and (at % every == 0 or at == options.steps):
            watch(at, frozen | mean)
    return {name: np.asarray(value) for name, value in (frozen | mean).items()}

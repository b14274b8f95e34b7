"""
Makes the reader from the pairs, and measures it on councils that it never saw.

python train.py SENTENCES MODEL-FOLDER

SENTENCES is what sentences.ts prints for the folders of the reports; the folder receives encoder.onnx, pieces.txt and reader.json.
"""

import sys
from pathlib import Path

from data import read_collection
from encoder import base_weights, tokenizer_of
from export import LONGEST, write
from learning import Options, train
from measure import exported, table
from study import split, texts_of
from vocabulary import kept_pieces, pruned

# Left out, so that what is shipped is what was measured: an old and a new kind of report, and one between.
MEASURED_ON = ("Leicester", "Kent", "Islington")
# All six layers, each stage over one round of pairs more, as they were written. Figures after each hundred steps are in the README.
STAGES = (
    (("round-1",), Options(steps=400, seed=1, rate=1.2e-4)),
    (("round-1", "round-2"), Options(steps=440, seed=2, rate=1e-4)),
    (("round-1", "round-2", "round-3"), Options(steps=360, seed=3, rate=1e-4, nothing=0.25)),
    (("round-1", "round-2", "round-3", "round-4"), Options(steps=300, seed=4, rate=1e-4, nothing=0.25)),
)

if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    collection = read_collection(Path(sys.argv[1]))
    inside, outside = split(collection, MEASURED_ON)
    pieces = kept_pieces(texts_of(collection))
    tokenizer = tokenizer_of(pieces, LONGEST)
    weights = pruned(base_weights(), pieces)
    for rounds, options in STAGES:
        weights = train(weights, tokenizer, collection, [question for question in inside if question.round in rounds], options)
    folder = Path(sys.argv[2])
    about = {"questions": len(inside), "reports": len({question.report for question in inside}), "stages": [{"pairs": rounds} | vars(options) for rounds, options in STAGES]}
    print("version", write(folder, weights, pieces, about))
    print("\n".join(table(collection, outside, exported(folder))))

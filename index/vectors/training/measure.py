"""
How often the first sentences found answer, among all sentences of the question's report.

python measure.py SENTENCES MODEL-FOLDER COUNCIL ...
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
import onnxruntime

from data import Collection, Question, read_collection
from encoder import tokenizer_of

DEPTHS = (1, 3, 10)


def ranks_of(collection: Collection, questions: list[Question], vectors_of_texts) -> list[int]:
    """Number of the first sentence that answers, from 0, for each answerable question; sentences of the same words count alike."""
    ranks = [-1] * len(questions)
    for report in sorted({question.report for question in questions}):
        numbers = collection.of_report[report]
        printed = vectors_of_texts([collection.sentences[number] for number in numbers])
        own = [at for at, question in enumerate(questions) if question.report == report]
        scores = vectors_of_texts([questions[at].text for at in own]) @ printed.T
        for at, row in zip(own, scores):
            right = {collection.sentences[number] for number in questions[at].answers}
            answers = np.array([collection.sentences[number] in right for number in numbers])
            ranks[at] = int((row > row[answers].max()).sum())
    return ranks


def success(ranks: list[int]) -> str:
    return f"n {len(ranks):4d}  " + "  ".join(f"@{depth} {np.mean([rank < depth for rank in ranks]):.3f}" for depth in DEPTHS)


def table(collection: Collection, questions: list[Question], vectors_of_texts) -> list[str]:
    """Lines: all, then by kind, by asker and by council."""
    answerable = [question for question in questions if question.answers]
    ranks = ranks_of(collection, answerable, vectors_of_texts)
    lines = [f"{'all':28s}{success(ranks)}"]
    for title, key in (("kind", lambda q: q.kind), ("asker", lambda q: q.asker), ("council", lambda q: collection.council[q.report])):
        groups = defaultdict(list)
        for question, rank in zip(answerable, ranks):
            groups[key(question)].append(rank)
        lines += [f"{title + ' ' + name:28s}{success(groups[name])}" for name in sorted(groups)]
    return lines


def exported(folder: Path):
    """The file that the program runs -> a function from texts to unit vectors, one text at a time as the program does it."""
    about = json.loads((folder / "reader.json").read_text(encoding="utf8"))
    tokenizer = tokenizer_of((folder / "pieces.txt").read_text(encoding="utf8").removesuffix("\n").split("\n"), about["longest"])
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), options)

    def vectors_of_texts(texts: list[str]) -> np.ndarray:
        means = np.stack([session.run(None, {"ids": np.array(encoded.ids, np.int32)})[0] for encoded in tokenizer.encode_batch(texts)])
        return means / np.linalg.norm(means, axis=1, keepdims=True)

    return vectors_of_texts


if __name__ == "__main__":
    if len(sys.argv) < 4:
        raise SystemExit("python measure.py SENTENCES MODEL-FOLDER COUNCIL ...: success of an exported reader on these councils' questions")
    everything = read_collection(Path(sys.argv[1]))
    asked = [question for question in everything.questions if everything.council[question.report] in sys.argv[3:]]
    print("\n".join(table(everything, asked, exported(Path(sys.argv[2])))))

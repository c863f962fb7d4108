#!/usr/bin/env python3
"""Writes what spaCy says of the invented texts in tests/annotate/, for the test `annotate`.

    tests/parity/freeze.py

Run it when the texts change; the file that it writes is part of the project.
"""

import json
from pathlib import Path

from parity import MODEL, with_spacy

FOLDER = Path(__file__).resolve().parent.parent / "annotate"


def lines(doc):
    """One line a token, tab-separated: place, tag, part of speech, features, lemma, head, relation, start, name."""
    for token in doc:
        name = f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"
        place = f"{token.idx}-{token.idx + len(token)}"
        start = "start" if token.is_sent_start else "-"
        columns = [place, token.tag_, token.pos_, str(token.morph) or "-", json.dumps(token.lemma_, ensure_ascii=False),
                   str(token.head.i), token.dep_, start, name]
        yield "\t".join(columns)


def main():
    with_spacy()
    import spacy

    nlp = spacy.load(MODEL)
    texts = [json.loads(line)["text"] for line in (FOLDER / "texts.jsonl").read_text("utf-8").splitlines()]
    with open(FOLDER / "spacy.tsv", "w", encoding="utf-8") as out:
        for number, doc in enumerate(nlp.pipe(texts)):
            print(f"# {number}", *lines(doc), sep="\n", file=out)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes invented news articles as JSON Lines, for measuring.

    tests/benches/articles.py NUMBER [SEED] > articles.jsonl

Each is made of three articles of examples/news with other states, people and days, some 400 words in all; the same
NUMBER and SEED give the same bytes. What they say is invented.
"""

import csv
import datetime
import json
import random
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUTLETS = ["Example Wire", "Nordic Daily", "Andean Post", "Lakeside Daily", "Maghreb Mail", "Prairie Times"]


def sources():
    """Texts of examples/news with a day each."""
    found = []
    for path in sorted((ROOT / "examples/news").iterdir()):
        if path.suffix == ".txt":
            found.append(path.read_text(encoding="utf-8"))
        elif path.suffix == ".jsonl":
            found.extend(json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines())
    return found


def rows(path):
    """Rows of a table of the world, without comments."""
    with open(ROOT / "ontology/world" / path, encoding="utf-8") as lines:
        yield from csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)


def people():
    """Labels of people in the tables: two plain words."""
    labels = (row[0] for row in rows("people/persons.tsv") if row)
    return sorted({label for label in labels if re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]+", label)})


STATES = ["Russia", "Ukraine", "Iran", "Armenia", "Azerbaijan", "Turkey", "Germany", "Britain", "China", "India", "Belarus", "Syria",
          "France", "Italy", "Poland", "Japan", "Brazil", "Chile", "Peru", "Kenya", "Uganda", "Nigeria", "Egypt", "Israel", "Norway",
          "Sweden", "Finland", "Estonia", "Georgia", "Pakistan", "Nepal", "Vietnam", "Canada", "Mexico", "Spain", "Greece"]
NAMES = ["Antony Blinken", "Sergey Lavrov", "Theresa May", "Sergei Skripal", "Maria Zakharova", "Donald Trump", "Volodymyr Zelensky",
         "Jens Stoltenberg", "Barack Obama", "Benjamin Netanyahu", "Mohammad Javad Zarif", "John Kerry", "Nikol Pashinyan", "Ilham Aliyev",
         "Joe Biden", "Zabihullah Mujahid", "Ashraf Ghani", "Ben Wallace"]


def varied(text, chance, everyone):
    """A text with other people and states; one that is named twice stays one."""
    others = dict(zip(STATES, chance.sample(STATES, len(STATES))))
    for name in NAMES:
        new = chance.choice(everyone)
        text = text.replace(name, new)
        text = re.sub(rf"\b{name.split()[-1]}\b", new.split()[-1], text)
    return re.sub(r"\b(" + "|".join(STATES) + r")\b(?!n)", lambda found: others[found[0]], text)


def main(number, seed):
    chance = random.Random(seed)
    texts, everyone = sources(), people()
    first = datetime.date(2014, 1, 1)
    for index in range(number):
        day = first + datetime.timedelta(days=chance.randrange(3650))
        text = "\n\n".join(varied(text, chance, everyone) for text in chance.sample(texts, 3))
        article = {"id": f"made-{index:05}", "date": day.isoformat(), "source": chance.choice(OUTLETS), "text": text}
        print(json.dumps(article, ensure_ascii=False))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)

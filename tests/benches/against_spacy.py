#!/usr/bin/env python3
"""Words a second of annotating, ours and spaCy's, in turn on the same texts and on one core.

    tests/benches/against_spacy.py FILE.jsonl...

Builds and runs `cargo bench --bench annotate`, and spaCy 3.8 with the same components (nlp.pipe, its
default batches, one thread) in the environment of tests/parity. Seconds are those of the processor;
loading is counted for ours and not for spaCy. Each runs three times, the best counts. Prints both and the ratio.
"""

import json
import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[threads] = "1"
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "parity"))
from parity import MODEL, with_spacy  # noqa: E402

ROUNDS = 3


def program():
    """The benchmark, built."""
    command = ["cargo", "bench", "--bench", "annotate", "--no-run", "--message-format=json"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    messages = [json.loads(line) for line in done.stdout.splitlines()]
    return [message["executable"] for message in messages if message.get("executable")][-1]


def ours(executable, files):
    """Tokens a second of one run, start and reading of the texts included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([executable, *files], check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return int(re.search(r"(\d+) tokens,", done.stdout).group(1)) / seconds


def theirs(nlp, texts):
    started = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    return tokens / (time.process_time() - started)


def main():
    with_spacy()
    import spacy

    files = sys.argv[1:]
    texts = [json.loads(line)["text"] for file in files for line in open(file, encoding="utf-8")]
    executable = os.environ.get("NEWSGRAPH_BENCH") or program()
    nlp = spacy.load(MODEL)
    list(nlp.pipe(texts[:3]))
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    rounds = [(ours(executable, files), theirs(nlp, texts)) for _ in range(ROUNDS)]
    mine, spacys = max(mine for mine, _ in rounds), max(spacys for _, spacys in rounds)
    print(f"newsgraph {mine:.0f} tokens a second, spaCy {spacy.__version__} {spacys:.0f}, ratio {mine / spacys:.1f}")


if __name__ == "__main__":
    main()

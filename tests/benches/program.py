#!/usr/bin/env python3
"""Speed, start-up and memory of the built program, on one core.

    tests/benches/program.py PROGRAM [FILE.jsonl...]

Without files it takes the invented texts of tests/annotate and examples/news. Prints words a second of `annotate` and of
`extract` (text to facts), articles and quads a second of `build`, the time from start to end for one sentence, and the
peak memory of one article. Seconds are those of the processor; of five rounds the best counts.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 5


def run(command, text=None):
    """Processor seconds, wall seconds and standard error of a run."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, input=text, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True, text=True)
    wall, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall, done.stderr


def best(command, text=None):
    """The fewest processor seconds, the fewest wall seconds, the last words on standard error."""
    rounds = [run(command, text) for _ in range(ROUNDS)]
    return min(one[0] for one in rounds), min(one[1] for one in rounds), rounds[-1][2]


def peak(command, text):
    """Megabytes of memory that one run of a program takes at most."""
    child = os.fork()
    if child == 0:
        run(command, text)
        megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        Path(os.environ["PEAK"]).write_text(str(megabytes))
        os._exit(0)
    os.waitpid(child, 0)
    return float(Path(os.environ["PEAK"]).read_text())


def main():
    program, files = sys.argv[1], sys.argv[2:]
    if not files:
        files = [ROOT / "tests" / "annotate" / "texts.jsonl", *sorted((ROOT / "examples" / "news").glob("*.jsonl"))]
    texts = [json.loads(line)["text"] for file in files for line in open(file, encoding="utf-8") if line.strip()]
    texts = [text for text in texts if len(text.split()) > 20]
    words = sum(len(text.split()) for text in texts)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PEAK"] = f"{folder}/peak"
        corpus = f"{folder}/corpus.jsonl"
        with open(corpus, "w", encoding="utf-8") as file:
            file.writelines(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts))
        one = max(texts, key=len)
        start = best([program, "extract", "--from", "text", "--jobs", "1", "-"], "The ministers met in Vienna on Monday.")
        loading = start[0]
        print(f"{len(texts)} articles, {words} words; start to end for one sentence {start[1] * 1e3:.0f} ms, loading is taken off below")
        for name, command in {
            "annotate": [program, "annotate", "--jobs", "1", corpus],
            "extract": [program, "extract", "--jobs", "1", corpus],
            "build": [program, "build", "--jobs", "1", "--format", "nq", corpus],
        }.items():
            seconds, _, told = best(command)
            seconds -= loading
            line = f"{name:9} {words / seconds:8.0f} words a second, {len(texts) / seconds:6.0f} articles a second"
            if name == "build":
                quads = int(told.split(" quads")[0].split()[-1])
                line += f", {quads / seconds:8.0f} quads a second"
            print(line)
        print(f"peak memory of the longest article ({len(one.split())} words): {peak([program, 'extract', '--from', 'text', '-'], one):.0f} MB")


if __name__ == "__main__":
    main()

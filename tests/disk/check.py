"""check.py PROGRAM [KILLS]: what stores on disk promise.

A store holds what a file holds; articles come in any order, at once or one by one; what was told as stored is there after
the program was killed (50 times at random moments, or KILLS); a second writer, a folder of other things, a damaged store
and a full disk each give a message and the right exit code; copies and pyoxigraph open it.
"""

import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyoxigraph

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = 24


class Program:
    """The program under test."""

    def __init__(self, path: str):
        self.path = path

    def run(self, *words, text: str = "", code: int | None = 0) -> subprocess.CompletedProcess:
        """Runs it; the exit code must be `code` unless that is None."""
        done = subprocess.run([self.path, *map(str, words)], input=text, capture_output=True, text=True, timeout=600)
        assert code is None or done.returncode == code, f"{words}: exit code {done.returncode}\n{done.stderr}"
        return done

    def quads(self, store: Path) -> list[str]:
        """All quads of a store, sorted."""
        return self.run("export", "--store", store, "--format", "nq").stdout.splitlines()

    def listed(self, store: Path) -> set[str]:
        """Identifiers of a store's articles."""
        return {line.split("\t")[0] for line in self.run("list", "--store", store).stdout.splitlines()}


def articles() -> list[str]:
    """Invented articles, short ones, as lines of JSON."""
    script = ROOT / "tests/benches/articles.py"
    made = subprocess.run([sys.executable, script, str(ARTICLES)], capture_output=True, text=True, check=True)
    short = []
    for line in made.stdout.splitlines():
        article = json.loads(line)
        article["text"] = article["text"][:600]
        short.append(json.dumps(article))
    return short


def check_same(program: Program, lines: list[str], folder: Path) -> list[str]:
    """At once, one by one, backwards and in parts: the same quads as in a file."""
    everything = "\n".join(lines)
    program.run("build", "-", "--from", "jsonl", "--quiet", "--output", folder / "all.nq", text=everything)
    wanted = (folder / "all.nq").read_text().splitlines()
    at_once = folder / "at-once"
    told = program.run("build", "-", "--from", "jsonl", "--quiet", "--store", at_once, text=everything).stdout.split()
    assert len(told) == len(lines) == len(program.listed(at_once)), told
    assert program.quads(at_once) == wanted, "at once"
    singly = folder / "singly"
    for line in reversed(lines[:6]):
        program.run("build", "-", "--from", "jsonl", "--quiet", "--store", singly, text=line)
    program.run("build", "-", "--from", "jsonl", "--quiet", "--store", singly, text="\n".join(lines[3:]))
    assert program.quads(singly) == wanted, "one by one"
    again = program.run("build", "-", "--from", "jsonl", "--quiet", "--store", singly, text=everything)
    assert program.quads(singly) == wanted, again.stderr
    print(f"{len(lines)} articles at once, one by one and in parts: the same {len(wanted)} quads as in a file")
    return wanted


def check_commands(program: Program, folder: Path, wanted: list[str]) -> None:
    """Every command takes a store; copies and pyoxigraph open it."""
    store, copy = folder / "at-once", folder / "copy"
    program.run("optimize", store)
    program.run("backup", store, copy)
    program.run("backup", store, copy, code=4)
    assert program.quads(copy) == wanted
    program.run("validate", "--store", store)
    program.run("stats", "--store", store)
    program.run("diff", store, folder / "all.nq")
    rows = program.run("query", "--store", store, "--named", "articles", "--format", "csv").stdout.splitlines()
    assert len(rows) == ARTICLES + 1, rows[:3]
    program.run("explain", "--store", store, "state:russia", code=None)
    program.run("link", "--quiet", "--store", copy)
    first = sorted(program.listed(copy))[0]
    program.run("remove", "--store", copy, first)
    assert first not in program.listed(copy)
    theirs = pyoxigraph.Store.read_only(str(store))
    assert len(theirs) == len(wanted)
    print("optimize, backup, validate, stats, diff, query, explain, link, remove take stores; pyoxigraph opens them")


def check_kills(program: Program, lines: list[str], folder: Path, wanted: list[str], kills: int) -> None:
    """Killed at random moments: what was told as stored is there, and the work can go on."""
    chance = random.Random(7)
    store, told, interrupted = folder / "killed", set(), 0
    for _ in range(kills):
        if chance.random() < 0.1:
            shutil.rmtree(store, ignore_errors=True)
            told.clear()
        shuffled = chance.sample(lines, len(lines))
        words = [program.path, "build", "-", "--from", "jsonl", "--quiet", "--store", str(store)]
        process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        process.stdin.write("\n".join(shuffled))
        process.stdin.close()
        time.sleep(chance.uniform(0.2, 2.5))
        process.send_signal(signal.SIGKILL)
        told.update(line.strip() for line in process.stdout if line.endswith("\n"))
        interrupted += process.wait() == -signal.SIGKILL
        if store.exists() and (store / "CURRENT").exists():
            there = program.listed(store)
            assert told <= there, f"lost: {sorted(told - there)}"
        else:
            assert not told, "told as stored, and there is no store"
    done = program.run("build", "-", "--from", "jsonl", "--quiet", "--store", store, text="\n".join(lines), code=None)
    if done.returncode != 0:
        assert "half" in done.stderr or "damaged" in done.stderr, done.stderr
        raise AssertionError(done.stderr)
    assert program.quads(store) == wanted, "after all kills the store is another"
    print(f"killed {kills} times ({interrupted} while working): nothing that was told as stored is lost")


def check_faults(program: Program, lines: list[str], folder: Path) -> None:
    """Messages and exit codes."""
    store = folder / "faults"
    program.run("build", "-", "--from", "jsonl", "--quiet", "--store", store, text="\n".join(lines[:2]))
    writer = subprocess.Popen([program.path, "build", "-", "--from", "jsonl", "--quiet", "--store", str(store)], stdin=subprocess.PIPE, text=True)
    time.sleep(3)
    second = program.run("build", "-", "--from", "jsonl", "--store", store, text=lines[2], code=4)
    assert "another program is writing to this store" in second.stderr, second.stderr
    assert len(program.listed(store)) == 2, "reading goes on meanwhile"
    writer.stdin.close()
    writer.wait()
    other = folder / "other"
    other.mkdir()
    (other / "letter.txt").write_text("Dear reader")
    refused = program.run("build", "-", "--from", "jsonl", "--store", other, text=lines[0], code=4)
    assert "something else than a store" in refused.stderr, refused.stderr
    missing = program.run("query", "--store", folder / "nowhere", "--named", "articles", code=4)
    assert "there is no store in this folder" in missing.stderr, missing.stderr
    for name in ("MANIFEST-*", "*.sst"):
        damaged = folder / "damaged"
        shutil.rmtree(damaged, ignore_errors=True)
        shutil.copytree(store, damaged)
        for path in sorted(damaged.glob(name)):
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
        told = program.run("export", "--store", damaged, "--format", "nq", code=4)
        assert "damaged" in told.stderr and "hint" in told.stderr, told.stderr
    print("second writer, other folder, no store, damaged store: told, with the right exit code")


def check_full(program: Program, lines: list[str], folder: Path) -> None:
    """A disk that becomes full: told, and what was told as stored is there."""
    disk = folder / "small"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", disk], capture_output=True, text=True)
    if mounted.returncode != 0:
        print(f"not tested: a full disk (nothing can be mounted here: {mounted.stderr.strip()})")
        return
    try:
        done = program.run("build", "-", "--from", "jsonl", "--quiet", "--store", disk / "store", text="\n".join(lines), code=4)
        assert "the disk is full" in done.stderr, done.stderr
        print("full disk: told, with the right exit code")
    finally:
        subprocess.run(["umount", disk], check=False)


def main(path: str, kills: int) -> None:
    program, lines = Program(path), articles()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wanted = check_same(program, lines, folder)
        check_commands(program, folder, wanted)
        check_faults(program, lines, folder)
        check_full(program, lines, folder)
        check_kills(program, lines, folder, wanted, kills)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 50)

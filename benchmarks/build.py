"""Prints articles a second and peak memory of `build` at growing sizes, beside dateparser.search_dates.

    python benchmarks/build.py [SIZE ...] [--workers N]

The articles are those of ../shared/corpus where it is there, repeated with changed names and days so that no memo
helps; else they are made from the gazetteer. Each build is a process of its own and writes its store. Speeds are in
processor time, so that what else the machine does hardly counts: of one core, unless several `--workers` read, and
then what passed on the clock is told too. What a build of one article takes (imports, compiled tables) is told as the
start and left out of the speeds, as it is of dateparser's, which searches other articles of the same texts before and
after each build. Peak memory is told for each claim, and from the second size on for each further one: the first holds
what automata and memos grow by as well, and so does the second, the less the larger the sizes are. The default sizes
leave out 100,000.
"""

import argparse
import gzip
import itertools
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateparser.search import search_dates

from timeline.names.loading import load_gazetteer

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "articles.jsonl.gz"
SIZES = (1_000, 10_000)
SAMPLE = 60
GOAL, GOAL_KB = 30, 2
BUILD = """
import sys
from pathlib import Path
from timeline.pipeline import build_store
build_store([Path(sys.argv[1])], Path(sys.argv[2]), workers=int(sys.argv[3]))
"""
DAY = re.compile(r"\((\d{1,2})/(\d{1,2})")
YEAR = re.compile(r"\b(19|20)(\d\d)\b")


@dataclass(frozen=True)
class Run:
    """Processor time, time on the clock, peak memory in MB, and number of claims of one build."""

    seconds: float
    clock: float
    peak: float
    claims: int


def main() -> None:
    """Measure each size in a process of its own and print a line of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--workers", type=int, default=1)
    chosen = parser.parse_args()
    samples = (row["text"] for row in articles())
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        build(1, folder, 1)  # Python keeps the modules it compiles
        start = build(1, folder, 1)
        print(f"start: {start.seconds:.2f} s, {start.peak:.0f} MB")
        before, smaller = seconds_of_search(samples), None
        for size in chosen.sizes:
            run = build(size, folder, chosen.workers)
            after = seconds_of_search(samples)
            tell(size, run, start, statistics.mean([before, after]), chosen.workers)
            if smaller:
                further = memory(run, smaller)
                print(f"  {further:.1f} KB (goal {GOAL_KB}) for each of {run.claims - smaller.claims:,} further claims")
            before, smaller = after, run


def tell(size: int, run: Run, start: Run, search: float, workers: int) -> None:
    """Print a line about a build, beside the seconds that dateparser's search takes for an article."""
    seconds = run.seconds - start.seconds
    speed = f"{size / seconds:7,.0f} articles/s, {size * search / seconds:5.1f} x dateparser's {1 / search:.1f}"
    kept = f"{memory(run, start):.1f} KB for each of {run.claims:,} claims"
    print(f"build {size:>7,}: {speed} (goal {GOAL}), peak {run.peak:,.0f} MB, {kept}", flush=True)
    if workers > 1:
        clock = run.clock - start.clock
        print(f"  {workers} processes: {size / clock:,.0f} articles/s on the clock, {size * search / clock:.1f} x")


def memory(run: Run, smaller: Run) -> float:
    """Return by how many KB the peak of `run` is higher for each claim that `smaller` does not have."""
    return (run.peak - smaller.peak) * 1024 / max(run.claims - smaller.claims, 1)


def build(size: int, folder: Path, workers: int) -> Run:
    """Return what a build of `size` articles took."""
    source, out = folder / f"{size}.jsonl", folder / f"store-{size}"
    with source.open("w", encoding="utf-8") as file:
        for row in itertools.islice(articles(), size):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    before = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-c", BUILD, source, out, str(workers)], env=environment)
    _, status, usage = os.wait4(child.pid, 0)
    clock = time.perf_counter() - before
    if status:
        sys.exit(f"build of {size} articles ended with status {status}")
    claims = json.loads((out / "build.json").read_text())["counts"]["claims"]
    return Run(usage.ru_utime + usage.ru_stime, clock, usage.ru_maxrss / 1024, claims)


def seconds_of_search(texts: Iterator[str]) -> float:
    """Return how long dateparser's own search takes for one of the next SAMPLE articles."""
    search_dates(next(texts), languages=["id"], settings={"DATE_ORDER": "DMY"})
    before = time.process_time()
    for text in itertools.islice(texts, SAMPLE):
        search_dates(text, languages=["id"], settings={"DATE_ORDER": "DMY"})
    return (time.process_time() - before) / SAMPLE


def articles() -> Iterator[dict[str, str]]:
    """Yield articles without end: each round over the corpus has other names and other days."""
    rows = corpus() if CORPUS.exists() else made()
    names = names_of_people()
    for turn in itertools.count():
        swapped = random.Random(turn).sample(names, len(names))
        renamed = dict(zip(names, swapped, strict=True)) if turn else {}
        for row in rows:
            yield {**row, "id": f"{row['id']}-{turn}", "text": changed(row["text"], turn, renamed)}


def changed(text: str, turn: int, renamed: dict[str, str]) -> str:
    """Return the text with its days and years moved by `turn` and its people renamed."""
    if not turn:
        return text
    text = DAY.sub(lambda match: f"({(int(match[1]) + turn - 1) % 28 + 1}/{match[2]}", text)
    text = YEAR.sub(lambda match: f"{match[1]}{(int(match[2]) + turn) % 100:02d}", text)
    for name, other in renamed.items():
        if name in text:
            text = text.replace(name, other)
    return text


def corpus() -> list[dict[str, str]]:
    """Return the articles of the corpus."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as file:
        return [{key: value for key, value in json.loads(line).items() if value} for line in file]


def made() -> list[dict[str, str]]:
    """Return articles made from names and days, for where the corpus is not at hand."""
    people = [
        dict(actor.name)["id"] for actor in load_gazetteer(ROOT / "data").actors.values() if actor.kind == "person"
    ]
    dice = random.Random(1)
    rows = []
    for number in range(2_000):
        lines = []
        for _ in range(12):
            one, other = dice.sample(people, 2)
            lines.append(
                f"{one} bertemu {other} di Jakarta, Senin ({dice.randint(1, 28)}/{dice.randint(1, 12)}/2019). "
                f"Itu dua hari setelah kunjungan {other} ke Hanoi pada {dice.randint(1990, 2018)}. "
                "Warga menyambut rombongan di sepanjang jalan dengan bunga, lagu daerah, dan hidangan dari dapur desa."
            )
        rows.append({"id": f"made-{number}", "text": "\n".join(lines), "published": "2019-12-30"})
    return rows


def names_of_people() -> list[str]:
    """Return the Indonesian names of the people in the gazetteer."""
    return [dict(actor.name)["id"] for actor in load_gazetteer(ROOT / "data").actors.values() if actor.kind == "person"]


if __name__ == "__main__":
    main()

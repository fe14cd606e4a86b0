"""Prints articles a second and peak memory of `build` at growing sizes, beside dateparser.search_dates.

The articles are those of ../shared/corpus where it is there, repeated with changed names and days so that no memo
helps; else they are made from the gazetteer. One process, one core; dateparser reads the first SAMPLE of the same
texts in the same run. Sizes: `python benchmarks/build.py 1000 10000 100000` (the default leaves out the last).
"""

import gzip
import itertools
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from dateparser.search import search_dates

from timeline.actor import load_gazetteer

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "articles.jsonl.gz"
SAMPLE = 60
BUILD = """
import sys
from pathlib import Path
from timeline.pipeline import build_store
build_store([Path(sys.argv[1])], Path(sys.argv[2]))
"""
DAY = re.compile(r"\((\d{1,2})/(\d{1,2})")
YEAR = re.compile(r"\b(19|20)(\d\d)\b")


def main() -> None:
    """Measure each size in a process of its own and print a line of it."""
    sizes = [int(size) for size in sys.argv[1:]] or [1_000, 10_000]
    baseline = dateparser_rate([row["text"] for row in itertools.islice(articles(), SAMPLE)])
    print(f"dateparser.search_dates: {baseline:.1f} articles/s ({SAMPLE} articles)")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            rate, peak, claims = measure(size, Path(folder))
            speed = f"{rate:7.0f} articles/s, {rate / baseline:5.1f} x dateparser"
            print(f"build {size:>7}: {speed}, peak {peak:5.0f} MB, {claims} claims", flush=True)


def measure(size: int, folder: Path) -> tuple[float, float, int]:
    """Return articles a second, peak memory in MB, and the number of claims of a build of `size` articles."""
    source, out = folder / f"{size}.jsonl", folder / f"store-{size}"
    with source.open("w", encoding="utf-8") as file:
        for row in itertools.islice(articles(), size):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    before = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-c", BUILD, str(source), str(out)])
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - before
    if status:
        sys.exit(f"build of {size} articles ended with status {status}")
    return size / seconds, usage.ru_maxrss / 1024, json.loads((out / "build.json").read_text())["counts"]["claims"]


def dateparser_rate(texts: list[str]) -> float:
    """Return how many articles a second dateparser's own search reads."""
    search_dates(texts[0], languages=["id"], settings={"DATE_ORDER": "DMY"})
    before = time.perf_counter()
    for text in texts:
        search_dates(text, languages=["id"], settings={"DATE_ORDER": "DMY"})
    return len(texts) / (time.perf_counter() - before)


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

"""Print articles a second of `tag`'s engine and of dateparser's own search, on the same texts in one run.

    python benchmarks/tag.py [FILE.jsonl[.gz]] [--articles N] [--search N]

Without a file it takes ../shared/corpus where that folder exists, else texts made of the rule tables' examples.
`tag` is timed on its first pass over all texts with nothing remembered but the compiled tables; dateparser on every
n-th of them, because it is slow. Both in processor time of one core. The last lines time hostile text.
"""

import argparse
import gc
import gzip
import json
import random
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from dateparser.search import search_dates

from timeline.article import nfc
from timeline.dates.hit import forget
from timeline.dates.normaliser import read_timexes
from timeline.dates.rulebook import rules
from timeline.dates.scanner import scanner
from timeline.edtf import DateValue

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "articles.jsonl.gz"
GOAL = 150
HOSTILE = ("1", "1/", " ", "Senin ", "satu ", "Rabu (5/6", "1.000", 'Rabu (8/5/2019) "kemarin" ')
Text = tuple[str, DateValue]


def main() -> None:
    """Run the benchmark and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--search", type=int, default=100, help="how many of them dateparser searches")
    chosen = parser.parse_args()
    texts = load(chosen.file, chosen.articles)
    started = time.process_time()
    scanner().warm()
    print(f"{len(texts)} texts, {sum(len(text) for text, _ in texts):,} characters")
    print(f"tables compiled in {time.process_time() - started:.2f} s")
    step = max(2, 2 * len(texts) // chosen.search)
    before, after = texts[::step], texts[step // 2 :: step]  # other texts each time: dateparser remembers too
    first = seconds(search, before) / len(before)  # before and after ours, so that a busy machine slows both
    forget()
    ours = seconds(tag, texts) / len(texts)
    theirs = statistics.mean([first, seconds(search, after) / len(after)])
    print(f"tag                      {1 / ours:8,.0f} articles/s, first pass")
    print(f"tag                      {len(texts) / seconds(tag, texts):8,.0f} articles/s, second pass")
    print(f"dateparser.search_dates  {1 / theirs:8,.1f} articles/s, on {len(before) + len(after)} of them")
    print(f"ratio                    {theirs / ours:8,.0f} (goal {GOAL})")
    for unit in HOSTILE:
        times = [seconds(tag, [(unit * (size // len(unit)), texts[0][1])]) for size in (250_000, 500_000, 1_000_000)]
        print(f"{unit!r:28} 250 KB, 500 KB, 1 MB: " + ", ".join(f"{taken:.2f} s" for taken in times))


def tag(texts: Sequence[Text]) -> None:
    """Read every text."""
    for text, published in texts:
        read_timexes(text, published)


def search(texts: Sequence[Text]) -> None:
    """Let dateparser search every text."""
    for text, _ in texts:
        search_dates(text, languages=["id"], settings={"DATE_ORDER": "DMY"})


def seconds(work: Callable[[Sequence[Text]], None], texts: Sequence[Text]) -> float:
    """Return how much processor time `work` takes, without collecting what others left (as timeit does)."""
    gc.collect()
    gc.freeze()
    started = time.process_time()
    work(texts)
    return time.process_time() - started


def load(file: Path | None, most: int) -> list[Text]:
    """Return texts with their days, at most `most`."""
    file = file or (CORPUS if CORPUS.exists() else None)
    if file is None:
        return generated(most)
    opener = gzip.open if file.suffix == ".gz" else open
    with opener(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][:most]
    days = [str(row.get("published") or row.get("dct") or "2019-05-10")[:10] for row in rows]
    return [(nfc(row["text"]), DateValue.parse(day)) for row, day in zip(rows, days, strict=True)]


def generated(most: int) -> list[Text]:
    """Return texts of about two thousand characters made of the tables' examples, always the same."""
    chance = random.Random(20261122)
    examples = [f"{example.before}{example.text}{example.after}" for rule in rules() for example in rule.examples]
    filler = "Warga desa bergotong royong memperbaiki jalan yang rusak parah akibat hujan deras"
    texts = []
    for _ in range(most):
        sentences = [f"{filler} {chance.choice(examples)} menurut kepala dusun." for _ in range(14)]
        texts.append((" ".join(sentences), DateValue.on(date.fromordinal(737_000 + chance.randrange(1500)))))
    return texts


if __name__ == "__main__":
    main()

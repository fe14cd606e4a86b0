"""Reading articles in several processes, in chunks, the accounts in the order of the articles."""

import gc
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread

from timeline.article import Article
from timeline.claims.account import Account, read_article
from timeline.names.actor import Gazetteer
from timeline.names.loading import load_gazetteer

# Articles that one process reads at a time.
CHUNK = 64
# Chunks that lie ready for each process.
AHEAD = 3
# New objects after which garbage is looked for.
SELDOM = 100_000


def read_by_workers(articles: Iterable[Article], data: Path, workers: int) -> Iterator[Account]:
    """Yield the accounts in the order of the articles, read by as many processes as `workers`."""
    with ProcessPoolExecutor(workers, initializer=start_worker) as pool:
        waiting: deque[Future[list[Account]]] = deque()
        for chunk in _chunks(articles):
            waiting.append(pool.submit(_read_chunk, data, chunk))
            if len(waiting) > AHEAD * workers:
                yield from waiting.popleft().result()
        for last in waiting:
            yield from last.result()


def start_worker() -> None:
    """Set up a process that reads articles; it ends with the one that started it, however that one was ended."""
    gc.set_threshold(SELDOM)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    upcoming = iter(articles)
    while chunk := list(islice(upcoming, CHUNK)):
        yield chunk


def _read_chunk(data: Path, articles: Sequence[Article]) -> list[Account]:
    gazetteer = _gazetteer(data)
    return [read_article(article, gazetteer) for article in articles]


@cache
def _gazetteer(data: Path) -> Gazetteer:
    return load_gazetteer(data)

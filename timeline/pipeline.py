"""Composition: articles → accounts → events → chronology → store, in two passes and no loop.

Read all articles, merge, narrow the dates of undated articles by what others say of the same events, read those once
more, merge. Texts are not held between the passes: the second reads the undated articles from their files again.
"""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from timeline import folders
from timeline.article import Article
from timeline.chronology import Chronology
from timeline.claims.account import Account, read_article, with_people
from timeline.curation import Entry, load_curation
from timeline.draft import Draft
from timeline.errors import DataError
from timeline.events.editing import edited_events
from timeline.events.event import events_of
from timeline.events.group import Group
from timeline.events.grouping import group_claims
from timeline.events.narrowing import narrow_dates
from timeline.names.actor import Gazetteer
from timeline.names.loading import load_gazetteer
from timeline.pages import PageTexts
from timeline.publication.published import Published
from timeline.reader import is_folder, read_articles
from timeline.shelf import Shelf
from timeline.store import save_store
from timeline.topic import load_topic
from timeline.workers import SELDOM, read_by_workers

DATA = folders.DATA
CURATION = "curation.toml"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """How many articles were kept, what was refused and why, and how much was found.

    idle
        Entries beside the articles that apply to nothing; those of `data` are for `check` to tell, since not every
        chronology has the events they are about.
    """

    kept: int
    refused: tuple[DataError, ...]
    idle: tuple[DataError, ...]
    events: int
    claims: int


def build_store(
    sources: Sequence[Path],
    out: Path,
    *,
    topic: Path | None = None,
    data: Path = DATA,
    workers: int = 1,
    progress: Callable[[int], None] | None = None,
) -> BuildReport:
    """Build the chronology of `sources` into the store `out` and report on it; what was good is kept.

    Where nothing could be read, the earlier store stays as it was. `progress` is called with the number of articles
    read so far.
    """
    with _collecting_seldom():
        build = build_all(sources, topic=topic, data=data, workers=workers, progress=progress)
        draft, kept = build.draft, build.draft.build["articles"]
        if kept:
            save_store(draft, PageTexts(sources), out, refused=build.refused)
    idle = tuple(one for one in build.idle if one.file != str(data / CURATION))
    return BuildReport(kept, build.refused, idle, draft.events, draft.claims)


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Look for garbage seldom meanwhile, and not among what is there already: nothing a build makes is a cycle."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


@dataclass(frozen=True, slots=True)
class Build:
    """A chronology to be, what was refused on the way, and the editor's entries that no event or claim answers to."""

    draft: Draft
    refused: tuple[DataError, ...]
    idle: tuple[DataError, ...]


def build_chronology(
    sources: Sequence[Path], *, topic: Path | None = None, data: Path = DATA
) -> tuple[Chronology, tuple[DataError, ...]]:
    """Return the chronology of `sources` and what was refused."""
    build = build_all(sources, topic=topic, data=data)
    return build.draft.chronology(), build.refused


def build_all(
    sources: Sequence[Path],
    *,
    topic: Path | None = None,
    data: Path = DATA,
    workers: int = 1,
    progress: Callable[[int], None] | None = None,
) -> Build:
    """Return the chronology of `sources`, with what was refused and which of the editor's entries no longer apply."""
    gazetteer = load_gazetteer(data)
    chosen = load_topic(topic, gazetteer) if topic else None
    entries = _load_entries(sources, data)
    refused: list[DataError] = []
    articles = _kept(sources, refused, progress)
    read = (
        read_by_workers(articles, data, workers)
        if workers > 1
        else (read_article(article, gazetteer) for article in articles)
    )
    shelf = Shelf()
    accounts = [bare for account in read if (bare := shelf.lay(account)).claims]
    everybody, groups = _merged(accounts, gazetteer)
    if narrowed := _narrowed(accounts, groups, everybody):
        del everybody, groups  # never both passes at once
        again = {account.record.id: shelf.lay(account) for account in _reread(sources, narrowed, gazetteer)}
        accounts = [again.get(account.record.id, account) for account in accounts]
        everybody, groups = _merged(accounts, gazetteer)
    events, idle = edited_events(groups, entries, everybody, chosen)
    claims = sum(len(account.claims) for account in accounts)
    draft = Draft(shelf, events, everybody, chosen, claims=claims, refused=len(refused))
    return Build(draft, tuple(refused), idle)


def _merged(accounts: Sequence[Account], gazetteer: Gazetteer) -> tuple[Gazetteer, list[Group]]:
    """Return the gazetteer with everybody whom the articles introduce, and the claims in groups of one event."""
    everybody = with_people(gazetteer, accounts)
    return everybody, group_claims(chain.from_iterable(account.claims for account in accounts), everybody)


def _load_entries(sources: Sequence[Path], data: Path = DATA) -> tuple[Entry, ...]:
    """Return the editor's entries of `data`, and those that stand beside the articles in the folders of `sources`."""
    places = dict.fromkeys((data, *(source for source in sources if is_folder(source))))
    return tuple(chain.from_iterable(load_curation(folder / CURATION) for folder in places))


def _narrowed(accounts: Sequence[Account], groups: Sequence[Group], gazetteer: Gazetteer) -> Mapping[str, Published]:
    """Return the new dates of articles that other sources date more closely; events are made only if some need it."""
    if all(account.is_dated for account in accounts):
        return {}
    return narrow_dates(accounts, events_of(groups, gazetteer, None), gazetteer)


def _kept(
    sources: Sequence[Path], refused: list[DataError], progress: Callable[[int], None] | None
) -> Iterator[Article]:
    """Yield the articles that could be read; what could not goes to `refused`."""
    for number, article in enumerate(read_articles(sources), 1):
        if isinstance(article, Article):
            yield article
        else:
            refused.append(article)
        if progress:
            progress(number)


def _reread(sources: Sequence[Path], narrowed: Mapping[str, Published], gazetteer: Gazetteer) -> Iterator[Account]:
    """Yield the articles of `narrowed`, read once more under their new dates."""
    for article in read_articles(sources):
        if isinstance(article, Article) and article.id in narrowed:
            yield read_article(article, gazetteer, narrowed[article.id])

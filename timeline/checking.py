"""What `check` looks at: tables, data, quotes, the editor's entries; every fault with its place and what to do."""

from collections.abc import Callable, Iterator
from pathlib import Path

from timeline import folders
from timeline.article import Article
from timeline.claims.account import sentences_of
from timeline.curation import load_curation
from timeline.dates.rulebook import rules
from timeline.errors import DataError, TimelineError
from timeline.message import message
from timeline.names.loading import load_gazetteer
from timeline.pipeline import CURATION, build_all
from timeline.publication.publisher import load_publishers
from timeline.reader import read_articles
from timeline.toml import read_toml

# No larger share of an article's sentences may be shipped.
LARGEST_SHARE = 0.45


def check_house(data: Path, originals: Path | None = None) -> Iterator[TimelineError]:
    """Yield what is wrong with the rule tables and with the folder `data`; nothing where all is well.

    The articles are those that the app shows: the bundled ones, and those that a user added.

    originals
        A folder with the articles in full, if it is at hand: the excerpts' quotes must stand there word for word and
        be no larger share of the sentences than LARGEST_SHARE.
    """
    broken = [*_syntax(folders.PACKAGE), *_syntax(data)]
    loaders: list[Callable[[], object]] = [rules, lambda: load_publishers(data / "publishers.toml")]
    loaders += [lambda: load_gazetteer(data), lambda: load_curation(data / CURATION)]
    for load in [] if broken else loaders:
        try:
            load()
        except TimelineError as error:
            broken.append(error)
    yield from broken
    if broken:
        return
    for topic in sorted(data.glob("topics/*.toml")):
        yield from _chronology(data, topic)
    if originals:
        yield from _excerpts(data / "articles", originals)


def _syntax(folder: Path) -> Iterator[TimelineError]:
    """Yield the tables of `folder` that are not TOML."""
    for path in sorted(folder.rglob("*.toml")):
        try:
            read_toml(path)
        except DataError as error:
            yield error


def _chronology(data: Path, topic: Path) -> Iterator[TimelineError]:
    """Yield what a build of the articles refuses, and the quotes that are not what the article says."""
    local = data / "local"
    sources = [data / "articles", *([local] if local.is_dir() else [])]
    try:
        build = build_all(sources, topic=topic, data=data)
    except TimelineError as error:
        yield error
        return
    yield from build.refused
    yield from build.idle
    articles = {one.id: one for one in read_articles(sources) if isinstance(one, Article)}
    claims = build.draft.chronology().claims
    for article_id, quote, start in zip(claims["article"], claims["quote"], claims["start"], strict=True):
        try:
            articles[article_id].check_quote(quote, start)
        except TimelineError as error:
            yield error


def _excerpts(excerpts: Path, originals: Path) -> Iterator[TimelineError]:
    """Yield the excerpts whose sentences are not those of the original, or too many of them."""
    whole_articles = list(read_articles([originals]))
    yield from (one for one in whole_articles if isinstance(one, DataError))
    full = {one.id: one for one in whole_articles if isinstance(one, Article)}
    for excerpt in read_articles([excerpts]):
        if not isinstance(excerpt, Article) or excerpt.id not in full:
            continue
        whole = full[excerpt.id]
        sentences = {whole.slice(span) for span in sentences_of(whole)}
        quoted = [excerpt.slice(span) for span in sentences_of(excerpt)]
        file = f"{excerpts / excerpt.id}.md"
        for strange in (quote for quote in quoted if quote not in sentences):
            yield DataError("kept_quote.found", file=file, place=message("place.quote"), quote=repr(strange))
        if len(quoted) > LARGEST_SHARE * len(sentences):
            numbers = {"quoted": len(quoted), "all": len(sentences), "most": f"{LARGEST_SHARE:.0%}"}
            yield DataError("kept_share.found", file=file, place=message("place.share"), **numbers)

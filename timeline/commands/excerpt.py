"""Print and keep what may be shipped of an article."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from timeline import pipeline
from timeline.article import Article
from timeline.checking import LARGEST_SHARE
from timeline.claims.account import read_article
from timeline.commands.answer import STDIO, finish, print_lines, write_file
from timeline.commands.argument import path_of
from timeline.commands.speech import say
from timeline.errors import DataError
from timeline.excerpt import quoted_share, write_excerpt
from timeline.message import message
from timeline.names.loading import load_gazetteer
from timeline.reader import read_articles


def excerpt(
    article: Annotated[Path, typer.Argument(parser=path_of)],
    publisher: Annotated[str | None, typer.Option()] = None,
    out: Annotated[Path | None, typer.Option(parser=path_of)] = None,
) -> None:
    """Print the record and the quoted sentences of an article, and keep them among the bundled articles."""
    articles, refused = list(read_articles([article])), []
    if out and str(out) != STDIO and len(articles) > 1:
        raise typer.BadParameter(say("usage.one_file"), param_hint="--out")
    for found in articles:
        try:
            if isinstance(found, DataError):
                raise found
            text = _excerpt(replace(found, publisher=publisher or found.publisher), str(article))
        except DataError as error:
            refused.append(error)
            continue
        print_lines([text.removesuffix("\n")])
        if str(out) != STDIO:
            kept = out or pipeline.DATA / "articles" / f"{found.id}.md"
            write_file(text, kept)
            typer.echo(say("commands.kept", path=kept), err=True)
    finish(refused)


def _excerpt(article: Article, file: str) -> str:
    """Return the excerpt; DataError where more than the largest share of the article would be quoted."""
    account = read_article(article, load_gazetteer(pipeline.DATA))
    if (share := quoted_share(article, account)) > LARGEST_SHARE:
        where, shares = (
            message("place.quotes", article=article.id),
            {"share": f"{share:.0%}", "most": f"{LARGEST_SHARE:.0%}"},
        )
        raise DataError("quoted_share.found", file=file, place=where, **shares)
    return write_excerpt(article, account)

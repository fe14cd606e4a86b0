"""What a web page says of its own day: in its metadata, in lines printed below its heading, as last changed."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import htmldate
from lxml.html import HtmlElement, tostring

from timeline.publication.dateline import date_line, is_of_publication
from timeline.publication.published import day_in, days_of_record
from timeline.reader.linked import dates_in

# Fixed, so that the same page is read alike on every day (htmldate's own bounds move with the clock).
INSTANT = "%Y-%m-%dT%H:%M:%S%z"
EARLIEST, LATEST = "1945-08-17", "2100-01-01"
# What is printed may be a day early, where metadata count in another zone.
DAY = timedelta(days=1)
# Metadata of the last change, and of other things that htmldate falls back on.
CHANGED = re.compile(r"modif|updat|revis|lastmod|lastdate|utime|moddate", re.I)
OF_OTHER_THINGS = re.compile(r"copyright|url|image|video|expir", re.I)
# Metadata that say they are of the publication; what is called "date" alone may be the day the page was made up.
OF_PUBLICATION = re.compile(r"publi|pubdate|issued", re.I)
NAMING = ("name", "property", "itemprop", "http-equiv")
# How elements that print a date are marked, and what no date of the article stands in.
MARKS = re.compile(r"date|time|publish|tanggal|waktu", re.I)
HEADINGS = ("h1", "h2", "h3", "title")
UNSEEN = (*HEADINGS, "script", "style", "noscript", "meta", "template")
# Characters from which a text is the article's prose, and up to which a line prints a date and little else.
PROSE, LONGEST_LINE = 80, 120
# Characters of what stands before a date in its element: "Diperbarui: ".
LONGEST_LABEL = 20


def published_of(page: HtmlElement) -> str | None:
    """Return the day of publication that the metadata give; the whole instant where its hour leaves the day open.

    What says that it is the publication's comes first, then the JSON-LD of the article, then any other date; none where
    the page prints that it was published before that, as one does that was moved or is made up anew for each reader.
    """
    metas = [one for one in page.iter("meta") if not (CHANGED.search(_name(one)) or OF_OTHER_THINGS.search(_name(one)))]
    firm = [one for one in metas if OF_PUBLICATION.search(_name(one))]
    found = next((one for one in (*_dates_in(firm), *dates_in(page, "datePublished"), *_dates_in(metas))), None)
    when = days_of_record(found) if found else None
    if when and when.earliest and (printed := _printed_days(page)) and max(printed) + DAY < when.earliest:
        return None
    return when.edtf if when and when.precision == "day" else found


def _printed_days(page: HtmlElement) -> list[date]:
    """Return the days of the lines below the heading that print the hour too, or say they are of the publication."""
    told = {line: timex for line in date_lines(page) if (timex := date_line(line))}
    return [
        one.earliest for line, one in told.items() if one.earliest and (one.type == "TIME" or is_of_publication(line))
    ]


def changed_of(page: HtmlElement) -> str | None:
    """Return the last day on which the page was changed, by its metadata; the article is no newer."""
    metas = [one for one in page.iter("meta") if CHANGED.search(_name(one))]
    told = (*_dates_in(metas, original=False), *dates_in(page, "dateModified"))
    when = days_of_record(told[0]) if told else None
    return str(when.latest) if when else None


def date_lines(page: HtmlElement) -> list[str]:
    """Return the lines with a date that are printed, and marked as such, between the heading and the prose."""
    lines = dict.fromkeys(_line(one) for one in _below_heading(page) if _is_marked(one))
    return [line for line in lines if line and len(line) <= LONGEST_LINE and day_in(line)]


def _name(meta: HtmlElement) -> str:
    return " ".join(meta.get(one, "") for one in NAMING)


def _dates_in(metadata: Sequence[HtmlElement], *, original: bool = True) -> list[str]:
    """Return the date that htmldate finds in a page of nothing but `metadata`: not one that merely stands on it."""
    parts = "".join(tostring(one, encoding="unicode", with_tail=False) for one in metadata)
    found = htmldate.find_date(
        f"<html><head>{parts}</head><body><p></p></body></html>",
        extensive_search=False,
        original_date=original,
        outputformat=INSTANT,
        min_date=EARLIEST,
        max_date=LATEST,
    )
    return [found] if found else []


def _below_heading(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements after the first heading, as far as the article's prose."""
    below = False
    for one in page.iter():
        if one.tag in UNSEEN or not isinstance(one.tag, str):
            below = below or one.tag == "h1"
            continue
        if below and max(len((one.text or "").strip()), len((one.tail or "").strip())) >= PROSE:
            return
        if below:
            yield one


def _is_marked(element: HtmlElement) -> bool:
    """Say whether an element is marked as the date of something, and not of a change alone."""
    marks = " ".join((element.get("class", ""), element.get("id", ""), element.get("itemprop", "")))
    if CHANGED.search(marks) and not OF_PUBLICATION.search(marks):
        return False
    return element.tag == "time" or MARKS.search(marks) is not None


def _line(element: HtmlElement) -> str:
    """Return what an element prints, on one line, behind its label; the date it is marked with where it prints none."""
    line, around = _printed(element), element.getparent()
    if not day_in(line):
        return str(element.get("datetime", ""))
    labelled = _printed(around) if around is not None else ""
    return labelled if labelled.endswith(line) and len(labelled) <= LONGEST_LABEL + len(line) else line


def _printed(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())

"""Numbers in figures and words."""

from fractions import Fraction

from timeline.dates.rulebook import Lexicon

SOME = "X"  # TIMEX3's sign for a number that is not told
Number = Fraction | str
TEN, THOUSAND = 10, 1000


def number(text: str, words: Lexicon) -> Number | None:
    """Return the number that `text` writes, `SOME` for "several", or None where a word is no number.

    Figures have the full stop between thousands and the comma before decimals, as Indonesian does.
    """
    if text.isdigit():
        return Fraction(text)
    tokens = text.casefold().split()
    if words.value("vague", text):
        return SOME
    for at in range(len(tokens)):
        if part := words.value("fraction", " ".join(tokens[at:])):
            head = _whole(tokens[:at], words)
            return None if head is None else head + Fraction(part)
    return _whole(tokens, words)


def either(text: str, words: Lexicon) -> tuple[Fraction, Fraction] | None:
    """Return the two numbers of "dua tiga hari": digits in a row are no sum, but one or the other."""
    digits = [words.value("digit_word", token) for token in text.casefold().split()]
    told = [Fraction(digit) for digit in digits if digit is not None and Fraction(digit) < TEN]
    return (told[0], told[1]) if len(told) == len(digits) == 2 else None  # noqa: PLR2004  one or the other


def _whole(tokens: list[str], words: Lexicon) -> Fraction | None:
    """Return the sum of words such as "dua puluh tiga": steps multiply what stands before them, teens add ten."""
    total = last = Fraction(0)
    for token in tokens:
        if token[0].isdigit():
            total, last = total + last, Fraction(token.replace(".", "").replace(",", "."))
            continue
        digit, step = words.value("digit_word", token), words.value("digit_step", token)
        if digit is not None:
            total, last = total + last, Fraction(digit)
        elif token in words.words["digit_teen"]:
            last += Fraction(words.words["digit_teen"][token])
        elif step is not None:
            total, last = _stepped(total, last, Fraction(step))
        else:
            return None
    return total + last


def _stepped(total: Fraction, last: Fraction, step: Fraction) -> tuple[Fraction, Fraction]:
    """Return sum and last term once `step` multiplies: a thousand takes all before it, ten only its own digit."""
    if step >= THOUSAND:
        return (total + last) * step, Fraction(0)
    return total, last * step

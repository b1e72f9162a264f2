"""Names of people: as written, and in the form in which they are compared.

Titles and degrees, the many spellings of Muhammad and shortened forms (Abd., St.) make one person look like several;
the word lists are data, ``data/names.toml``. Nothing here decides that two names are one person. What was written is
kept beside the key.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from okoce_core.values.cell import Cell
from okoce_core.values.missing import MISSING, says_nothing
from okoce_core.values.name_words import Words, without_head, without_tail, words
from okoce_core.values.rejected import Rejected

__all__ = ["Keyer", "first_name", "key", "parse", "pieces"]

_FORMAT: Final = Rejected("name-format", "a name, of letters")
_APOSTROPHES: Final = str.maketrans("", "", "'’‘`´ʼ\"")
_LONGEST_MISSING: Final = max(map(len, MISSING))
_PIECE: Final = re.compile(r"[^\W_]+")


def parse(cell: Cell) -> str | Rejected | None:
    """The name as written, with single spaces and composed letters (NFC), without control characters.

    >>> parse("  SITI  Aminah, S.Pd "), parse("-"), parse("0812").code
    ('SITI Aminah, S.Pd', None, 'name-format')
    """
    if type(cell) is str and cell.isascii() and cell.isprintable():
        folded = " ".join(cell.split())
        if folded[:1].isalpha():
            return None if len(folded) <= _LONGEST_MISSING and folded.lower() in MISSING else folded
    if says_nothing(cell):
        return None
    if not isinstance(cell, str):
        return _FORMAT
    written = cell if cell.isprintable() else "".join(map(_visible, cell))
    if not written.isascii():
        written = unicodedata.normalize("NFC", written)
    folded = " ".join(written.split())
    if not any(map(str.isalpha, folded)):
        return _FORMAT if folded else None
    return folded


def _visible(character: str) -> str:
    """A space for a line break, nothing for other control and formatting characters (WhatsApp's, a byte-order mark)."""
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") else character


def key(name: str) -> str:
    """The form for comparison: small letters, no accents or titles, one spelling of the commonest names.

    A name that is nothing but titles keeps them.

    >>> key("Drs. H. Moch. Yusuf, S.Pd., M.M."), key("Hj. St. Aminah S. E."), key("Abd. Ma'ruf"), key("Drs. H.")
    ('muhammad yusuf', 'siti aminah', 'abdul maruf', 'drs h')
    """
    head, _, rest = name.partition(",")
    return _joined(pieces(head), pieces(rest) if rest else [], words())


def first_name(key: str) -> str:
    """The first token of a key, or two where the first is so common that it tells nobody apart.

    >>> first_name("budi santoso"), first_name("siti aminah wati"), first_name("i")
    ('budi', 'siti aminah', 'i')
    """
    tokens = key.split(" ", 2)
    return " ".join(tokens[:2]) if tokens[0] in words().common_first else tokens[0]


class Keyer:
    """:func:`key` for many names: remembers words, for the life of one instance only (names must not outlive a run).

    >>> Keyer()("Hj. Siti Aminah, S.Pd")
    'siti aminah'
    """

    __slots__ = ("_anywhere", "_closing", "_degrees", "_opening", "_words")

    def __init__(self) -> None:
        self._words = words()
        self._anywhere: dict[str, str] = {}  # a word that means the same wherever it stands -> what stands in the key
        self._opening: dict[str, str] = {}  # before words of that kind: a title -> "", "M." -> "muhammad "
        self._closing: dict[str, bool] = {}  # after words of that kind: whether it is a degree, "S.Pd"
        self._degrees: dict[str, bool] = {}  # what stands after the first comma: whether it is nothing but degrees

    def wherever(self, word: str) -> str | None:
        """What stands in the key for a word, if that does not depend on its place in the name."""
        if word not in self._closing:
            self._learn(word, pieces(word))
        return self._anywhere.get(word)

    def __call__(self, name: str) -> str:
        """The key of the name, as :func:`key` gives it."""
        if "," in name:
            return self._before_comma(name)
        written = name.split()
        try:
            return " ".join([self._anywhere[word] for word in written])
        except KeyError:
            return self._with_titles(name, written)

    def _before_comma(self, name: str) -> str:
        head, _, rest = name.partition(",")
        if rest not in self._degrees:
            self._degrees[rest] = not without_tail(pieces(rest), self._words.after_comma)
        return (self(head) if self._degrees[rest] else "") or key(name)

    def _with_titles(self, name: str, written: list[str]) -> str:
        for word in written:
            if word not in self._closing:
                self._learn(word, pieces(word))
        opening = self._opening.get(written[0])
        between = written[0 if opening is None else 1 : -1 if self._closing[written[-1]] else None]
        if between and all(word in self._anywhere for word in between):
            return (opening or "") + " ".join([self._anywhere[word] for word in between])
        return key(name)

    def _learn(self, word: str, told: list[str]) -> None:
        known = self._words
        self._closing[word] = not without_tail(told, known.after)
        if told and not any(map(known.depends_on_place, told)):
            self._anywhere[word] = " ".join([known.variants.get(piece, piece) for piece in told])
        elif len(told) == 1 and told[0] in known.before:
            self._opening[word] = ""
        elif len(told) == 1 and len(told[0]) <= 2:
            first = known.variants_first.get(told[0]) or known.variants.get(told[0], told[0])
            self._opening[word] = f"{first} "


def pieces(written: str) -> list[str]:
    """The words of a name: small letters and digits, without accents, apostrophes and signs."""
    if not written.isascii():
        decomposed = unicodedata.normalize("NFKD", written)
        written = "".join([letter for letter in decomposed if not unicodedata.combining(letter)])
    return _PIECE.findall(written.casefold().translate(_APOSTROPHES))


def _joined(before_comma: list[str], after_comma: list[str], known: Words) -> str:
    everything = before_comma + without_tail(after_comma, known.after_comma) or after_comma
    tokens = without_head(without_tail(everything, known.after), known.before) or everything
    told = [known.variants.get(token, token) for token in tokens]
    if len(tokens) > 1 and tokens[0] in known.variants_first:
        told[0] = known.variants_first[tokens[0]]
    return " ".join(told)

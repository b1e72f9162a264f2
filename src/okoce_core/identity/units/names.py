"""Names of businesses, compared word by word: the same words in any order, misspelt, shortened, or other words.

A sign is written as it comes to mind: "Wr. Bu Siti", "Warung Ibu Siti", "Bu Siti". Of one owner, whose name is in half
of his signs, the words that differ say more than those that agree; how much, the lists teach.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from typing import Final

from okoce_core.identity.full.likeness import one_edit
from okoce_core.values.business_name import BusinessKeyer
from okoce_core.values.name_words import words
from okoce_core.values.spelling import fold_sound

__all__ = ["LIKENESS", "Forms", "Rarity", "likeness"]

LIKENESS: Final = ("same", "misspelt", "shortened", "mostly", "partly", "other")
"""How two names stand to each other, from the same words to none in common."""

_MANNERS: Final = {"ibu": "bu", "bapak": "pak", "bpk": "pak", "bp": "pak", "mba": "mbak", "and": "dan"}
_SHORT: Final = 4
"""Shorter words are as often another word as a misspelling."""
_LONG: Final = 6
"""The same of whole names."""


class Forms(dict[str, str]):
    """Business names in the form that is compared, words as they sound; each worked out once."""

    def __init__(self) -> None:
        super().__init__()
        self._key = BusinessKeyer()
        self._sounds: dict[str, str] = {}

    def __missing__(self, name: str) -> str:
        sounds, words = self._sounds, self._key(name).split()
        for word in words:
            if word not in sounds:
                sounds[word] = fold_sound(_MANNERS.get(word, word))
        form = self[name] = " ".join([sounds[word] for word in words])
        return form


def likeness(a: str, b: str, weight: Rarity) -> int:
    """How two forms stand to each other, as a place in :data:`LIKENESS`."""
    if a == b:
        return 0
    if min(len(a), len(b)) >= _LONG and (one_edit(a, b) or one_edit(a.replace(" ", ""), b.replace(" ", ""))):
        return 1
    rest_a, rest_b, shared = sorted(a.split()), sorted(b.split()), list[str]()
    for word in tuple(rest_a):
        if word in rest_b:
            shared.append(word)
            rest_a.remove(word)
            rest_b.remove(word)
    misspelt = _misspelt(rest_a, rest_b) if rest_a and rest_b else []
    shared += misspelt
    if not (rest_a or rest_b):
        return int(bool(misspelt))
    if shared and not (rest_a and rest_b):
        return 2
    if not shared:
        return 5
    agreeing = weight.of(shared)
    return 3 if agreeing >= max(weight.of(rest_a), weight.of(rest_b)) else 4


def _misspelt(rest_a: list[str], rest_b: list[str]) -> list[str]:
    """Words of both that differ by a letter; they are taken out of either list."""
    found = []
    for word in tuple(rest_a):
        for other in rest_b:
            if min(len(word), len(other)) >= _SHORT and one_edit(word, other):
                found.append(word)
                rest_a.remove(word)
                rest_b.remove(other)
                break
    return found


class Rarity:
    """How rare words are among the names of businesses: as counted, over a background where little is counted.

    Args:
        forms: The form of each business.
    """

    _BACKGROUND = 5000
    """As many businesses are taken to have been seen before the lists: a few names say nothing of what is rare."""
    _USUAL, _UNUSUAL = 0.01, 0.0005

    def __init__(self, forms: Iterable[str]) -> None:
        self._seen: Counter[str] = Counter()
        self.size = self._BACKGROUND
        for form in forms:
            self._seen.update(set(form.split()))
            self.size += 1
        self._signs = frozenset(fold_sound(word) for word in _USUAL_WORDS | _signs())
        self._weight: dict[str, float] = {}

    def weight(self, word: str) -> float:
        """The logarithm of how many businesses there are to one that has this word in its name."""
        if word not in self._weight:
            before = self._USUAL if word in self._signs else self._UNUSUAL
            self._weight[word] = -math.log((self._seen[word] + before * self._BACKGROUND) / self.size)
        return self._weight[word]

    def of(self, told: Iterable[str]) -> float:
        """The weight of several words together."""
        return sum(map(self.weight, told))

    def namesakes(self, form: str) -> float:
        """How many businesses are expected to bear a name by chance."""
        return self.size * math.exp(-self.of(form.split()))


def _signs() -> set[str]:
    return {word for sign in words().signs.values() for word in sign.split()}


_USUAL_WORDS: Final = frozenset(
    """
    abadi amanah aneka ayam bakso barat barokah baru berkah berkat bersama bu cahaya catering collection dapur
    dua food harapan indah jaya karya kedai keripik kopi kue laundry lestari maju makan makmur mandiri mart mbak
    mekar mie mitra mulia mulya murah nasi pak putra putri rasa rejeki rezeki rumah salon sambal sari sate
    sederhana sehat sejahtera sentosa sinar snack store sukses sumber tani timur toko tunggal usaha utama warung
    """.split()  # noqa: SIM905
)
"""Words of which business names are made everywhere: alone they tell no two apart."""

"""The texts of a package for a partner's own form, from a drafted mapping: TOML, pyproject, test, README.

For the one who keeps the partner's list, so in Indonesian but for what programs read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import attrs

from okoce_core.intake.mapping.draft import Draft
from okoce_core.intake.mapping.drafted import Drafted

__all__ = ["Package", "mapping_text", "package_texts"]

_MUST = frozenset({"person.name", "person.nik", "person.phones", "person.email", "enterprise.name", "enterprise.nib"})
"""What a form may be recognised by: fields that other forms have too, but seldom under the same headings together."""

_FEW = 3


@attrs.frozen
class Package:
    """A package to be written.

    Attributes:
        name: Lower case, digits, dashes. partner, partner_name, kind: Whose form it is.
    """

    name: str
    partner: str
    partner_name: str
    kind: str

    @property
    def module(self) -> str:
        """The folder of the package under ``src``."""
        return "okoce_" + self.name.replace("-", "_")

    @property
    def mapping(self) -> str:
        """Where the mapping lies in the package."""
        return f"src/{self.module}/{self.name}.toml"

    @property
    def sample(self) -> str:
        """Where the synthetic sample lies."""
        return f"samples/{self.name}.csv"


def mapping_text(package: Package, draft: Draft) -> str:
    """The drafted mapping; what is not sure is commented out, with what to ask."""
    required = _required(draft)
    lines = [
        "# Draf dari judul kolom satu berkas. Yang diberi tanda ? belum pasti: tanyakan kepada mitra, lalu",
        "# hapus tanda # di depannya atau pindahkan judulnya ke ignore. Semua kunci: docs/mappings.md di okoce.",
        f"name = {_quoted(package.name + '/daftar')}",
        f"title = {_quoted('Daftar ' + package.partner_name)}",
        'unit = "satu orang dalam daftar"',
        'why = "Tercantum di daftar membuktikan pendaftaran pada mitra; pastikan dengan mitranya."',
        'stage = "registered"',
        'known = "seen"',
    ]
    if any(field.startswith("headcount.") for column in draft.columns for field in column.fields):
        lines.append("# ? owners_included = false  # apakah pemilik ikut dihitung dalam jumlah karyawan?")
    if draft.header == 0:
        lines += ["header = 0", f"first_row = {draft.first_row}"]
    else:
        lines += _listed("ignore", draft.ignore)
        lines += _listed("seen", dict.fromkeys((*(c.head for c in draft.columns), *draft.ignore)))
    lines += ["", "[partner]", f"id = {_quoted(package.partner)}", f"name = {_quoted(package.partner_name)}"]
    lines.append(f"kind = {_quoted(package.kind)}")
    for place, column in enumerate(draft.columns):
        lines += ["", *_column(column, place in required)]
    return "\n".join(lines) + "\n"


def _required(draft: Draft) -> set[int]:
    """Which columns the form is recognised by: what is surest about people, else that the first headings are there."""
    sure = [n for n, column in enumerate(draft.columns) if column.sure and column.fields[0] in _MUST]
    return set((sure or [n for n, column in enumerate(draft.columns) if column.nth == 1])[:_FEW])


def _listed(key: str, headings: Iterable[str]) -> list[str]:
    quoted = [f"    {_quoted(heading)}," for heading in headings]
    return [f"{key} = [", *quoted, "]"] if quoted else []


def _column(column: Drafted, required: bool) -> list[str]:
    said = ["[[column]]", f"from = {_quoted(column.head)}"]
    if column.nth > 1:
        said.append(f"nth = {column.nth}")
    meant = [f"to = {_quoted(column.fields[0])}" if column.fields else 'to = ""']
    meant += [f"{key} = {_quoted(value)}" for key, value in (("kind", column.kind), ("at", column.at)) if value]
    if column.sure:
        return said + meant + ["required = true"] * required
    asked = [f"# ? {_quoted(column.head)}: {column.ask}"]
    if column.fields[1:]:
        asked.append(f"# atau: {', '.join(column.fields[1:])}")
    if required:  # the heading must be there, whatever it means
        return [*asked, *said, "to = []", "required = true", *(f"# {line}" for line in meant)]
    return asked + [f"# {line}" for line in said + meant]


def _quoted(text: str) -> str:
    """A TOML string: as JSON writes it, but for the one control character that JSON leaves."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def package_texts(package: Package, draft: Draft) -> dict[str, str]:
    """Every file of the package but the sample, by its path."""
    module, name = package.module, package.name
    return {
        "pyproject.toml": _PROJECT.format(name=name, module=module, title=_quoted(f"Formulir {name} untuk okoce")),
        f"src/{module}/__init__.py": f'"""The form of {name} for okoce."""\n',
        package.mapping: mapping_text(package, draft),
        f"tests/test_{name.replace('-', '_')}.py": _TEST.format(
            suite="Test" + "".join(part.capitalize() for part in name.split("-")), mapping=package.mapping
        ),
        "README.md": _README.format(name=name, mapping=package.mapping, sample=package.sample, asks=_asks(draft)),
    }


def _asks(draft: Draft) -> str:
    return "\n".join(f"- [ ] {said}" for said in _questions(draft))


def _questions(draft: Draft) -> Iterator[str]:
    yield "Satu baris itu apa: satu orang, satu keanggotaan, satu kehadiran, satu usaha, satu tim?"
    yield "Berdiri di daftar ini membuktikan apa: terdaftar, dilatih, didampingi, berizin? Mengapa?"
    yield "Tanggal berapa yang digambarkan daftar ini, dan kapan orang itu ikut?"
    yield "Adakah baris yang tidak boleh dihitung: ditolak, menunggu, kedaluwarsa, panitia?"
    yield "Dapatkah satu orang berdiri di beberapa baris? Siapa yang menjawab bila ada pertanyaan?"
    if any(field.startswith("headcount.") for column in draft.columns for field in column.fields):
        yield "Apakah pemilik ikut dihitung dalam jumlah karyawan? Sel kosong berarti 0 atau tidak tahu?"
    if draft.header == 0:
        yield "Baris judul tidak dikenali: adakah? Bila ada, di baris berapa, dan apakah terdiri dari dua baris?"
    if draft.unheaded:
        letters = ", ".join(draft.unheaded)
        yield f"Kolom {letters} berisi tetapi tidak berjudul: apakah judulnya dua baris (`header = 2`), dan apa isinya?"
    for column in draft.columns:
        if not column.sure:
            yield f"Kolom `{column.head.replace('`', '')}`: {column.ask}"


_PROJECT = """\
[build-system]
requires = ["hatchling>=1.26"]
build-backend = "hatchling.build"

[project]
name = "okoce-{name}"
version = "0.1.0"
description = {title}
requires-python = ">=3.11"
dependencies = ["okoce"]

[project.optional-dependencies]
test = ["pytest>=8"]

[project.entry-points."okoce.mappings"]
{name} = "{module}:{name}.toml"

[tool.hatch.build.targets.wheel]
packages = ["src/{module}"]
"""

_TEST = """\
from okoce_core.testing import adapter_suite

{suite} = adapter_suite("../{mapping}", samples="../samples")
"""

_README = """\
# okoce-{name}

Formulir {name} untuk okoce: satu berkas TOML, tanpa kode. Baris mitra tidak ada di sini; `{sample}` seluruhnya rekaan.

## Yang perlu ditanyakan kepada mitra

{asks}

Jawabannya masuk ke `{mapping}`; semua kunci dijelaskan di docs/mappings.md pada okoce.

## Mencoba

```
okoce adapters check {mapping}
okoce read BERKAS --adapter {mapping}
pip install -e ".[test]" && pytest
```

Setelah pemetaan berubah, buat ulang contohnya: isi beberapa baris rekaan (NIK berprovinsi 99, telepon 0800, alamat
di example.org) di `{sample}`, jalankan `okoce convert {sample} --adapter {mapping} --out {sample}.expected.jsonl`,
lalu baca hasilnya baris demi baris.
"""

"""``okoce partners list``: who the movement's partners are, from lists that installed distributions declare."""

import json
from argparse import Namespace
from importlib.resources import files

import pytest

from okoce_core.cli import partners as command
from okoce_core.plugins import Registry
from okoce_core.plugins.partners import find_partners, parse_partners
from okoce_core.report.tongue import Tongue

LIST = """
[[partner]]
id = "sahabat"
name = "Sahabat Usaha"
kind = "community"
place = "Kota Contoh"
adapters = ["sahabat/peserta", "sahabat/hadir"]
source = "https://example.org/sahabat"
note = "Aktif 2022."

[[partner]]
id = "kampus-contoh"
name = "Kampus Contoh"
kind = "campus"
source = "brosur"
"""


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Puts a distribution with a list of partners on the path."""
    monkeypatch.setattr("okoce_core.plugins.partners.GROUP", "okoce.partners-trial")

    def install(name, text):
        package = tmp_path / name / f"uji_{name}"
        info = tmp_path / name / f"uji_{name}-1.0.dist-info"
        package.mkdir(parents=True)
        info.mkdir()
        (package / "mitra.toml").write_text(text, "utf-8")
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: uji-{name}\nVersion: 1.0\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[okoce.partners-trial]\n{name} = uji_{name}:mitra.toml\n", "utf-8")
        monkeypatch.syspath_prepend(tmp_path / name)

    return install


def test_the_json_has_all_that_a_list_says(install, capsys):
    install("satu", LIST)
    assert command.run(Namespace(json=True), Tongue("en")) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "id": "sahabat", "name": "Sahabat Usaha", "kind": "community", "source": "https://example.org/sahabat",
            "place": "Kota Contoh", "adapters": ["sahabat/peserta", "sahabat/hadir"], "note": "Aktif 2022.",
            "generic": False,
        },
        {"id": "kampus-contoh", "name": "Kampus Contoh", "kind": "campus", "source": "brosur", "place": "",
         "adapters": [], "note": "", "generic": False},
    ]  # fmt: skip


def test_the_page_shows_kind_place_and_the_forms_that_fit(install, capsys):
    install("satu", LIST)
    command.run(Namespace(json=False), Tongue("en"))
    page = capsys.readouterr().out
    for said in ("Sahabat Usaha", "community", "Kota Contoh", "sahabat/peserta, sahabat/hadir", "Aktif 2022."):
        assert said in page


@pytest.mark.parametrize(
    "broken",
    ["[[partner", '[[partner]]\nid = "a"', LIST.replace("campus", "klub"), LIST + 'nomor = "1"', "", "partner = 3"],
    ids=["no TOML", "keys missing", "unknown kind", "unknown key", "empty", "no table"],
)
def test_a_broken_list_costs_itself_and_is_named(install, capsys, broken):
    install("baik", LIST)
    install("rusak", broken)
    partners, statuses = find_partners()
    assert [p.id for p in partners] == ["sahabat", "kampus-contoh"]
    assert {s.plugin: s.state for s in statuses} == {"baik": "ok", "rusak": "failed"}
    command.run(Namespace(json=False), Tongue("en"))
    assert "rusak (uji-rusak 1.0): fails (failed)" in capsys.readouterr().out


def known():
    return parse_partners(files("okoce_adapters").joinpath("partners.toml").read_text("utf-8"))


def test_the_partners_of_the_movement_are_known_each_with_a_source_and_once():
    assert len({p.id for p in known()}) == len({p.name for p in known()}) == len(known())
    assert all(p.source.strip() for p in known())
    names = " ".join(p.name for p in known())
    for said in (
        "HIPMI", "Tangan Di Atas", "Jakpreneur", "OPOP", "OSS", "OK OCE Forever", "OK OCE DC", "OK OCE Qalam",
        "Ina MAKMUR", "SKIES", "HRAcademy", "LBM WI", "Naik Kelas", "Seeker Revolution",
    ):  # fmt: skip
        assert said in names


def test_every_form_that_is_said_to_fit_ships_and_every_partner_whose_form_ships_is_known_as_the_same_kind():
    registry = Registry.discover()
    ours = {name for status in registry.statuses if status.distribution == "okoce" for name in status.adapters}
    assert {name for partner in known() for name in partner.adapters} <= ours
    shipped = {a.partner.id: a.partner.kind for a in registry.adapters if a.name in ours}
    kinds = {partner.id: partner.kind for partner in known()}
    assert {partner: kinds.get(partner) for partner in shipped} == shipped


def test_every_kind_of_partner_is_among_them():
    assert {p.kind for p in known()} == {
        "community", "association", "campus", "school", "pesantren", "company", "government",
    }  # fmt: skip

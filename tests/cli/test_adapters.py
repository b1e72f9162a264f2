"""``okoce adapters``, with a plugin that fails put on the path."""

import json

import pytest

from okoce_core.plugins import Registry


@pytest.fixture
def broken(tmp_path, monkeypatch):
    """An installed plugin that raises when it is imported, with a secret in what it raises."""
    root = tmp_path / "site"
    info = root / "rusak-1.0.dist-info"
    info.mkdir(parents=True)
    (root / "rusak_uji.py").write_text("raise RuntimeError('RAHASIA')")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: rusak\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[okoce.adapters]\nrusak = rusak_uji\n")
    monkeypatch.syspath_prepend(root)


@pytest.fixture
def wrong_mapping(tmp_path, monkeypatch):
    """An installed plugin whose mapping file, in line 7, feeds a field that there is not."""
    root = tmp_path / "site"
    info = root / "keliru-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: keliru\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[okoce.mappings]\nkeliru = keliru_uji:form.toml\n")
    (root / "keliru_uji").mkdir()
    (root / "keliru_uji" / "form.toml").write_text(
        'name = "uji/keliru"\ntitle = "Uji"\nunit = "orang"\nwhy = "ada di daftar"\n'
        '[[column]]\nfrom = "Nama"\nto = "person.nmae"\n[partner]\nid = "uji"\nkind = "community"\n'
    )
    monkeypatch.syspath_prepend(root)


def test_what_is_wrong_in_an_installed_mapping_is_told_in_the_language_asked_for(okoce, records, wrong_mapping):
    for words in (("adapters", "list"), ("count", records)):
        said = "".join(okoce(*words)[1:])
        assert "Pemetaan keliru di form.toml:7 column.to: Adaptor tidak dapat mengisi person.nmae" in said
        said = "".join(okoce(*words, "--bahasa", "en")[1:])
        assert "The mapping is wrong at form.toml:7 column.to: An adapter cannot feed person.nmae" in said


def test_json_lists_each_adapter_once_with_its_kind_and_status(okoce):
    status, out, err = okoce("adapters", "list", "--json")
    assert (status, err) == (0, "")
    listed = json.loads(out)
    assert all(set(entry) == {"name", "kind", "status"} and " " not in entry["name"] for entry in listed)
    names = [entry["name"] for entry in listed if entry["status"] == "ok"]
    assert names == [adapter.name for adapter in Registry.discover().adapters]
    assert {"name": "hipmi/anggota", "kind": "association", "status": "ok"} in listed


def test_a_plugin_that_failed_is_listed_with_its_status_and_costs_the_others_nothing(okoce, broken):
    status, out, _ = okoce("adapters", "list", "--json")
    listed = json.loads(out)
    assert (status, listed[-1]) == (0, {"name": "rusak", "kind": "", "status": "failed"})
    assert {"name": "tda/anggota", "kind": "community", "status": "ok"} in listed


def test_the_text_names_partners_forms_and_failed_plugins(okoce, broken):
    out = okoce("adapters", "list")[1]
    assert "Tangan Di Atas" in out
    assert "komunitas" in out
    assert "Pengaya yang tidak dipakai, atau tidak utuh\n  rusak (rusak 1.0): gagal (failed)" in out
    assert "RAHASIA" not in out
    assert "tidak dapat diimpor: RuntimeError di rusak_uji" in out
    told = okoce("adapters", "list", "--bahasa", "en")[1]
    assert "Plugins that are not used, or not whole\n  rusak (rusak 1.0): fails (failed)" in told


def test_where_every_plugin_is_whole_no_failures_are_listed(okoce, monkeypatch):
    monkeypatch.setenv("OKOCE_PLUGINS", "tda")
    assert "Pengaya" not in okoce("adapters", "list")[1]


def test_a_run_tells_on_standard_error_which_plugin_it_went_without(okoce, records, broken):
    status, out, err = okoce("count", records)
    assert (status, "rusak" in out) == (0, False)
    assert err.startswith("Pengaya rusak: ")
    assert okoce("count", records, "--bahasa", "en")[2].startswith("Plugin rusak: ")


def test_the_environment_chooses_the_plugins(okoce, monkeypatch, broken):
    monkeypatch.setenv("OKOCE_PLUGINS", "tda-anggota, hipmi-anggota")
    names = [entry["name"] for entry in json.loads(okoce("adapters", "list", "--json")[1])]
    assert names == ["hipmi/anggota", "tda/anggota"]


def test_a_plugin_that_does_not_exist_is_wrong_use(okoce, monkeypatch):
    monkeypatch.setenv("OKOCE_PLUGINS", "hipmi-angota")
    status, _, err = okoce("adapters", "list")
    assert (status, "Maksud Anda hipmi-anggota" in err) == (2, True)
    assert "No installed plugin is named hipmi-angota" in okoce("adapters", "list", "--bahasa", "en")[2]


def test_strict_plugins_end_the_run_without_repeating_what_the_plugin_said(okoce, monkeypatch, broken):
    monkeypatch.setenv("OKOCE_STRICT_PLUGINS", "1")
    status, _, err = okoce("adapters", "list")
    assert (status, "RuntimeError" in err, "RAHASIA" in err) == (2, True, False)
    assert "A plugin could not be loaded" in okoce("adapters", "list", "--bahasa", "en")[2]


def test_while_debugging_a_strict_plugin_shows_what_it_raised(okoce, monkeypatch, broken):
    monkeypatch.setenv("OKOCE_STRICT_PLUGINS", "1")
    monkeypatch.setenv("OKOCE_DEBUG", "1")
    with pytest.raises(RuntimeError, match="RAHASIA"):
        okoce("adapters", "list")


def test_one_adapter_shows_what_it_reads_and_why(okoce):
    status, out, _ = okoce("adapters", "show", "hipmi/anggota")
    adapter = Registry.discover().get("hipmi/anggota")
    assert status == 0
    assert all(column.heads[0] in out and column.to[0] in out for column in adapter.columns)
    for told in (adapter.title, "anggota dan perusahaannya", "terdaftar (registered)", "formulir tidak menyebutkannya"):
        assert told in out
    assert "Alasan: Keanggotaan membuktikan pendaftaran pada mitra dan tidak lebih" in out
    english = okoce("adapters", "show", adapter.name, "--bahasa", "en")[1]
    assert all(told in english for told in (adapter.title, adapter.unit, adapter.why, adapter.stage))
    assert "Owners inside the headcounts: the form does not say" in english


def test_an_adapter_that_is_refused_shows_the_reason(okoce):
    assert "Tidak dihitung: proyeksi jumlah usaha" in okoce("adapters", "show", "opendata-jabar/proyeksi")[1]
    assert "Not counted: a projection" in okoce("adapters", "show", "opendata-jabar/proyeksi", "--bahasa", "en")[1]


def test_an_adapter_nobody_knows_is_wrong_use_with_near_matches(okoce):
    status, _, err = okoce("adapters", "show", "hipmi/angota")
    assert (status, "Maksud Anda hipmi/anggota" in err) == (2, True)


def test_a_mapping_file_can_be_shown_before_it_is_shipped(okoce, tmp_path):
    path = tmp_path / "uji.toml"
    path.write_text(
        'name = "uji/daftar"\ntitle = "Daftar uji"\nunit = "a person"\nwhy = "in the list"\n'
        '[partner]\nid = "uji"\nkind = "community"\n[[column]]\nfrom = "Nama"\nto = "person.name"\nrequired = true\n'
        '[[column]]\njoin = ["Tgl", "Thn"]\nto = "person.born"\n',
        "utf-8",
    )
    status, out, _ = okoce("adapters", "show", str(path))
    assert status == 0
    assert "uji/daftar: Daftar uji" in out
    assert "Tgl + Thn" in out
    assert "in the list" in out  # its author's words, in whichever language he wrote them


def test_the_table_of_known_partners_has_the_id_that_adapters_new_asks_for(okoce):
    listed = json.loads(okoce("partners", "list", "--json")[1])
    out = okoce("partners", "list")[1]
    assert all(partner["id"] in out for partner in listed)


def test_what_a_check_found_is_told_in_the_language_asked_for(okoce, tmp_path):
    path = tmp_path / "uji.toml"
    path.write_text(
        'name = "uji/daftar"\ntitle = "Daftar uji"\nunit = "orang"\nwhy = "ada di daftar"\nignore = ["Nama"]\n'
        '[partner]\nid = "uji"\nkind = "community"\n[[column]]\nfrom = "Nama"\nto = "person.name"\nrequired = true\n',
        "utf-8",
    )
    status, out, _ = okoce("adapters", "check", str(path))
    assert status == 1
    for told in ("mitra tidak mempunyai nama", "why lebih pendek", "'Nama' dibaca dan sekaligus diabaikan"):
        assert told in out
    english = okoce("adapters", "check", str(path), "--bahasa", "en")[1]
    assert "'Nama' is read and ignored" in english
    found = json.loads(okoce("adapters", "check", str(path), "--json")[1])
    assert "'Nama' is read and ignored" in [each["what"] for each in found]

from okoce_core.testing import adapter_suite

TestKarya = adapter_suite("karya/anggota", samples="samples/")

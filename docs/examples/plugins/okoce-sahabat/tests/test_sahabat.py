from okoce_core.testing import adapter_suite

TestSahabat = adapter_suite("sahabat/peserta", samples="samples/")

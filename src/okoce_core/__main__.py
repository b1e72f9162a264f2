"""``python -m okoce_core``: the same as the command ``okoce``."""

import sys

from okoce_core.cli import main

if __name__ == "__main__":
    sys.exit(main())

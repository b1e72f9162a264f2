"""What a command costs: CPU seconds and peak memory, measured from a process of its own so that peaks do not mix."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping

__all__ = ["cpu_and_memory"]

_MEASURE = (
    "import json,resource,subprocess,sys;"
    "r=subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL);"
    "u=resource.getrusage(resource.RUSAGE_CHILDREN);"
    "print(json.dumps([r.returncode,u.ru_utime+u.ru_stime,u.ru_maxrss/1024]))"
)


def cpu_and_memory(command: list[str], settings: Mapping[str, str] | None = None) -> tuple[float, float]:
    """CPU seconds and peak MiB of a command that is run with further environment variables; it must end well."""
    said = subprocess.run(
        [sys.executable, "-c", _MEASURE, *command],
        capture_output=True, text=True, check=True, env={**os.environ, **(settings or {})},
    )  # fmt: skip
    status, cpu, memory = json.loads(said.stdout.splitlines()[-1])
    if status:
        raise SystemExit(f"{command[1]} ended with status {status}: {said.stderr[-500:]}")
    return cpu, memory

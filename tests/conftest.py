"""On a machine that says it is CI the properties try the same examples every time: a build must not depend on luck.

Anywhere else hypothesis goes on looking for new ones.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
if os.environ.get("CI"):
    settings.load_profile("ci")

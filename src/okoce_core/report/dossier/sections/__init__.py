"""The parts of a report, one module each: what stands on the page, and the same rows for programs."""

"""The rows of the larger workbooks among the samples."""

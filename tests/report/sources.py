"""What the sources of the package say, read without running them."""

import ast
from pathlib import Path

import okoce_core

ROOT = Path(okoce_core.__file__).parent


def calls(name):
    """Every call of a function or method of that name, with the file it stands in."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and name in {getattr(node.func, "id", ""), getattr(node.func, "attr", "")}:
                yield path, node


def texts(expression):
    """Every constant text an expression may come to: itself, or either side of an if."""
    if isinstance(expression, ast.Constant):
        yield expression.value
    if isinstance(expression, ast.IfExp):
        yield from texts(expression.body)
        yield from texts(expression.orelse)

"""What the sources of the package say, read without running them."""

import ast
from functools import partial
from itertools import product
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


def spoken(*names, within=""):
    """Every call of some names in the functions of the package, or of a folder of it.

    The file, the call, and a function that gives every text an expression in it may come to.
    """
    for path in sorted((ROOT / within).rglob("*.py")):
        module = ast.parse(path.read_text("utf-8"))
        for function in (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)):
            for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
                if ast.unparse(call.func).split(".")[-1] in names:
                    yield path, call, partial(comes_to, function=function, module=module)


def comes_to(expression, function, module):
    """Every text an expression in a function may come to; what only a run can know is 7.

    Followed are names: to what they are given in the function, or go through in a loop.
    """

    def every(part):
        return list(comes_to(part, function, module))

    match expression:
        case ast.Constant(value):
            yield str(value)
        case ast.JoinedStr(parts):
            yield from map("".join, product(*map(every, parts)))
        case ast.FormattedValue(value, conversion=conversion):
            yield from (repr(text) if conversion == ord("r") else text for text in every(value))
        case ast.BinOp(left, ast.Add(), right):
            yield from map("".join, product(every(left), every(right)))
        case ast.BinOp(left, ast.Mult(), _):
            yield from ("", *every(left))
        case ast.IfExp(_, one, other) | ast.BoolOp(ast.Or(), [one, other]):
            yield from (*every(one), *every(other))
        case ast.Name(name):
            given = list(_given(name, function, module))
            yield from (text for part in given for text in every(part)) if given else ("7",)
        case _:
            yield "7"


def _given(name, function, module):
    """What a name stands for in a function: what is assigned to it, or one of what is gone through."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            yield node.value
        if isinstance(node, ast.For | ast.comprehension):
            targets = node.target.elts if isinstance(node.target, ast.Tuple) else [node.target]
            places = [place for place, target in enumerate(targets) if ast.unparse(target) == name]
            for each in _gone_through(node.iter, module) if places else ():
                yield each.elts[places[0]] if isinstance(each, ast.Tuple) else each


def _gone_through(iterable, module):
    """What a loop goes through: the parts of a tuple, or what a function of the module yields."""
    if isinstance(iterable, ast.Tuple):
        yield from iterable.elts
    for function in module.body if isinstance(iterable, ast.Call) else ():
        if isinstance(function, ast.FunctionDef) and function.name == ast.unparse(iterable.func):
            for node in ast.walk(function):
                if isinstance(node, ast.Yield) and node.value:
                    yield node.value
                if isinstance(node, ast.YieldFrom) and isinstance(node.value, ast.GeneratorExp):
                    yield node.value.elt

"""Annotated files in, figures out: what `khaldun evaluate TASK FILE` measures, each figure with its 95 % interval.

Every task reads one published or own format and compares it with what the shipped reader says of the same words.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from khaldun.errors import UsageError
from khaldun.evaluate.measures import Figure

# task to the module and function that measures it; loaded when asked for
TASKS = {
    "relation": "relation.evaluate",
    "events": "events.evaluate",
    "false-events": "events.evaluate_false",
    "sides": "sides.evaluate",
    "speech": "speech.evaluate",
    "trees": "trees.evaluate",
    "names": "names.evaluate",
    "order": "order.evaluate",
    "dates": "dates.evaluate",
    "contexts": "contexts.evaluate",
}


def evaluate(task: str, file: Path) -> list[Figure]:
    """Measure one task on one file (or folder).

    Raises:
        UsageError: there is no such task or file.
        DataError: the file has a wrong line; the message names it.
    """
    if task not in TASKS:
        raise UsageError(f"no task {task!r}: choose one of {', '.join(TASKS)}")
    if not file.exists():
        raise UsageError(f"{file} is not there: give the path of an annotated file")
    module, function = TASKS[task].split(".")
    measured: list[Figure] = getattr(import_module(f"khaldun.evaluate.{module}"), function)(file)
    return measured

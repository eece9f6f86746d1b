"""spaCy, imported without its command line, which takes a third of the import: it brings clients of the network,
templates and a project manager along. And numpy, which comes with it, told to multiply on one processor: its matrices
are too small for two. Refuses to know what spaCy is for.
"""

from __future__ import annotations

import os
import sys
from types import ModuleType

_NOT_NEEDED = ("spacy.cli", "spacy.cli.info")
"""Of the second, spaCy's own `__init__` takes one function, to print what is installed."""


def _import() -> None:
    """Import spaCy as it is installed; whoever asks for its command line later gets the real one."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read once, when numpy is loaded
    if "spacy" not in sys.modules:
        for name in _NOT_NEEDED:
            sys.modules[name] = ModuleType(name)
        vars(sys.modules["spacy.cli.info"])["info"] = None
    try:
        import spacy  # noqa: F401
    finally:
        for name in _NOT_NEEDED:
            if name in sys.modules and sys.modules[name].__spec__ is None:
                del sys.modules[name]


_import()

import spacy  # noqa: E402
from spacy import attrs, lookups  # noqa: E402
from spacy.language import Language  # noqa: E402
from spacy.pipeline.trainable_pipe import TrainablePipe  # noqa: E402
from spacy.strings import get_string_id  # noqa: E402
from spacy.tokens import Doc  # noqa: E402

__all__ = ["Doc", "Language", "TrainablePipe", "attrs", "get_string_id", "lookups", "spacy"]

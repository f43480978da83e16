"""The shipped network at run time: windows of words in, arrays of scores out. Needs onnxruntime and tokenizers, nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path

import msgspec
import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from khaldun.errors import ModelError
from khaldun.reading.pieces import Pieces, Window, encode, lengths

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float32]]
ANCHOR_THRESHOLD = 0.2  # anchors less probable than this get no second look
BATCH_PIECES = 3072  # padded word pieces of one call; more gains no speed and costs memory


class Labels(msgspec.Struct, frozen=True):
    """What the rows of each head stand for."""

    upos: tuple[str, ...]
    relations: tuple[str, ...]
    acts: tuple[str, ...]
    pairs: tuple[str, ...]
    modes: tuple[str, ...]
    statuses: tuple[str, ...]
    stances: tuple[str, ...]
    names: tuple[str, ...]
    parties: tuple[str, ...]
    setting: tuple[str, ...]
    figures: tuple[str, ...]


class Look(msgspec.Struct, frozen=True):
    """Second look at one anchor: probabilities by label, and by word and tag."""

    word: int
    saying: bool
    act: Floats
    mode: Floats
    status: Floats
    stance: Floats
    parties: Floats
    setting: Floats
    figures: Floats


class Scores(msgspec.Struct, frozen=True):
    """All that the network says of a window of n words: `upos`, `relations` are label numbers, `arcs` is [n, n + 1], the root first."""

    upos: np.ndarray[tuple[int, ...], np.dtype[np.int64]]
    arcs: Floats
    relations: np.ndarray[tuple[int, ...], np.dtype[np.int64]]
    names: Floats
    anchors: Floats
    pair: Floats
    looks: tuple[Look, ...]


class Model:
    """The network of one folder (`model.onnx`, `tokenizer.json`, `labels.json`), by default the shipped one.

    Raises:
        ModelError: a file is missing or does not load.
    """

    def __init__(self, folder: Path | None = None, *, threads: int = 0) -> None:
        try:
            with as_file(files("khaldun.data").joinpath("model")) as shipped:
                self.folder = folder or shipped
            self.labels = msgspec.json.decode((self.folder / "labels.json").read_bytes(), type=Labels)
            self.pieces = Pieces(Tokenizer.from_file(str(self.folder / "tokenizer.json")))
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = threads
            options.log_severity_level = 3
            self._session = onnxruntime.InferenceSession(str(self.folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime and tokenizers raise plain Exceptions of their own
            raise ModelError(f"the reader's model does not load from {folder or 'the package'} ({error}); reinstall khaldun") from error

    @cached_property
    def version(self) -> str:
        """Hash of the network's file, as written into every event."""
        return "sha256:" + hashlib.sha256((self.folder / "model.onnx").read_bytes()).hexdigest()[:16]

    def sizes(self, texts: Sequence[Sequence[str]]) -> list[int]:
        """Number of word pieces of each list of words."""
        return lengths(self.pieces, texts)

    def score(self, windows: Sequence[Window], roles: Sequence[Sequence[int]] | None = None) -> list[Scores]:
        """Scores of each window, in order. `roles` marks the words of a given pair (1 actor, 2 recipient) for `pair`."""
        sizes = self.sizes([w.words for w in windows])
        order = sorted(range(len(windows)), key=sizes.__getitem__)
        out: dict[int, Scores] = {}
        while order:
            group = _fitting(order, sizes)
            order = order[len(group) :]
            out.update(zip(group, self._run([windows[i] for i in group], [roles[i] for i in group] if roles else None), strict=True))
        return [out[i] for i in range(len(windows))]

    def _run(self, windows: Sequence[Window], roles: Sequence[Sequence[int]] | None) -> list[Scores]:
        batch = encode(self.pieces, windows, roles)
        pair = np.zeros_like(batch.first)
        for row, marked in zip(pair, roles or [], strict=False):
            row[: len(marked)] = marked
        feed = {name: getattr(batch, name) for name in batch.__struct_fields__}
        feed |= {"roles": pair, "threshold": np.array([ANCHOR_THRESHOLD], np.float32)}
        upos, arcs, relations, names, anchors, pairs, look, *second = self._session.run(None, feed)
        looks: list[list[Look]] = [[] for _ in windows]
        for k, (window, word, kind) in enumerate(look.tolist()):
            if k:  # the first row is a dummy
                n = len(windows[window].words)
                whole, by_word = second[:4], second[4:]
                looks[window].append(Look(word, bool(kind), *(s[k] for s in whole), *(s[k, :n] for s in by_word)))
        out = []
        for i, w in enumerate(windows):
            n = len(w.words)
            out.append(Scores(upos[i, :n], arcs[i, :n, : n + 1], relations[i, :n], names[i, :n], anchors[i, :n], pairs[i], tuple(looks[i])))
        return out


def _fitting(order: Sequence[int], sizes: Sequence[int]) -> Sequence[int]:
    """The first of `order` (sorted by size) that fit into one call."""
    count = 1
    while count < len(order) and (count + 1) * (sizes[order[count]] + 2) <= BATCH_PIECES:
        count += 1
    return order[:count]

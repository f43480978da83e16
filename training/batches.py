"""Examples to tensors: windows packed, batches of like length, targets with -100 wherever a layer is not annotated."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import msgspec
import torch
from torch import Tensor

from khaldun.evaluate.annotated import STANCES, STATUSES
from khaldun.reading.pieces import Pieces, Window, encode, lengths, pack
from training import labels
from training.examples import Anchored, Example, Pair, join

NOTHING = -100
GROUPS = {"parties": labels.PARTIES, "setting": labels.SETTING, "figures": labels.FIGURES}


class Look(msgspec.Struct):
    """Targets of the second look at one anchor."""

    window: int
    word: int
    kind: int
    act: int
    mode: int
    status: int
    stance: int
    tags: dict[str, list[tuple[int, int]]]  # group to (word, tag) that are not empty


class Targets(msgspec.Struct):
    """Everything of one step. `roles` is all zero but for given-pair windows, whose answer is `pair`."""

    inputs: dict[str, Tensor]
    roles: Tensor
    upos: Tensor
    heads: Tensor
    relations: Tensor
    names: Tensor
    acts: Tensor
    says: Tensor
    looks: list[Look]
    pair: Tensor


def bio(spans: Sequence[tuple[int, int, str]], tags: tuple[str, ...]) -> list[tuple[int, int]]:
    """Word and tag number of each word inside a span."""
    out = []
    for a, b, kind in spans:
        out += [(a, tags.index(f"B-{kind}"))] + [(i, tags.index(f"I-{kind}")) for i in range(a + 1, b)]
    return out


def look(window: int, act: Anchored) -> Look:
    speech = act.type == "SAY"
    spans = [(a, b, role) for role, places in act.roles.items() for a, b in places]
    tags = {name: bio([s for s in spans if f"B-{s[2]}" in group], group) for name, group in GROUPS.items()}
    return Look(
        window,
        act.anchor,
        int(speech),
        labels.ACTS.index(act.type),
        NOTHING if speech else labels.MODES.index(act.mode or ""),
        NOTHING if speech else STATUSES.index(act.status),
        STANCES.index(act.status) if speech else NOTHING,
        tags,
    )


def windows_of(parts: Sequence[Example], tokenizer: Pieces, limit: tuple[int, int], draw: random.Random) -> list[Example]:
    """Consecutive examples packed into windows of a length drawn anew for each source."""
    sizes = lengths(tokenizer, [p.words for p in parts])
    out, start = [], 0
    while start < len(parts):
        end = start
        while end < len(parts) and parts[end].source == parts[start].source:
            end += 1
        spans = pack(sizes[start:end], [0] * (end - start), draw.randint(*limit))
        out += [join(parts[start + a : start + b]) for a, b in spans if sum(sizes[start + a : start + b]) <= 250]
        start = end
    return out


def grouped(items: Sequence[Example | Pair], tokenizer: Pieces, pieces: int, draw: random.Random) -> list[list[int]]:
    """Indices of items of like length, each group of at most `pieces` padded word pieces, groups in random order."""
    sizes = lengths(tokenizer, [x.words for x in items])
    order = sorted(range(len(items)), key=lambda i: sizes[i] + draw.random() * 6)
    out: list[list[int]] = []
    for i in order:
        if out and (len(out[-1]) + 1) * (sizes[i] + 2) <= pieces:
            out[-1].append(i)
        else:
            out.append([i])
    draw.shuffle(out)
    return out


def tensors(items: Sequence[Example | Pair], tokenizer: Pieces) -> Targets:
    """One batch."""
    roles = [[0] * len(x.words) for x in items]
    for row, x in zip(roles, items, strict=True):
        if isinstance(x, Pair):
            row[x.actor[0] : x.actor[1]] = [1] * (x.actor[1] - x.actor[0])
            row[x.recipient[0] : x.recipient[1]] = [2] * (x.recipient[1] - x.recipient[0])
    batch = encode(tokenizer, [Window(tuple(x.words), tuple(x.sentence)) for x in items], roles)
    inputs = {name: torch.from_numpy(getattr(batch, name)) for name in batch.__struct_fields__}
    shape = inputs["first"].shape
    upos, heads, relations, named, acts, says = (torch.full(shape, NOTHING) for _ in range(6))
    zero, pair = torch.zeros(shape, dtype=torch.long), torch.full((len(items),), NOTHING)
    out = Targets(inputs, zero, upos, heads, relations, named, acts, says, [], pair)
    for i, x in enumerate(items):
        n = len(x.words)
        out.roles[i, :n] = torch.tensor(roles[i])
        if isinstance(x, Pair):
            out.pair[i] = labels.PAIRS.index(x.type)
        else:
            fill(out, i, n, x)
    return out


def fill(out: Targets, i: int, n: int, x: Example) -> None:
    """Targets of one example's layers."""
    if x.tree is not None:
        out.upos[i, :n] = torch.tensor([labels.UPOS.index(u) for u in x.tree.upos])
        out.heads[i, :n] = torch.tensor(x.tree.heads)
        out.relations[i, :n] = torch.tensor([labels.RELATIONS.index(r) for r in x.tree.relations])
    if x.names is not None:
        out.names[i, :n] = 0
        for word, tag in bio(x.names, labels.NAMES):
            out.names[i, word] = tag
    if x.acts is not None:
        out.acts[i, :n] = 0
        for act in x.acts:
            out.acts[i, act.anchor] = labels.ACTS.index(act.type)
            out.looks.append(look(i, act))
    if x.says is not None:
        out.says[i, :n] = 0
        for act in x.says:
            out.says[i, act.anchor] = 1
            out.looks.append(look(i, act))


def batches(items: Sequence[Example | Pair], tokenizer: Pieces, pieces: int, draw: random.Random) -> Iterator[Targets]:
    """One pass over the items."""
    for group in grouped(items, tokenizer, pieces, draw):
        yield tensors([items[i] for i in group], tokenizer)

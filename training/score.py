"""Quick figures on held-out examples while training; the published ones come from `khaldun evaluate` on the shipped file."""

from __future__ import annotations

import random
from collections.abc import Sequence

import torch

from khaldun.reading.pieces import Pieces
from training import labels
from training.batches import NOTHING, batches
from training.examples import Example
from training.model import Reader, probabilities


@torch.no_grad()
def trees(model: Reader, tokenizer: Pieces, examples: Sequence[Example]) -> dict[str, float]:
    """UPOS, UAS and LAS over all words, with given words."""
    right, total = [0, 0, 0], 0
    for t in batches(examples, tokenizer, 4096, random.Random(0)):
        i = t.inputs
        x, _ = model.words(i["pieces"], i["shapes"], i["marks"], i["first"], i["last"])
        arcs, relations = model.tree(x, i["sentence"])
        on = t.heads != NOTHING
        head = (arcs.argmax(-1) == t.heads) & on
        right[0] += int(((model.upos(x).argmax(-1) == t.upos) & on).sum())
        right[1] += int(head.sum())
        right[2] += int((head & (relations.argmax(-1) == t.relations)).sum())
        total += int(on.sum())
    return dict(zip(("upos", "uas", "las"), (round(100 * r / total, 2) for r in right), strict=True))


def runs(tags: Sequence[int], names: tuple[str, ...]) -> set[tuple[int, int, str]]:
    """Spans of a tag sequence; an inside tag without a beginning opens a span."""
    out, start, kind = set(), 0, ""
    for i, tag in enumerate([*tags, 0]):
        label = names[tag]
        if kind and (not label or label[0] == "B" or label[2:] != kind):
            out.add((start, i, kind))
            kind = ""
        if label and not kind:
            start, kind = i, label[2:]
    return out


def f1(hit: int, predicted: int, gold: int) -> float:
    return round(200 * hit / (predicted + gold), 2) if predicted + gold else 0.0


def near(a: set[int], b: set[int]) -> bool:
    """Token F1 of at least one half."""
    return bool(a and b) and 4 * len(a & b) >= len(a) + len(b)


def sides(want: Sequence[set[int]], have: Sequence[set[int]]) -> bool:
    """Whether the two lists match one to one."""
    return len(want) == len(have) and all(any(near(w, h) for h in have) for w in want) and all(any(near(w, h) for w in want) for h in have)


@torch.no_grad()
def events(model: Reader, tokenizer: Pieces, examples: Sequence[Example], threshold: float = 0.4) -> dict[str, float]:
    """F1 of type, of type and actors, of type and both sides; speech as token overlap; all in windows as given."""
    hits, predicted, gold, names, says = [0, 0, 0], 0, 0, [0, 0, 0], [0, 0, 0, 0]
    status = [0, 0]
    for t in batches(examples, tokenizer, 4096, random.Random(0)):
        i = t.inputs
        x, _ = model.words(i["pieces"], i["shapes"], i["marks"], i["first"], i["last"])
        p = probabilities(model.anchors(x).float())
        inside = i["sentence"] >= 0
        found = ((1 - p[..., 0] > threshold * 0.6) & inside).nonzero()
        mine: dict[int, list[tuple[int, str, list[set[int]], list[set[int]], int]]] = {}
        if len(found):
            out = model.look(x, i["sentence"], found[:, 0], found[:, 1], torch.zeros(len(found), dtype=torch.long))
            act = torch.softmax(out["act"], -1)[:, :-1]
            both = (act * p[found[:, 0], found[:, 1], :-1]).sqrt()
            both[:, 0] = (act[:, 0] + p[found[:, 0], found[:, 1], 0]) / 2
            tags = out["parties"].argmax(-1)
            for k, (w, word) in enumerate(found.tolist()):
                if 1 - float(both[k, 0]) < threshold:
                    continue
                spans = runs(tags[k].tolist(), labels.PARTIES)
                sets = {role: [set(range(a, b)) for a, b, r in spans if r == role] for role in ("actor", "recipient")}
                mine.setdefault(w, []).append(
                    (word, labels.ACTS[1 + int(both[k, 1:].argmax())], sets["actor"], sets["recipient"], int(out["status"][k].argmax()))
                )
        theirs: dict[int, list[tuple[int, str, list[set[int]], list[set[int]], int]]] = {}
        for look in t.looks:
            if not look.kind:
                row = [0] * x.shape[1]
                for word, tag in look.tags["parties"]:
                    row[word] = tag
                spans = runs(row, labels.PARTIES)
                sets = {role: [set(range(a, b)) for a, b, r in spans if r == role] for role in ("actor", "recipient")}
                theirs.setdefault(look.window, []).append((look.word, labels.ACTS[look.act], sets["actor"], sets["recipient"], look.status))
        for w in range(len(inside)):
            a, b = list(theirs.get(w, [])), list(mine.get(w, []))
            gold += len(a)
            predicted += len(b)
            for level in range(3):
                left = list(b)
                for g in a:
                    fit = [e for e in left if e[1] == g[1] and (level < 1 or sides(g[2], e[2])) and (level < 2 or sides(g[3], e[3]))]
                    if fit:
                        best = min(fit, key=lambda e: abs(e[0] - g[0]))
                        left.remove(best)
                        hits[level] += 1
                        if level == 0:
                            status[0] += best[4] == g[4]
                            status[1] += 1
        tagged = model.names(x).argmax(-1)
        for w in range(len(inside)):
            if int(t.names[w, 0]) != NOTHING:
                n = int(inside[w].sum())
                a2, b2 = runs(t.names[w, :n].tolist(), labels.NAMES), runs(tagged[w, :n].tolist(), labels.NAMES)
                names = [names[0] + len(a2 & b2), names[1] + len(b2), names[2] + len(a2)]
        spoken = [look for look in t.looks if look.kind]
        if spoken:
            out = model.look(x, i["sentence"], *(torch.tensor([getattr(s, k) for s in spoken]) for k in ("window", "word", "kind")))
            tags = out["parties"].argmax(-1)
            for k, s in enumerate(spoken):
                row = [0] * x.shape[1]
                for word, tag in s.tags["parties"]:
                    row[word] = tag
                g2, h2 = runs(row, labels.PARTIES), runs(tags[k].tolist(), labels.PARTIES)
                for at, role in enumerate(("source", "content")):
                    says[at * 2] += {r for r in g2 if r[2] == role} == {r for r in h2 if r[2] == role}
                    says[at * 2 + 1] += 1
    return {
        "type": f1(hits[0], predicted, gold),
        "actor": f1(hits[1], predicted, gold),
        "both": f1(hits[2], predicted, gold),
        "found": round(100 * hits[0] / max(gold, 1), 1),
        "gold": gold,
        "status": round(100 * status[0] / max(status[1], 1), 1),
        "names": f1(*names),
        "source": round(100 * says[0] / max(says[1], 1), 1),
        "content": round(100 * says[2] / max(says[3], 1), 1),
    }

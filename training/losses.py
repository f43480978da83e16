"""What a step is judged by: one loss a head, and the anchors that the second look learns from."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from training import labels
from training.batches import GROUPS, NOTHING, Look, Targets
from training.model import Reader, probabilities

SMOOTH = 0.1
WEIGHTS = {
    "upos": 0.5, "arcs": 1.0, "relations": 0.5, "names": 1.5, "acts": 4.0, "says": 3.0, "act": 1.0, "mode": 0.5, "status": 0.5,
    "stance": 0.3, "parties": 4.0, "setting": 2.0, "figures": 1.0, "pair": 1.5,
}  # fmt: skip


def cross(scores: Tensor, target: Tensor, smooth: float = 0.0) -> Tensor | None:
    """Mean cross entropy over what is annotated; none where nothing is."""
    if not bool((target != NOTHING).any()):
        return None
    return F.cross_entropy(scores.reshape(-1, scores.shape[-1]).float(), target.reshape(-1), ignore_index=NOTHING, label_smoothing=smooth)


def doubtful(scores: Tensor, t: Targets, at_most: int = 24) -> list[Look]:
    """Words that the anchor head wrongly takes for acts or sayings, so that the second look learns to say no."""
    p = probabilities(scores.detach().float())
    out: list[Look] = []
    for kind, chance, target in ((0, 1 - p[..., 0], t.acts), (1, p[..., -1], t.says)):
        wrong = (chance * (target == 0)).flatten()
        best = wrong.topk(min(at_most, wrong.numel()))
        for value, index in zip(best.values.tolist(), best.indices.tolist(), strict=True):
            if value > 0.1:
                empty: dict[str, list[tuple[int, int]]] = {name: [] for name in GROUPS}
                out.append(Look(index // target.shape[1], index % target.shape[1], kind, 0, NOTHING, NOTHING, NOTHING, empty))
    return out


def looks(model: Reader, x: Tensor, anchors: Tensor, t: Targets) -> dict[str, Tensor | None]:
    """Losses of the second look."""
    wanted = t.looks + doubtful(anchors, t)
    if not wanted:
        return {}

    def column(name: str) -> Tensor:
        return torch.tensor([getattr(w, name) for w in wanted])

    window = column("window")
    out = model.look(x, t.inputs["sentence"], window, column("word"), column("kind"))
    losses: dict[str, Tensor | None] = {
        name: cross(out[name], column(name), SMOOTH if name == "act" else 0.0) for name in ("act", "mode", "status", "stance")
    }
    padding = t.inputs["sentence"][window] < 0
    for name in GROUPS:
        tags = torch.zeros(padding.shape, dtype=torch.long)
        for i, w in enumerate(wanted):
            for word, tag in w.tags[name]:
                tags[i, word] = tag
            if w.act == 0:
                tags[i] = NOTHING
        losses[name] = cross(out[name], tags.masked_fill(padding, NOTHING))
    return losses


def loss(model: Reader, t: Targets) -> dict[str, Tensor]:
    """Weighted losses by head; only those that the batch teaches."""
    i = t.inputs
    x, h = model.words(i["pieces"], i["shapes"], i["marks"], i["first"], i["last"])
    out: dict[str, Tensor | None] = {}
    if bool((t.pair != NOTHING).any()):
        out["pair"] = cross(model.relation(x, h, t.roles), t.pair, SMOOTH)
    if bool((t.heads != NOTHING).any()):
        arcs, relations = model.tree(x, i["sentence"], t.heads.clamp(min=0))
        out |= {"upos": cross(model.upos(x), t.upos), "arcs": cross(arcs, t.heads), "relations": cross(relations, t.relations)}
    out["names"] = cross(model.names(x), t.names)
    if bool((t.acts != NOTHING).any()) or bool((t.says != NOTHING).any()):
        anchors = model.anchors(x).float()
        out["acts"] = cross(anchors[..., :-1], t.acts)
        spoken = t.says != NOTHING
        if bool(spoken.any()):
            out["says"] = F.binary_cross_entropy_with_logits(anchors[..., -1][spoken], t.says[spoken].float())
        out |= looks(model, x, anchors, t)
    return {name: value * WEIGHTS[name] for name, value in out.items() if value is not None}


assert len(labels.ACTS) == 18, "anchors: nothing, sixteen types, a saying"

"""Trees once more at the end: the encoder stays as everything else needs it, and only what reads trees off its vectors learns on.

The vectors are made once, so that an epoch costs a fraction of one with the encoder.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from khaldun.reading.pieces import Pieces
from training import sources, treebanks
from training.batches import NOTHING, Targets, grouped, tensors, windows_of
from training.examples import Example
from training.model import Reader
from training.train import schedule

EPOCHS, RATE, AVERAGE = 6, 1.0e-3, 0.998
Known = tuple[Tensor, Tensor, Tensor, Tensor, Tensor]  # word vectors, sentence numbers, heads, relations, parts of speech


@torch.no_grad()
def vectors(model: Reader, tokenizer: Pieces, windows: Sequence[Example], draw: random.Random) -> list[Known]:
    """The batches of all windows with the encoder's word vectors."""
    out = []
    for part in grouped(windows, tokenizer, 2048, draw):
        t: Targets = tensors([windows[i] for i in part], tokenizer)
        i = t.inputs
        x, _ = model.words(i["pieces"], i["shapes"], i["marks"], i["first"], i["last"])
        out.append((x.to(torch.bfloat16), i["sentence"], t.heads, t.relations, t.upos))
    return out


def finished(model: Reader, tokenizer: Pieces, seed: int = 1) -> Reader:
    """The model with its tree and part-of-speech heads trained on, everything else as it was."""
    draw = random.Random(seed)
    torch.manual_seed(seed)
    model.eval()
    banks = [treebanks.examples(sources.treebank(name)) for name in ("ewt-train", "gum-train")]
    known = vectors(model, tokenizer, [w for bank in banks for w in windows_of(bank, tokenizer, (24, 90), draw)], draw)
    heads = torch.nn.ModuleList([model.tree, model.upos])
    mean = {name: value.detach().clone() for name, value in heads.named_parameters()}
    optimizer = torch.optim.AdamW(heads.parameters(), lr=0.0, weight_decay=0.01, fused=True)
    step, steps = 0, EPOCHS * len(known)
    for epoch in range(EPOCHS):
        heads.train()
        draw.shuffle(known)
        total = 0.0
        for x, sentence, gold, relations, upos in known:
            for group in optimizer.param_groups:
                group["lr"] = RATE * schedule(step / steps, 0.05)
            y = model.drop.train()(x.float())
            arcs, labels = model.tree(y, sentence, gold.clamp(min=0))
            losses = [
                weight * F.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=NOTHING)
                for weight, scores, target in ((1.0, arcs, gold), (0.5, labels, relations), (0.5, model.upos(y), upos))
            ]
            loss = torch.stack(losses).sum()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(heads.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            total += float(loss.detach())
            decay = min(AVERAGE, step / (step + 10))
            with torch.no_grad():
                for name, value in heads.named_parameters():
                    mean[name].lerp_(value, 1 - decay)
        print(f"trees {epoch + 1}/{EPOCHS}: {total / len(known):.3f}", file=sys.stderr, flush=True)
    heads.load_state_dict(mean)
    return model.eval()

"""The reader's network: one small encoder, everything else a head on it.

The encoder is MiniLM (6 layers, 384 wide) with two inputs added to its embeddings: the shape of each word (the vocabulary is uncased)
and marks on the pair of a given-pair question. Heads read word vectors (mean of a word's first and last piece): parts of speech,
biaffine tree, names, anchors of acts and sayings. Each anchor found gets a second look: a small transformer over the words, told
which anchor is meant, that decides type, mode, status and stance and tags the spans of every role.
"""

from __future__ import annotations

import math
import random
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from training import labels

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
SHAPES, MARKS = 12, 3
LOOK = 256  # width of the second look


POOLS: dict[float, Tensor] = {}  # random masks by probability of dropping


class Dropout(nn.Module):
    """Dropout whose masks are slices of one pool of random numbers: drawing them anew for each call is a fifth of a step on a processor."""

    POOL = 1 << 23

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.p:
            return x
        if self.p not in POOLS or random.random() < 0.0002:
            POOLS[self.p] = (torch.rand(self.POOL) >= self.p).to(torch.bfloat16) / (1 - self.p)
        size = x.numel()
        if size > self.POOL:
            return F.dropout(x, self.p)
        start = random.randrange(self.POOL - size + 1)
        return x * POOLS[self.p][start : start + size].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    """A transformer layer with the normalisation after each half, as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x` is [batch, length, width], `bias` [batch, 1, 1, length] with large negative numbers where there is nothing."""
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(w // self.heads) + bias, -1)
        mixed = (weights @ v).transpose(1, 2).reshape(b, n, w)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces to vectors; starts from the weights of all-MiniLM-L6-v2."""

    def __init__(self, vocabulary: int = 30522, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.marks = nn.Embedding(MARKS, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.marks.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER, dropout) for _ in range(LAYERS))
        self.drop = Dropout(dropout)

    def forward(self, pieces: Tensor, shapes: Tensor, marks: Tensor) -> Tensor:
        """All inputs are [batch, length]; the result is [batch, length, 384]."""
        where = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.positions(where) + self.shapes(shapes) + self.marks(marks)
        x = self.drop(self.norm(x))
        bias = (pieces == 0).float()[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def start_from(self, folder: Path) -> None:
        """Load the weights of all-MiniLM-L6-v2 from the folder of its package."""
        old = {k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()}
        new = {
            "pieces.weight": old["embeddings.word_embeddings.weight"],
            # one token type only: its vector goes into the positions
            "positions.weight": old["embeddings.position_embeddings.weight"] + old["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": old["embeddings.LayerNorm.weight"],
            "norm.bias": old["embeddings.LayerNorm.bias"],
        }
        for i in range(LAYERS):
            at = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                new[f"layers.{i}.qkv.{kind}"] = torch.cat([old[f"{at}attention.self.{n}.{kind}"] for n in ("query", "key", "value")])
                for mine, theirs in (
                    ("out", "attention.output.dense"),
                    ("norm1", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"),
                    ("down", "output.dense"),
                    ("norm2", "output.LayerNorm"),
                ):
                    new[f"layers.{i}.{mine}.{kind}"] = old[f"{at}{theirs}.{kind}"]
        missing, unexpected = self.load_state_dict(new, strict=False)
        if unexpected or set(missing) - {"shapes.weight", "marks.weight"}:
            raise ValueError(f"weights of another shape: {missing}, {unexpected}")


class Tree(nn.Module):
    """Biaffine arcs and labels (Dozat and Manning 2017), on word vectors that a layer of its own makes over.

    Column 0 of the arcs is the root.
    """

    def __init__(self, dropout: float, arc: int = 256, label: int = 96) -> None:
        super().__init__()
        self.down = nn.Linear(WIDTH, LOOK)
        self.layer = Layer(LOOK, 4, 2 * LOOK, dropout)
        self.up = nn.Linear(LOOK, WIDTH)
        nn.init.zeros_(self.up.weight)
        nn.init.zeros_(self.up.bias)
        self.root = nn.Parameter(torch.zeros(WIDTH))
        self.arcs = nn.Linear(WIDTH, 2 * arc)
        self.labels = nn.Linear(WIDTH, 2 * label)
        self.bilinear = nn.Linear(arc, arc)
        self.bias = nn.Linear(arc, 1)
        self.rel = nn.Linear(label + 1, len(labels.RELATIONS) * (label + 1), bias=False)
        nn.init.zeros_(self.rel.weight)
        self.drop = Dropout(dropout)

    def forward(self, x: Tensor, sentence: Tensor, heads: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Arc scores [batch, words, words + 1] and label scores [batch, words, relations] for `heads` (or the best ones)."""
        b, n, _ = x.shape
        x = x + self.up(self.layer(self.down(x), (sentence < 0).float()[:, None, None, :] * -1e4))
        with_root = torch.cat([self.root.expand(b, 1, WIDTH), x], 1)
        dep, head = (self.drop(F.relu(part)) for part in self.arcs(with_root).chunk(2, -1))
        scores = self.bilinear(dep[:, 1:]) @ head.transpose(1, 2) + self.bias(head).transpose(1, 2)
        place = torch.arange(n, device=x.device)
        same = sentence[:, :, None] == sentence[:, None, :]
        allowed = torch.cat([torch.ones_like(same[:, :, :1]), same & (place[:, None] != place[None, :])], 2)
        scores = scores.float() + (~allowed).float() * -1e4
        best = scores.argmax(-1) if heads is None else heads
        dep2, head2 = (self.drop(F.relu(part)) for part in self.labels(with_root).chunk(2, -1))
        chosen = head2.gather(1, best[:, :, None].expand(-1, -1, head2.shape[2]))
        one = torch.ones_like(chosen[:, :, :1])
        mixed = self.rel(torch.cat([dep2[:, 1:], one], -1)).view(b, n, len(labels.RELATIONS), -1)
        return scores, (mixed @ torch.cat([chosen, one], -1)[..., None]).squeeze(-1).float()


class SecondLook(nn.Module):
    """For each anchor (window, word, act): what it is, and which words play which role."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.words = nn.Linear(WIDTH, LOOK)
        self.anchor = nn.Linear(WIDTH, LOOK)
        self.product = nn.Linear(LOOK, LOOK)
        self.kinds = nn.Embedding(2, LOOK)
        self.distance = nn.Embedding(41, LOOK)
        self.norm = nn.LayerNorm(LOOK)
        self.layers = nn.ModuleList(Layer(LOOK, 4, 2 * LOOK, dropout) for _ in range(2))
        self.act = nn.Linear(2 * LOOK, len(labels.ACTS))
        self.mode = nn.Linear(2 * LOOK, len(labels.MODES))
        self.status = nn.Linear(2 * LOOK, len(labels.STATUSES))
        self.stance = nn.Linear(2 * LOOK, len(labels.STANCES))
        self.parties = nn.Linear(LOOK, len(labels.PARTIES))
        self.setting = nn.Linear(LOOK, len(labels.SETTING))
        self.figures = nn.Linear(LOOK, len(labels.FIGURES))
        self.drop = Dropout(dropout)

    def forward(self, x: Tensor, sentence: Tensor, window: Tensor, word: Tensor, kind: Tensor) -> dict[str, Tensor]:
        """`window`, `word`, `kind` (0 event, 1 saying) are [anchors]; tags are [anchors, words, tags], the rest [anchors, labels]."""
        n = x.shape[1]
        shared, pointed = self.words(x), self.anchor(x)
        chosen = pointed[window, word]
        where = (torch.arange(n, device=x.device)[None, :] - word[:, None]).clamp(-20, 20) + 20
        mine = shared[window]
        y = mine + self.product(mine * chosen[:, None]) + chosen[:, None] + self.kinds(kind)[:, None] + self.distance(where)
        y = self.drop(self.norm(y))
        bias = (sentence[window] < 0).float()[:, None, None, :] * -1e4
        for layer in self.layers:
            y = layer(y, bias)
        here = y.gather(1, word[:, None, None].expand(-1, 1, LOOK)).squeeze(1)
        at = self.drop(torch.cat([here, chosen], -1))
        y = self.drop(y)
        out = {name: getattr(self, name)(at) for name in ("act", "mode", "status", "stance")}
        return {k: v.float() for k, v in (out | {name: getattr(self, name)(y) for name in ("parties", "setting", "figures")}).items()}


class Reader(nn.Module):
    """Encoder and heads. `words` gives word vectors; the heads are called on those."""

    def __init__(self, dropout: float = 0.15) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.drop = Dropout(dropout)
        self.upos = nn.Linear(WIDTH, len(labels.UPOS))
        self.tree = Tree(dropout)
        self.names = nn.Linear(WIDTH, len(labels.NAMES))
        self.anchors = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), Dropout(dropout), nn.Linear(WIDTH, len(labels.ACTS)))
        self.look = SecondLook(dropout)
        self.pair = nn.Sequential(nn.Linear(3 * WIDTH, WIDTH), nn.GELU(), Dropout(dropout), nn.Linear(WIDTH, len(labels.PAIRS)))

    def words(self, pieces: Tensor, shapes: Tensor, marks: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
        """Word vectors [batch, words, 384] and the vectors of the word pieces."""
        h = self.encoder(pieces, shapes, marks)
        index = [at[:, :, None].expand(-1, -1, WIDTH) for at in (first, last)]
        return self.drop((h.gather(1, index[0]) + h.gather(1, index[1])) / 2), h

    def relation(self, x: Tensor, h: Tensor, roles: Tensor) -> Tensor:
        """Scores [batch, `labels.PAIRS`] of the marked pair; `roles` [batch, words] is 1 on the actor, 2 on the recipient."""
        means = []
        for role in (1, 2):
            on = (roles == role).float()[:, :, None]
            means.append((x * on).sum(1) / on.sum(1).clamp(min=1.0))
        return self.pair(torch.cat([h[:, 0], *means], -1)).float()


class Shipped(nn.Module):
    """The reader as exported: arrays of `khaldun.reading.pieces.Batch` in, everything that decoding needs out, in one graph.

    Outputs, in order: `NAMES_OUT`. Anchors whose probability passes `threshold` are looked at a second time; the first row of `look` is
    always a dummy, so that no array is empty.
    """

    NAMES_IN = ("pieces", "shapes", "marks", "first", "last", "sentence", "roles", "threshold")
    NAMES_OUT = (
        "upos",
        "arcs",
        "relations",
        "names",
        "anchors",
        "pair",
        "look",
        "act",
        "mode",
        "status",
        "stance",
        "parties",
        "setting",
        "figures",
    )

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(
        self, pieces: Tensor, shapes: Tensor, marks: Tensor, first: Tensor, last: Tensor, sentence: Tensor, roles: Tensor, threshold: Tensor
    ) -> tuple[Tensor, ...]:
        r = self.reader
        x, h = r.words(pieces, shapes, marks, first, last)
        arcs, relations = r.tree(x, sentence)
        anchors = probabilities(r.anchors(x).float())
        said = torch.stack([1 - anchors[..., 0], anchors[..., -1]], -1) * (sentence >= 0)[..., None]
        found = (said > threshold).nonzero()
        look = torch.cat([found.new_zeros(1, 3), found])
        out = r.look(x, sentence, look[:, 0], look[:, 1], look[:, 2])
        pair = torch.softmax(r.relation(x, h, roles), -1)
        soft = {k: torch.softmax(out[k], -1) for k in ("act", "mode", "status", "stance", "parties", "setting", "figures")}
        return (
            r.upos(x).argmax(-1),
            arcs,
            relations.argmax(-1),
            torch.softmax(r.names(x).float(), -1),
            anchors,
            pair,
            look,
            *soft.values(),
        )


def probabilities(scores: Tensor) -> Tensor:
    """Anchor scores to probabilities: no event or one of the types (they sum to 1), and, last, a saying or none."""
    return torch.cat([torch.softmax(scores[..., :-1], -1), torch.sigmoid(scores[..., -1:])], -1)

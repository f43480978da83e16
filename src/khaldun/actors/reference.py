"""Within an article: every name, role noun and pronoun to whom it means, with the span that says so.

The article is read from front to back. Names found chains; short names, acronyms and descriptions join them. Which of the chains before
it a pronoun or a definite phrase means, if any, the ranker says. What finds none stays unknown.
"""

from __future__ import annotations

from typing import NamedTuple

from khaldun.actors.chains import SMALL, Chain, is_plural, same_name, sort_of
from khaldun.actors.gazetteer import Gazetteer, shipped
from khaldun.actors.genders import gender
from khaldun.actors.mentions import DEFINITE, OWNING, PRONOUNS, Markable, markables
from khaldun.actors.nations import nation_of
from khaldun.actors.phrases import who
from khaldun.actors.ranker import Judge
from khaldun.actors.ranker import shipped as shipped_ranker
from khaldun.actors.roles import roles
from khaldun.actors.salience import LANDS, STATE, Field, Scene, counts, holds
from khaldun.records import Article, Mention, Reading, Saying, Sentence, Span, Who


class Noted(NamedTuple):
    """A mention and the chain that it means; `own` is who its own words say it is, `via` the span that told its country."""

    mention: Markable
    kind: str
    chain: Chain | None
    own: Who | None = None
    via: Span | None = None


class Referents:
    """The chains of an article while it is read."""

    def __init__(self, article: Article, reading: Reading, on: str | None, gazetteer: Gazetteer | None, judge: Judge | None = None) -> None:
        self.blocks = sorted([span for span in (article.title, *article.title_copies, *article.body) if span], key=lambda span: span.start)
        self.reading, self.on, self.gazetteer, self.judge = reading, on, gazetteer, judge or shipped_ranker()
        self.chains: list[Chain] = []
        self.noted: list[Noted] = []
        self.scene: Scene

    def text(self, start: int, end: int) -> str:
        """The words of the page between two offsets that lie in one block of the article."""
        for span in self.blocks:
            if span.start <= start and end <= span.end:
                return span.text[start - span.start : end - span.start]
        return " " * (end - start)

    def read(self) -> tuple[Mention, ...]:
        """All mentions of the article, in order."""
        opened, paragraph = False, -1
        for number, sentence in enumerate(self.reading.sentences):
            text = self.text(sentence.start, sentence.end)
            self.scene = Scene(sentence, number, text, opened and sentence.paragraph == paragraph)
            self.read_sentence(sentence, number, text)
            opened, paragraph = self.scene.ends_open(), sentence.paragraph
        return tuple(self.told(noted) for noted in self.noted)

    def read_sentence(self, sentence: Sentence, number: int, text: str) -> None:
        """All mentions of a sentence; those that stand side by side may be meant together later."""
        run: list[Markable] = []
        for mention in markables(sentence, number, text):
            between = text[run[-1].end - sentence.start : mention.start - sentence.start] if run else ""
            if between not in (", ", " and ", ", and ", " or ") or mention.kind == "pronoun":
                self.join(run, text[run[0].start - sentence.start : run[-1].end - sentence.start] if run else "")
                self.place(mention, run[-1] if run else None, between)
                run = [mention]
            else:
                self.place(mention, run[-1], between)
                run.append(mention)
        self.join(run, text[run[0].start - sentence.start : run[-1].end - sentence.start] if run else "")

    def join(self, run: list[Markable], text: str) -> None:
        """Make a chain of a run of mentions that stand side by side ("Paris, London and Berlin"); `text` is all they say."""
        members = tuple(chain for one in run if (chain := self.last_chain(one)))
        if len(run) > 1 and len(set(map(id, members))) == len(run) and " and " in text:
            self.together(members, run[0]).place = run[-1].start

    def together(self, members: tuple[Chain, ...], mention: Markable) -> Chain:
        """A chain of several, which one mention means."""
        whole = Chain(members[0].who, "people", members[0].antecedent, True, members=members)
        self.touch(whole, mention)
        self.chains.append(whole)
        for member in members:
            member.listed = len(members)
        return whole

    def touch(self, chain: Chain, mention: Markable) -> None:
        """Note that a mention means a chain, and where it stands."""
        chain.touch(mention)
        chain.quoted = self.scene.quoted(mention.start)
        chain.main = self.scene.main(mention.under)
        chain.said += any(holds(saying.source, mention) for saying in self.scene.sentence.sayings)

    def country(self, code: str | None, mention: Markable) -> None:
        """Let the chain of a country know that it was spoken of, by its people or one of its towns; begin one if there is none."""
        nation = nation_of(code) if code else None
        if nation is None or mention.kind == "pronoun":
            return
        chain = next((chain for chain in self.chains if chain.sort == "country" and chain.who.country == code), None)
        if chain is None:
            found = Who(nation.name, "country", nation.code, ("GOV",), nation.id, "country of what was named")
            chain = Chain(found, "country", Span(mention.text, mention.start, mention.end), place=mention.start, last=-99)
            self.chains.append(chain)
        chain.glimpse(mention.sentence, 0.6)

    def place(self, mention: Markable, before: Markable | None, between: str) -> None:
        """Give one mention its chain, or a chain of its own."""
        if mention.kind == "name":
            self.named(mention, before, between)
        elif mention.kind == "noun":
            self.described(mention, before, between)
        elif PRONOUNS[mention.head] in ("i", "we"):
            self.noted.append(Noted(mention, "pronoun", None))
        else:
            self.note(mention, self.meant(mention, None, None), "pronoun")

    def meant(self, mention: Markable, found: Who | None, owner: Chain | None) -> tuple[Chain, ...]:
        """Whom the judge says that a mention means. `found` is what its own words say, `owner` whom the pronoun before its noun means."""
        field = Field(mention, self.scene, self.chains, found, owner)
        if not field.chains:
            return ()
        shares = self.judge(field)
        best = int(shares.argmax())
        if best == len(field.chains):
            return ()
        chain, number = field.chains[best], field.number
        if field.kind != "several" or chain.members or chain.plural:
            return (chain,)
        alike = [at for at, other in enumerate(field.chains) if other.sort == chain.sort and not other.members and not other.plural]
        first = sorted(alike, key=lambda at: -shares[at])[:number]
        if len(first) < number:
            return ()
        whole = self.together(tuple(sorted((field.chains[at] for at in first), key=lambda one: one.antecedent.start)), mention)
        return (whole,)

    def asked(self, mention: Markable, hint: str | None = None) -> Who:
        """Who the words of a mention say it is."""
        found = who(mention.text, on=self.on, country_hint=hint, gazetteer=self.gazetteer)
        if mention.kind == "name" and mention.name_kind == "person" and (found.actor_id is None or found.kind != "person"):
            return Who(mention.name, "person", found.country, found.sectors, None, found.rule)
        return found

    def named(self, mention: Markable, before: Markable | None, between: str) -> None:
        """A name: a chain already known, or a new one. What stands beside it in apposition or brackets is the same."""
        found = self.asked(mention)
        if before and between in (" in ", " at ") and before.kind == "noun":
            self.seated(before, found)
        chain = next((chain for chain in reversed(self.chains) if same_name(chain, mention, found)), None)
        beside = self.last_chain(before)
        if chain is None and beside and between.strip() in ("(", "[") and beside.sort == "body":
            chain = beside
        described = self.apposed(mention) or self.introduced(mention)
        if chain is None and described and not described.name and described.sort == sort_of(mention, found):
            chain = described
            chain.who = better(found, described.who)
        if chain is None and beside and between == ", " and not beside.name and beside.sort == sort_of(mention, found):
            chain = beside
            chain.who = better(found, beside.who)
        if chain is None:
            self.start(mention, found, "name")
            self.foretold(self.chains[-1])
            return
        if chain.who.actor_id is None and found.actor_id and found.kind == chain.who.kind:
            chain.who = found
        if chain.sort != "country":
            self.country(found.country, mention)
        unnamed = chain.name is None
        chain.call(mention)
        self.note(mention, (chain,), "name")
        if unnamed:
            self.foretold(chain)

    def foretold(self, chain: Chain) -> None:
        """Join to a person just named an earlier phrase of the same office that named nobody, if there is only one.

        So "the defence minister said" of one paragraph is Ada Lind, whom the next calls "the defence minister, Ada Lind".
        """
        if chain.sort != "person" or chain.name is None or not chain.heads:
            return
        country = chain.who.country
        earlier = [
            c for c in self.chains
            if c is not chain and c.sort == "person" and c.name is None and not c.members and not c.plural and c.noun in chain.heads
            and c.noun in roles() and c.first.text.split(" ", 1)[0].lower() not in ("a", "an", *OWNING)
            and not (country and c.who.country and country != c.who.country) and c.gender in ("", chain.gender)
        ]  # fmt: skip
        if len(earlier) == 1:
            (old,) = earlier
            chain.heads |= old.heads
            chain.count += old.count
            self.chains.remove(old)
            self.noted = [noted._replace(chain=chain) if noted.chain is old else noted for noted in self.noted]

    def apposed(self, mention: Markable) -> Chain | None:
        """The chain of the phrase that this one stands in apposition to, by the tree."""
        if mention.role != "appos":
            return None
        return next((c for c in reversed(self.chains) if c.last == mention.sentence and c.at == mention.verb and not c.members), None)

    def introduced(self, mention: Markable) -> Chain | None:
        """The person whom words before a comma describe and the name after it names: "the head of the chancery, Esteban Cantú,"."""
        scene = self.scene
        at = mention.start - scene.sentence.start
        if mention.name_kind != "person" or not scene.text[:at].endswith(", ") or scene.text[at - 3] in '”"':
            return None
        begun = max(scene.text.rfind(mark, 0, at - 2) for mark in (",", ";", "“", "—")) + scene.sentence.start
        here = [c for c in self.chains if c.last == mention.sentence and begun < c.place < mention.start and not c.members]
        verbs = [word.start for word in scene.sentence.words if word.upos == "VERB" and begun < word.start < mention.start]
        first = min((c for c in here if c.place > max(verbs, default=begun)), key=lambda c: c.place, default=None)
        return first if first and first.sort == "person" and not first.name else None

    def seated(self, before: Markable, found: Who) -> None:
        """Let the place after a body of a state say whose it is: "the government in Pretoria"."""
        last, chain, role = self.noted[-1], self.last_chain(before), roles().get(before.head)
        if chain and role and set(role.sectors) & STATE and last.mention.start == before.start and nation_of(found.country or ""):
            self.country(found.country, before)
            state = next(one for one in self.chains if one.sort == "country" and one.who.country == found.country)
            chain.who = self.asked(before, found.country)
            self.noted[-1] = last._replace(own=chain.who, via=state.antecedent)

    def last_chain(self, before: Markable | None) -> Chain | None:
        """The chain of the mention just before."""
        if before is None:
            return None
        at = (before.start, before.end, before.sentence)
        return next((c for c in self.chains if (c.place, c.end, c.last) == at and not c.members), None)

    def start(self, mention: Markable, found: Who, kind: str, via: Span | None = None) -> Chain:
        """A new chain."""
        chain = Chain(found, sort_of(mention, found), Span(mention.text, mention.start, mention.end), is_plural(mention))
        entity = (self.gazetteer or shipped()).get(found.actor_id) if found.actor_id and chain.sort == "body" else None
        if entity:
            chain.heads |= {word for alias in entity.aliases if not alias.startswith("~") for word in alias.lower().split()} - SMALL
        chain.gender = gender(mention) if chain.sort in ("person", "thing") else ""
        chain.seat = found.rule.startswith("seat")
        if chain.sort != "country":
            self.country(found.country, mention)
        chain.call(mention)
        self.touch(chain, mention)
        self.chains.append(chain)
        self.noted.append(Noted(mention, kind, chain, found, via))
        return chain

    def described(self, mention: Markable, before: Markable | None, between: str) -> None:
        """A noun phrase: somebody known, if the judge says so, else as its own words say."""
        beside = self.apposed(mention) or self.last_chain(before)
        if (
            beside
            and beside.name
            and (between == ", " or mention.role == "appos")
            and mention.lead in ("the", "a", "an")
            and beside.sort == sort_of(mention, beside.who)
        ):
            beside.heads.add(mention.head)
            self.note(mention, (beside,), "role")
            return
        owner = self.owner_of(mention) if mention.lead in OWNING else None
        found = self.owned(mention, owner) if owner else self.asked(mention)
        chains = self.meant(mention, found, owner) if mention.lead in DEFINITE or counts(mention) else ()
        if len(chains) == 1 and self.is_organ(mention, chains[0]):
            own = self.asked(mention, chains[0].who.country)
            self.start(mention, own, "role", chains[0].antecedent)
        elif chains:
            self.note(mention, chains, "role")
        else:
            self.start(mention, found, "role", owner.antecedent if owner else None)

    def is_organ(self, mention: Markable, chain: Chain) -> bool:
        """Whether a phrase names a body or officer of the country that it leads to ("the government", "the army"), not the country."""
        role = roles().get(mention.head)
        return chain.sort == "country" and mention.head not in LANDS and role is not None and bool(set(role.sectors) & STATE)

    def owner_of(self, mention: Markable) -> Chain | None:
        """The chain that the pronoun before a noun means: the one it was just given to."""
        return next((chain for chain in self.chains if chain.place == mention.start and not chain.members), None)

    def owned(self, mention: Markable, owner: Chain) -> Who:
        """Who a phrase is that a pronoun owns ("its forces", "his office"): of the owner's country, by its own noun."""
        found = who(mention.text.partition(" ")[2], country_hint=owner.who.country, on=self.on, gazetteer=self.gazetteer)
        if found.kind == "unknown":
            return found
        rule = f"{found.rule}; owner's country"
        return Who(found.name, found.kind, found.country, found.sectors or owner.who.sectors, found.actor_id, rule)

    def note(self, mention: Markable, chains: tuple[Chain, ...], kind: str) -> None:
        """Record a mention of chains already known: one entry for each of those it means."""
        if not chains:
            self.noted.append(Noted(mention, kind, None))
        for chain in chains:
            self.noted += [Noted(mention, kind, one) for one in chain.members or (chain,)]
            for one in (*chain.members, chain):
                self.touch(one, mention)
            if kind == "role" and not chain.members:
                chain.heads.add(mention.head)
            if kind == "pronoun" and chain.sort == "person" and PRONOUNS[mention.head] in ("he", "she"):
                chain.called = PRONOUNS[mention.head]

    def told(self, noted: Noted) -> Mention:
        """A mention as it is given out, when the whole article is known: with the fullest name of whom it means."""
        mention, kind, chain, own, via = noted
        if chain is None and mention.kind == "pronoun" and PRONOUNS[mention.head] in ("i", "we"):
            chain = self.speaker(mention)
        if chain is None:
            rule = "no antecedent that agrees" if self.chains else "no antecedent: nobody named before"
            return Mention(mention.text, mention.start, mention.end, kind, Who(None, "unknown", None, (), None, rule))
        span = chain.antecedent
        elsewhere = span.end <= mention.start or mention.end <= span.start
        if elsewhere and (own is None or chain.name):
            return Mention(mention.text, mention.start, mention.end, kind, chain.who, span)
        return Mention(mention.text, mention.start, mention.end, kind, own or chain.who, via)

    def speaker(self, mention: Markable) -> Chain | None:
        """Who says "I" or "we" in a quotation: the source of the saying that holds it, or of the one nearest in its paragraph."""
        said = self.sayings(mention)
        for source in said.source if said else ():
            found = [noted.chain for noted in self.noted if source.start <= noted.mention.start < source.end and noted.chain]
            if found:
                return found[0]
        return None

    def sayings(self, mention: Markable) -> Saying | None:
        """The saying whose content holds a mention, or the nearest one of its paragraph."""
        here = self.reading.sentences[mention.sentence]
        for saying in here.sayings:
            if holds(saying.content, mention):
                return saying
        near = [saying for s in self.reading.sentences if s.paragraph == here.paragraph for saying in s.sayings if saying.source]
        return min(near, key=lambda saying: abs(saying.cue.start - mention.start), default=None)


def better(found: Who, described: Who) -> Who:
    """What a name and its description say together."""
    if found.actor_id or not described.country:
        return found
    return Who(found.name, found.kind, described.country, described.sectors or found.sectors, None, described.rule)


def resolve(article: Article, reading: Reading, *, on: str | None, gazetteer: Gazetteer | None = None) -> tuple[Mention, ...]:
    """Every name, role noun and pronoun of an article with who it is at a date, and the span of the antecedent if that was another's.

    A mention of several ("both sides") has one entry for each of them.
    """
    return Referents(article, reading, on, gazetteer).read()


def identify(start: int, end: int, text: str, mentions: tuple[Mention, ...], *, on: str | None = None,
             gazetteer: Gazetteer | None = None) -> tuple[tuple[Who, Span | None], ...]:  # fmt: skip
    """Who an actor span of an event is, and by which antecedent: one pair for each party meant.

    The mention that ends where the span ends, or else the longest inside it, says who it is; a span that holds no mention is read by
    itself.
    """
    inside = [mention for mention in mentions if mention.start < end and start < mention.end]
    exact = [mention for mention in inside if mention.start == start and mention.end == end]
    if not exact:
        own = who(text, on=on, gazetteer=gazetteer)
        heads = [mention for mention in inside if mention.end == end and start <= mention.start]
        if own.kind != "unknown" and (own.country or own.actor_id or not heads):
            return ((own, None),)
        exact = heads or sorted(inside, key=lambda mention: mention.start - mention.end)[:1]
        if not exact:
            return ((own, None),)
        exact = [mention for mention in exact if (mention.start, mention.end) == (exact[0].start, exact[0].end)]
    return tuple((mention.who, mention.antecedent) for mention in exact)

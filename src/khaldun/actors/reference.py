"""Within an article: every name, role noun and pronoun to whom it means, with the span that says so.

The article is read from front to back. Names found chains; short names, acronyms and descriptions join them; pronouns and definite
phrases look for the nearest chain that agrees with them in number, gender, sort, sector and country. What finds none stays unknown.
"""

from __future__ import annotations

from khaldun.actors.chains import SMALL, Chain, is_plural, same_name, sort_of
from khaldun.actors.gazetteer import Gazetteer, shipped
from khaldun.actors.genders import gender
from khaldun.actors.mentions import OWNING, PRONOUNS, Markable, markables
from khaldun.actors.nations import nation_of
from khaldun.actors.nouns import antecedents, land, theirs
from khaldun.actors.phrases import who
from khaldun.actors.pronouns import owner_of, referent
from khaldun.actors.roles import roles
from khaldun.records import Article, Mention, Reading, Sentence, Span, Who

STATE = frozenset(("GOV", "LEG", "JUD", "MIL", "COP", "SPY"))


class Referents:
    """The chains of an article while it is read."""

    def __init__(self, article: Article, reading: Reading, on: str | None, gazetteer: Gazetteer | None) -> None:
        self.blocks = sorted([span for span in (article.title, *article.title_copies, *article.body) if span], key=lambda span: span.start)
        self.reading, self.on, self.gazetteer = reading, on, gazetteer
        self.chains: list[Chain] = []
        self.mentions: list[Mention] = []

    def text(self, start: int, end: int) -> str:
        """The words of the page between two offsets that lie in one block of the article."""
        for span in self.blocks:
            if span.start <= start and end <= span.end:
                return span.text[start - span.start : end - span.start]
        return " " * (end - start)

    def read(self) -> tuple[Mention, ...]:
        """All mentions of the article, in order."""
        for number, sentence in enumerate(self.reading.sentences):
            text = self.text(sentence.start, sentence.end)
            run: list[Markable] = []
            for mention in markables(sentence, number, text):
                between = text[run[-1].end - sentence.start : mention.start - sentence.start] if run else ""
                if between not in (", ", " and ", ", and ", " or ") or mention.kind == "pronoun":
                    self.join(run, text[run[0].start - sentence.start : run[-1].end - sentence.start] if run else "")
                    self.place(mention, sentence, run[-1] if run else None, between)
                    run = [mention]
                else:
                    self.place(mention, sentence, run[-1], between)
                    run.append(mention)
            self.join(run, text[run[0].start - sentence.start : run[-1].end - sentence.start] if run else "")
        return tuple(self.mentions)

    def join(self, run: list[Markable], text: str) -> None:
        """Make a chain of a run of mentions that stand side by side ("Paris, London and Berlin"); `text` is all they say."""
        members = tuple(chain for one in run if (chain := self.last_chain(one)))
        if len(run) > 1 and len(set(map(id, members))) == len(run) and " and " in text:
            whole = Chain(members[0].who, "people", members[0].antecedent, True, members=members)
            whole.touch(run[0])
            whole.place = run[-1].start
            self.chains.append(whole)

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

    def place(self, mention: Markable, sentence: Sentence, before: Markable | None, between: str) -> None:
        """Give one mention its chain, or a chain of its own."""
        if mention.kind == "pronoun":
            chains = referent(mention, sentence, self.chains, self.text(sentence.start, sentence.end))
            self.note(mention, tuple(member for chain in chains for member in chain.members) or chains, "pronoun")
            for chain in chains:
                if chain.members:
                    chain.touch(mention)
        elif mention.kind == "name":
            self.named(mention, before, between)
        else:
            self.described(mention, before, between)

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
        described = self.apposed(mention)
        if chain is None and described and not described.name and described.sort == sort_of(mention, found):
            chain = described
            chain.who = better(found, described.who)
        if chain is None and beside and between == ", " and not beside.name and beside.sort == sort_of(mention, found):
            chain = beside
            chain.who = better(found, beside.who)
        if chain is None:
            self.start(mention, found, "name")
            return
        if chain.who.actor_id is None and found.actor_id and found.kind == chain.who.kind:
            chain.who = found
        if chain.sort != "country":
            self.country(found.country, mention)
        self.note(mention, (chain,), "name")
        chain.call(mention)

    def apposed(self, mention: Markable) -> Chain | None:
        """The chain of the phrase that this one stands in apposition to, by the tree."""
        if mention.role != "appos":
            return None
        return next((c for c in reversed(self.chains) if c.last == mention.sentence and c.at == mention.verb and not c.members), None)

    def seated(self, before: Markable, found: Who) -> None:
        """Let the place after a body of a state say whose it is: "the government in Pretoria"."""
        last, chain, role = self.mentions[-1], self.last_chain(before), roles().get(before.head)
        if chain and role and set(role.sectors) & STATE and last.start == before.start and nation_of(found.country or ""):
            self.country(found.country, before)
            state = next(one for one in self.chains if one.sort == "country" and one.who.country == found.country)
            chain.who = self.asked(before, found.country)
            self.mentions[-1] = Mention(last.text, last.start, last.end, last.kind, chain.who, state.antecedent)

    def last_chain(self, before: Markable | None) -> Chain | None:
        """The chain of the mention just before."""
        return next(
            (
                c
                for c in self.chains
                if before and (c.place, c.end) == (before.start, before.end) and not c.members and c.last == before.sentence
            ),
            None,
        )

    def start(self, mention: Markable, found: Who, kind: str) -> Chain:
        """A new chain."""
        chain = Chain(found, sort_of(mention, found), Span(mention.text, mention.start, mention.end), is_plural(mention))
        entity = (self.gazetteer or shipped()).get(found.actor_id) if found.actor_id and chain.sort == "body" else None
        if entity:
            chain.heads |= {word for alias in entity.aliases if not alias.startswith("~") for word in alias.lower().split()} - SMALL
        chain.gender = gender(mention)
        chain.seat = found.rule.startswith("seat")
        if chain.sort != "country":
            self.country(found.country, mention)
        chain.call(mention)
        chain.touch(mention)
        self.chains.append(chain)
        self.mentions.append(Mention(mention.text, mention.start, mention.end, kind, found))
        return chain

    def described(self, mention: Markable, before: Markable | None, between: str) -> None:
        """A noun phrase: somebody known, if it is definite and agrees with one, else as its own words say."""
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
        if mention.lead in OWNING:
            self.owned(mention)
            return
        chains = antecedents(mention, [chain for chain in self.chains if not chain.members], [c for c in self.chains if c.members])
        if chains:
            self.note(mention, chains, "role")
        elif not self.organ(mention):
            self.start(mention, self.asked(mention), "role")

    def organ(self, mention: Markable) -> bool:
        """A body or office of a state that names no state ("the government", "the foreign ministry"): of the country most spoken of."""
        role = roles().get(mention.head)
        if mention.lead != "the" or role is None or not set(role.sectors) & STATE or (role.weight == "trait" and role.plural):
            return False
        plain = self.asked(mention)
        countries = land(mention, self.chains) if plain.country is None else ()
        if not countries:
            return False
        found = self.asked(mention, countries[0].who.country)
        self.start(mention, found, "role")
        last = self.mentions[-1]
        self.mentions[-1] = Mention(last.text, last.start, last.end, last.kind, found, countries[0].antecedent)
        return True

    def owned(self, mention: Markable) -> None:
        """A phrase that a pronoun owns ("its forces", "his office"): of the owner's country, by its own noun."""
        owner = owner_of(mention, self.chains)
        land = theirs(mention, owner, self.chains) if owner else None
        if land:
            self.note(mention, (land,), "role")
            return
        country = owner.who.country if owner else None
        found = who(mention.text.partition(" ")[2], country_hint=country, on=self.on, gazetteer=self.gazetteer)
        if owner and found.kind != "unknown":
            found = Who(
                found.name, found.kind, found.country, found.sectors or owner.who.sectors, found.actor_id, f"{found.rule}; owner's country"
            )
        chain = self.start(mention, found, "role")
        last = self.mentions[-1]
        self.mentions[-1] = Mention(last.text, last.start, last.end, last.kind, found, owner.antecedent if owner else None)
        chain.heads.add(mention.head)

    def note(self, mention: Markable, chains: tuple[Chain, ...], kind: str) -> None:
        """Record a mention of chains already known: one entry for each of those it means."""
        if not chains:
            rule = "no antecedent that agrees" if self.chains else "no antecedent: nobody named before"
            self.mentions.append(Mention(mention.text, mention.start, mention.end, kind, Who(None, "unknown", None, (), None, rule)))
        for chain in chains:
            antecedent = None if chain.antecedent.start == mention.start else chain.antecedent
            self.mentions.append(Mention(mention.text, mention.start, mention.end, kind, chain.who, antecedent))
            chain.touch(mention)
            if kind == "pronoun" and chain.sort == "person" and PRONOUNS[mention.head] in ("he", "she"):
                chain.gender = PRONOUNS[mention.head]


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

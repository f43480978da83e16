"""Who holds what of a happening."""

from __future__ import annotations

from khaldun.stories import claims
from khaldun.stories.gathering import gathered
from tests.stories.making import event, party, renamed, statement

ARMY, REBELS, COURT = party("the army", "SDN"), party("the rebels", "SDN", actor_id="rsf"), party("the court", "XXX")
SHELLED = event("e", "ASSAULT", (REBELS,), words="Shells fell on the market in Omdurman.", article="x")
HAPPENING = gathered("h", [SHELLED])


def held(events=(), statements=()):
    return [(claim.who, claim.stance, claim.basis) for claim in claims(HAPPENING, [SHELLED, *events], statements)]


def test_a_speaker_takes_the_stance_of_the_statement():
    assert held(statements=[statement("s", ARMY, "alleges", about=SHELLED)]) == [("the army", "alleges", "s")]


def test_who_asserts_that_it_did_not_happen_denies():
    happening = gathered("h", [renamed(SHELLED, status="negated")])
    found = claims(happening, [renamed(SHELLED, status="negated")], [statement("s", REBELS, about=SHELLED)])
    assert [claim.stance for claim in found] == ["denies"]


def test_a_denial_after_the_report_answers_it():
    after = statement("s", REBELS, "denies", about=SHELLED, at=60, told=False)
    far = statement("t", REBELS, "denies", about=SHELLED, at=5000, told=False)
    stranger = statement("u", COURT, "denies", about=SHELLED, at=60, told=False)
    assert held(statements=[after, far, stranger]) == [("the rebels", "denies", "s")]


def test_an_accusation_and_an_inquiry_are_claims():
    accuse = event("a", "ACCUSE", (ARMY,), (REBELS,), words=SHELLED.evidence.text, article="x", mode="allege")
    probe = event(
        "p",
        "ACCUSE",
        (COURT,),
        (REBELS,),
        words="The court looks into shells that fell on Omdurman market.",
        article="x",
        mode="investigate",
    )
    other = event("o", "ACCUSE", (ARMY,), (COURT,), words="The army scolds the judges over fuel.", article="x")
    assert held([accuse, probe, other]) == [("the army", "accuses", "a"), ("the court", "investigates", "p")]


def test_another_article_says_nothing_of_it():
    accuse = event("a", "ACCUSE", (ARMY,), (REBELS,), words=SHELLED.evidence.text, article="y")
    assert held([accuse]) == []


def test_a_claim_stands_once_an_article_with_its_words():
    twice = [statement("s", ARMY, about=SHELLED), statement("t", ARMY, about=SHELLED, at=90)]
    (claim,) = claims(HAPPENING, [SHELLED], twice)
    assert (claim.happening_id, claim.words.text, claim.uri, claim.published) == ("h", "They said so.", SHELLED.uri, SHELLED.published)


def test_a_statement_without_a_speaker_is_nobodys_claim():
    assert held(statements=[statement("s", None, about=SHELLED)]) == []

"""Articles become stories, whatever their order, and stay there."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from khaldun.stories import stories, topic
from khaldun.stories.topics import Topic
from tests.stories.making import coded, event, party

TERMS = st.frozensets(st.sampled_from("rabat madrid fish licence minister bomb kandahar police".split()), max_size=6)
TOPICS = st.lists(st.builds(Topic, st.sampled_from("abcdefgh"), st.sampled_from((None, 100, 101, 110)), st.none(), TERMS), max_size=8)
FISH = "Morocco and Spain open talks on fishing licences in Rabat"
BOMB = "Car bomb kills three outside police station in Kandahar"


def members(found):
    return {story.id: story.articles for story in found}


def unlike() -> list[Topic]:
    """Articles on other news, so that words have a rarity."""
    return [topic(coded(f"Match number {n} ended in a draw after extra time in league {n * 7}.", published="2024-01-01")) for n in range(8)]


def test_the_same_news_is_one_story_and_other_news_is_not():
    fish = [coded(FISH + " on Monday."), coded("Fishing licences: Spain and Morocco open talks, in Rabat, on quotas.")]
    bomb = coded(BOMB)
    of = {name: story.id for story in stories([*map(topic, [*fish, bomb]), *unlike()]) for name in story.articles}
    assert of[fish[0].article.id] == of[fish[1].article.id] != of[bomb.article.id]


def test_a_week_later_it_is_another_story():
    first, second = coded(FISH), coded(FISH + " again", published="2025-03-14")
    assert len(stories([topic(first), topic(second)])) == 2


def test_a_copy_stays_with_its_first():
    first = coded(FISH)
    copy = coded("Something else in all its words", copy_of=first.article.id)
    assert len(stories([topic(copy), topic(first)])) == 1


def test_a_story_has_the_earliest_headline_and_its_days():
    articles = [coded(FISH, "Later", "2025-03-05"), coded(FISH, "Earlier", "2025-03-04")]
    (found,) = [s for s in stories([*map(topic, articles), *unlike()]) if len(s.articles) == 2]
    assert (found.title, found.first, found.last) == ("Earlier", "2025-03-04", "2025-03-05")


def test_a_topic_has_words_names_and_acts():
    found = topic(coded(FISH, events=(event("e", "CONSULT", (party("Morocco", "MAR"),), (party("Spain", "ESP"),)),)))
    assert {"rabat", "!CONSULT:ESP+MAR"} <= found.terms


@given(TOPICS, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_no_order_shows_through(topics, dice):
    topics = list({t.article_id: t for t in topics}.values())
    shuffled = list(topics)
    dice.shuffle(shuffled)
    assert members(stories(topics)) == members(stories(shuffled))


@given(TOPICS)
@settings(max_examples=40, deadline=None)
def test_doing_it_again_changes_nothing(topics):
    topics = list({t.article_id: t for t in topics}.values())
    once = members(stories(topics))
    of = {name: story for story, names in once.items() for name in names}
    assert members(stories([t._replace(story=of[t.article_id]) for t in topics])) == once

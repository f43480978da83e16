"""What each kind of expression means: its words, TIMEX3 value, and days, published on Tuesday 11 July 2023."""

from __future__ import annotations

import pytest

from khaldun.dates import find, timex
from khaldun.records import DateMention, Published

TUESDAY = Published("2023-07-11", "day", "option")


def only(text: str, published: Published | None = TUESDAY) -> DateMention:
    (mention,) = find(text, 0, len(text), published=published)
    return mention


@pytest.mark.parametrize(
    ("text", "words", "value", "first", "last"),
    [
        ("Iran and Cuba on Monday pledged help.", "Monday", "2023-07-10", "2023-07-10", "2023-07-10"),
        ("They met on Tuesday.", "Tuesday", "2023-07-11", "2023-07-11", "2023-07-11"),
        ("They met on Wednesday.", "Wednesday", "2023-07-05", "2023-07-05", "2023-07-05"),
        ("They will meet on Wednesday.", "Wednesday", "2023-07-12", "2023-07-12", "2023-07-12"),
        ("A vote is scheduled for Sunday.", "Sunday", "2023-07-16", "2023-07-16", "2023-07-16"),
        ("He spoke late Monday.", "late Monday", "2023-07-10", "2023-07-10", "2023-07-10"),
        ("He left Sunday night.", "Sunday night", "2023-07-09TNI", "2023-07-09", "2023-07-09"),
        ("They talked yesterday.", "yesterday", "2023-07-10", "2023-07-10", "2023-07-10"),
        ("They talk tomorrow morning.", "tomorrow morning", "2023-07-12TMO", "2023-07-12", "2023-07-12"),
        ("They talked last night.", "last night", "2023-07-10TNI", "2023-07-10", "2023-07-10"),
        ("They talked last Friday.", "last Friday", "2023-07-07", "2023-07-07", "2023-07-07"),
        ("They meet next Friday.", "next Friday", "2023-07-21", "2023-07-21", "2023-07-21"),
        ("It fell last week.", "last week", "2023-W27", "2023-07-03", "2023-07-09"),
        ("It fell over the weekend.", "the weekend", "2023-W27-WE", "2023-07-08", "2023-07-09"),
        ("It rose earlier this month.", "earlier this month", "2023-07", "2023-07-01", "2023-07-31"),
        ("It rose in May last year.", "May last year", "2022-05", "2022-05-01", "2022-05-31"),
        ("It rose in May.", "May", "2023-05", "2023-05-01", "2023-05-31"),
        ("It rose in November.", "November", "2022-11", "2022-11-01", "2022-11-30"),
        ("It will open in November.", "November", "2023-11", "2023-11-01", "2023-11-30"),
        ("It opened last May.", "last May", "2023-05", "2023-05-01", "2023-05-31"),
        ("It opened in early July.", "early July", "2023-07", "2023-07-01", "2023-07-10"),
        ("The meeting he had 22 years ago.", "22 years ago", "2001", "2001-01-01", "2001-12-31"),
        ("It closed three months ago.", "three months ago", "2023-04", "2023-04-01", "2023-04-30"),
        ("It closed two days ago.", "two days ago", "2023-07-09", "2023-07-09", "2023-07-09"),
        ("The US embargo since 1962.", "1962", "1962", "1962-01-01", None),
        ("It must be paid by March 31, 2024.", "March 31, 2024", "2024-03-31", None, "2024-03-31"),
        ("On 15 March 2023 it opened.", "15 March 2023", "2023-03-15", "2023-03-15", "2023-03-15"),
        ("On 2023-03-15 it opened.", "2023-03-15", "2023-03-15", "2023-03-15", "2023-03-15"),
        ("On 15/03/2023 it opened.", "15/03/2023", "2023-03-15", "2023-03-15", "2023-03-15"),
        ("On 03/04/2023 it opened.", "03/04/2023", None, None, None),
        ("On 07/10/2023 it opened.", "07/10/2023", "2023-07-10", "2023-07-10", "2023-07-10"),
        ("Men left at dawn on Monday.", "dawn on Monday", "2023-07-10TMO", "2023-07-10", "2023-07-10"),
        ("He sang on the evening of 5 June.", "the evening of 5 June", "2023-06-05TEV", "2023-06-05", "2023-06-05"),
        ("They shut at 10 o'clock Sunday night.", "10 o'clock Sunday night", "2023-07-09T22:00", "2023-07-09", "2023-07-09"),
        ("It closed at 10pm.", "10pm", "2023-07-11T22:00", "2023-07-11", "2023-07-11"),
        ("It is shut until Thursday.", "Thursday", "2023-07-13", None, "2023-07-13"),
        ("The drills end on Thursday.", "Thursday", "2023-07-13", "2023-07-13", "2023-07-13"),
        ("They meet this coming Sunday.", "this coming Sunday", "2023-07-16", "2023-07-16", "2023-07-16"),
        ("It fell in the 2021 third quarter.", "the 2021 third quarter", "2021-Q3", "2021-07-01", "2021-09-30"),
        ("It fell in last year's third quarter.", "last year's third quarter", "2022-Q3", "2022-07-01", "2022-09-30"),
        ("It fell in the current fiscal year.", "the current fiscal year", "2023", "2023-01-01", "2023-12-31"),
        ("It fell on Friday the 13th.", "Friday the 13th", "2023-01-13", "2023-01-13", "2023-01-13"),
        ("It fell in early '94.", "early '94", "1994", "1994-01-01", "1994-05-01"),
        ("It fell in the September quarter.", "the September quarter", "2022-Q3", "2022-07-01", "2022-09-30"),
        ("It rose in the latest quarter.", "the latest quarter", "2023-Q2", "2023-04-01", "2023-06-30"),
        ("Debt was 3 billion at year-end 2000.", "year-end 2000", "2000", "2000-01-01", "2000-12-31"),
        ("Profit fell in FY2019.", "FY2019", "2019", None, None),
        ("It was the best day of the decade.", "the decade", "202", "2020-01-01", "2029-12-31"),
        ("It rose in the week of May 5.", "the week of May 5", "2023-W18", "2023-05-01", "2023-05-07"),
        ("In July 22 men died.", "July", "2023-07", "2023-07-01", "2023-07-31"),
        ("They met on Eid al-Fitr.", "Eid al-Fitr", "2023-04-21", "2023-04-21", "2023-04-21"),
        ("They fasted during Ramadan.", "Ramadan", "2023-03-23/2023-04-20", "2023-03-23", "2023-04-20"),
        ("They met on Yom Kippur 2023.", "Yom Kippur 2023", "2023-09-25", "2023-09-25", "2023-09-25"),
        ("On Mar. 15 it opened.", "Mar. 15", "2023-03-15", "2023-03-15", "2023-03-15"),
        ("On 28 December it opened.", "28 December", "2022-12-28", "2022-12-28", "2022-12-28"),
        ("It began in late 2019.", "late 2019", "2019", "2019-09-02", "2019-12-31"),
        ("It began in the mid-1990s.", "the mid-1990s", "199", "1993-05-02", "1996-08-31"),
        ("It began in the nineties.", "the nineties", "199", "1990-01-01", "1999-12-31"),
        ("It began in the 19th century.", "the 19th century", "18", "1800-01-01", "1899-12-31"),
        ("It fell in the first quarter.", "the first quarter", "2023-Q1", "2023-01-01", "2023-03-31"),
        ("It fell in the third quarter of 2020.", "the third quarter of 2020", "2020-Q3", "2020-07-01", "2020-09-30"),
        ("It burned last summer.", "last summer", "2022-SU", "2022-06-01", "2022-08-31"),
        ("It burned in the winter of 2010.", "the winter of 2010", "2010-WI", "2010-12-01", "2011-02-28"),
        ("They met on Easter Monday 2024.", "Easter Monday 2024", "2024-04-01", "2024-04-01", "2024-04-01"),
        ("They met at Christmas.", "Christmas", "2022-12-25", "2022-12-25", "2022-12-25"),
        ("The attacks of 9/11 killed thousands.", "9/11", "2001-09-11", "2001-09-11", "2001-09-11"),
        ("It fell for the past three months.", "the past three months", "P3M", "2023-04-11", "2023-07-11"),
        ("It will fall over the next two years.", "the next two years", "P2Y", "2023-07-11", "2025-07-11"),
        ("They talked on 3-7 March.", "3-7 March", "2023-03-03/2023-03-07", "2023-03-03", "2023-03-07"),
        ("They met at 10:30 a.m. on Monday.", "10:30 a.m. on Monday", "2023-07-10T10:30", "2023-07-10", "2023-07-10"),
        ("They met Monday at noon.", "Monday at noon", "2023-07-10T12:00", "2023-07-10", "2023-07-10"),
    ],
)
def test_days(text: str, words: str, value: str, first: str | None, last: str | None) -> None:
    mention = only(text)
    assert (mention.text, mention.value, mention.from_, mention.to) == (words, value, first, last)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They talked for three days.", "three days", "P3D"),
        ("A two-day summit ended.", "two-day", "P2D"),
        ("A 22-year-old man was held.", "22-year-old", "P22Y"),
        ("It took half an hour.", "half an hour", "PT30M"),
        ("It took more than two and a half years.", "more than two and a half years", "P2.5Y"),
        ("It took nearly three decades.", "nearly three decades", "P3DE"),
        ("It took several weeks.", "several weeks", "PXW"),
        ("They meet every week.", "every week", "P1W"),
        ("They meet annually.", "annually", "P1Y"),
        ("They meet twice a month.", "twice a month", "P1M"),
        ("They meet on Sundays.", "Sundays", "XXXX-WXX-7"),
        ("They pray every morning.", "every morning", "XXXX-XX-XXTMO"),
    ],
)
def test_lengths_and_sets_have_a_value_and_no_days(text: str, words: str, value: str) -> None:
    mention = only(text)
    assert (mention.text, mention.value, mention.from_, mention.to) == (words, value, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "He may march on the capital.",
        "Theresa May said so.",
        "The second man ran.",
        "It has 2,000 seats.",
        "Flight 1549 landed.",
        "Resolution 1929 was passed.",
        "At least 1950 people died.",
        "Frida Kahlo painted it.",
        "He is in his 60s.",
        "The Winter Olympics opened.",
        "The fall of Kabul was swift.",
        "The Sunday Times wrote it.",
        "A record of 1:18.887 stood.",
        "A quarter of them fled.",
        "The Sun shone.",
        "",
    ],
)
def test_what_looks_like_a_date_and_is_none(text: str) -> None:
    assert find(text, 0, len(text), published=TUESDAY) == ()


def test_the_date_named_last_is_counted_from() -> None:
    text = "He fled on 3 May 2020. Two days later he was caught. The previous month he had hidden."
    values = [m.value for m in find(text, 0, len(text), published=TUESDAY)]
    assert values == ["2020-05-03", "2020-05-05", "2020-04"]


def test_a_background_year_does_not_move_the_days() -> None:
    text = "They met on Friday in a palace of 1884. The next day they left."
    assert [m.value for m in find(text, 0, len(text), published=TUESDAY)] == ["2023-07-07", "1884", "2023-07-08"]


def test_two_ends_make_one_stretch() -> None:
    text = "It will run from Monday to Thursday."
    first, second = find(text, 0, len(text), published=TUESDAY)
    assert (first.value, second.value) == ("2023-07-17", "2023-07-20")
    assert {(m.from_, m.to) for m in (first, second)} == {("2023-07-17", "2023-07-20")}


@pytest.mark.parametrize("text", ["They talked from 3 to 7 March.", "They talked between 3 and 7 March 2023."])
def test_two_days_of_one_month(text: str) -> None:
    first, second = find(text, 0, len(text), published=TUESDAY)
    assert (first.value, second.value) == ("2023-03-03", "2023-03-07")
    assert {(m.from_, m.to) for m in (first, second)} == {("2023-03-03", "2023-03-07")}


def test_another_date_of_the_text_tells_the_order_of_its_numbers() -> None:
    text = "It opened on 03/04/2022 and closed on 25/04/2022."
    assert [m.value for m in find(text, 0, len(text), published=TUESDAY)] == ["2022-04-03", "2022-04-25"]
    assert only("It opened on 08/07/2023.").value == "2023-07-08"


def test_minutes_later_are_counted_from_the_time_named_before() -> None:
    text = "It took off at 10:01 a.m. on Monday and was lost half an hour later."
    assert [m.value for m in find(text, 0, len(text), published=TUESDAY)] == ["2023-07-10T10:01", "2023-07-10T10:31"]


def test_overnight_rates_are_no_time() -> None:
    assert find("Overnight rates rose.", 0, 21, published=TUESDAY) == ()


def test_without_publication_relative_dates_stay_open_and_say_so() -> None:
    mention = only("They met on Monday.", None)
    assert (mention.value, mention.from_, mention.precision) == (None, None, "unknown")
    assert mention.basis == "relative to publication, whose date is unknown"
    assert only("They met on 3 May 2020.", None).value == "2020-05-03"


def test_publication_known_to_the_month_dates_years_but_not_days() -> None:
    month = Published("2023-07", "month", "url")
    assert only("They met last year.", month).value == "2022"
    assert only("They met on Monday.", month).basis == "relative to publication, whose day is unknown"


def test_basis_and_rule_say_what_was_done() -> None:
    mention = only("Iran and Cuba on Monday pledged help.")
    assert (mention.rule, mention.basis, mention.precision) == ("weekday", "weekday before publication", "day")
    assert only("On 03/04/2023 it opened.").basis == "day and month in an order that nothing tells"


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "May 1, 2020. They met on Monday. June 1, 2020."
    start = text.index("They")
    (mention,) = find(text, start, text.index(" June"), published=TUESDAY)
    assert text[mention.start : mention.end] == mention.text == "Monday"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They met on Monday.", "DATE"),
        ("They met on Monday night.", "TIME"),
        ("They met at noon.", "TIME"),
        ("They met recently.", "DATE"),
        ("They talked for three days.", "DURATION"),
        ("They meet every Monday.", "SET"),
        ("They meet annually.", "SET"),
    ],
)
def test_types(text: str, kind: str) -> None:
    assert timex(only(text)) == kind

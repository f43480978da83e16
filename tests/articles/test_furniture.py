"""What lines say of themselves."""

from __future__ import annotations

import time

import pytest

from khaldun.articles.furniture import describes_picture, inside, kind_of, label

KINDS = {
    "share": ["Share", "TT", "Share on Facebook", "Facebook Twitter Email", "Follow us on Twitter", "197 Shares", "Tweet"],
    "timestamp": ["July 12, 2024", "Published: 12 July 2024 10:00", "3 hours ago", "Last updated 6 hours ago", "11:48, Thu, Jul 18, 2024"],
    "credit": ["By Ada Writer", "Written by Ada Writer", "Photo by Ada Writer", "Ada Writer, staff reporter"],
    "caption": [
        "Boats in the harbour (Image: GETTY)",
        "Boats wait in the harbour of Lissen on the morning of the signing. Photo by Ada Writer /AP",
        "FILE - Boats in the harbour in 2019.",
    ],
    "prompt": ["Subscribe to our newsletter", "Sign up for our daily newsletter", "Enter your email address", "Log in"],
    "cookie": ["We use cookies to improve this site.", "Cookie Policy"],
    "copyright": ["© 2024 The Harbour News", "Copyright 2024. All rights reserved."],
    "comment": ["12 comments", "View Comments", "Leave a reply"],
    "advertisement": ["Advertisement", "Sponsored", "Article continues below"],
    "menu": ["Home", "Contact us", "Privacy Policy", "» Markets"],
    "residue": ["12", "* * *", "___", "#border", "https://news.example/a"],
}
BODY = [
    "Envoys of both countries signed the agreement on Monday.",
    "“We will share the fishing grounds,” she said.",
    "The ministry declined to comment to Reuters.",
    "By Monday the boats had left.",
    "The talks were held in Lissen, Reuters reported.",
    "He was 12.",
    "What the agreement says",
    "Follow the money, the investigators were told.",
]


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in KINDS.items() for line in lines])
def test_kinds(kind: str, line: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize("line", BODY)
def test_lines_of_a_body_are_none(line: str) -> None:
    assert kind_of(line) is None


@pytest.mark.parametrize(
    "line", ["Most read", "Related stories", "More from World", "Latest news", "Trending", "You may also like", "Meistgelesen"]
)
def test_labels(line: str) -> None:
    assert label(line)


@pytest.mark.parametrize(
    "line", ["More than forty boats left the harbour", "The latest talks between both countries ended without any result at all"]
)
def test_headlines_are_no_labels(line: str) -> None:
    assert not label(line)


def test_captions_speak_of_pictures() -> None:
    assert describes_picture("The minister poses with fishermen.")
    assert not describes_picture("The minister signed the agreement.")


@pytest.mark.parametrize(
    "line", ["a " * 200, "By " * 130, "1" * 400, "share " * 70, "12 May " * 60, "(" * 400, "- | " * 100, "Ann " * 100, "10:00 " * 66]
)
def test_no_line_takes_long(line: str) -> None:
    start = time.process_time()
    kind_of(line)
    label(line)
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize("words", ["share ", "e-mail comments ", "By Ann Ann ", "Photo by a / Ann ", "12 May 2024 10:00 ", "(", ". "])
def test_no_overlong_line_takes_long(words: str) -> None:
    start = time.process_time()
    assert sum(1 for _ in inside().finditer(words * (200_000 // len(words)))) >= 0
    assert time.process_time() - start < 1

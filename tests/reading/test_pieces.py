from hypothesis import given
from hypothesis import strategies as st

from khaldun.reading.pieces import pack, shape


def test_shapes_tell_written_forms_apart() -> None:
    forms = [shape(w, False) for w in ("troops", "Iran", "NATO", "McCain", "26", "F-16", "—", "A", "Тегеран", "中国")]
    assert forms == [1, 2, 3, 4, 5, 6, 7, 8, 2, 11]
    assert shape("Troops", True) != shape("Troops", False)


def test_windows_do_not_cross_breaks_and_keep_to_the_limit() -> None:
    assert pack([10, 10, 10, 50, 10], [0, 0, 1, 1, 1], 30) == [(0, 2), (2, 3), (3, 4), (4, 5)]


@given(st.lists(st.integers(1, 90)), st.integers(20, 80))
def test_windows_hold_every_sentence_once(sizes: list[int], limit: int) -> None:
    windows = pack(sizes, [0] * len(sizes), limit)
    assert [i for a, b in windows for i in range(a, b)] == list(range(len(sizes)))
    assert all(sum(sizes[a:b]) <= limit or b - a == 1 for a, b in windows)

from khaldun.dates import find


def test_the_first_century_begins_with_year_one() -> None:
    text = "The grave holds soldiers of the 1st century."
    (found,) = find(text, 0, len(text), published=None)
    assert (found.from_, found.to, found.precision) == ("0001-01-01", "0099-12-31", "century")

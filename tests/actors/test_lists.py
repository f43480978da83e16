import pytest

from khaldun.actors import shipped, who
from khaldun.actors.lists import read_list
from khaldun.errors import DataError, UsageError


def write(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, "utf8")
    return path


def test_a_csv_list_goes_before_the_gazetteer(tmp_path):
    path = write(
        tmp_path, "own.csv", "name,kind,country,sectors,aliases\nHezbollah,organisation,LB,PTY;LEG,Party of God\nZog Movement,,ALB,OPP,ZM\n"
    )
    lists = shipped().with_entities(read_list(path))
    assert who("Hezbollah", gazetteer=lists).sectors == ("PTY", "LEG")
    assert who("Zog Movement", gazetteer=lists).country == "ALB"
    assert who("the Kremlin", gazetteer=lists).country == "RUS"
    assert who("Zog Movement").kind == "unknown"


def test_an_office_in_a_csv_list_is_held_between_its_dates(tmp_path):
    path = write(tmp_path, "own.csv", "name,kind,country,sectors,office,from,to\nAda Quist,person,NOR,GOV,mayor,2019-01-01,2023-01-01\n")
    lists = shipped().with_entities(read_list(path))
    assert who("Ada Quist", on="2020-01-01", gazetteer=lists).sectors == ("GOV",)
    assert who("Ada Quist", on="2024-01-01", gazetteer=lists).sectors == ("ELI",)


def test_a_petrarch_dictionary(tmp_path):
    text = "# a dictionary\nADA_QUIST_ ; note\n+A._QUIST_\n\t[NORGOV 190101-230101]\n\t[NORELI >230102]\nQUIST_MOVEMENT_ [NOROPP]\n"
    person, movement = read_list(write(tmp_path, "own.actors", text))
    assert (person.name, person.kind, person.terms[0].start) == ("Ada Quist", "person", "2019-01-01")
    assert (movement.name, movement.country, movement.sectors) == ("Quist Movement", "NOR", ("OPP",))


def test_follow_the_money_lines(tmp_path):
    text = (
        '{"id":"a1","schema":"Person","properties":{"name":["Ada Quist"],"alias":["A. Quist"],"country":["no"],"topics":["role.pep"]}}\n'
        '{"id":"b1","schema":"Address","properties":{"full":["Oslo"]}}\n'
        '{"id":"c1","schema":"Company","properties":{"name":["Quist Shipping"],"jurisdiction":["no"]}}\n'
    )
    person, company = read_list(write(tmp_path, "own.ftm.json", text))
    assert (person.id, person.country, person.sectors, person.aliases) == ("a1", "NOR", ("GOV",), ("A. Quist",))
    assert (company.kind, company.sectors) == ("organisation", ("BUS",))


@pytest.mark.parametrize(
    ("name", "text", "line", "says"),
    [
        ("a.csv", "title\nx\n", 1, "no column called name"),
        ("a.csv", "name,country\nX Y,NOR\nZ Y,Norway\n", 3, "no country code"),
        ("a.csv", "name,sectors\nX Y,GOVT\n", 2, "no sector"),
        ("a.csv", "name,kind\nX Y,robot\n", 2, "no kind"),
        ("a.csv", "name,from\nX Y,July\n", 2, "no date"),
        ("a.csv", "name\n' '\n", 2, "name is empty"),
        ("a.csv", "name,kind\nX Y,person,extra\n", 2, "more fields"),
        ("a.actors", "ADA_QUIST_\nBEN_QUIST_ [NORGOV]\n", 1, "no code"),
        ("a.actors", "ADA_QUIST_\n\t[XXXGOV]\n", 1, "no country code"),
        ("a.actors", "ADA_QUIST_\n\t[norway]\n", 2, "no code like"),
        ("a.jsonl", '{"id":"a","schema":"Person","properties":{}}\n', 1, "no name"),
        ("a.jsonl", "\n{oops\n", 2, "no JSON object"),
        ("a.jsonl", "[]\n", 1, "needs id, schema and properties"),
    ],
)
def test_wrong_lines_are_named(tmp_path, name, text, line, says):
    with pytest.raises(DataError, match=rf"{name}:{line}: .*{says}"):
        read_list(write(tmp_path, name, text))


def test_an_ending_that_does_not_tell_needs_a_form(tmp_path):
    with pytest.raises(UsageError, match="csv, petrarch or ftm"):
        read_list(write(tmp_path, "own.dat", ""))
    assert read_list(write(tmp_path, "own.dat", "name\nAda Quist\n"), "csv")[0].name == "Ada Quist"


def test_a_missing_file_is_a_data_error(tmp_path):
    with pytest.raises(DataError, match="No such file"):
        read_list(tmp_path / "none.csv")

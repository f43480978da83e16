"""Lists of one's own, from the command line."""

import json
from pathlib import Path

from click.testing import CliRunner

from khaldun.cli import main


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, list(words))
    return result.exit_code, result.stdout, result.stderr


def test_an_imported_list_says_who_somebody_is(tmp_path: Path) -> None:
    given, saved = tmp_path / "mine.csv", tmp_path / "mine.jsonl"
    given.write_text("name,country,sectors\nBlue Lantern Brigade,NER,REB\n", "utf8")
    code, _, said = run("actors", "import", str(given), "-o", str(saved))
    assert (code, "1 entities" in said) == (0, True)
    code, out, _ = run("actors", "who", "the Blue Lantern Brigade", "--actors", str(saved))
    who = json.loads(out)
    assert (code, who["country"], who["sectors"]) == (0, "NER", ["REB"])


def test_the_shipped_gazetteer_answers_without_a_list() -> None:
    code, out, _ = run("actors", "who", "Lebanese army spokesman", "--on", "2024-07-12")
    assert (code, json.loads(out)["country"]) == (0, "LBN")


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    given = tmp_path / "mine.csv"
    given.write_text("name,country,sectors\nBlue Lantern Brigade,NOWHERE,REB\n", "utf8")
    code, _, said = run("actors", "import", str(given), "-o", str(tmp_path / "out.jsonl"))
    assert code == 1
    assert "mine.csv:2" in said


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text("{}\n", "utf8")
    code, _, said = run("actors", "who", "Iran", "--actors", str(wrong))
    assert code == 1
    assert "wrong.jsonl:1" in said

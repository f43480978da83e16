from khaldun.ontology import ontology


def test_whole_ontology_is_there() -> None:
    o = ontology()
    assert len(o.types) == 16
    assert sum(len(t.modes) for t in o.types.values()) == 67
    assert (len(o.contexts), len(o.sectors), len(o.international)) == (37, 25, 7)
    assert set(o.statuses) == {"actual", "future", "hypothetical", "negated", "historical"}
    assert o.version == "plover-2021.09"


def test_quads_and_scores_agree() -> None:
    for name, entry in ontology().types.items():
        scores = [entry.score, *(m.score for m in entry.modes.values() if m.score is not None)]
        assert all(s <= 0.5 if entry.quad > 2 else s > 0 for s in scores), name


def test_a_mode_without_a_score_takes_its_type_s() -> None:
    assert ontology().score("PROTEST", "vandalize") == -5.0
    assert ontology().score("PROTEST", "riot") == -7.0
    assert ontology().score("ACCUSE", None) == -3.0


def test_crosswalk_names_only_what_exists() -> None:
    o = ontology()
    assert len(o.cameo) == 256
    for code, to in o.cameo.items():
        assert to.mode is None or to.mode in o.types[to.type].modes, code
        assert set(to.contexts) <= set(o.contexts), code


def test_yield_is_two_types() -> None:
    assert {name for name, t in ontology().types.items() if t.plv == "YIELD"} == {"CONCEDE", "RETREAT"}

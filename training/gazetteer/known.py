"""What we add from knowledge (mark "k"): `known/bodies.txt` and `known/leaders.txt`, and the organs that every state has."""

from __future__ import annotations

from khaldun.actors.entities import Term
from khaldun.actors.spelling import key
from khaldun.records import ActorKind
from training.gazetteer.drafts import Draft, Drafts
from training.gazetteer.nations import KNOWN, facts

WORLD = frozenset(("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"))
# Families that put the surname first.
SURNAME_FIRST = frozenset(("CHN", "KOR", "PRK", "TWN", "VNM", "HKG", "KHM"))
SECTORS = {"army chief": "MIL", "pope": "REL", "leader": "", "commander": "", "chief prosecutor": "JUD", "chief adviser": "GOV"}
# Surnames that are also everyday words, places or other people's given names: never an alias on their own.
COMMON = frozenset(
    ("houthi omar badri patel sala may key english rice banda salman khan ali hassan ibrahim park ahmed singh kumar lee kim li "
     "jones price brown young straw reid short major powell bush ford clinton carter miller martin clark abdullah fahd francis "
     "john paul moon sultan noda kan abe aziz said omar yusuf hussein mohammed ahmad castro cox solana howard smith carr payne "
     "abbott rudd moore robertson johnson james michel hunt hammond fox browne hutton barrot merino garcia lopez hernandez "
     "rodriguez fernandez gonzalez perez sanchez silva santos costa guterres torres flores fox lake white hill west north rose day "
     "nam wang wu cho song yu yun kang hu wen hwang tsai lai chen ma tang yang qin dong lin chi cao liang chang wei han nguyen "
     "tran to vo pham phan nong truong luong hun son pahor kok reid cook ham rao nathan wong tan jamali aziz ashraf tarar rahman "
     "das patil seguro bayrou faye sall wade conte conde traore toure keita bio weah taylor doe sirleaf rawlings mills mahama "
     "talon yayi neves fonseca barrow").split()
)  # fmt: skip
ORGANS = (
    ("Government of {}", "GOV", "government; cabinet; council of ministers"),
    (
        "Ministry of Foreign Affairs of {}",
        "GOV",
        "foreign ministry; ministry of foreign affairs; foreign affairs ministry; foreign office; ministry for foreign affairs",
    ),
    ("Ministry of Defence of {}", "GOV", "defence ministry; ministry of defence; war ministry"),
    (
        "Ministry of the Interior of {}",
        "GOV",
        "interior ministry; ministry of the interior; ministry of interior; home ministry; home affairs ministry",
    ),
    ("Ministry of Finance of {}", "GOV", "finance ministry; ministry of finance"),
    ("Ministry of Justice of {}", "GOV", "justice ministry; ministry of justice"),
    ("Ministry of Health of {}", "GOV", "health ministry; ministry of health"),
    ("Ministry of Education of {}", "GOV", "education ministry; ministry of education"),
    ("Supreme Court of {}", "JUD", "supreme court"),
    ("Police of {}", "COP", "police; national police; police force"),
    ("Parliament of {}", "LEG", "parliament; legislature; national assembly"),
    ("Central Bank of {}", "GOV", "central bank; reserve bank"),
)
FORCES = (
    ("Armed Forces of {}", "MIL", "armed forces; military"), ("Army of {}", "MIL", "army"), ("Air Force of {}", "MIL", "air force"),
)  # fmt: skip
NO_FORCES = frozenset(
    "CRI PAN ISL AND LIE MCO SMR VAT KIR MHL FSM NRU PLW WSM SLB TUV VUT MUS GRD LCA VCT DMA HTI PSE HKG KOS ATA".split()
)  # fmt: skip
AT_SEA = frozenset(
    "USA GBR FRA DEU RUS CHN JPN KOR PRK TWN IND PAK BGD LKA IDN MYS SGP THA VNM PHL AUS NZL CAN MEX BRA ARG CHL PER COL VEN ECU URY CUB "
    "ITA ESP PRT GRC TUR CYP HRV BGR ROU UKR POL SWE NOR DNK FIN NLD BEL IRL EGY LBY TUN DZA MAR NGA ZAF KEN TZA MOZ AGO NAM GHA SEN CIV "
    "IRN IRQ ISR LBN SYR SAU ARE QAT BHR KWT OMN YEM MMR KHM EST LVA LTU GEO AZE KAZ".split()
)


def bodies(drafts: Drafts) -> None:
    """Bodies, groups and people of `bodies.txt`.

    `country sectors | name | other names | from | to` under a heading that gives their kind.
    """
    kind: ActorKind = "organisation"
    for codes, name, *rest in facts("bodies.txt", 5):
        if codes.startswith("["):
            kind = "person" if codes == "[person]" else "organisation"
            continue
        aliases, start, end = rest[0], rest[1], rest[2]
        country, *sectors = codes.split()
        others = {alias.strip() for alias in aliases.split(";") if alias.strip()}
        drafts.add(Draft(name, kind, "" if country == "-" else country, tuple(sectors), "k", start, end, aliases=others))


def leaders(drafts: Drafts) -> None:
    """Holders of offices of `leaders.txt`, each until the next."""
    for line in (KNOWN / "leaders.txt").read_text("utf8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        head, _, held = line.partition(": ")
        of, office = owner(head, drafts)
        terms = [entry.strip().rpartition(" ")[::2] for entry in held.split(";")]
        for number, (name, start) in enumerate(terms):
            if name != "-":
                end = terms[number + 1][1] if number + 1 < len(terms) else ""
                hold(drafts, name, Term(office, of.id if isinstance(of, Body) else of, of_sectors(of, office), start, end), of)


class Body(str):
    """The name of a body that an office belongs to, with its id and country."""

    id: str
    country: str
    sectors: tuple[str, ...]


def owner(head: str, drafts: Drafts) -> tuple[str | Body, str]:
    """What an office belongs to (a country code or a body) and the office, from the start of a line."""
    if not head.startswith("@"):
        of, _, office = head.partition(" ")
        return of, office
    for office in ("foreign minister", "chief prosecutor", "head", "leader", "commander"):
        if head.endswith(f" {office}"):
            name = head[1 : -len(office) - 1]
            draft = drafts.find(name, "organisation")
            if draft is None:
                raise ValueError(f"leaders.txt: no body called {name!r} in bodies.txt")
            body = Body(draft.name)
            body.id, body.country, body.sectors = key(draft.name).lower().replace(" ", "-"), draft.country, draft.sectors
            return body, office
    raise ValueError(f"leaders.txt: unknown office in {head!r}")


def of_sectors(of: str | Body, office: str) -> tuple[str, ...]:
    """The sectors that an office gives."""
    if isinstance(of, Body):
        return ("JUD",) if office == "chief prosecutor" else ("GOV",) if of.country == "EUR" and office == "foreign minister" else civil(of)
    sector = SECTORS.get(office, "GOV")
    return (sector,) if sector else ("GOV",)


def civil(body: Body) -> tuple[str, ...]:
    """The sectors of a body's head: those of an alliance or a world police are no soldiers or policemen."""
    return tuple(sector for sector in body.sectors if body.country not in WORLD or sector not in ("MIL", "COP"))


def hold(drafts: Drafts, name: str, term: Term, of: str | Body) -> None:
    """A term of a person who may be known already; heads of states are found by their surname too."""
    draft = drafts.find(name, "person")
    country = of if not isinstance(of, Body) else (of.country if of.country not in WORLD else "")
    if draft is None:
        draft = drafts.add(Draft(name, "person", country, (), "k"))
    draft.country = draft.country or country
    draft.terms.append(term)
    words = name.split()
    surname = words[0] if country in SURNAME_FIRST or draft.country in SURNAME_FIRST else words[-1]
    if len(words) > 1 and key(surname) not in COMMON and len(surname) > 3 and surname not in ("III", "Jr."):
        draft.aliases.add(surname)
        drafts.file(draft, [surname])


def organs(drafts: Drafts) -> None:
    """The ministries, courts, forces and police of every state, under the nouns that name them ("foreign ministry").

    Found by noun and country.
    """
    for code, name, *_ in facts("countries.txt", 7):
        if code in ("ATA", "VAT", "HKG"):
            continue
        navy = (("Navy of {}", "MIL", "navy; naval forces"),) if code in AT_SEA else ()
        for title, sector, nouns in (*ORGANS, *(FORCES if code not in NO_FORCES else ()), *navy):
            full = title.format(f"the {name}" if name.startswith(("United", "Democratic", "Central", "Czech", "Dominican")) else name)
            drafts.add(Draft(full, "organisation", code, (sector,), "k", aliases={f"~{key(noun)}@{code}" for noun in nouns.split(";")}))

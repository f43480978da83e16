"""Country codes of two letters to those of three, and CAMEO actor codes to PLOVER's countries and sectors."""

from __future__ import annotations

from functools import cache

from khaldun.actors.nations import nations

PAIRS = (
    "AF AFG AL ALB DZ DZA AD AND AO AGO AG ATG AR ARG AM ARM AU AUS AT AUT AZ AZE BS BHS BH BHR BD BGD BB BRB BY BLR BE BEL BZ "
    "BLZ BJ BEN BT BTN BO BOL BA BIH BW BWA BR BRA BN BRN BG BGR BF BFA BI BDI CV CPV KH KHM CM CMR CA CAN CF CAF TD TCD CL "
    "CHL CN CHN CO COL KM COM CG COG CD COD CR CRI CI CIV HR HRV CU CUB CY CYP CZ CZE DK DNK DJ DJI DM DMA DO DOM TL TLS EC "
    "ECU EG EGY SV SLV GQ GNQ ER ERI EE EST SZ SWZ ET ETH FJ FJI FI FIN FR FRA GA GAB GM GMB GE GEO DE DEU GH GHA GR GRC GD "
    "GRD GT GTM GN GIN GW GNB GY GUY HT HTI HN HND HU HUN IS ISL IN IND ID IDN IR IRN IQ IRQ IE IRL IL ISR IT ITA JM JAM JP "
    "JPN JO JOR KZ KAZ KE KEN KI KIR XK KOS KW KWT KG KGZ LA LAO LV LVA LB LBN LS LSO LR LBR LY LBY LI LIE LT LTU LU LUX MG "
    "MDG MW MWI MY MYS MV MDV ML MLI MT MLT MH MHL MR MRT MU MUS MX MEX FM FSM MD MDA MC MCO MN MNG ME MNE MA MAR MZ MOZ MM "
    "MMR NA NAM NR NRU NP NPL NL NLD NZ NZL NI NIC NE NER NG NGA KP PRK MK MKD NO NOR OM OMN PK PAK PW PLW PS PSE PA PAN PG "
    "PNG PY PRY PE PER PH PHL PL POL PT PRT QA QAT RO ROU RU RUS RW RWA KN KNA LC LCA VC VCT WS WSM SM SMR ST STP SA SAU SN "
    "SEN RS SRB SC SYC SL SLE SG SGP SK SVK SI SVN SB SLB SO SOM ZA ZAF KR KOR SS SSD ES ESP LK LKA SD SDN SR SUR SE SWE CH "
    "CHE SY SYR TW TWN TJ TJK TZ TZA TH THA TG TGO TO TON TT TTO TN TUN TR TUR TM TKM TV TUV UG UGA UA UKR AE ARE GB GBR US "
    "USA UY URY UZ UZB VU VUT VA VAT VE VEN VN VNM YE YEM ZM ZMB ZW ZWE HK HKG AQ ATA GL DNK FO DNK PR USA GU USA AS USA VI "
    "USA MP USA VG GBR GI GBR BM GBR KY GBR TC GBR AI GBR MS GBR JE GBR GG GBR IM GBR FK GBR SH GBR IO GBR NC FRA PF FRA GF "
    "FRA GP FRA MQ FRA YT FRA RE FRA MF FRA BL FRA PM FRA WF FRA CW NLD AW NLD SX NLD BQ NLD MO CHN CK NZL NU NZL TK NZL SJ "
    "NOR AX FIN EH MAR EU EUR SU RUS"
).split()
TWO = dict(zip(PAIRS[::2], PAIRS[1::2], strict=True))
CAMEO = {
    **{code: code for code in "GOV MIL REB OPP JUD COP SPY BUS EDU AGR REF LAB CVL ELI LEG PTY UAF CRM PRM SOC JRN UNK PRE".split()},
    "MED": "JRN", "HLH": "MED", "INS": "REB", "SEP": "REB", "HRI": "SOC", "ENV": "SOC", "DEV": "SOC", "REL": "REL",
}  # fmt: skip
FAITHS = frozenset("MUS CHR HIN BUD JEW SIK CTH PRO ORT SFI SUN".split())
WORLD = {"NGO": "NGO", "NGM": "NGO", "MNC": "MNC", "IMG": "IMG", "IGO": "IGO", "UNO": "UNO", "EUR": "EUR", "ISM": "ISM"}


@cache
def countries() -> frozenset[str]:
    """Every code that PLOVER has for a country or international body."""
    return frozenset(nation.code for _, nation in nations().values()) | frozenset(WORLD.values())


def country(code: str) -> str | None:
    """A country code of two or three letters as PLOVER's; nothing where it is none."""
    upper = code.strip().upper()
    return upper if upper in countries() else TWO.get(upper)


def plover(code: str) -> tuple[str, tuple[str, ...]] | None:
    """A CAMEO actor code ("AFGGOVMIL") as country and sectors; nothing where the country is none of PLOVER's.

    Ministers are GOV whatever they are ministers of; of international bodies only health, media and courts keep a sector.
    """
    parts = [code[at : at + 3] for at in range(0, len(code), 3)]
    place = WORLD.get(parts[0], parts[0])
    if parts[0] == "IGO":
        place = "UNO" if "UNO" in parts else "EUR" if parts[1:2] == ["EUR"] and "EEC" in parts else "IGO"
    if place not in countries():
        return None
    sectors = list(dict.fromkeys(CAMEO[part] for part in parts[1:] if part in CAMEO))
    if "GOV" in sectors:
        sectors = ["GOV"]
    if not sectors and set(parts[1:]) & FAITHS and place not in WORLD.values():
        sectors = ["REL"]
    if place in ("NGO", "MNC", "IMG", "IGO", "UNO"):
        sectors = [sector for sector in sectors if sector in ("MED", "JRN", "JUD") and place != "MNC"]
    return place, tuple(sectors)

"""Telling languages apart by script and common words."""

from __future__ import annotations

import pytest

from khaldun.articles.language import language

TEXTS = {
    "en": "The ministers of both countries met in the harbour town and said that they would open the border for trade.",
    "de": "Die Minister der beiden Länder haben sich in der Stadt getroffen und gesagt, dass sie die Grenze für den Handel öffnen.",
    "fr": "Les ministres des deux pays se sont rencontrés dans la ville et ont dit qu’ils ouvriront la frontière pour le commerce.",
    "es": "Los ministros de los dos países se reunieron en la ciudad y dijeron que abrirán la frontera para el comercio.",
    "it": "I ministri dei due paesi si sono incontrati nella città e hanno detto che apriranno il confine per il commercio.",
    "pt": "Os ministros dos dois países se reuniram na cidade e disseram que vão abrir a fronteira para o comércio.",
    "sv": "Ministrarna från de båda länderna möttes i staden och sade att de ska öppna gränsen för handel.",
    "pl": "Ministrowie obu krajów spotkali się w mieście i powiedzieli, że otworzą granicę dla handlu.",
    "tr": "İki ülkenin bakanları kentte bir araya geldi ve sınırı ticaret için açacaklarını söyledi, ancak bu daha çok yeni.",
    "ru": "Министры двух стран встретились в городе и заявили, что откроют границу для торговли.",
    "uk": "Міністри двох країн зустрілися в місті й заявили, що відкриють кордон для торгівлі.",
    "ar": "التقى وزيرا البلدين في المدينة وقالا إنهما سيفتحان الحدود أمام التجارة.",
    "ja": "両国の大臣は町で会談し、貿易のために国境を開くと述べた。",
    "zh": "两国部长在城里会面，表示将开放边境进行贸易。",
    "ko": "양국 장관은 도시에서 만나 무역을 위해 국경을 열겠다고 말했다.",
}


@pytest.mark.parametrize("name", TEXTS)
def test_languages(name: str) -> None:
    assert language(TEXTS[name]) == name


def test_a_hint_decides_where_words_say_too_little() -> None:
    assert language("Border open", "de-AT") == "de"
    assert language(TEXTS["en"], "de") == "en"
    assert language("") is None
    assert language("12345 678") is None

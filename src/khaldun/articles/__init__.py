"""Pages to articles. In: a Page. Out: its articles with headline, body, byline, dateline, date and language, and the furniture between."""

from khaldun.articles.splitting import split

__all__ = ["split"]

"""`python -m khaldun` is `khaldun`."""

from khaldun.cli import main

main()

"""The gazetteer's making: lists of facts in, the tables in `khaldun/data` out."""

"""First-level divisions that the division table of 2015 does not have as they are now, and the other names that news gives to some.

`RENAMED` finds a division by a town in it, since codes alone say little to a reader.
"""

from __future__ import annotations

RENAMED: dict[tuple[str, str], str] = {
    ("CD", "Bunia"): "Ituri", ("CD", "Goma"): "North Kivu", ("CD", "Bukavu"): "South Kivu", ("CD", "Kisangani"): "Tshopo", ("CD", "Kalemie"): "Tanganyika",
    ("CD", "Lubumbashi"): "Haut-Katanga", ("CD", "Kolwezi"): "Lualaba", ("CD", "Kamina"): "Haut-Lomami", ("CD", "Kananga"): "Kasaï-Central", ("CD", "Tshikapa"): "Kasaï",
    ("CD", "Mbuji-Mayi"): "Kasaï-Oriental", ("CD", "Isiro"): "Haut-Uele", ("CD", "Buta"): "Bas-Uele", ("CD", "Matadi"): "Kongo Central", ("CD", "Bandundu"): "Kwilu",
    ("CD", "Mbandaka"): "Équateur", ("CD", "Gemena"): "Sud-Ubangi", ("CD", "Gbadolite"): "Nord-Ubangi", ("CD", "Lisala"): "Mongala", ("CD", "Boende"): "Tshuapa",
    ("CD", "Inongo"): "Mai-Ndombe", ("CD", "Kabinda"): "Lomami", ("CD", "Lusambo"): "Sankuru", ("CD", "Kindu"): "Maniema",
    ("FR", "Bordeaux"): "Nouvelle-Aquitaine", ("FR", "Lille"): "Hauts-de-France", ("FR", "Strasbourg"): "Grand Est", ("FR", "Rouen"): "Normandy",
    ("FR", "Dijon"): "Bourgogne-Franche-Comté", ("FR", "Toulouse"): "Occitanie", ("FR", "Lyon"): "Auvergne-Rhône-Alpes", ("FR", "Orléans"): "Centre-Val de Loire",
    ("FR", "Paris"): "Île-de-France",
    ("ET", "Adama"): "Oromia", ("ET", "Addis Ababa"): "Addis Ababa", ("ET", "Asosa"): "Benishangul-Gumuz", ("ET", "Hawassa"): "Sidama",
    ("UA", "Kyiv"): "Kyiv City", ("UA", "Bila Tserkva"): "Kyiv Oblast", ("UA", "Odesa"): "Odesa Oblast", ("UA", "Sevastopol"): "Sevastopol", ("UA", "Vinnytsia"): "Vinnytsia Oblast",
    ("UA", "Zaporizhzhia"): "Zaporizhzhia Oblast", ("UA", "Kharkiv"): "Kharkiv Oblast", ("UA", "Donetsk"): "Donetsk Oblast", ("UA", "Luhansk"): "Luhansk Oblast",
    ("UA", "Kherson"): "Kherson Oblast", ("UA", "Sumy"): "Sumy Oblast", ("UA", "Chernihiv"): "Chernihiv Oblast", ("UA", "Mykolaiv"): "Mykolaiv Oblast",
    ("UA", "Dnipro"): "Dnipropetrovsk Oblast", ("UA", "Poltava"): "Poltava Oblast", ("UA", "Lviv"): "Lviv Oblast", ("UA", "Zhytomyr"): "Zhytomyr Oblast",
    ("SD", "El Fasher"): "North Darfur", ("SD", "Nyala"): "South Darfur", ("SD", "Geneina"): "West Darfur", ("SD", "Ed Daein"): "East Darfur", ("SD", "Zalingei"): "Central Darfur",
    ("SD", "El Obeid"): "North Kordofan", ("SD", "Kadugli"): "South Kordofan", ("SD", "Al Fulah"): "West Kordofan", ("SD", "Wad Medani"): "Gezira", ("SD", "Gedaref"): "Gedaref",
    ("SD", "Singa"): "Sennar", ("SY", "Raqqa"): "Raqqa", ("SY", "Al Hasakah"): "Hasakah", ("SY", "As-Suwayda"): "Suwayda", ("SY", "Douma"): "Rif Dimashq", ("SY", "Damascus"): "Damascus",
    ("SY", "Daraa"): "Daraa", ("SY", "Idlib"): "Idlib", ("YE", "Sanaa"): "Sanaa", ("YE", "Ma'rib"): "Marib", ("YE", "Ta'izz"): "Taiz", ("YE", "Al Hudaydah"): "Hodeidah",
    ("IQ", "Kirkuk"): "Kirkuk", ("IQ", "Mosul"): "Nineveh", ("IQ", "Ramadi"): "Anbar", ("IQ", "Tikrit"): "Salah al-Din", ("IQ", "Erbil"): "Erbil", ("IQ", "Sulaymaniyah"): "Sulaymaniyah",
    ("IQ", "Basra"): "Basra", ("IQ", "Baqubah"): "Diyala", ("IQ", "Nasiriyah"): "Dhi Qar", ("TG", "Dapaong"): "Savanes",
    ("MM", "Sittwe"): "Rakhine", ("MM", "Loikaw"): "Kayah", ("MM", "Hpa-An"): "Kayin", ("MM", "Taunggyi"): "Shan", ("MM", "Sagaing"): "Sagaing", ("MM", "Nay Pyi Taw"): "Naypyidaw",
    ("PK", "Peshawar"): "Khyber Pakhtunkhwa", ("PK", "Quetta"): "Balochistan", ("PK", "Muzaffarabad"): "Azad Kashmir", ("PK", "Gilgit"): "Gilgit-Baltistan",
    ("KE", "Garissa"): "Garissa", ("KE", "Mandera"): "Mandera", ("KE", "Lamu"): "Lamu", ("KE", "Wajir"): "Wajir", ("KE", "Kisumu"): "Kisumu", ("KE", "Mombasa"): "Mombasa",
    ("KE", "Nairobi"): "Nairobi", ("MZ", "Pemba"): "Cabo Delgado", ("RU", "Moscow"): "Moscow", ("RU", "Saint Petersburg"): "Saint Petersburg", ("IN", "Srinagar"): "Jammu and Kashmir",
    ("IN", "Leh"): "Ladakh", ("IN", "Hyderabad"): "Telangana", ("IN", "Bhubaneswar"): "Odisha", ("IN", "Dehradun"): "Uttarakhand", ("CI", "Abidjan"): "Abidjan",
    ("ID", "Jayapura"): "Papua", ("ID", "Tanjung Selor"): "North Kalimantan", ("CZ", "Ostrava"): "Moravia-Silesia", ("CN", "Urumqi"): "Xinjiang", ("CN", "Lhasa"): "Tibet",
    ("CN", "Hohhot"): "Inner Mongolia", ("CN", "Nanning"): "Guangxi", ("CN", "Yinchuan"): "Ningxia", ("ML", "Kidal"): "Kidal", ("ML", "Menaka"): "Ménaka", ("SO", "Mogadishu"): "Banaadir",
    ("LY", "Benghazi"): "Benghazi", ("CO", "Bogotá"): "Bogotá", ("KZ", "Almaty"): "Almaty", ("LK", "Jaffna"): "Northern Province", ("IR", "Zahedan"): "Sistan and Baluchestan",
    ("IR", "Sanandaj"): "Kurdistan", ("IR", "Ahvaz"): "Khuzestan", ("IR", "Isfahan"): "Isfahan", ("TH", "Pattani"): "Pattani",
    ("US", "Washington, D.C."): "District of Columbia", ("GE", "Tbilisi"): "Tbilisi", ("NP", "Kathmandu"): "Bagmati", ("NP", "Pokhara"): "Gandaki", ("NP", "Biratnagar"): "Koshi",
    ("NP", "Janakpur"): "Madhesh", ("NP", "Butwal"): "Lumbini", ("NP", "Birendranagar"): "Karnali",
}  # fmt: skip

ALIASES: dict[tuple[str, str], tuple[str, ...]] = {
    ("CD", "Haut-Uele"): ("Upper Uele",), ("CD", "Kasaï"): ("Kasai",), ("CD", "Kongo Central"): ("Bas-Congo",), ("CD", "North Kivu"): ("Nord-Kivu",), ("CD", "South Kivu"): ("Sud-Kivu",),
    ("ET", "Oromia"): ("Oromiya", "Oromo region"), ("ET", "Benishangul-Gumuz"): ("Benishangul Gumuz",), ("ET", "Somali"): ("Somali region",),
    ("UA", "Odesa Oblast"): ("Odessa oblast",), ("UA", "Kyiv Oblast"): ("Kiev oblast", "Kyiv region", "Kiev region"), ("UA", "Zaporizhzhia Oblast"): ("Zaporizhia oblast", "Zaporozhye region"),
    ("UA", "Dnipropetrovsk Oblast"): ("Dnipro region", "Dnepropetrovsk"), ("UA", "Donetsk Oblast"): ("Donetsk People's Republic",), ("UA", "Luhansk Oblast"): ("Lugansk", "Luhansk People's Republic"),
    ("SD", "Gezira"): ("Al Jazirah", "Al Jazira", "Jazira", "El Gezira", "Gezira State", "Al-Jazeera State"), ("SY", "Raqqa"): ("Raqqah", "Ar-Raqqah"),
    ("SY", "Hasakah"): ("Hassakeh", "Al-Hasakah", "Hasaka"), ("SY", "Deir ez-Zor"): ("Deir Ezzor", "Deir al-Zor", "Deir al-Zour", "Deir Al Zor"), ("SY", "Suwayda"): ("Sweida", "Suweida"),
    ("SY", "Rif Dimashq"): ("Rural Damascus", "Damascus countryside"), ("SY", "Daraa"): ("Deraa",), ("YE", "Hodeidah"): ("Hodeida", "Al Hudaydah"), ("YE", "Taiz"): ("Taizz", "Ta'izz"),
    ("IQ", "Anbar"): ("Al Anbar",), ("IQ", "Nineveh"): ("Ninewa", "Ninawa"), ("IQ", "Salah al-Din"): ("Salahuddin", "Saladin", "Salahaddin"),
    ("MM", "Rakhine"): ("Arakan",), ("MM", "Kayin"): ("Karen",), ("MM", "Kayah"): ("Karenni",), ("PK", "Khyber Pakhtunkhwa"): ("KPK", "North-West Frontier Province"), ("PK", "Balochistan"): ("Baluchistan",),
    ("PK", "Azad Kashmir"): ("Pakistani-administered Kashmir", "Pakistan-administered Kashmir"), ("CN", "Xinjiang"): ("Xinjiang Uyghur Autonomous Region", "East Turkestan"),
    ("CN", "Tibet"): ("Tibet Autonomous Region",), ("IN", "Jammu and Kashmir"): ("Indian-administered Kashmir", "Indian Kashmir", "Jammu & Kashmir"), ("IN", "Odisha"): ("Orissa",),
    ("IN", "NCT"): ("National Capital Territory",), ("IR", "Sistan and Baluchestan"): ("Sistan-Baluchestan", "Sistan and Baluchistan", "Sistan-Baluchistan"),
    ("IR", "Isfahan"): ("Esfahan",), ("MX", "México"): ("State of Mexico", "Mexico State"), ("RU", "Moscow"): (), ("DE", "Bavaria"): ("Bayern",), ("IT", "Lombardy"): ("Lombardia",),
    ("ES", "Catalonia"): ("Catalunya",), ("NG", "Federal Capital Territory"): ("FCT",), ("US", "District of Columbia"): ("D.C.", "DC", "Washington, D.C."), ("ML", "Tombouctou"): ("Timbuktu",),
    ("AU", "New South Wales"): ("NSW",), ("CA", "British Columbia"): ("B.C.",), ("CA", "Quebec"): ("Québec",), ("VE", "Miranda"): (), ("ID", "Aceh"): ("Aceh province",),
    ("TR", "Hakkari"): ("Hakkâri",), ("TR", "Diyarbakir"): ("Diyarbakır",), ("TR", "Şırnak"): ("Sirnak",), ("GB", "Northern Ireland"): ("Ulster",), ("BR", "São Paulo"): ("Sao Paulo state",),
}  # fmt: skip

KNOWN_AS: dict[tuple[str, str], tuple[str, ...]] = {
    ("UA", "odesa"): ("Odesa", "Odessa",), ("UA", "kharkiv"): ("Kharkiv", "Kharkov",), ("UA", "kyiv"): ("Kyiv", "Kiev",), ("UA", "zaporizhzhya"): ("Zaporizhzhia", "Zaporizhia"), ("UA", "lviv"): ("Lviv", "Lvov",),
    ("YE", "al hudaydah"): ("Hodeidah", "Hodeida"), ("AZ", "khankendi"): ("Stepanakert", "Khankendi"), ("SY", "ar raqqah"): ("Raqqa",), ("SY", "al hasakah"): ("Hasakah", "Hassakeh"),
    ("PS", "dayr al balah"): ("Deir al-Balah", "Deir el-Balah"), ("IL", "jerusalem"): ("Jerusalem", "Al-Quds",), ("IR", "esfahan"): ("Isfahan", "Esfahan"), ("MM", "yangon"): ("Yangon", "Rangoon",), ("IN", "mumbai"): ("Mumbai", "Bombay",),
    ("IN", "kolkata"): ("Kolkata", "Calcutta",), ("IN", "chennai"): ("Chennai", "Madras",), ("IN", "bengaluru"): ("Bengaluru", "Bangalore",), ("TR", "izmir"): ("Izmir", "Smyrna",), ("SA", "mecca"): ("Mecca", "Makkah",),
    ("UA", "dnipro"): ("Dnipro", "Dnipropetrovsk", "Dnepr"), ("UA", "mykolayiv"): ("Mykolaiv", "Nikolaev"), ("UA", "luhansk"): ("Luhansk", "Lugansk",), ("UA", "bakhmut"): ("Bakhmut", "Artemivsk", "Artyomovsk"),
    ("BY", "homyel"): ("Gomel", "Homyel"), ("MD", "chisinau"): ("Chisinau", "Kishinev",), ("KZ", "astana"): ("Astana", "Nur-Sultan",), ("LY", "az zawiyah"): ("Zawiya",), ("SD", "wad medani"): ("Wad Madani",),
    ("SD", "al junaynah"): ("Geneina", "El Geneina", "Al-Junaynah"), ("ET", "mekele"): ("Mekelle", "Mekele"), ("SO", "kismayo"): ("Kismayo", "Kismaayo",), ("EH", "laayoune"): ("Laayoune", "El Aaiún", "Laâyoune"),
    ("LB", "tyre"): ("Tyre", "Sour",), ("LB", "sidon"): ("Sidon", "Saida",), ("IQ", "al fallujah"): ("Fallujah", "Falluja"), ("AF", "kandahar"): ("Kandahar",), ("PL", "gdansk"): ("Gdańsk", "Danzig",),
}  # fmt: skip
"""Spellings, the one to show first, of towns that news uses as their very names, so that a namesake elsewhere does not go before."""

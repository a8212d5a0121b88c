package intake

import (
	"testing"

	"communique/editor/intake/repair"
	"communique/editor/release"
)

// A lead says where it is from in ways that wires and offices of several languages have.
func TestTownsBeforeALead(t *testing.T) {
	const (
		en = "The council opened a pier for the boats of the old town today, which was long in the making."
		de = "Der Rat hat heute einen neuen Anleger für die Boote der alten Stadt eröffnet, der lange im Bau war."
		fr = "Le conseil a ouvert aujourd'hui un nouveau quai pour les bateaux de la vieille ville, après neuf ans."
		it = "Il consiglio ha aperto oggi un nuovo molo per le barche della città vecchia, dopo nove anni di lavori."
		es = "El consejo abrió hoy un nuevo muelle para los barcos de la ciudad vieja, después de nueve años de obras."
	)
	for name, tt := range map[string]struct{ text, date, place string }{
		"a wire behind a full stop":         {"Council opens a pier\n27 April 2021 17:40\nSAMPLE-TOWN. SAMPLEFORM – " + en, "2021-04-27", "Sample-Town"},
		"behind its writer":                 {"Council opens a pier\n31 January 2024\nAnn Example, Turku – " + en, "2024-01-31", "Turku"},
		"behind a spot and a state":         {"Council opens a pier\n31 January 2024\nGreen Sample, Wyoming – " + en, "2024-01-31", ""},
		"before an hour":                    {"Le conseil ouvre un quai\nExempleville, le 11 juin 2024 à 7h30 – " + fr, "2024-06-11", "Exempleville"},
		"before an hour without minutes":    {"Le conseil ouvre un quai\nExempleville, le 11 juin 2024 à 7 h – " + fr, "2024-06-11", "Exempleville"},
		"with its district":                 {"El consejo abre un muelle\nBogotá D. C., 18 de marzo de 2021. " + es, "2021-03-18", "Bogotá"},
		"behind an Italian wire":            {"Il consiglio apre un molo\n24 ottobre 2019 16:42\n(ANSA) - ROMA, 24 OTT - " + it, "2019-10-24", "Roma"},
		"unknown, before a wire of letters": {"Rat eröffnet einen Anleger\n08.09.2022 – 10:15\nMuster Boote GmbH\nMusterhausen (ots) - " + de, "2022-09-08", "Musterhausen"},
		"a word before letters":             {"Rat eröffnet einen Anleger\n08.09.2022 – 10:15\nNachrichten (ots) - " + de, "2022-09-08", ""},
		"in capitals, joined":               {"Council opens a pier\nCORSIER-SUR-VEVEY, Switzerland (November 5, 2021) -- " + en, "2021-11-05", "Corsier-sur-Vevey, Switzerland"},
	} {
		t.Run(name, func(t *testing.T) {
			if r := readSingle(t, tt.text); r.Date.String() != tt.date || r.Place != tt.place {
				t.Errorf("%s, %q", r.Date, r.Place)
			}
		})
	}
}

// What stands between a headline and its lead, or above it, is neither.
func TestLinesAroundATown(t *testing.T) {
	const title, lead = "Council opens a new pier for boats", "The council opened a new pier for the boats of the old town, which was long in the making."
	for name, text := range map[string]string{
		"an office in a country above":     "U.S. Embassy in Sampleland\n" + title + "\n1 MINUTE READ\nFebruary 1, 2023\n" + lead,
		"an office in a town below":        title + "\n19 October 2018\nSAMPLE Programme Office in Bishkek\nOSH, Kyrgyzstan, 19 October 2018 – " + lead,
		"a company below":                  title + "\n19 October 2018\nSample Boote GmbH\nOSH, Kyrgyzstan, 19 October 2018 – " + lead,
		"a section in cells above":         "SAMPLE | 2022 NEWS ITEMS\n" + title + "\n" + lead + "\n20 January 2022",
		"a section in cells below":         "Pier: council opens it for boats\n8 July 2024\nHarbour | Sampleland\nDushanbe/Budapest, 8 July: " + lead,
		"read time":                        title + "\nNews Release | 03 December 2019\nRead time: 1 min\n" + lead,
		"a bank over its day":              "NATIONAL BANK OF SAMPLELAND\nTashkent, 27 July 2023\n" + title + "\n" + lead,
		"the day again":                    title + "\n18 JUL, 13:45\nMOSCOW, July 18, 2023. /SAMPLE/. " + lead,
		"a company with its address above": "Sample Boats AG\nWerkstrasse 4\n4500 Musterstadt\nSwitzerland\n18 April 2023\n" + title + "\n" + lead,
		"a control of a page below":        title + "\n26 January 2023\nGet emails about this page\n" + lead,
		"no summary over the event's day":  "MEDIA ADVISORY\n2 April 2019\n" + title + "\n" + lead + "\nDate: 11 April 2019\nTime: 17:00\nRSVP by 9 April",
		"cells that the lead says, too":    title + " | Harbour news\n19 October 2018\n" + lead,
	} {
		t.Run(name, func(t *testing.T) {
			want := title
			switch name {
			case "a section in cells below":
				want = "Pier: council opens it for boats"
			case "cells that the lead says, too":
				want = title + " | Harbour news"
			}
			r := readSingle(t, text)
			if r.Headline != want || len(r.Lead) < len(lead) || r.Lead[len(r.Lead)-len(lead):] != lead {
				t.Errorf("%q, lead %q", r.Headline, r.Lead)
			}
		})
	}
}

// A place is guessed from the address of a company or an event, and told; a spot in a town, and a town in another case, are none.
func TestGuessedTowns(t *testing.T) {
	const title, lead = "Council opens a new pier", "The council opened a new pier for the boats of the old town. It was long in the making."
	for name, tt := range map[string]struct{ text, place, told string }{
		"behind a postcode":              {"Sample Boats AG\nWerkstrasse 4\n4500 Musterstadt\nSwitzerland\n18 April 2023\n" + title + "\n" + lead, "Musterstadt", repair.PlaceWeighed},
		"a street behind a number":       {title + "\n" + lead + "\n\nContact\n1600 Sample Avenue\npress@sample.example", "", ""},
		"where an event will be":         {"MEDIA ADVISORY\n2 April 2019\n" + title + "\n" + lead + "\nDate: 11 April 2019\nVenue: State Museum of Arts, 22/1 Koktem-3, Almaty", "Almaty", repair.PlaceWeighed},
		"no town behind a year":          {title + "\n" + lead + "\n\nAnnual report, 2024 March\nHarbour, 2024 News", "", ""},
		"where two events will be":       {"MEDIA ADVISORY\n2 April 2019\n" + title + "\n" + lead + "\nVenue: State Museum of Arts, Almaty\nVenue: State Museum of Arts, Bishkek", "", ""},
		"a spot in a town":               {"Mayor Announces Free Concerts in Riverside Park\nMay 27, 2022\nThe mayor announced today that free concerts will be held in Riverside Park in June.", "", ""},
		"a town in another case":         {"Minister otworzył laboratorium w Przykładowach\n19.05.2022\nMinister otworzył dziś w Przykładowach laboratorium badania gleb; prace trwały dwa lata.", "", ""},
		"a town in another case, called": {"Minister otworzył laboratorium w Przykładzinie\n19.05.2022\nMinister otworzył dziś w Przykładzinie laboratorium badania gleb; prace trwały dwa lata.\nUrząd Miasta Przykładzin", "Przykładzin", repair.PlaceWeighed},
	} {
		t.Run(name, func(t *testing.T) {
			r := readSingle(t, tt.text)
			if told := codesOf(r, release.PlaceField); r.Place != tt.place || told != tt.told {
				t.Errorf("%q, told %q", r.Place, told)
			}
		})
	}
}

// Days and towns of wires and offices, and what stands beside a day that is no town.
func TestTownsOfWires(t *testing.T) {
	const title, said = "Council opens a new pier\n", "The council opened a pier for the boats of the old town, which was long in the making."
	for name, tt := range map[string]struct{ text, date, place string }{
		"a month before the day":           {title + "Olympia - 6.18.03 - " + said, "2003-06-18", "Olympia"},
		"a zone behind the day":            {title + "April 12, 2023 GMT\nSEATTLE (AP) — " + said, "2023-04-12", "Seattle"},
		"a wire in spaces between slashes": {title + "TORONTO, ON / ACCESSWIRE / March 5, 2024 / " + said, "2024-03-05", "Toronto, ON"},
		"two towns":                        {title + "Oslo and Kiel, 20 July 2021 – " + said, "2021-07-20", "Oslo and Kiel"},
		"two towns that do something":      {title + "20 July 2021\nOslo and Kiel have a new pier for boats that was opened by both councils today, at last.", "2021-07-20", ""},
		"a section above":                  {"06 July 2022, 15:10\nEconomy\n" + title + "MINSK, 6 July (BelTA) - " + said, "2022-07-06", "Minsk"},
		"a kind of text above":             {"Jun 20, 2024\nArticle\n4 Min Read\n" + title + said, "2024-06-20", ""},
		"above who is asked":               {title + said + "\nBasel, 8 December 2022\nMedia contact\nAnn Example, communications", "2022-12-08", "Basel"},
		"a state in brackets":              {"O conselho abre um cais\nExemplópolis (SC), 20 de outubro de 2022 - O conselho abriu hoje um cais para os barcos da cidade velha, depois de nove anos.", "2022-10-20", "Exemplópolis"},
		"a wire and another":               {"Rat eröffnet einen Anleger\nExempelstadt (OTS/NLK) - Der Rat hat gestern einen neuen Anleger für die Boote der alten Stadt eröffnet.", "", "Exempelstadt"},
		"a month cut short in French":      {"Le conseil ouvre un quai\nAbidjan, 6 avr 2022 (AIP) – Le conseil a ouvert un quai pour les bateaux de la vieille ville.", "2022-04-06", "Abidjan"},
		"a sentence right behind the day":  {"El consejo abre un muelle\nPiura, 5 oct. 2022.- El consejo abrió hoy un nuevo muelle para los barcos de la ciudad vieja.", "2022-10-05", "Piura"},
		"capitals of Azerbaijan":           {"Şura yeni körpü açıb\nBAKI, Azərbaycan, 20 fevral 2023. Şura köhnə şəhərin qayıqları üçün yeni körpü açıb, məlumat verilir.", "2023-02-20", "Bakı, Azərbaycan"},
		"a noun in German":                 {"Rat nimmt Anleger in Betrieb\n24.03.2022 09:14\nDer Rat hat einen neuen Anleger für die Boote der alten Stadt heute in Betrieb genommen.", "2022-03-24", ""},
		"an unknown town before an agency": {title + "8 July 2024\nSampleby (AP) — " + said, "2024-07-08", "Sampleby"},
		"two known towns":                  {title + "8 July 2024\nNew York, London – " + said, "2024-07-08", "New York, London"},
		"a house before the town":          {title + "8 July 2024\nSample News, Turku – " + said, "2024-07-08", "Turku"},
		"an hour and a full stop":          {title + "Paris, 11 June 2024, 10:00. " + said, "2024-06-11", "Paris"},
		"a state that something is in":     {title + "8 July 2024\nThe council opened a new pier in Tajikistan today, which was long in the making.", "2024-07-08", ""},
		"a state that is a town":           {title + "8 July 2024\nThe council opened a new pier in Singapore today, which was long in the making.", "2024-07-08", "Singapore"},
		"a weekday behind the day":         {"Tarım fuarı açıldı\n25 Ekim 2023 Çarşamba - 11:34:19\nADANA (İGFA) - Adana'da düzenlenen tarım fuarı 22 ülkeden 300 firmanın katılımıyla kapılarını bugün açtı.", "2023-10-25", "Adana"},
		"a day alone above who is asked":   {title + said + "\nApplications close on:\n8 December 2022\nMedia contact\nAnn Example, communications", "", ""},
		"where it was done":                {title + said + "\nDone at Cholpon-Ata, 2 June 2023", "2023-06-02", "Cholpon-Ata"},
		"with the day above":               {title + "8 July 2024\n" + said + "\nBasel, 8 July 2024\nMedia contact\nAnn Example, communications", "2024-07-08", "Basel"},
		"in brackets":                      {"FOR RELEASE JUNE 12, 2017\n" + title + "(Philadelphia) " + said, "2017-06-12", "Philadelphia"},
		"a day in figures before a wire":   {"Ministra abre feira\nLuanda, 03/11 (ANGOP) - A ministra da Cultura abriu, nesta quinta-feira, a feira de livros com 60 livrarias.\nPublicado: 03 de Novembro de 2022", "2022-11-03", "Luanda"},
		"in capitals before a stop":        {"Crece la cosecha\n8 de julio de 2021\nSAN EJEMPLO DE LIMÓN.- La cosecha de limón creció un 6% este año, informó el gobierno provincial en su boletín.", "2021-07-08", "San Ejemplo de Limón"},
		"a label of the day":               {"Kabinett beschließt Gesetz\nDatum 15.06.2022\nDas Bundeskabinett hat heute den Entwurf eines Gesetzes zum Ausbau der Windkraft beschlossen.", "2022-06-15", ""},
		"a town in Polish":                 {"Rada spotkała się w Krakowie\n25 maja 2023\nRada spotkała się dziś w Krakowie, by mówić o starej przystani i o łodziach.", "2023-05-25", "Kraków"},
	} {
		t.Run(name, func(t *testing.T) {
			if r := readSingle(t, tt.text); r.Date.String() != tt.date && (tt.date != "" || !r.Date.IsZero()) || r.Place != tt.place {
				t.Errorf("%s, %q", r.Date, r.Place)
			}
		})
	}
}

// Who wrote a text, a press office with its house and what a wire counts stand above a headline.
func TestLinesAboveHeadlines(t *testing.T) {
	const lead = "The council opened a new pier for the boats of the old town, which was long in the making."
	for text, want := range map[string]string{
		"Pier: council opens it for boats\n8 July 2024\nHarbour | Sampleland\n" + lead:                                                                                                                                                                         "Pier: council opens it for boats",
		"Pier | council opens it for boats\nThe old town gets room for ferries at last\n" + lead:                                                                                                                                                               "Pier | council opens it for boats",
		"New pier for boats opened\nTashkent, 27 July 2023\nFerries of the old town and its boats\n" + lead:                                                                                                                                                    "New pier for boats opened",
		"04.05.2023 – 13:37\nPolizeipräsidium Mainz\nZeugen nach Unfall gesucht\nMainz (ots) - Nach einem Unfall auf der Rheinallee in der Nacht sucht die Polizei Zeugen.":                                                                                    "Zeugen nach Unfall gesucht",
		"August 02, 2022 14:25 GMT\nBy Sample Service\nWater shortage closes fish farms\nEleven fish farms in the south have closed for lack of water, the association says.":                                                                                  "Water shortage closes fish farms",
		"There were 1,204 press releases posted in the last 24 hours and 390,112 in the last 365 days.\nStartup wins the regional prize\nALMATY, KAZAKHSTAN, November 17, 2022 /EINPresswire.com/ -- A startup that measures soil moisture has won the prize.": "Startup wins the regional prize",
		"Пробный шаардык мэриясынын басма сөз кызматы\n05.12.2022\nМэрия жаңы автобустарды тапшырды\nПробный шаардык мэриясы бүгүн муниципалдык ишканага 20 жаңы автобус тапшырды.":                                                                            "Мэрия жаңы автобустарды тапшырды",
	} {
		if r := readSingle(t, text); r.Headline != want {
			t.Errorf("%q", r.Headline)
		}
	}
}

// Serbian in Latin letters is told from Croatian by a word or two of its own.
func TestSerbianInLatinLetters(t *testing.T) {
	for text, want := range map[string]string{
		"Ministarka posetila fabriku\nMinistarka privrede posetila je danas fabriku papira i razgovarala s direktorom o planovima za proširenje.":         "sr",
		"Otvoren sajam knjiga\nMeđunarodni sajam knjiga otvoren je danas uz učešće 400 izlagača iz 18 zemalja.":                                           "sr",
		"Ministrica posjetila tvornicu\nMinistrica gospodarstva posjetila je danas tvornicu papira i razgovarala s direktorom o planovima za proširenje.": "hr",
		"Otvoren sajam knjiga\nMeđunarodni sajam knjiga otvoren je 23. listopada u Zagrebu uz sudjelovanje 400 izlagača iz 18 zemalja.":                   "hr",
	} {
		if r := readSingle(t, text); r.Language != want {
			t.Errorf("%q: %s", text, r.Language)
		}
	}
}

// What looks like a section, an office or the day again stays where the lead says otherwise.
func TestLinesThatStayAbove(t *testing.T) {
	const title, lead = "Council opens a new pier for boats", "The council opened a new pier for the boats of the old town, which was long in the making."
	for name, tt := range map[string]struct{ text, headline, place, lead string }{
		"cells of which the lead says words": {"Council | pier for boats\nThe old town gets room for boats at last\n" + lead, "Council | pier for boats", "", ""},
		"a headline over its day":            {"New pier for boats of the old town\nTashkent, 27 July 2023\nBoats of the old town and its council\n" + lead, "New pier for boats of the old town", "Tashkent", ""},
		"another day":                        {title + "\n17 JUL, 13:45\nMOSCOW, July 18, 2023. /SAMPLE/. " + lead, title, "Moscow", "17 JUL, 13:45"},
		"a spot in a state":                  {title + "\n8 July 2024\nGreen Sample, Tajikistan – " + lead, title, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := readSingle(t, tt.text)
			if r.Headline != tt.headline || r.Place != tt.place || tt.lead != "" && r.Lead != tt.lead {
				t.Errorf("%q, %q, %q", r.Headline, r.Place, r.Lead)
			}
		})
	}
}

package intake

import (
	"strings"
	"testing"
)

// TestHeadlinesAboveAWiresLead: filings, forms of newsrooms and pages have other lines above an English headline, and between it and the lead that
// a wire's dateline tells.
func TestHeadlinesAboveAWiresLead(t *testing.T) {
	const head, said = "Harbor Council opens a new pier", "The Harbor Council today opened a pier of 400 metres for ferries and fishing boats in the old port."
	const more = "\n\n“We waited long for it,” said Ann Example, the head of the Council.\n\nFerries begin in June.\n"
	for _, tt := range []struct{ name, text, headline, date, place string }{
		{"exhibit", "EXHIBIT 99.1\nHOUSTON, June 19, 2014 (WIRE SERVICE) -- " + said, "", "2014-06-19", "Houston"},
		{"form in cells", "Exhibit 99.1\n|\n|\nNews Release\n|\nHarbor Bancorp, Inc.\n|\nOne Sample Place, Suite 1500\nDayton, Ohio 45402-0001\n|\nFOR IMMEDIATE RELEASE\n|\nCONTACT:\n|\nAnn Example\n|\nSVP, Corporate Relations Officer\n|\nTRADED: NASDAQ Global Select Market\n|\n(630) 555-0133\n|\nSYMBOL: HRBR\n|\nann@example.com\n|\n" + strings.ToUpper(head) + "\nITASCA, IL, MAY 14, 2013 – " + said, strings.ToUpper(head), "2013-05-14", "Itasca, IL"},
		{"board in capitals", "Exhibit 99.1\nNEWS RELEASE\nFor further information:\nAnn Example\n847-555-0155\nHARBOR CAPITAL GROUP BOARD\nELECTS A DIRECTOR OF PIERS\nAND OPENS A PIER\nROSEMONT, IL, December 16, 2004 -- " + said, "HARBOR CAPITAL GROUP BOARD ELECTS A DIRECTOR OF PIERS AND OPENS A PIER", "2004-12-16", "Rosemont, IL"},
		{"list of a newsroom", "Press Releases\n\nMedia Contact: \n\nEllen Filler, Director of Communications, Office: (919) 555-0180, Cell: (919) 555-0109\n\n" + head + "\n\n0 Comment(s) | Posted |\n\nDURHAM, N.C. (October 3, 2016) – " + said, head, "2016-10-03", "Durham, N.C."},
		{"line under the headline", "sign up\n\n" + head + "\n\nThe Old Port Will Have “Boats for All” Again\nJune 01, 1998\n\nWashington, DC - " + said, head, "1998-06-01", "Washington, DC"},
		{"who says it", "01 Jul 2019\n\n" + head + "\n\nReport\nfrom Harbor Council\nStatement by Executive Director Ann Example\n\nKABUL/KATHMANDU/NEW YORK, 1 July 2019 – " + said, head, "2019-07-01", "Kabul/Kathmandu/New York"},
		{"a slash behind a space", head + "\n\nGENEVA/NEW YORK /ATLANTA, 26 October 2017– " + said, head, "2017-10-26", "Geneva/New York/Atlanta"},
		{"day in figures", head + "\n\n20.11.2023 | 13:00 Uhr | Wirefile\n\nBoats of the Old Port Return After Nine Years\n\nVancouver, November 20, 2023 - " + said, head, "2023-11-20", "Vancouver"},
		{"no day", head + "\n\nTORONTO - " + said, head, "", "Toronto"},
		{"no day, small letters", "Pretoria– " + said, "", "", "Pretoria"},
		{"counters", head + "\n\n$\n0\n0\n\nThe Old Port Has a Pier After Nine Years; Boats Return\n\nNEW YORK – " + said, head, "", "New York"},
		{"photo", head + "!\n\nPhoto of author\n\nHOUSTON, July 13, 2009 (NEWSWIRE) — " + said, head + "!", "2009-07-13", "Houston"},
		{"way run together", "HomeNewsHealth Insight" + head + "\n\n" + head + "\n\nKabul, 23 August 2021 (SWS): " + said, head, "2021-08-23", "Kabul"},
		{"menu", "Navigation path\n\nLeft navigation\n\nAdditional tools\n\nOther available languages: none\n\nCouncil Commission - Daily News\n\nDaily News 15 / 03 / 2016\n\nBrussels, 15 March 2016\n\n" + head + "\n\n" + said, head, "2016-03-15", "Brussels"},
		{"number in the year", "• English\n  • العربية\n  • Español\n\nYou are here\n\n" + head + "\n\n13/2019\nVienna, Austria\n\n" + said, head, "", "Vienna, Austria"},
		{"summary above", head + "\n\nBoats return to the old port after nine years, the Council said in its report.\nby Hala Filler\n\n18 January 2020 | 13:17\n\nSource: by Harbor\n\nBEIRUT: " + said, head, "2020-01-18", "Beirut"},
		{"headline of two words in capitals", "Exhibit 99.1\nHARBOR BANCORP, INC.\nQuoted: NASDAQ NMS\nFor additional information contact:\nAnn Example, Sr. Vice President and CFO\n(630) 555-0184\nPIER OPENED\nAurora, Illinois, June 19, 2002 — " + said, "PIER OPENED", "2002-06-19", "Aurora, Illinois"},
		{"banner of a site", "We’re building a new harbor.example.\nAs we swap out old for new, pages will be in transition. Thanks for your patience – please keep coming back to see the improvements.\n\nPress centre\n\nPress releases and news notes\n\n" + head + "\nNEW YORK, 3 November 2017 – " + said, head, "2017-11-03", "New York"},
		{"hour and who reports", "Vilnius, Lithuania, 2018-06-11 14:59 CEST (GLOBE NEWSWIRE) -- " + said, "", "2018-06-11", "Vilnius, Lithuania"},
		{"town that the wire stands behind", head + "\n\nSampleton, India - (NewMediaWire) - March 9, 2023 - " + said, head, "2023-03-09", "Sampleton, India"},
		{"two towns and one country", head + "\n\nSAN FRANCISCO & TEL AVIV, Israel--(BUSINESS WIRE)--" + said, head, "", "San Francisco & Tel Aviv, Israel"},
		{"highlights above the lead", head + "\n\n- Boats return after nine years\n- Ferries begin in June\n\nSEATTLE—(BUSINESS WIRE)—" + said, head, "", "Seattle"},
		{"day of the wire without its year", head + "\nSWEDEN, October 15 - Published\n" + said, head, "", "Sweden"},
		{"motto of a site", "Seeing farther since 1909\n\n" + head + "\n\nAugust 4, 2020 at 1:28 pm\n\nBoats at anchor in the north of the bay on April 28, 2020 [A. EXAMPLE/AFP via Getty Images]\n\n" + said, head, "2020-08-04", ""},
		{"speech", head + "\n\nVienna, Austria\n\n(As prepared for delivery)\n\nMr Chairman,\n\n" + said, head, "", "Vienna, Austria"},
		{"saved by a reader", "Title: " + head + "\n\nURL Source: https://www.harbor.example/pier/\n\nPublished Time: 2026-04-28T19:17:00+00:00\n\nMarkdown Content:\n" + said, head, "2026-04-28", ""},
		{"day in a list", head + "\n\n  • 22 Jun. 2018 -\n  • |\n\n" + said, head, "2018-06-22", ""},
		{"who distributes", "GlobeNewswire by notified\n\n" + head + "\n\nShare\n\n" + said, head, "", ""},
		{"picture's name", "Ministry News\n\n" + head + "\n\nHarbor01\n\n" + said, head, "", ""},
		{"section behind a day", head + "\n\nAugust 18, 2007 (SAMPLEWIRE.COM) Business News\n" + said, head, "2007-08-18", ""},
	} {
		r := readSingle(t, tt.text+more)
		if r.Headline != tt.headline || r.Date.String() != tt.date || r.Place != tt.place || tt.name != "summary above" && tt.name != "speech" && !strings.Contains(r.Lead, said) {
			t.Errorf("%s: got %q, %s, %q, lead %q", tt.name, r.Headline, r.Date, r.Place, r.Lead)
		}
		for word := range strings.FieldsSeq("SVP, 0133 Reporter Ellen") {
			if strings.Contains(tt.text, word) && !strings.Contains(r.Notes, word) && len(r.Contacts) == 0 {
				t.Errorf("%s: %s is lost", tt.name, word)
			}
		}
	}
	if r := readSingle(t, head+"\n\nHOUSTON, July 13, 2009 (NEWSWIRE) — "+said+more); r.Headline != head || r.Notes != "" {
		t.Errorf("got %q, %q", r.Headline, r.Notes)
	}
}

// TestSignaturesOfMinistries close a text in capitals with the town and the day, whatever a page has below.
func TestSignaturesOfMinistries(t *testing.T) {
	const text = "Visit of the Minister of Ports of Sampleland, 28 November to 1 December 2011\n\nThe Minister of Ports of Sampleland will visit Seoul and Busan from 28 November to 1 December 2011, at the invitation of the Minister of Seas.\n\nHe will meet the Mayor.\n\n"
	for _, tt := range []struct{ name, text, date, place string }{
		{"in lines", text + ". . . .\n\nMINISTRY OF PORTS\n\nSINGAPORE\n\n27 NOVEMBER 2011\n\nTravel Page\n", "2011-11-27", "Singapore"},
		{"day alone", text + ". . . .\n\n27 NOVEMBER 2011\n\nTravel Page\n", "2011-11-27", ""},
		{"run on", strings.TrimSpace(text) + " MINISTRY OF PORTS SINGAPORE 27 NOVEMBER 2011 |\n", "2011-11-27", "Singapore"},
		{"what is below is more than a page's", text + "27 NOVEMBER 2011\n\nThe Mayor will speak on the second day.\n", "", ""},
	} {
		r := readSingle(t, tt.text)
		if r.Date.String() != tt.date || r.Place != tt.place || strings.Contains(r.Lead, "NOVEMBER") {
			t.Errorf("%s: got %s, %q, blocks %v", tt.name, r.Date, r.Place, r.Blocks)
		}
	}
}

// TestDaysOfOtherPapers within the first sentence of an English text are not the day that it is of.
func TestDaysOfOtherPapers(t *testing.T) {
	for sentence, date := range map[string]string{
		"The head of the Council has noted reports published in the Sample Times (2016/06/19) of charges against three of its members.":    "",
		"The Council met in Oslo today (19 June 2016) and adopted its plan for ports and for the boats of the old town.":                   "2016-06-19",
		"As announced in the Bank's Press Release: 2020-2021/1323dated March 31, 2021, the last meeting of the Committee was moved.":       "",
		"Referring to the statement on ports issued on 11 October 2007, the Council said that boats would return to the old port.":         "",
		"A plan of ports was adopted on 11 October 2007 by the Council, which said that boats would return to the old port.":               "2007-10-11",
		"The Council has received the draft prepared for the November 1, 2019 meeting of the owners of boats of the old port of the town.": "",
		"The Minister of Ports will visit the old port of the town on 11 October 2007 with the members of the Council of boats.":           "",
	} {
		r := readSingle(t, "Council speaks of ports\n\n"+sentence+"\n\nBoats return.\n\nIt was said.\n")
		if r.Date.String() != date {
			t.Errorf("%s: got %q", sentence, r.Date)
		}
	}
	const flat = "WASHINGTON, D.C. - U.S. Senator Ann Example, Chairman of the Harbor Committee, thanked its members for their work on ports today.Upon reading the plan, the Council of boats wrote to the Senator: we believe that ferries will return to the old port. --30--"
	if r := readSingle(t, flat); !strings.HasPrefix(r.Lead, "WASHINGTON, D.C. - U.S. Senator Ann") || r.Place != "Washington, D.C." {
		t.Errorf("got %q, %q", r.Lead, r.Place)
	}
}

// TestHeadsOfPagesElsewhere: what pages have above and below a headline in languages beside English.
func TestHeadsOfPagesElsewhere(t *testing.T) {
	for _, tt := range []struct{ name, text, headline, date, place string }{
		{"notice below a French headline", "Environnement et Parcs Bandeau du ministère de l'Environnement et des Parcs\nAccueil Plan du site Pour nous joindre\n\nCommuniqués de presse\n\nDES RETOMBÉES IMPORTANTES DU FONDS DES PORTS\n\nQuébec, le 1er mars 2001. Le ministre de l’Environnement dresse un bilan très positif des activités du fonds des ports de la région.\n\nIl en est content.\n", "DES RETOMBÉES IMPORTANTES DU FONDS DES PORTS", "2001-03-01", "Québec"}, //nolint:misspell // French
		{"month first in Spanish", "El puerto solicita la comparecencia del ministro de barcos\nenero 20, 2016 1:17 pm\nEl diputado del puerto ha registrado en el Congreso la solicitud de comparecencia del ministro de barcos y de puertos.\n\nSe espera la respuesta.\n", "El puerto solicita la comparecencia del ministro de barcos", "2016-01-20", ""},
		{"weather above an Armenian one", "Երևան`   +27 °C\nԱյսօր`   Ուրբաթ, 26 ապրիլի, 2024 թ.\n\nԽորհուրդը բացեց նոր նավահանգիստ հին քաղաքում\n\nՈւրբաթ, 24 սեպտեմբերի, 2021 թ., 12:18\n\nԽորհուրդը բացեց նոր նավահանգիստ հին քաղաքում՝ ձկնորսների և լաստանավերի համար, հաղորդում է մամուլի ծառայությունը։\n\nԱյդ մասին ասաց նախարարը։\n", "Խորհուրդը բացեց նոր նավահանգիստ հին քաղաքում", "2021-09-24", ""},
		{"agency with a capital within", "Qazaqstanda oń rýldi 19 myń kólik júr\n\nFoto:\nASTANA. QazAqparat – Qazaqstanda 19 myń oń rýldi kólik júr, dep habarlaıdy QazAqparat tilshisi bul týraly málim etti.\n\nBul týraly ol brıfıngide málim etti.\n", "Qazaqstanda oń rýldi 19 myń kólik júr", "", "Astana"},
		{"two words", "Көрме өтті\n\n2025 жылдың 9 сәуірінде Шымкентте халықаралық көрме өтті, деп хабарлады баспасөз қызметі министрліктің атынан.\n\nКөрме аяқталды.\n", "Көрме өтті", "2025-04-09", "Шымкент"},
	} {
		if r := readSingle(t, tt.text); r.Headline != tt.headline || r.Date.String() != tt.date || r.Place != tt.place {
			t.Errorf("%s: got %q, %s, %q, lead %q", tt.name, r.Headline, r.Date, r.Place, r.Lead)
		}
	}
}

package intake

import (
	"strings"
	"testing"
)

// TestSectionsAboveAHeadline: what a site has above a headline that nothing else parts from it, the way to the page and its sections, is not that;
// the day there is read. A short headline whose words the lead says stays one.
func TestSectionsAboveAHeadline(t *testing.T) {
	const head = "Council backs new flood defences"
	const body = "\n\nMore than 4,000 homes on the coast will be better protected under plans for flood defences set out by the council today.\n\nWork begins in June."
	for name, tt := range map[string]struct{ text, headline, date string }{
		"the sections of a site":         {"Parliament\n\nAnn Example | Sample TV | Video | Search\n\n" + head + "\n\n17 May 2018" + body, head, "2018-05-17"},
		"who speaks below it":            {head + "\n\nHon Dr Ann Example\n\nMinister of Coasts\n\n17 May 2018" + body, head, "2018-05-17"},
		"a site's motto and a day":       {"Visit for more news\nThursday 7 August 2014\n" + head + body, head, "2014-08-07"},
		"the way with a day":             {"Reefland|coasts|October 1, 2020 / 10:20 AM\n" + head + body, head, "2020-10-01"},
		"the kind of paper with its day": {"PRESS RELEASE September 25, 1988\n\n" + head + body, head, "1988-09-25"},
		"a summary and its day":          {"SUMMARY NEWS RELEASE June 18, 1981\n\n" + head + body, head, "1981-06-18"},
		"a wire's page":                  {"September 20, 2018 / 3:16 AM / Updated 2 hours ago\n\n" + head + "\n\n1 Min Read" + body, head, "2018-09-20"},
		"an old text":                    {"This Article is From Aug 15, 2015\n\n" + head + body, head, "2015-08-15"},
		"labels of a company":            {"News Release\n\n" + head + "\n\nCategory:\n\nTuesday, November 25, 2014 2:31 pm GMT\n\nDateline:\n\nLondon" + body, head, "2014-11-25"},
		"comments and who printed it":    {head + "\n\n0 CommentsPrint E-mail Xinhua, June 27, 2010\nAdjust font size:" + body, head, "2010-06-27"},
		"labels in their lines":          {head + "\nPublishing date: 16 December 2024\nContent type: News\nWhere we are: Reef Mission\nWhat we do: Policing, Youth" + body, head, "2024-12-16"},
		"the day of what it is of":       {"Transcript of the flood defences briefing (June 16, 2017)\n\nJune 19, 2017" + body, "Transcript of the flood defences briefing (June 16, 2017)", "2017-06-19"},
		"a section said again":           {"Flood defences\n\nMinisters put 60 million into sea walls\n\n17 May 2018" + body, "Flood defences", "2018-05-17"},
		"a headline that goes on":        {"Joint press point\n\nwith flood defence ministers of the coast\n\n17 May 2018" + body, "Joint press point", "2018-05-17"},
		"a headline cut short":           {"Sample Soldier Pleads Guilty to Defrauding the U.S.\n\nTo Date, 23 Individuals Have Pleaded Guilty in the Coast Case" + body, "Sample Soldier Pleads Guilty to Defrauding the U.S.", ""},
	} {
		r := readSingle(t, tt.text)
		if r.Headline != tt.headline || r.Date.String() != tt.date || !strings.Contains(r.Lead, "More than 4,000") {
			t.Errorf("%s: got %q, %s, lead %q, below the headline %q", name, r.Headline, r.Date, r.Lead, r.Subheadline)
		}
	}
}

// TestSectionsElsewhere: the same in other languages, whose words for a source and for how long a text takes to read stand below the headline.
func TestSectionsElsewhere(t *testing.T) {
	for name, tt := range map[string]struct{ text, headline, date, place string }{
		"a German way": {
			"Musterblick → INFOPOOL → PARLAMENT → FAKTEN\n\nMuseum zeigt die neue Sammlung\n\nAm 5. Mai 2024\n\nDas Mustermuseum zeigt ab sofort seine neue Sammlung in zehn Sälen, wie die Leitung am Dienstag mitteilte.\n\nDer Eintritt ist frei.",
			"Museum zeigt die neue Sammlung", "2024-05-05", "",
		},
		"a Spanish one": {
			"Está usted en:\n\nRueda de prensa del Consejo de Ministros\n\nMadrid, viernes 8 de junio de 2018\n\nMuchas gracias por acudir a esta rueda de prensa del Consejo que hoy iniciamos con mucha ilusión y con todos ustedes.\n\nLo primero es el presupuesto.",
			"Rueda de prensa del Consejo de Ministros", "2018-06-08", "Madrid",
		},
		"a Turkish section": {
			"POLİTİKA\nBakan Örnek yeni limanı açtı\n16 Mart 2026 Pazartesi - 12:34:19\nBakan Örnek, yeni limanın ülke için çok önemli olduğunu ve gelecek yıl iki yeni limanın daha açılacağını söyledi.\nLiman iki yılda yapıldı.",
			"Bakan Örnek yeni limanı açtı", "2026-03-16", "",
		},
		"a French day": {
			"Le conseil ouvre un nouveau bureau\n\nLe 27 novembre 2023 à 12:40\n\n(Alliance News) - Le conseil a annoncé lundi l'ouverture d'un nouveau bureau pour tous les habitants de la ville.\n\nIl compte dix salles.",
			"Le conseil ouvre un nouveau bureau", "2023-11-27", "",
		},
		"an agency behind a German day": {
			"Neue Straße am Meer eröffnet\n\nBaku, 18. November, AZERTAC\n\nGestern wurde am Meer eine neue Straße eröffnet, die zwei Städte des Landes miteinander verbindet.\n\nSie ist zehn Kilometer lang.",
			"Neue Straße am Meer eröffnet", "", "Baku",
		},
		"an Armenian agency": {
			"Խորհուրդը բացեց նոր նավահանգիստ\n\n1 րոպեի ընթերցում\n\nԵՐԵՎԱՆ, 2 ԴԵԿՏԵՄԲԵՐԻ, ԱՐՄԵՆՊՐԵՍ: Խորհուրդը այսօր բացեց նոր նավահանգիստ հին քաղաքում, հայտնեց մամուլի քարտուղարը։\n\nԱյն կառուցվել է երկու տարում։",
			"Խորհուրդը բացեց նոր նավահանգիստ", "", "Երևան",
		},
		"a Tajik ordinal": {
			"Вазир ба Остона рафт\n\nДушанбе. 15-уми октябр. ОИ «Намуна» - Имрӯз вазири умури хориҷии Тоҷикистон бо сафари кории серӯза ба шаҳри Остона рафт.\n\nСафар се рӯз давом мекунад.",
			"Вазир ба Остона рафт", "", "Душанбе",
		},
		"a source in Ukrainian": {
			"Порт отримав три нові причали\nНеділя, 21 липня 2019, 20:34\nДжерело: \"Зразок-Україна\"\nМіський порт отримав три нові причали для великих суден, повідомив журналістам голова ради.\nРішення діє з серпня.",
			"Порт отримав три нові причали", "2019-07-21", "",
		},
	} {
		r := readSingle(t, tt.text)
		if r.Headline != tt.headline || r.Date.String() != tt.date || r.Place != tt.place {
			t.Errorf("%s: got %q, %s, %q, lead %q", name, r.Headline, r.Date, r.Place, r.Lead)
		}
	}
}

// TestPublishersAreNoPlaces: an agency or a paper beside a day is where nothing takes place, and a town whose dash was lost is.
func TestPublishersAreNoPlaces(t *testing.T) {
	const head = "Council backs new flood defences"
	const lead = "The council said that more than 4,000 homes will be better protected under plans for flood defences.\n\nWork begins in June."
	for text, place := range map[string]string{
		head + "\n\nVestnik Kavkaza, June 12, 2015\n\n" + lead: "", head + "\n\nXinhua, June 12, 2015\n\n" + lead: "", head + "\n\nSample Daily News, June 12, 2015\n\n" + lead: "",
		head + "\n\nSampleton, June 12, 2015\n\n" + lead: "Sampleton", head + "\n\nJune 12, 2015\nMANILA  " + lead: "Manila", head + "\n\nDETROIT, MICH.- " + lead: "Detroit, Mich",
	} {
		if r := readSingle(t, text); r.Place != place || r.Headline != head {
			t.Errorf("%q: got %q, %q", text[len(head):len(head)+30], r.Place, r.Headline)
		}
	}
}

// TestLineBelowAHeadlineWithoutEmptyLines: a long line over a longer lead goes on with the headline though no empty line parts the two.
func TestLineBelowAHeadlineWithoutEmptyLines(t *testing.T) {
	const head, under = "Museum to reopen its coast galleries", "The renovated galleries will show works by artists from across the coast"
	const lead = "The Sample Museum announced that it will reopen its galleries to the public next May after four years of works."
	if r := readSingle(t, head+"\n"+under+"\n"+lead+"\nThe halls are new."); r.Headline != head || r.Subheadline != under || r.Lead != lead {
		t.Errorf("got %q, %q, lead %q", r.Headline, r.Subheadline, r.Lead)
	}
	if r := readSingle(t, head+"\n"+under+"\n\n"+lead+"\nThe halls are new."); r.Subheadline != under {
		t.Errorf("with an empty line: %q", r.Subheadline)
	}
}

// TestLinesOfPagesAroundAHeadline: buttons, bylines, a feed's hour, a paper's number and what a page says of its files are no headline and no lead.
func TestLinesOfPagesAroundAHeadline(t *testing.T) {
	const head = "Council backs new flood defences"
	const body = "\n\nMore than 4,000 homes on the coast will be better protected under plans for flood defences set out by the council today.\n\nWork begins in June."
	for name, tt := range map[string]struct{ text, date, place string }{
		"a byline without a name": {head + "\n\nBy | September 7, 2023" + body, "2023-09-07", ""},
		"a feed's hour":           {"Thu, 25 May 2017 23:15:15 +0600\n" + head + body, "2017-05-25", ""},
		"a byline of a site":      {head + "\n\n31 May 2013\nBy Zhu Example (sample.example)\n|\n||||" + body, "2013-05-31", ""},
		"buttons below":           {head + "\n\n2014-06-25 14:35:32\n\nPinterest\nTelegram\nLinkedin\nWhatsapp" + body, "2014-06-25", ""},
		"who speaks and when":     {head + "\n\nSecretary General 21 February 2019 Strasbourg" + body, "2019-02-21", "Strasbourg"},
		"a file to look at":       {head + "\n\nOctober 7, 2020\n\nView PDF of document" + body, "2020-10-07", ""},
		"a number and a file":     {"Press Room\n\nTo view or print the PDF content on this page, download the free reader.\n\nJune 15, 2009\nRR-1780\n\n" + head + body, "2009-06-15", ""},
		"when it was retrieved":   {head + "\n\nRetrieved on: \nWednesday, March 25, 2020" + body, "2020-03-25", ""},
		"no comments and a kind":  {"Meetings Coverage\n\n" + head + "\n\n0\n\n  • Post category:News" + body, "", ""},
		"how old it is":           {head + "\n\nover 1 year ago" + body, "", ""},
	} {
		r := readSingle(t, tt.text)
		if r.Headline != head || r.Date.String() != tt.date || r.Place != tt.place || !strings.Contains(r.Lead, "More than 4,000") {
			t.Errorf("%s: got %q, %s, %q, lead %q, below the headline %q", name, r.Headline, r.Date, r.Place, r.Lead, r.Subheadline)
		}
	}
}

// TestShortHeadlinesInRussian stand above longer ones whose words the lead says again: they are no sections of a site.
func TestShortHeadlinesInRussian(t *testing.T) {
	r := readSingle(t, "Важное решение\n\nСовет принял план дорог на пять лет\n\nСовет принял план дорог на пять лет на заседании, которое прошло в среду в большом зале администрации города.\n\nОн вступит в силу в мае.")
	if r.Headline != "Важное решение" || r.Subheadline != "Совет принял план дорог на пять лет" {
		t.Errorf("got %q, below it %q", r.Headline, r.Subheadline)
	}
}

// TestPagesElsewhere: houses over a wire, views and reading times, hashtags, sections and who wrote, in other languages.
func TestPagesElsewhere(t *testing.T) {
	const uz = "Vazir Namunayev Toshkentda yangi maktabni ochdi va o‘quvchilar bilan suhbatlashdi, deb xabar berdi vazirlik matbuot xizmati.\n\nMaktab ikki yilda qurildi."
	const it = "Il Museo Esempio ha aperto la nuova sala al pubblico, ha detto la direttrice durante la presentazione della mostra in città.\n\nLa sala è grande."
	const de = "Die Musterpolizei hat am Donnerstag mehr als hundert Anwärter in der Stadthalle verabschiedet, wie die Leitung mitteilte.\n\nSie beginnen im Mai."
	for name, tt := range map[string]struct{ text, headline, date, place string }{
		"a house over a wire":   {"Musterpolizei\n\nMUST: Anwärter der Musterpolizei verabschiedet\n\nLübeck (ots)\n\n" + de, "MUST: Anwärter der Musterpolizei verabschiedet", "", "Lübeck"},
		"when it appeared":      {"Übersicht |  Drucken |  Versenden\n\nErschienen am: 09.10.2012\n\nAnwärter der Musterpolizei verabschiedet\n\n" + de, "Anwärter der Musterpolizei verabschiedet", "2012-10-09", ""},
		"views and a section":   {"O‘zbekiston | 19:40 / 29.12.2019\n47601\n2 daqiqa o‘qiladi\n\nVazir yangi maktabni ochdi\n\n" + uz, "Vazir yangi maktabni ochdi", "2019-12-29", ""},
		"hashtags below a link": {"Skip to main content\n#museo #studio\n\nIl museo apre la nuova sala\n\n" + it, "Il museo apre la nuova sala", "", ""},
		"who wrote":             {"Il museo apre la nuova sala\n\nda Redazione\n\n" + it, "Il museo apre la nuova sala", "", ""},
		"who posted it":         {"Il museo apre la nuova sala\n\nPosted by agenzia esempio su lunedì, 15 aprile 2019\n\n" + it, "Il museo apre la nuova sala", "2019-04-15", ""},
		"a picture's author":    {"Vazir yangi maktabni ochdi\nSurat: Vazirlik\n" + uz, "Vazir yangi maktabni ochdi", "", ""},
	} {
		r := readSingle(t, tt.text)
		lead := strings.HasPrefix(r.Lead, "Vazir N") || strings.HasPrefix(r.Lead, "Il Museo") || strings.HasPrefix(r.Lead, "Die Muster")
		if r.Headline != tt.headline || r.Date.String() != tt.date || r.Place != tt.place && tt.place != "" || !lead {
			t.Errorf("%s: got %q, %s, %q, lead %q", name, r.Headline, r.Date, r.Place, r.Lead)
		}
	}
}

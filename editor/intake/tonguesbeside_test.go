package intake

import (
	"strings"
	"testing"
)

// When and where a text is from stands before its headline, behind it, in words of its own or at its end, in many languages.
func TestDatelinesBesideATitle(t *testing.T) {
	const (
		title = "Road to the airport opens"
		lead  = "The new road to the airport opened on Tuesday, cutting the trip to fifteen minutes.\n\nIt cost 30 million and was built in two years."
	)
	for name, tt := range map[string]struct{ text, date, place string }{
		"behind a spokesperson":               {"Press Statement\nSpokesperson Matt Sample\n14 May 2024\n\n" + title + "\n\n" + lead, "2024-05-14", ""},
		"by what it is about":                 {"Date: 14 May 2024\n\nRe: " + title + "\n\n" + lead, "2024-05-14", ""},
		"as Italians write a day":             {"Genova, lì 14 maggio 2024\n\nOggetto: " + title + "\n\n" + lead, "2024-05-14", "Genova"},
		"below a numbered bulletin":           {"Madrid, 14 de mayo de 2024\n\nBoletín 214\n\n" + title + "\n\n" + lead, "2024-05-14", "Madrid"},
		"a day before the title":              {"14 May 2024 – " + title + "\n\n" + lead, "2024-05-14", ""},
		"a day before a colon":                {"14.05.2024: " + title + "\n\n" + lead, "2024-05-14", ""},
		"a day and a town before the title":   {"14 May 2024 - Nairobi: " + title + "\n\n" + lead, "2024-05-14", "Nairobi"},
		"behind a dash":                       {title + " — Nairobi, 14 May 2024\n\n" + lead, "2024-05-14", "Nairobi"},
		"behind a number":                     {"PR/24/118 – Nairobi – 14 May 2024\n\n" + title + "\n\n" + lead, "2024-05-14", "Nairobi"},
		"by its label":                        {"Date of issue: May 14, 2024\nPlace of issue: Nairobi\n\n" + title + "\n\n" + lead, "2024-05-14", "Nairobi"},
		"by the editorial office":             {"Por Redação — São Paulo\n14/05/2024\n\n" + title + "\n\n" + lead, "2024-05-14", "São Paulo"},
		"by the editorial office, with a day": {title + "\n\nDa Redação, Curitiba, 14 de maio de 2024\n\n" + lead, "2024-05-14", "Curitiba"},
		"issued":                              {title + "\n\n" + lead + "\n\nIssued in Nairobi on 14 May 2024", "2024-05-14", "Nairobi"},
		"done":                                {title + "\n\n" + lead + "\n\nDone at Nairobi, this 14th day of May 2024", "2024-05-14", "Nairobi"},
		"between brackets at the end":         {title + "\n\n" + lead + " (Nairobi, 14 May 2024)", "2024-05-14", "Nairobi"},
		"brackets that say something else":    {title + "\n\n" + lead + " (Sample, 14 May 2024)", "", ""},
		"a town in capitals":                  {title + "\n\nAUSTIN – " + lead, "", "Austin"},
		"somebody":                            {title + "\n\nAustin – " + lead, "", ""},
		"a word in capitals":                  {title + "\n\nBREAKING – " + lead, "", ""},
		"a town and a colon":                  {title + "\n\nBerlin: " + lead, "", "Berlin"},
		"a state and a colon":                 {title + "\n\nKenya: " + lead, "", ""},
		"a town of two words":                 {"Vatican City, 19 March 2025\n\n" + title + "\n\n" + lead, "2025-03-19", "Vatican City"},
		"a day before a title over another":   {"14 May 2024 – " + title + "\n\nNairobi, 12 May 2024 – " + lead, "2024-05-12", "Nairobi"},
		"a day over what it is":               {"18 May 2024: Night of Museums\n\n" + lead, "2024-05-18", ""},
		"a day over its own name":             {"18 May 2024 – International Museum Day\n\n" + lead, "2024-05-18", ""},
		"a night over its day":                {"Night of the museums — 18 May 2024\n\n" + lead, "2024-05-18", ""},
		"a day that is remembered":            {"9 May 1945 – " + title + "\n\n" + lead, "", ""},
		"a day before two lines":              {"14 May 2024 – " + title + "\nA line below it\n\n" + lead, "2024-05-14", ""},
	} {
		t.Run(name, func(t *testing.T) {
			want := title
			if strings.Contains(name, " over ") || strings.Contains(name, "remembered") {
				want, _, _ = strings.Cut(tt.text, "\n")
			}
			if r := readSingle(t, tt.text); r.Headline != want || r.Date.String() != tt.date || r.Place != tt.place {
				t.Errorf("%q, %s, %q", r.Headline, r.Date, r.Place)
			}
		})
	}
}

// A town may stand before its day without a comma, and an Armenian sentence ends with its own stop.
func TestDatelinesOfMoreTongues(t *testing.T) {
	for text, want := range map[string][2]string{
		"Praha 3. března 2025 – Ministerstvo otevřelo v Brně nové centrum.":      {"2025-03-03", "Praha"},
		"Helsinki 17.6.2024 – Ministeriö avaa syksyllä neuvontapisteen Turkuun.": {"2024-06-17", "Helsinki"},
		"Probno 3. března 2025 – Ministerstvo otevřelo nové centrum.":            {"2025-03-03", ""},
		"Praha 3. března 2025 otevřela nové centrum pro mladé vědce.":            {"2025-03-03", ""},
		"Երևան, 2024 թ. սեպտեմբերի 21։ Մայրաքաղաքում բացվեց նոր թանգարան։":       {"2024-09-21", "Երևան"},
		"Երևան, սեպտեմբերի 21, 2024։ Մայրաքաղաքում բացվեց նոր թանգարան։":         {"2024-09-21", "Երևան"},
		"21.09.2024, Երևան։ Մայրաքաղաքում բացվեց նոր թանգարան։":                  {"2024-09-21", "Երևան"},
	} {
		t.Run(text, func(t *testing.T) {
			if r := readSingle(t, text+"\n\n12 34 56 78 90."); r.Date.String() != want[0] || r.Place != want[1] {
				t.Errorf("%s, %q", r.Date, r.Place)
			}
		})
	}
}

// What an office calls its paper, with the number and the day, is above the headline in each language.
func TestPapersWithTheirDay(t *testing.T) {
	const title, lead = "Ministerin besucht Hochwassergebiet", "Die Ministerin hat am Dienstag das Hochwassergebiet bei Passau besucht und den Helfern gedankt.\n\nSie sagte den Gemeinden schnelle Hilfe zu. Die Schäden werden noch geprüft."
	for _, above := range []string{
		"Pressemitteilung Nr. 17 vom 4. Juni 2024", "Communiqué n° 17 du 4 juin 2024", "Comunicato stampa n. 17 del 4 giugno 2024", "Nota de prensa de 4 de junio de 2024", "Komunikat prasowy z dnia 4 czerwca 2024 r.",
		"Прес-реліз від 4 червня 2024 року", "Tiedote 4.6.2024", "Pressmeddelande 4 juni 2024",
	} {
		t.Run(above, func(t *testing.T) {
			if r := readSingle(t, above+"\n\n"+title+"\n\n"+lead); r.Headline != title || r.Date.String() != "2024-06-04" || r.Place != "" {
				t.Errorf("%q, %s, %q", r.Headline, r.Date, r.Place)
			}
		})
	}
}

// A memo within a text keeps its own "Re: …".
func TestAMemoWithinAText(t *testing.T) {
	r := readSingle(t, "Road to the airport opens\n\nThe new road to the airport opened on Tuesday, cutting the trip to fifteen minutes for most.\n\nRe: the road, background memo\n\nIt cost 30 million and was built in two years.")
	if r.Headline != "Road to the airport opens" || len(r.Blocks) == 0 || r.Blocks[0].Text != "Re: the road, background memo" {
		t.Errorf("%q, %v", r.Headline, r.Blocks)
	}
}

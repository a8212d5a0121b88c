package intake

import (
	"strings"
	"testing"

	"communique/editor/intake/repair"
	"communique/editor/release"
)

// read reads a text that holds one release.
func readSingle(t *testing.T, text string) release.Release {
	t.Helper()
	all := releasesOf(linesOf(text).Paragraphs)
	if len(all) != 1 {
		t.Fatalf("%d releases in %q", len(all), text)
	}
	return all[0]
}

// An embargo is taken with day, hour and zone, on either clock; anything less
// stays in the embargo's field as it was written, unread.
func TestEmbargoes(t *testing.T) {
	const day = "3 March 2025"
	for line, want := range map[string]string{
		"EMBARGOED UNTIL 10:00 GMT, " + day:              "2025-03-03T10:00:00Z[Etc/UTC]",
		"Embargo: 12 pm GMT, " + day:                     "", // noon or midnight?
		"Embargo: 12 am GMT, " + day:                     "",
		"Embargo: 12:30 p.m. GMT, " + day:                "2025-03-03T12:30:00Z[Etc/UTC]",
		"Embargo: 12:30 A.M. GMT, " + day:                "2025-03-03T00:30:00Z[Etc/UTC]",
		"Embargo: 1 pm GMT, " + day:                      "2025-03-03T13:00:00Z[Etc/UTC]",
		"Embargo: 11 PM GMT, " + day:                     "2025-03-03T23:00:00Z[Etc/UTC]",
		"Embargo: 1 am GMT, " + day:                      "2025-03-03T01:00:00Z[Etc/UTC]",
		"Embargo: 13 pm GMT, " + day:                     "",
		"Embargo: 0 am GMT, " + day:                      "",
		"Embargo: 0:30 pm GMT, " + day:                   "",
		"Embargo: 10 GMT, " + day:                        "", // of which clock?
		"Embargo: 24:00 GMT, " + day:                     "2025-03-04T00:00:00Z[Etc/UTC]",
		"Embargo: 24:01 GMT, " + day:                     "",
		"Embargo: 10:60 GMT, " + day:                     "",
		"Embargo: 00:00 GMT, " + day:                     "2025-03-03T00:00:00Z[Etc/UTC]",
		"Embargo: 23:59 UTC, " + day:                     "2025-03-03T23:59:00Z[Etc/UTC]",
		"Embargo: 10:00, " + day:                         "",
		"Embargo: 10:00 EST, " + day:                     "",
		"Embargo: 10:00 GMT":                             "",
		"Embargo: 10:00 GMT, 31 February 2025":           "",
		"Not for publication before 10.00 CET, " + day:   "2025-03-03T10:00:00+01:00[Europe/Paris]",
		"Hold for release at 10:00 BST, 3 July 2025":     "2025-07-03T10:00:00+01:00[Europe/London]",
		"For release after 10:00 Moscow time, " + day:    "2025-03-03T10:00:00+03:00[Europe/Moscow]",
		"Strictly under embargo until 10:00 MSK, " + day: "2025-03-03T10:00:00+03:00[Europe/Moscow]",
		"*** EMBARGO: 10:00 CEST, 3 July 2025 ***":       "2025-07-03T10:00:00+02:00[Europe/Paris]",
		"Embargo: 02:30 CET, 30 March 2025":              "", // skipped
		"Эмбарго до 10:00 МСК 3 марта 2025 года":         "2025-03-03T10:00:00+03:00[Europe/Moscow]",
		"Эмбарго: 3 марта 2025 года, 10.00 мск":          "2025-03-03T10:00:00+03:00[Europe/Moscow]",
		"Не публиковать до 3 марта 2025 года, 10:00 по московскому времени": "2025-03-03T10:00:00+03:00[Europe/Moscow]",
		"Не для публикации ранее 03.03.2025, 10:00 по Гринвичу":             "2025-03-03T10:00:00Z[Etc/UTC]",
		"Эмбарго до 10 часов МСК 3 марта 2025 года":                         "",
		"Эмбарго": "",
		"EMBARGO": "",
	} {
		t.Run(line, func(t *testing.T) {
			r := readSingle(t, line+"\n\nСовет принял план северных дорог\n\nЗаседание Совета состоялось вчера и продолжалось два часа.\n\nОн принят.")
			if got := r.Embargo.String(); got != want || r.Headline != "Совет принял план северных дорог" {
				t.Errorf("embargo %q under %q", got, r.Headline)
			}
			stays := r.UnreadText(release.EmbargoField) == line
			if stays != (want == "") || (r.Notes == line) != (want != "") || len(r.Blocks) != 1 {
				t.Errorf("the line stays unread: %t; notes %q; %+v", stays, r.Notes, r.Blocks)
			}
		})
	}
	for _, headline := range []string{"Embargo on oil lifted", "Эмбарго на нефть снято", "Not for sale"} {
		if r := readSingle(t, headline+"\n\nThe Council lifted it on Tuesday and said that it would be for ever."); r.Headline != headline || !r.Embargo.IsZero() {
			t.Errorf("%s: %q, %v", headline, r.Headline, r.Embargo)
		}
	}
}

// What stands above a headline is taken while it is known, and no further.
func TestPreambles(t *testing.T) {
	const rest = "\n\nСовет принял план северных дорог\n\nЗаседание Совета состоялось вчера и продолжалось два часа.\n\nОн принят."
	for name, tt := range map[string]struct {
		above           string
		headline, notes string
		date            string
		contacts        int
	}{
		"a mark":                {"ПРЕСС-РЕЛИЗ", "", "ПРЕСС-РЕЛИЗ", "", 0},
		"in English":            {"For immediate release:", "", "For immediate release:", "", 0},
		"a news release":        {"NEWS RELEASE", "", "NEWS RELEASE", "", 0},
		"for the press":         {"Сообщение для СМИ", "", "Сообщение для СМИ", "", 0},
		"a mark and a date":     {"Пресс-релиз\n3 марта 2025 года", "", "Пресс-релиз", "2025-03-03", 0},
		"with the weekday":      {"Press release\nMonday, March 3, 2025", "", "Press release", "2025-03-03", 0},
		"a date alone":          {"3 марта 2025 года", "", "", "2025-03-03", 0},
		"a time and a date":     {"10:00 03.03.2025", "", "10:00 03.03.2025", "2025-03-03", 0},
		"a date and a time":     {"03.03.2025, 10:00", "", "03.03.2025, 10:00", "2025-03-03", 0},
		"a time alone":          {"10:00", "10:00", "", "", 0},
		"a contact":             {"Press release\nContact: Ann Example, 202/555-0123; Bob Sample, 202/555-0145.", "", "Press release", "", 2},
		"a contact in Russian":  {"Пресс-релиз\nКонтакт для прессы: Анна Примерова, +7-000-000-00-01", "", "Пресс-релиз", "", 1},
		"a contact alone":       {"Contact: Ann Example, 202/555-0123", "", "", "", 1},
		"another below it":      {"Contact: Ann Example, 202/555-0123\n         Bob Sample, 202/555-0145", "", "", "", 2},
		"a contact half read":   {"Press release\nContact: the press office", "Contact: the press office", "Press release", "", 0},
		"words that only begin": {"Пресс-релизы Совета", "Пресс-релизы Совета", "", "", 0},
	} {
		t.Run(name, func(t *testing.T) {
			r := readSingle(t, tt.above+rest)
			headline := tt.headline
			if headline == "" {
				headline = "Совет принял план северных дорог"
			}
			if r.Headline != headline || r.Notes != tt.notes || r.Date.String() != tt.date || len(r.Contacts) != tt.contacts {
				t.Errorf("%q, notes %q, %v, %+v", r.Headline, r.Notes, r.Date, r.Contacts)
			}
		})
	}
	// A paper of nothing but marks keeps its last line.
	if r := readSingle(t, "Пресс-релиз\nПресс-релиз\nПресс-релиз"); r.Lead != "Пресс-релиз" || r.Notes != "Пресс-релиз\nПресс-релиз" {
		t.Errorf("%+v", r)
	}
	if r := readSingle(t, strings.Repeat("Пресс-релиз\n", preambleLines+1)+rest); strings.Count(r.Notes, "релиз") != preambleLines {
		t.Errorf("notes %q", r.Notes)
	}
}

// Releases are parted where a contact block ends and a headline follows, or
// where a list of leads does; a rule alone parts nothing.
func TestReleaseBoundaries(t *testing.T) {
	const (
		one     = "Первая новость о сессии Совета\n10 июня 2024 года в Алматы прошла сессия Совета содружества.\n"
		two     = "Вторая новость об учениях\n11 июня 2024 года в Астане начались учения.\n"
		rule    = "________\n"
		contact = "Пресс-служба Совета Анна Примерова\nтел.: +7-000-000-00-03\n"
	)
	for name, tt := range map[string]struct{ text, want string }{
		"one":                          {one, "Первая новость о сессии Совета"},
		"a footer between":             {one + rule + contact + two, "Первая новость о сессии Совета|Вторая новость об учениях"},
		"a footer under each":          {one + rule + contact + two + rule + contact, "Первая новость о сессии Совета|Вторая новость об учениях"},
		"an empty line under it":       {one + "\n" + rule + "\n" + contact + "\n" + two, "Первая новость о сессии Совета|Вторая новость об учениях"},
		"three":                        {one + rule + contact + two + rule + contact + one, "Первая новость о сессии Совета|Вторая новость об учениях|Первая новость о сессии Совета"},
		"dashes":                       {one + "-----\n" + contact + two, "Первая новость о сессии Совета|Вторая новость об учениях"},
		"equals signs":                 {one + "=====\n" + contact + two, "Первая новость о сессии Совета|Вторая новость об учениях"},
		"stars":                        {one + "*****\n" + contact + two, "Первая новость о сессии Совета|Вторая новость об учениях"},
		"long dashes":                  {one + "—————\n" + contact + two, "Первая новость о сессии Совета|Вторая новость об учениях"},
		"four signs are no rule":       {one + "____\n" + contact + two, "Первая новость о сессии Совета"},
		"mixed signs are no rule":      {one + "__--__\n" + contact + two, "Первая новость о сессии Совета"},
		"a rule without a contact":     {one + rule + "11 июня 2024 года в Астане начались учения, в которых участвуют все.\n", "Первая новость о сессии Совета"},
		"a footer and one line":        {one + rule + contact + "Вторая новость об учениях\n", "Первая новость о сессии Совета"},
		"a footer and a paragraph":     {one + rule + contact + "Это предложение, а не заголовок.\nИ это тоже предложение.\n", "Первая новость о сессии Совета"},
		"leads and no headline":        {"12 марта 2024 года в Ереване открылась выставка работ молодых художников.\n13 марта 2024 года в Минске подписан план работы на полугодие.\n", "|"},
		"two leads over a release":     {"12 марта 2024 года в Ереване открылась выставка работ молодых художников.\n13 марта 2024 года в Минске подписан план работы на полугодие.\n" + one, "||Первая новость о сессии Совета"},
		"two leads over a paragraph":   {"12 марта 2024 года в Ереване открылась выставка работ молодых художников.\n13 марта 2024 года в Минске подписан план работы на полугодие.\nСтороны обсудили план работы.\nОни рады.\n", ""},
		"one lead over a release":      {"12 марта 2024 года в Ереване открылась выставка работ молодых художников.\n" + one, ""},
		"a lead of two sentences":      {"12 марта 2024 года в Ереване открылась выставка. Она хороша.\n13 марта 2024 года в Минске подписан план работы на полугодие.\n", ""},
		"a lead that is short":         {"12 марта 2024 года в Ереване праздник.\n13 марта 2024 года в Минске праздник.\n", ""},
		"a headline in Markdown":       {one + rule + contact + "# Вторая новость!\n11 июня 2024 года в Астане начались учения.\n", "Первая новость о сессии Совета|Вторая новость!"},
		"a post below its name":        {one + rule + "Анна Примерова\nпресс-секретарь\nСовета содружества\nтел.: +7-000-000-00-03\n", "Первая новость о сессии Совета"},
		"an address in the footer":     {one + rule + contact + "г. Москва, ул. Пробная, 1\nкомната 5\n", "Первая новость о сессии Совета"},
		"an address, then mail":        {one + rule + contact + "г. Москва, ул. Пробная, 1\nкомната 5\npress@council.example.\n", "Первая новость о сессии Совета"},
		"an afterword":                 {one + rule + "О проекте\nПробный проект\nСовет строит дороги.\n", "Первая новость о сессии Совета"},
		"a headline over a list":       {one + rule + contact + "# Вторая новость\n- раз\n- два\n", "Первая новость о сессии Совета|Вторая новость"},
		"a closing formula":            {one + rule + "С уважением,\nпресс-служба\n+7-000-000-00-03\npress@council.example\n", "Первая новость о сессии Совета"},
		"an office that did something": {one + rule + contact + "Министерство обороны провело учения\nВ Астане прошли учения.\n", "Первая новость о сессии Совета|Министерство обороны провело учения"},
		"somebody who did something":   {one + rule + "+7-000-000-00-03\n\nПрезидент встретился с послом\nВ Астане прошла встреча.\n", "Первая новость о сессии Совета|Президент встретился с послом"},
		"somebody who does something":  {one + rule + contact + "Совет откроет выставку\nВ Астане откроется выставка.\n", "Первая новость о сессии Совета|Совет откроет выставку"},
		"what looks like a verb":       {one + rule + "Информационный отдел\nПосол Республики, генерал-майор\nфилиал комитета, журнал и портал\nтел.: +7-000-000-00-03\n", "Первая новость о сессии Совета"},
		"a mail address of two lines":  {one + rule + "Пресс-служба Совета Анна Примерова\npress@council.example\nwww.council.example\n" + two, "Первая новость о сессии Совета|Вторая новость об учениях"},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, r := range releasesOf(linesOf(tt.text).Paragraphs) {
				got = append(got, r.Headline)
			}
			if strings.Join(got, "|") != tt.want {
				t.Errorf("got %q", got)
			}
		})
	}
}

// A letter that was pasted begins with its head, or has a mark before each line.
func TestPastedLetters(t *testing.T) {
	const text = "Совет принял план\n\n11 сентября 2024 года в Бишкеке прошла сессия Совета.\n\nСтороны обсудили план."
	for name, tt := range map[string]struct{ text, headline, lead, notes string }{
		"answered":      {"> " + strings.ReplaceAll(text, "\n", "\n> ") + "\n", "Совет принял план", "11 сентября 2024 года в Бишкеке прошла сессия Совета.", ""},
		"answered once": {strings.Replace(text, "11 с", "> 11 с", 1), "Совет принял план", "> 11 сентября 2024 года в Бишкеке прошла сессия Совета.", ""},
		"a head": {
			"От: Анна Примерова\nКому: СМИ\nТема: Новости\n\n" + text, "Совет принял план", "11 сентября 2024 года в Бишкеке прошла сессия Совета.",
			"От: Анна Примерова\nКому: СМИ\nТема: Новости",
		},
		"a greeting":   {"From: Ann\nSent: today\nSubject: RE: План\n\nДобрый день!\n\n" + text, "Совет принял план", "11 сентября 2024 года в Бишкеке прошла сессия Совета.", "From: Ann\nSent: today\nSubject: RE: План\nДобрый день!"},
		"two of three": {"От: Анны\nКому: Пете\n" + text, "От: Анны", "Кому: Пете", ""},
	} {
		if r := readSingle(t, tt.text); r.Headline != tt.headline || r.Lead != tt.lead || r.Notes != tt.notes {
			t.Errorf("%s: %q, %q, notes %q", name, r.Headline, r.Lead, r.Notes)
		}
	}
}

// A date within the first sentence is the release's, with the place behind it.
func TestDatesWithinALead(t *testing.T) {
	for lead, want := range map[string]string{
		"С 9 по 11 сентября 2024 года в Бишкеке прошли учения.":         "2024-09-09 Бишкек",
		"9–11 сентября 2024 г. в Бишкеке прошли учения.":                "2024-09-09 Бишкек",
		"30 сентября – 2 октября 2024 года в Бишкеке прошли учения.":    "2024-09-30 Бишкек",
		"Сегодня, 11 сентября 2024 г., в Бишкеке прошли учения.":        "2024-09-11 Бишкек",
		"В Минске 11 сентября 2024 года, в Бишкеке учения 12 сентября.": "2024-09-11 Минск",
		"Учения прошли в 2024 году, в Бишкеке.":                         " ",
	} {
		r := readSingle(t, "Учения прошли\n\n"+lead+"\n\nСтороны обсудили план.")
		if got := r.Date.String() + " " + r.Place; got != want || r.Lead != lead {
			t.Errorf("%s: got %s, lead %s", lead, got, r.Lead)
		}
	}
}

func TestPublicationDates(t *testing.T) {
	for name, tt := range map[string]struct{ line, date, lead, repair, notes string }{
		"a line of its own":     {"11 сентября 2024 года\n\nСтороны обсудили план.", "2024-09-11", "Стороны обсудили план.", "", ""},
		"with its time":         {"11 сентября 2024 года, 14:02\n\nСтороны обсудили план.", "2024-09-11", "Стороны обсудили план.", "", "11 сентября 2024 года, 14:02"},
		"in figures":            {"11.09.2024 14:02\n\nСтороны обсудили план.", "2024-09-11", "Стороны обсудили план.", "", "11.09.2024 14:02"},
		"before the text":       {"11.09.2024 Стороны обсудили план.", "2024-09-11", "Стороны обсудили план.", "", ""},
		"with a dash":           {"11.09.2024 – Стороны обсудили план.", "2024-09-11", "Стороны обсудили план.", "", ""},
		"before a quotation":    {"11.09.2024, «Стороны обсудили план».", "2024-09-11", "«Стороны обсудили план».", "", ""},
		"before a number":       {"11.09.2024 12 сторон обсудили план.", "2024-09-11", "12 сторон обсудили план.", "", ""},
		"before a small letter": {"11.09.2024 стороны обсудили план.", "2024-09-11", "11.09.2024 стороны обсудили план.", "", ""},
		"glued to a word":       {"11.09.2024Стороны обсудили план.", "2024-09-11", "Стороны обсудили план.", "11.09.2024Стороны", ""},
		"glued to a date":       {"11.09.202412 сентября стороны обсудили план.", "2024-09-11", "12 сентября стороны обсудили план.", "11.09.202412 сентября", ""},
		"no day of any month":   {"31.06.2024Стороны обсудили план.", "", "31.06.2024Стороны обсудили план.", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := readSingle(t, "Совет принял план\n\n"+tt.line+"\n\nОни рады.")
			glued := ""
			for _, fixed := range r.Repairs {
				if fixed.Code == repair.DateGlued {
					glued += fixed.Text
				}
			}
			if r.Headline != "Совет принял план" || r.Date.String() != tt.date || r.Lead != tt.lead || glued != tt.repair || r.Notes != tt.notes {
				t.Errorf("%q, %v, %q, repaired %q, notes %q", r.Headline, r.Date, r.Lead, glued, r.Notes)
			}
		})
	}
}

func TestKindsOfReleases(t *testing.T) {
	for headline, want := range map[string]release.Kind{
		"Соболезнование Президенту": release.Condolence, "Condolences to the President": release.Condolence, "Поздравление Президенту": release.Congratulation,
		"Congratulations": release.Congratulation, "Заявление Совета": release.Statement, "Statement of the Council": release.Statement, "Учение «Проба»": release.Exercise,
		"Об учениях": release.Exercise, "Начались учения": release.Exercise, "Итоги учений": release.Exercise, "Встреча с послом": release.Meeting, "О переговорах": release.Meeting, "Meeting in Bishkek": release.Meeting,
		"Назаявлениями": release.News, "План дорог": release.News, "Поздравление и встреча": release.Congratulation, "Заявление о встрече": release.Statement,
	} {
		if got := kindOf(release.Release{Headline: headline}); got != want {
			t.Errorf("%s: %s, not %s", headline, got, want)
		}
	}
	for lead, want := range map[string]release.Kind{
		"Состоялась встреча сторон. Они рады.": release.Meeting, "Стороны рады. Состоялась встреча.": release.News,
	} {
		if got := kindOf(release.Release{Headline: "План", Lead: lead}); got != want {
			t.Errorf("%s: %s, not %s", lead, got, want)
		}
	}
	if got := kindOf(release.Release{Headline: "Учение «Проба»", Lead: "Заявление сделал посол."}); got != release.Exercise {
		t.Errorf("the headline says %s", got)
	}
}

// blocks writes a release's body: kind and text of each block.
func bodyOf(r release.Release) string {
	var all []string
	for _, b := range r.Blocks {
		all = append(all, string(b.Kind)+": "+b.Text)
	}
	return strings.Join(all, " | ")
}

func TestBodies(t *testing.T) {
	const head = "Совет принял план\n\nСтороны обсудили план дорог.\n\n"
	for name, tt := range map[string]struct{ text, blocks, boilerplate, notes string }{
		"a list":                  {"* раз\n* два\n\nИтог.", "list: раз\nдва | paragraph: Итог.", "", ""},
		"other marks":             {"- раз\n- два\n• три\n• пять\n– шесть\n– семь", "list: раз\nдва\nтри\nпять\nшесть\nсемь", "", ""},
		"one dash is speech":      {"– Да, – сказал он.\n\nИтог.", "paragraph: – Да, – сказал он. | paragraph: Итог.", "", ""},
		"headings":                {"## Решения\n\nРаз.\n\n### Сроки\n\nДва.", "subheading: Решения | paragraph: Раз. | subheading: Сроки | paragraph: Два.", "", ""},
		"about":                   {"Итог.\n\nAbout the Council\n\nIt is a council.", "paragraph: Итог.", "About the Council\nIt is a council.", ""},
		"about in Russian":        {"Итог.\n\nОб организации\n\nСовет есть совет.", "paragraph: Итог.", "Об организации\nСовет есть совет.", ""},
		"a reference":             {"Итог.\n\nСправка: Совет есть совет.", "paragraph: Итог.", "Справка: Совет есть совет.", ""},
		"two of them":             {"Итог.\n\nО компании Раз.\n\nОна есть.\n\nО нас\n\nМы есть.", "paragraph: Итог.", "О компании Раз.\nОна есть.\nО нас\nМы есть.", ""},
		"about is followed by it": {"О нас\n\nРаз.\n\nДва.\n\nТри.", "paragraph: О нас | paragraph: Раз. | paragraph: Два. | paragraph: Три.", "", ""},
		"about a thing":           {"О насосах\n\nРаз.", "paragraph: О насосах | paragraph: Раз.", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := readSingle(t, head+tt.text)
			if got := bodyOf(r); got != tt.blocks || r.Boilerplate != tt.boilerplate || r.Lead != "Стороны обсудили план дорог." {
				t.Errorf("blocks %s\nboilerplate %q, lead %q", got, r.Boilerplate, r.Lead)
			}
		})
	}
	r := readSingle(t, "# Совет принял план\n\nСтороны обсудили план дорог.\n\nИтог.\n\n---\n\nПодпишитесь.\n\nЕщё.")
	if r.Headline != "Совет принял план" || bodyOf(r) != "paragraph: Итог." || r.Notes != "---\nПодпишитесь.\nЕщё." {
		t.Errorf("%q, %s, notes %q", r.Headline, bodyOf(r), r.Notes)
	}
	r = readSingle(t, "Совет принял план\n\nСтороны обсудили план дорог.\n\n---\n\nИтог.")
	if bodyOf(r) != "paragraph: --- | paragraph: Итог." {
		t.Errorf("without a headline in Markdown: %s", bodyOf(r))
	}
}

func TestHeadlines(t *testing.T) {
	for name, tt := range map[string]struct{ text, headline string }{
		"no full stop":           {"Совет принял план\nСтороны обсудили его.", "Совет принял план"},
		"a colon":                {"Совет принял план:\nСтороны обсудили его.", ""},
		"a comma":                {"Совет принял план,\nСтороны обсудили его.", ""},
		"one line":               {"Совет принял план", ""},
		"over a rule":            {"Совет принял план\n________\nСтороны обсудили его.", ""},
		"in quotes":              {"Совет: «План принят.»\nСтороны обсудили его.", ""},
		"a question over a text": {"Принят ли план?\n\nСтороны обсудили его вчера вечером и условились о новой встрече в городе.", "Принят ли план?"},
		"without an empty line":  {"Принят ли план?\nСтороны обсудили его вчера вечером и условились о новой встрече в городе.", ""},
		"a text as short":        {"Наконец принят план.\n\nСтороны обсудили его вчера.", ""},
		"a question":             {"Принят ли план?\n\nСтороны обсудили его.", "Принят ли план?"},
		"a question in English":  {"Who will pay for it?\n\nThe sides met.", "Who will pay for it?"},
		"questions":              {"Кто платит? Когда?\n\nСтороны обсудили его.", ""},
		"two sentences":          {"План есть. Он принят.\n\nСтороны обсудили его вчера вечером и условились о новой встрече в городе.", ""},
		"a dateline":             {"В Бишкеке принят план.\n\nСтороны обсудили его вчера вечером и условились о новой встрече в городе.", ""},
		"300 letters":            {strings.Repeat("а", 300) + "\nСтороны обсудили его.", strings.Repeat("а", 300)},
		"301 letters":            {strings.Repeat("а", 301) + "\nСтороны обсудили его.", ""},
	} {
		if r := readSingle(t, tt.text); r.Headline != tt.headline {
			t.Errorf("%s: %q", name, r.Headline)
		}
	}
}

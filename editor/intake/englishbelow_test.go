package intake

import (
	"testing"

	"communique/editor/intake/layout"
)

// TestWhatStandsBelowAnEnglishHeadline is the page's: what the paper is, who speaks, whose it is and when it was published.
func TestWhatStandsBelowAnEnglishHeadline(t *testing.T) {
	const title = "Ministers agree on a joint transport plan"
	const lead = "The ministers agreed on a joint plan for transport corridors and border crossings between the two countries."
	const text = "\n\n" + lead + "\n\nThe plan will be implemented by 2030.\n"
	for head, want := range map[string]string{
		title + "\n\nPress Statement\nAnn Example\nSpokesperson, Office of the Spokesperson\nWashington, DC\nAugust 9, 2013":                                         title + "|2013-08-09|Washington, DC|",
		title + "\nMedia Note\n\nOffice of the Spokesperson\n\nDecember 15, 2022":                                                                                    title + "|2022-12-15||",
		"PRESS RELEASE\n" + title + "\nThursday, April 20, 2023\nShare right caret\nFor Immediate Release\nU.S. Attorney's Office, District of New Jersey":           title + "|2023-04-20||",
		title + "\n\nPublishing date\n15 January 2025\n\nContent type\nPress release\n\nWhere we are\nSample Office for Democratic Institutions":                     title + "|2025-01-15||",
		"Press release\n" + title + "\nThe plan is for ten years.\nFrom:\nForeign, Sample & Development Office\nPublished 3 May 2024\nLast updated 7 May 2024 — See": title + "|2024-05-03||The plan is for ten years.",
		title + "\nNovember 27, 2024\n17:40\nAstana":                                                           title + "|2024-11-27|Astana|",
		title + "\n\nAnn Example January 16, 2020, 14:22\nLess than a minute":                                  title + "|2020-01-16||",
		title + "\n\n| 10/12/2018 | 17 Comments":                                                               title + "|2018-12-10||",
		title + "\n4 August 2021 | News release | Bishkek | Reading time: 2 min (590 words)":                   title + "|2021-08-04|Bishkek|",
		title + "\nMay 16, 2023 09:00 ET | Source: Sample Inc.":                                                title + "|2023-05-16||",
		"Released: 3-Sep-2019 7:00 AM EDT\n" + title + "\nSample State University":                             title + "|2019-09-03||",
		"Public Release: 17-Nov-2017\n" + title + "\nSample University, Engineering School":                    title + "|2017-11-17||",
		"2022-02-28 News\n" + title + "\nRegion:World News, Armenia\nTheme: Politics":                          title + "|2022-02-28||",
		title + "\n\n2017-06-09 | Politics\n\nAstana, 9 June. Wire special correspondent Abu Example reports.": title + "|2017-06-09|Astana|",
		"Press Release (2014) 062\nIssued on 01 Apr. 2014 | Last updated: 02 Apr. 2014 09:14\n\n" + title:      title + "|2014-04-01||",
		"PRESS RELEASE\n\nMedia Relations Dept.\nSample Headquarters\nP.O. Box HM 530\nTel: (441) 000-0000\nFax: (441) 000-0001\n\nDate:Thursday, February 09,2006\nDistribution: All Media\n\n" + title: title + "|2006-02-09||",
		title + "\n\nPublishing date\n29 June 2006\n\nContent type\nPress release\n\nWhat we do\nConflict prevention and resolution":                                                                     title + "|2006-06-29||",
		title + "\n\n2017-10-18\n\nAshgabat, Turkmenistan, Oct. 18\n\nBy Ann Example– Wire:":                                                                                                             title + "|2017-10-18|Ashgabat, Turkmenistan|",
	} {
		r := readSingle(t, head+text)
		if got := r.Headline + "|" + r.Date.String() + "|" + r.Place + "|" + r.Subheadline; got != want || r.Lead != lead {
			t.Errorf("%q:\n%s\nwant %s\nlead %q", head, got, want, r.Lead)
		}
	}
}

// TestALeadBelowHighlights is the paragraph below a list.
func TestALeadBelowHighlights(t *testing.T) {
	r := readSingle(t, "Bank lends ten million for green projects\n\nPublished: 19 Jul 2023\n\n* Loan for small firms\n* Half of it for women-led businesses\n\nThe Sample Bank for Reconstruction is lending ten million dollars to firms in the mountains this year.\n\nIt has 40 branches.\n")
	if want := "The Sample Bank for Reconstruction is lending ten million dollars to firms in the mountains this year."; r.Lead != want {
		t.Errorf("%q", r.Lead)
	}
}

// TestPlacesOfWires: a town before its own country, one nobody knows before an agency between slashes, and days that were typed together; a day of the
// week and the section of a site are no places.
func TestPlacesOfWires(t *testing.T) {
	const title = "Ministers agree on a joint transport plan"
	for text, want := range map[string]string{
		"04 July 2024\n\nLilongwe – Malawi has today declared the end of the outbreak that began in March 2022 in the south.":         "2024-07-04|Lilongwe",
		"Fri, 11/29/2019 - 09:58\n\nBishkek, Nov.29, 2019. /Kabar/. The ministers agreed on a joint plan for transport.":              "2019-11-29|Bishkek",
		"12.03.2024 11:05\nProbnik, 12 March /Kabar/. The ministers agreed on a joint plan for transport corridors.":                  "2024-03-12|Probnik",
		"2012-11-19\n\n(Press-Wire.org) WASHINGTON, D.C. – Three organizations representing universities today launched a website.":   "2012-11-19|Washington, D.C.",
		"2012-11-19\n\n(Washington, DC) -- A new report outlining other sources of funding will be released at a briefing on May 25.": "2012-11-19|Washington, DC",
		"Fri, 11/29/2019 - 09:58\n\nThe ministers agreed on a joint plan for transport corridors and border crossings.":               "2019-11-29|",
		"2024-05-16 | Economy\n\nThe ministers agreed on a joint plan for transport corridors and border crossings.":                  "2024-05-16|",
	} {
		if r := readSingle(t, title+"\n"+text+"\n\nThe plan is due.\n"); r.Date.String()+"|"+r.Place != want || r.Headline != title {
			t.Errorf("%q: %q %s|%s", text, r.Headline, r.Date, r.Place)
		}
	}
}

// TestDaysElsewhere are lines with a day and its hour, as sites of other countries have them.
func TestDaysElsewhere(t *testing.T) {
	for _, tt := range []struct{ language, text, date, place string }{
		{"kk", "Оқушыларға тегін тамақ берілетін мектептер саны артты\n31 нау, 2022 сағат 15:14\n\nБиыл тағы екі жүз мектепте оқушылар тегін ыстық тамақпен қамтамасыз етіледі.\n\nБұл туралы министрлік хабарлады.", "2022-03-31", ""},
		{"uk", "Опубліковано 01 вересня 2021 року о 14:10\nм. Полтава\n\nУ Полтаві відкрили оновлений дитячий садок\n\nПісля капітального ремонту у місті відкрили дитячий садок на сто вісімдесят місць.\n\nРоботи тривали вісім місяців.", "2021-09-01", "Полтава"},
		{"az", "Şuşada beynəlxalq musiqi festivalı keçirilir\n14.07.2023 [12:40]\nŞuşa, 14 iyul, AZƏRTAC\n\nŞuşada iyulun 14-də beynəlxalq musiqi festivalı işə başlayıb və üç gün davam edəcək.\n\nFestivalda on iki ölkədən musiqiçilər iştirak edirlər.", "2023-07-14", "Şuşa"},
		{"sr", "SAOPŠTENJE ZA JAVNOST\nBeograd, 7. jul 2023. godine\n\nOtvorena nova deonica autoputa\n\nMinistar je otvorio novu deonicu autoputa dugu dvadeset kilometara, koja povezuje dve opštine u Srbiji.\n\nRadovi su trajali tri godine.", "2023-07-07", "Beograd"},
		{"zh", "两国签署教育合作协议\n2024年5月16日 18:30\n新华社比什凯克5月16日电 两国16日在比什凯克签署教育合作协议，将互派留学生并共建职业学校。\n双方还讨论了语言教学问题。", "2024-05-16", "比什凯克"},
		{"bg", "Откриха нов мост над реката\n12 юни 2023 г.\n\nМинистърът откри днес новия мост над реката, който свързва двата града и беше построен за две години.\n\nТой е дълъг сто метра.", "2023-06-12", ""},
		{"hu", "Új híd nyílt a folyón\n2023. június 12.\n\nA miniszter ma megnyitotta az új hidat, amely a két várost köti össze, és amely két év alatt épült meg.\n\nA híd száz méter hosszú.", "2023-06-12", ""},
		{"lt", "Atidarytas naujas tiltas per upę\n2023 m. birželio 12 d.\n\nMinistras šiandien atidarė naują tiltą per upę, kuris jungia du miestus ir buvo statomas dvejus metus.\n\nTiltas yra šimto metrų ilgio.", "2023-06-12", ""},
		{"et", "Avati uus sild üle jõe\n12. juuni 2023\n\nMinister avas täna uue silla üle jõe, mis ühendab kaht linna ja mida ehitati kaks aastat ning mis on sada meetrit pikk.\n\nSild on avatud.", "2023-06-12", ""},
	} {
		if r := readSingle(t, tt.text+"\n"); r.Language != tt.language || r.Date.String() != tt.date || r.Place != tt.place {
			t.Errorf("%s: %s, %s, %q, headline %q", tt.language, r.Language, r.Date, r.Place, r.Headline)
		}
	}
}

// TestTitleAboveThatNobodySays: a line of a letterhead that the lead does not say again is no headline.
func TestTitleAboveThatNobodySays(t *testing.T) {
	r := &reader{}
	r.Release.Language = "en"
	lead := layout.Paragraph{Kind: layout.Text, Text: "The Council opened a new bridge over the river on Monday, and people crossed it at once in large numbers, as it said."}
	for above, want := range map[string]int{"Serving several people since yesterday morning": 1, "Council opened a new bridge": 0} {
		lines := []layout.Paragraph{{Kind: layout.Text, Text: above}, {Kind: layout.Text, Text: "Nothing here matters much"}, lead}
		if got := r.titleAbove(lines, 1); got != want {
			t.Errorf("%s: %d", above, got)
		}
	}
}

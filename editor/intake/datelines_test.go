package intake

import (
	"strings"
	"testing"

	"communique/editor/release"
)

// datelineForms are datelines as offices write them, each of 11 September 2024 in Bishkek.
var datelineForms = []string{
	"8 мая 2025 года, Москва", "Москва, 8 мая 2025 года", "г. Москва, 08.05.2025", "г.Москва, 08.05.2025 г.", "МОСКВА, 8 мая 2025 г.", "8 мая 2025 г., г. Москва",
	"8 мая 2025 года г. Москва", "г. Москва          8 мая 2025 года", "Москва 8 мая 2025 года", "Москва, «8» мая 2025 года", "08.05.2025, Москва", "08.05.25, Москва", "08.05.2025 | Москва",
	"Москва | 8 мая 2025 года", "Москва – 8 мая 2025 года", "Москва. 8 мая 2025 года.", "(Москва, 8 мая 2025 года)", "2025-05-08, Москва", "8-го мая 2025 года, Москва", "Четверг, 8 мая 2025 года, Москва",
	"город Москва, 8 мая 2025 года", "Москва, 8 мая 2025", "Moscow, 8 May 2025", "MOSCOW, May 8, 2025", "May 8, 2025, Moscow", "Moscow, Thursday, May 8, 2025", "8th May 2025, Moscow", "Moscow, 8th of May 2025", "May 8th, 2025 | Moscow", "8 May 2025 - Moscow",
}

const datelineText = "Стороны обсудили итоги года и планы на следующий год.\n\nСледующая сессия назначена на осень.\n"

// TestDatelines stand above a headline, below it, beside it or at the end, and are neither the
// headline nor the lead.
func TestDatelines(t *testing.T) {
	for _, form := range datelineForms {
		for name, text := range map[string]string{
			"above":             form + "\n\nСовет принял план\n\n" + datelineText,
			"above, close":      form + "\nСовет принял план\n" + datelineText,
			"below":             "Совет принял план\n\n" + form + "\n\n" + datelineText,
			"below, close":      "Совет принял план\n" + form + "\n" + datelineText,
			"at the end":        "Совет принял план\n\n" + datelineText + "\n" + form,
			"over contacts":     "Совет принял план\n\n" + datelineText + "\n" + form + "\n\n_______________\nПресс-служба Совета\n+7-000-000-00-01\n",
			"below contacts":    "Совет принял план\n\n" + datelineText + "\n_______________\nПресс-служба Совета\n+7-000-000-00-01\n" + form,
			"below whom to ask": "Совет принял план\n\n" + datelineText + "\nКонтактное лицо:\nСоветник – Анна Пробная\n+7-000-000-00-01\n\n" + form,
			"behind a stroke":   "Совет принял план | " + form + "\n\n" + datelineText,
			"behind a tab":      "Совет принял план\t" + form + "\n\n" + datelineText,
			"marked":            "# Совет принял план\n\n" + form + "\n\n" + datelineText,
			"above what is not": "Для немедленной публикации\n" + form + "\nСовет принял план\n\n" + datelineText,
		} {
			if strings.HasPrefix(name, "behind") && strings.ContainsAny(form, "|(") {
				continue
			}
			r := readSingle(t, text)
			if r.Headline != "Совет принял план" || r.Lead != "Стороны обсудили итоги года и планы на следующий год." || len(r.Blocks) != 1 || len(r.Contacts) > 1 ||
				r.Date != (release.Date{Year: 2025, Month: 5, Day: 8}) || r.Place != "Москва" && r.Place != "Moscow" {
				t.Errorf("%s, %s: headline %q, date %s, place %q, lead %q, %d blocks, notes %q", form, name, r.Headline, r.Date, r.Place, r.Lead, len(r.Blocks), r.Notes)
			}
		}
	}
}

// TestLeadsSayWhenAndWhere in the ways of agencies and offices; the lead stays as it is.
func TestLeadsSayWhenAndWhere(t *testing.T) {
	for lead, want := range map[string]string{
		"БИШКЕК, 11 сентября 2024 г. – Стороны обсудили план.":                                        "2024-09-11 Бишкек",
		"Бишкек, 11 сентября 2024 года. Стороны обсудили план.":                                       "2024-09-11 Бишкек",
		"МОСКВА, 26 октября 2024 г. /ТАСС/. Стороны обсудили план.":                                   "2024-10-26 Москва",
		"МОСКВА, 26 октября. /ТАСС/. Стороны обсудили план.":                                          " Москва",
		"5 октября 2022 года, Минск /БЕЛТА/. Стороны обсудили план.":                                  "2022-10-05 Минск",
		"5 октября, Озёрное /БЕЛТА/. Стороны обсудили план.":                                          " Озёрное",
		"5 октября, Минск /Иван Пробный – БЕЛТА/. Стороны обсудили план.":                             " Минск",
		"МИНСК, 14 сен 2024 — Sputnik. Стороны обсудили план.":                                        "2024-09-14 Минск",
		"БИШКЕК, 30-ноя. 2024 — Sputnik. Стороны обсудили план.":                                      "2024-11-30 Бишкек",
		"МОСКВА /ТАСС/ – Стороны обсудили план 26 октября 2024 года.":                                 "2024-10-26 Москва",
		"ПРОБИНСК, 26 октября. Стороны обсудили план 26 октября 2024 года.":                           "2024-10-26 Пробинск",
		"Москва. 26 октября 2024. INTERFAX.RU - Стороны обсудили план.":                               "2024-10-26 Москва",
		"Минск, 11 сентября, БЕЛТА. Стороны обсудили план.":                                           " Минск",
		"BISHKEK, September 11 (Xinhua) — The sides discussed it.":                                    " Bishkek",
		"BISHKEK, September 11, 2024 — The sides discussed it.":                                       "2024-09-11 Bishkek",
		"BISHKEK, Sept. 11, 2024 (Wire) -- The sides discussed it.":                                   "2024-09-11 Bishkek",
		"BISHKEK (Reuters) - The sides met on September 11, 2024.":                                    "2024-09-11 Bishkek",
		"Bishkek, 11 September 2024. The sides discussed it.":                                         "2024-09-11 Bishkek",
		"Bishkek, Kyrgyzstan – September 11, 2024 – The sides met.":                                   "2024-09-11 Bishkek, Kyrgyzstan",
		"GENEVA, September 11, 2024 — The café hosted talks.":                                         "2024-09-11 Geneva",
		"September 11, 2024 – The sides met in Bishkek.":                                              "2024-09-11 Bishkek",
		"September 11, 2024 – Bishkek, Kyrgyzstan: The sides met.":                                    "2024-09-11 Bishkek, Kyrgyzstan",
		"On 11 September 2024, the sides met in Bishkek.":                                             "2024-09-11 Bishkek",
		"On 11th September 2024 in Bishkek the sides met.":                                            "2024-09-11 Bishkek",
		"The sides met in Bishkek on Sept. 11, 2024. They are glad.":                                  "2024-09-11 Bishkek",
		"г. Бишкек, 11.09.2024. Стороны обсудили план.":                                               "2024-09-11 Бишкек",
		"11.09.24 в Бишкеке стороны обсудили план.":                                                   "2024-09-11 Бишкек",
		"2024-09-11. В Бишкеке стороны обсудили план.":                                                "2024-09-11 Бишкек",
		"11-го сентября 2024 года в Бишкеке стороны обсудили план.":                                   "2024-09-11 Бишкек",
		"11–12 сентября 2024 года в Бишкеке прошли учения.":                                           "2024-09-11 Бишкек",
		"С 11 по 12 сентября 2024 года в городе Бишкек прошли учения.":                                "2024-09-11 Бишкек",
		"11 сентября 2024 года, Бишкек. Стороны обсудили план.":                                       "2024-09-11 Бишкек",
		"11 сентября 2024 года, г. Бишкек – Стороны обсудили план.":                                   "2024-09-11 Бишкек",
		"В Бишкеке 11 сентября 2024 года стороны обсудили план.":                                      "2024-09-11 Бишкек",
		"Стороны обсудили план 11 сентября 2024 г. в Бишкеке. Они рады.":                              "2024-09-11 Бишкек",
		"Стороны 11 сентября 2024 года обсудили в Минске и в Бишкеке план.":                           "2024-09-11 ",
		"11 СЕНТЯБРЯ 2024 ГОДА В БИШКЕКЕ ПРОШЛА ВСТРЕЧА.":                                             "2024-09-11 Бишкек",
		"Сегодня, 11 сентября 2024 г., в Бишкеке прошли учения.":                                      "2024-09-11 Бишкек",
		"Анна Пробная, 11 сентября 2024 года, обсудила план.":                                         "2024-09-11 ",
		"Проба, 26 октября. Стороны обсудили план.":                                                   " ",
		"Франция, 5 стран и «Проба» обсудили план.":                                                   " ",
		"31 сентября 2024 года в Бишкеке прошли учения.":                                              " Бишкек",
		"11 сентября текущего года в Бишкеке прошли учения.":                                          " Бишкек",
		"Осенью 2024 года в Бишкеке прошли учения.":                                                   " ",
		"ST. LOUIS, Mo., Sept. 11, 2024 (Wire) -- The museum reopened.":                               "2024-09-11 St. Louis, Mo.",
		"September 11, 2024 (Toronto, ON) – The gallery opened its wing.":                             "2024-09-11 Toronto, ON",
		"September 11, 2024 (Denver) – The society elected its board.":                                "2024-09-11 Denver",
		"Рӯзи 11 сентябри соли 2024 дар шаҳри Душанбе вохӯрӣ шуд.":                                    "2024-09-11 Душанбе",
		"11 верасня 2024 года ў Мінску адбылося пасяджэнне.":                                          "2024-09-11 Мінск",
		"11 вересня 2024 року у Львові відбулося засідання.":                                          "2024-09-11 Львів",
		"КИЇВ. 11 вересня. УКРІНФОРМ. Міністерство подало план.":                                      " Київ",
		"Bakı, 11 sentyabr, AZƏRTAC. Nazirlik plan təqdim etdi.":                                      " Bakı",
		"11 sentyabr 2024-cü il tarixində Bakıda görüş keçirildi.":                                    "2024-09-11 Bakı",
		"2024-cü il sentyabrın 11-də Gəncədə sərgi açıldı və qonaqları qəbul etdi.":                   "2024-09-11 Gəncə",
		"Wien, am 11. September 2024: Das Museum öffnet wieder.":                                      "2024-09-11 Wien",
		"Leipzig, den 11. September 2024 – Das Museum öffnet wieder.":                                 "2024-09-11 Leipzig",
		"München (dpa) – Das Museum hat wieder geöffnet.":                                             " München",
		"Paris, le 11 septembre 2024 – Le musée a ouvert ses portes.":                                 "2024-09-11 Paris",
		"Madrid, 11 de septiembre de 2024. El museo abrió sus puertas.":                               "2024-09-11 Madrid",
		"Sevilla, 11 de septiembre de 2024.- El museo abrió sus puertas.":                             "2024-09-11 Sevilla",
		"БИШКЕК. ПРОБИНФОРМ – Стороны обсудили план.":                                                 " Бишкек",
		"BISHKEK. SAMPLEINFORM - The sides discussed it.":                                             " Bishkek",
		"Vancouver, British Columbia--(Samplefile Corp. - September 11, 2024) - The museum reopened.": "2024-09-11 Vancouver, British Columbia",
		"У Петра Пробного 11 сентября 2024 года спросили о плане.":                                    "2024-09-11 ",
		"Москва – столица, 11 сентября 2024 года стороны обсудили в ней план.":                        "2024-09-11 ",
		"11 сентября 2024 года, Пробноград – Стороны обсудили план.":                                  "2024-09-11 Пробноград",
		"11 сентября 2024 года, село Пробное – Стороны обсудили план.":                                "2024-09-11 Пробное",
		"деревня Пробная, 11 сентября 2024 года – Стороны обсудили план.":                             "2024-09-11 Пробная",
		"September 11, 2024, Samplewick – The sides discussed the plan.":                              "2024-09-11 Samplewick",
		"11 сентября 2024 года, Пробноград – город из сказки, стороны обсудили план.":                 "2024-09-11 ",
		"11 сентября 2024 года, ПРОБА – Стороны обсудили план.":                                       "2024-09-11 ",
		"11 сентября 2024 года, Проба-завод – предприятие года.":                                      "2024-09-11 ",
		"11 сентября 2024 года, Горводосеть – Стороны обсудили план.":                                 "2024-09-11 ",
	} {
		r := readSingle(t, "Совет принял план\n\n"+lead+"\n\nОни рады и ждут встречи.")
		if got := r.Date.String() + " " + r.Place; got != want || r.Lead != lead {
			t.Errorf("%s: got %q, want %q; lead %q", lead, got, want, r.Lead)
		}
	}
}

// TestDaysWithinASentence: a day that only tells which paper is meant, from when or until when something holds, or what is remembered, is
// not the one that the text is from.
func TestDaysWithinASentence(t *testing.T) {
	for lead, want := range map[string]string{
		"Совет принял план во исполнение указа от 11 марта 2004 года № 1.":                          "",
		"Совет принял план во исполнение указа от 11 марта 2004 года № 1 в Минске 5 мая 2025 года.": "2025-05-05",
		"Закон от 7 июня 2017 г. № 278-ПР дополнен новой статьёй о дорогах.":                        "",
		"Порядок, который вступает в силу с 1 января 2026 года, одобрен на заседании.":              "",
		"Порядок, который действует с 1 января по 5 мая 2025 года, одобрен на заседании.":           "2025-01-01",
		"Совет утвердил программу развития дорог до 31 декабря 2030 года.":                          "",
		"Совет утвердил план № 12.05.2024 и ждёт предложений.":                                      "",
		"Совет почтил память строителя Ивана Пробного (12 мая 1990 года – 5 июня 2020 года).":       "",
		"11 мая Совет принял план во исполнение указа от 12 марта 2004 года № 1.":                   "",
		"11 мая Совет принял план. Заседание состоялось 11 мая 2025 года.":                          "2025-05-11",
		"Совет почтил память жертв трагедии 22 марта 1943 года.":                                    "",
		"Ярмарка работала на площади 31 декабря 2025 года – 2 января 2026 года.":                    "2025-12-31",
		"The Council amended the Act of 5 May 2010 and the rules of its own.":                       "",
		"The Council extended the programme until 31 December 2030 at a meeting.":                   "",
		"The Council met on the 11th of September 2024 in Bishkek to discuss it.":                   "2024-09-11",
		"2024-ci il sentyabrın 11-də Bakıda Birlik Şurası yolların inkişafı planını təsdiqlədi.":    "2024-09-11",
		"Сторонам 11 сентября 2568 года представили план, сообщили на заседании.":                   "",
	} {
		r := readSingle(t, "Совет принял план\n\n"+lead+"\n\nОни рады и ждут встречи.")
		if got := r.Date.String(); got != want || r.Lead != lead {
			t.Errorf("%s: got %q, want %q; lead %q", lead, got, want, r.Lead)
		}
	}
}

// TestAQuestionAboveADateline is the headline.
func TestAQuestionAboveADateline(t *testing.T) {
	for _, day := range []string{"Бишкек, 11 сентября 2024 года", "11 сентября 2024 года, г. Бишкек", "11.09.2024"} {
		r := readSingle(t, "Готов ли город к зиме?\n\n"+day+"\n\n"+datelineText)
		if r.Headline != "Готов ли город к зиме?" || r.Date.String() != "2024-09-11" {
			t.Errorf("%s: headline %q, date %s, lead %q", day, r.Headline, r.Date, r.Lead)
		}
	}
}

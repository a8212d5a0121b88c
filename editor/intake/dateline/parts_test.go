package dateline

import (
	"strings"
	"testing"
)

// When and where, at the start of a lead.
func TestOpenings(t *testing.T) {
	for lead, want := range map[string]string{
		"11 сентября 2024 года в Бишкеке состоялась встреча.":     "2024-09-11 dated located Бишкек",
		"11 сентября 2024 г. в Бишкеке состоялась встреча.":       "2024-09-11 dated located Бишкек",
		"11\u00a0сентября 2024\u00a0года, в\u00a0г.\u00a0Бишкеке": "2024-09-11 dated located Бишкек",
		"11.09.2024 в Бишкеке": "2024-09-11 dated located Бишкек",
		"11 сентября в Бишкеке состоялась встреча.":     " dated located Бишкек",
		"11 сентября с.г. в г. Бишкек":                  " dated located Бишкек",
		"11 сентября т. г. в городе Бишкеке":            " dated located Бишкек",
		"32 сентября в Бишкеке":                         "  ",
		"11.09.2024 г. в Бишкеке":                       "2024-09-11 dated located Бишкек",
		"2024-09-11 в Бишкеке":                          "2024-09-11 dated located Бишкек",
		"«11» сентября 2024 года в Бишкеке":             "2024-09-11 dated located Бишкек",
		"«11 сентября 2024 года в Бишкеке":              "  ",
		"МОСКВА, 26 октября 2024. /Проба/. Учения":      "2024-10-26 dated located Москва",
		"Нижний Новгород. 26 октября. PROBA - Учения":   " dated located Нижний Новгород",
		"БИШКЕК (Проба) – 11 сентября 2024 года прошли": "2024-09-11 dated located Бишкек",
		"г. Бишкек, 11.09.2024. Учения":                 "2024-09-11 dated located Бишкек",
		"Проба, 26 октября. Учения":                     "  ",
		"Москва, столица, в Бишкеке":                    "  ",
		"Москва, 26 октября 2024 года, в Бишкеке":       "2024-10-26 dated located Москва",
		"0 сентября в Бишкеке":                          "  ",
		"5 вопросов в Бишкеке":                          "  ",
		"В Бишкеке состоялась встреча.":                 " located Бишкек",
		"Во Владивостоке состоялась встреча.":           " located Владивосток",
		"На Кубе": " located Куба",
		"В столице Кыргызстана Бишкеке":                 " located Бишкек",
		"В Санкт-Петербурге":                            " located Санкт-Петербург",
		"В Нижнем Новгороде":                            " located Нижний Новгород",
		"В Бишкекеане":                                  " located ",
		"В ходе встречи":                                "  ",
		"В Неведомске прошла встреча":                   " located ",
		"Встреча в Бишкеке":                             "  ",
		"BISHKEK, KG - March 27, 2025 (WIRE) - Council": "2025-03-27 dated located Bishkek, KG",
		"BISHKEK — March 27, 2025 — Council":            "2025-03-27 dated located Bishkek",
		"BISHKEK - Marsh 27, 2025 - Council":            "  ",
		"August 19, 2026 – Miami, Florida: Council":     "2026-08-19 dated located Miami, Florida",
		"August 19, 2026 in Miami":                      "2026-08-19 dated located Miami",
		"August 19, 2026 in Sampleton":                  "2026-08-19 dated located",
		"25 Aug 2023 the Council":                       "2023-08-25 dated ",
		"18 декабри соли 2020 дар шаҳр":                 "2020-12-18 dated ",
		"31 июня 2024 года в Бишкеке":                   " dated located Бишкек",
	} {
		o := OpeningOf(lead)
		got := o.Date.String()
		if o.Dated {
			got += " dated"
		}
		if o.Located {
			got += " located"
		}
		if got += " " + o.Place; strings.TrimSpace(got) != strings.TrimSpace(want) {
			t.Errorf("%s: got %q, want %q", lead, got, want)
		}
	}
}

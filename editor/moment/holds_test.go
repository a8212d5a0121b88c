package moment

import "testing"

// TestWhatHolds tells embargoes from headlines on one, and from when a page was published.
func TestWhatHolds(t *testing.T) {
	for text, want := range map[string]bool{
		"Для публикации после 12:00 мск 15.05.2025":                                 true,
		"Материал не подлежит публикации до 10:00 МСК 3 октября 2025 года":          true,
		"ЭМБАРГО с 1 по 3 октября 2025 года":                                        true,
		"FOR RELEASE: 8:00 a.m. EDT, Thursday, May 15, 2025":                        true,
		"EMBARGO: This report is embargoed until 00:01 (BST) on 12 September 2024.": true,
		"Информация не подлежит разглашению до 12:00 мск 12 сентября 2025 года":     true, "К печати не ранее 12:00 МСК 3 октября 2025 г.": true,
		"Remarks as prepared – embargoed until 10:00 (Vienna or so)": true, "Просим соблюдать: под эмбарго до 10:00": true, "Доклад закрыт для публикации до 10:00 завтра": true,
		"Embargo on oil begins at 12:00 on 3 October 2025": false, "Публикация доклада состоится после 12:00": false, "Эмбарго на ввоз вступит в силу в 00:00 МСК 5 декабря": false,
		"Публикация отложена, эмбарго до 12:00 не действует.":          false,
		"Эмбарго на ввоз томатов до 3 октября 2025 года":               false,
		"Embargo on oil to last until 3 October 2025":                  false,
		"Совет снял эмбарго 3 октября 2025 года":                       false,
		"Published: 8:00 a.m. EDT, May 15, 2025":                       false,
		"Материал можно публиковать с 09:00 мск 13 сентября 2025 года": true, "Эмбарго на материалы снимается 15 мая 2025 года в 11:00 (МСК)": true,
		"Публикация 15.05.2025 12:00 МСК":                    false,
		"Опубликовано 15.05.2025 12:00 МСК":                  false,
		"Дата публикации: 15.05.2025 12:00 МСК":              false,
		"К публикации с 00:01 12 сентября 2025 года (UTC+3)": true, "Использовать после 15 мая 2025 года, 12.00 МСК": true, "Frei ab 15. Mai 2025, 12.00 Uhr (MESZ)": true,
		"Использовать лес с 12:00 3 октября разрешили жителям":             false,
		"Разрешено к публикации: 15.05.2025, 11:00 (МСК −1)":               true,
		"До открытия выставки 3 октября информация не подлежит публикации": true,
		"До 3 октября ввоз леса не подлежит публикации":                    false,
		"Информация не подлежит публикации до 3 октября, сказал министр.":  false,
		"2025 жылғы 15 мамыр, сағат 09:00-ге дейін жарияламау (UTC+5)":     true,
		"Release 12":                 false,
		"Эмбарго":                    false,
		"For release on 15 May 2025": false,
	} {
		if got := Holds(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

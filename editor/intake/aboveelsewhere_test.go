package intake

import (
	"strings"
	"testing"
)

// TestOfficesAboveInOtherLanguages: the name of an office above a headline is no headline, and a headline that begins with one is.
func TestOfficesAboveInOtherLanguages(t *testing.T) {
	const ky = "\n\nБишкек, 2025-жылдын 1-сентябры. Министр Айгүл Үлгүева бүгүн Бишкекте жаңы мектепти ачты.\n\nМектеп эки жылда курулду."
	const tg = "\n\nДушанбе, 1 сентябри соли 2025. – Вазири маориф Фарҳод Намунаев имрӯз дар Душанбе мактаби навро кушод.\n\nМактаб барои 600 нафар пешбинӣ шудааст."
	const uz = "\n\nToshkent, 2025-yil 1-sentabr. Vazir Anvar Namunayev bugun Toshkentda yangi maktabni ochdi.\n\nMaktab ikki yilda qurildi."
	for text, want := range map[string]string{
		"Билим берүү министрлиги\n\nБишкекте жаңы мектеп ачылды" + ky:                 "Бишкекте жаңы мектеп ачылды",
		"Билим берүү министрлиги жаңы мектеп ачты" + ky:                               "Билим берүү министрлиги жаңы мектеп ачты",
		"Маркази матбуот\nВазорати озмоиш\n\nДар Душанбе мактаби нав кушода шуд" + tg: "Дар Душанбе мактаби нав кушода шуд",
		"Вазорати маориф мактаби нав кушод" + tg:                                      "Вазорати маориф мактаби нав кушод",
		"Алматы қаласының әкімдігі\nБаспасөз қызметі\n\nАлматыда жаңа бекет ашылды\n\n2025 жылғы 18 қараша, Алматы. Қала әкімі бүгін жаңа бекетті ашты.\n\nҚұрылыс үш жылға созылды.":                     "Алматыда жаңа бекет ашылды",
		"Халқ таълими вазирлиги\nМатбуот хизмати\n\nАндижонда янги мактаб очилди\n\nАндижон, 15.11.2025. Андижон шаҳрида 600 ўринли янги мактаб очилди.\n\nМактаб бир йилда қурилди.":                     "Андижонда янги мактаб очилди",
		"BASIN BÜLTENİ\n\nUlaştırma zirvesi başladı\n\nAnkara, 11 Kasım 2025 – Ulaştırma zirvesi bugün 30 ülkenin katılımıyla başladı.\n\nZirve üç gün sürecek.":                                          "Ulaştırma zirvesi başladı",
		"Medienmitteilung Nr. 8\n\nMuseum zeigt neue Sammlung\n\nWien, 12.11.2025. Das Mustermuseum zeigt ab sofort seine neue Sammlung.\n\nDer Eintritt ist frei.":                                       "Museum zeigt neue Sammlung",
		"COMMUNIQUÉ DE PRESSE\n\nLa ville ouvre un bureau\n\nLyon, le 4 novembre 2025 – La ville ouvre un bureau pour tous.\n\nIl compte dix salles.":                                                     "La ville ouvre un bureau",
		"Ақтауда жаңа терминал іске қосылды\n\nАқтау қаласында 2025 жылғы 25 қарашада жаңа порт терминалы іске қосылды.\n\nТерминал жылына бір миллион тонна жүк қабылдайды.":                             "Ақтауда жаңа терминал іске қосылды",
		"22 ноябри соли 2025\n\nДар Душанбе конфронси илмӣ баргузор шуд\n\nДар шаҳри Душанбе конфронси илмии олимони ҷавон баргузор шуд. Дар он 200 нафар иштирок карданд.\n\nКонфронс ду рӯз идома ёфт.": "Дар Душанбе конфронси илмӣ баргузор шуд",
		"Xalq taʼlimi vazirligi\nMatbuot xizmati\n\nToshkentda yangi maktab ochildi" + uz: "Toshkentda yangi maktab ochildi",
	} {
		if r := readSingle(t, text); r.Headline != want || r.Place == "" || r.Date.IsZero() {
			t.Errorf("got %q, %q, %s; want %q", r.Headline, r.Place, r.Date, want)
		}
	}
}

// TestWhatASiteHasBesideADay: how often a page was seen and how it is printed stand beside the day of a text.
func TestWhatASiteHasBesideADay(t *testing.T) {
	for line, date := range map[string]string{
		"Опубликовано 17.11.2025 в 16:40 | Просмотров: 312 | Версия для печати": "2025-11-17", "17 ноября 2025 года · 3 мин чтения": "2025-11-17", "17.11.2025 | 312 просмотров": "2025-11-17",
		"November 17, 2025 | 3 min read | Print": "2025-11-17", "Просмотров: 312": "", "Печать 17 изделий стоит дорого": "",
	} {
		r := readSingle(t, "Совет принял план дорог\n\n"+line+"\n\nСтороны подписали соглашение о дорогах между шестью странами.\n\nОни рады и ждут встречи.")
		if r.Date.String() != date || r.Subheadline != "" && date != "" || r.Headline != "Совет принял план дорог" {
			t.Errorf("%s: date %s, subheadline %q", line, r.Date, r.Subheadline)
		}
	}
}

// TestHighlightsAboveTheDateline: a list of what matters most may stand above the paragraph that says where.
func TestHighlightsAboveTheDateline(t *testing.T) {
	r := readSingle(t, "Board completes first review\n\nNovember 18, 2025\n\n- The Board completed the review.\n- It allows 50 million.\n\nWashington, DC: The Board today completed the first review under the arrangement.\n\nGrowth is expected to reach 4.5 percent.")
	if r.Date.String() != "2025-11-18" || r.Place != "Washington, DC" {
		t.Errorf("got %s, %q", r.Date, r.Place)
	}
}

// TestAForm: what a form says of the parts of a text is no part of it; who informs may stand below the office alone.
func TestAForm(t *testing.T) {
	for text, headline := range map[string]string{
		"Дата: 24.11.2025\nМесто: Ош\nЗаголовок: В Оше прошёл форум учёных\nТекст: В Оше прошёл форум учёных, в котором участвовали 300 человек.\n\nФорум завершился принятием резолюции.": "В Оше прошёл форум учёных",
		"Headline: Council adopts plan\nLead: The Council adopted a plan of roads on Friday.\n\nIt will build two bridges.": "Council adopts plan",
		"КОМИТЕТ ПРОБНОЙ РЕСПУБЛИКИ\nСООБЩАЕТ\n\nПеред судом предстанут участники группы\n\n25 ноября 2025 года\n\nКомитетом завершено расследование дела.\n\nУщерб превысил 40 млн.": "Перед судом предстанут участники группы",
	} {
		r := readSingle(t, text)
		if r.Headline != headline || strings.Contains(r.Lead, ":") || r.Lead == "" || len(r.Blocks) != 1 {
			t.Errorf("got %q, %q, %+v", r.Headline, r.Lead, r.Blocks)
		}
	}
}

// TestOfficesOverTwoLines: a letterhead breaks the name of an office; a bulletin has a number.
func TestOfficesOverTwoLines(t *testing.T) {
	for above, number := range map[string]string{
		"МИНИСТЕРСТВО ИНОСТРАННЫХ ДЕЛ\nКЫРГЫЗСКОЙ РЕСПУБЛИКИ": "", "Министерство иностранных дел\nКыргызской Республики\n720040, г. Бишкек, бульвар Эркиндик, 57": "",
		"Пресс-служба\nМинистерства обороны\nРеспублики Пробной\n\nтел.: 00-00-01": "", "Служба коммуникаций | 11.09.2025 | № 15": "",
		"Информационный бюллетень № 7 (312)": "7", "Бюллетень новостей № 12/2025 от 11.09.2025": "12/2025", "Дайджест № 4": "4",
	} {
		r := readSingle(t, above+"\n\nСовет принял план дорог\n\n11 сентября 2025 года в Бишкеке прошла сессия Совета.\n\nСтороны обсудили план.")
		if r.Headline != "Совет принял план дорог" || r.Subheadline != "" || r.Number != number || r.Date.String() != "2025-09-11" {
			t.Errorf("%q: got %q, %q, number %q, %s", above, r.Headline, r.Subheadline, r.Number, r.Date)
		}
	}
}

package intake

import (
	"strings"
	"testing"

	"communique/editor/release"
)

// TestWhatStandsAboveAHeadline goes to its field or to the notes, and is no headline.
func TestWhatStandsAboveAHeadline(t *testing.T) {
	const (
		head = "Совет принял план дорог"
		body = "Бишкек, 11 сентября 2024 года. Совет содружества принял план дорог на пять лет.\n\nСтороны рады, что план принят в срок."
	)
	for _, above := range []string{
		"Пресс-релиз № 15", "ПРЕСС-РЕЛИЗ\n№ 15 от 11 сентября 2024 г.", "Исх. № 12-34/56 от 11.09.2024", "Для немедленного распространения", "НЕМЕДЛЕННО К ПУБЛИКАЦИИ", "Совет содружества\nПресс-служба", "г. Москва", "г. Бишкек\n11 сентября 2024 г.",
		"ООО «Пример»\n101000, Москва, ул. Пробная, 1\nтел. (495) 000-00-01, факс (495) 000-00-02\nwww.example.org\nИНН 0000000000 КПП 000000000", "От: Анна Примерова <anna@example.org>\nКому: редакция\nТема: Пресс-релиз\nДата: 11 сентября 2024", "От: press@example.org\nТема: Совет принял план дорог", "Тема: Совет принял план дорог",
		"Добрый день!\nНаправляем пресс-релиз.", "Уважаемые коллеги!\nПросим опубликовать следующий материал.", "ИНФОРМАЦИОННОЕ СООБЩЕНИЕ", "Релиз", "Пресс-релиз\n\nДата: 11.09.2024\nМесто: Бишкек", "Информация для СМИ\n11.09.2024", "Анонс", "Пост-релиз", "СООБЩЕНИЕ ДЛЯ СМИ", "К публикации", "Материал для публикации", "Срочно", "СРОЧНО В НОМЕР", "Проект", "Комментарий пресс-службы", "Утверждаю\nНачальник пресс-службы\nИ.И. Пробный", "УТВЕРЖДАЮ: Пробный И.И.", "[Логотип]", "Совет содружества | Пресс-служба", "пресс-релиз_финал_2.docx", "Стр. 1 из 2", "Версия от 10.09.2024", "Министерство транспорта Республики Пример", "MINISTRY OF TRANSPORT", "Ministry of Transport of Example", "FOR IMMEDIATE RELEASE\nContact: Ann Example, +44 20 7946 0001", "NEWS RELEASE 24-15", "Press Release No. 15/2024", "Ref: 12/34", "Embargoed until 12 September 2027, 10:00 MSK", "Под эмбарго до 12.09.2027 10:00 МСК", "Главная > Новости > Новость", "Новости / 11 сентября 2024", "Рубрика: Транспорт", "Категория: Новости", "#дороги #план", "12+", "Фото: пресс-служба",
		"Утверждаю\nНачальник пресс-службы\n________ И.И. Пробный\n«___» _________ 2024 г.",
	} {
		r := readSingle(t, above+"\n\n"+head+"\n\n"+body)
		if r.Headline != head || r.Date != (release.Date{Year: 2024, Month: 9, Day: 11}) || r.Place != "Бишкек" || len(r.Blocks) != 1 {
			t.Errorf("%q: headline %q, date %s, place %q, %d blocks below %q, notes %q", above, r.Headline, r.Date, r.Place, len(r.Blocks), r.Lead, r.Notes)
		}
		if lone := readSingle(t, above+"\n\n"+body); lone.Lead == "" {
			t.Errorf("%q without a headline: %+v", above, lone)
		}
	}
	for _, headline := range []string{"Ministry of Transport Launches Plan", "Ministry of Transport signs agreement", "Проект дорог принят", "Заявление Совета о дорогах", "Срочно нужны доноры", "Новости культуры за неделю", "Источник: дороги станут шире", "Согласовано: план дорог и мостов", "Запрет на публикацию данных снят"} {
		if r := readSingle(t, headline+"\n\n"+body); r.Headline != headline {
			t.Errorf("%q: headline %q, notes %q", headline, r.Headline, r.Notes)
		}
	}
	for _, headline := range []string{"Заявление", "Комментарий пресс-службы", "Министерство транспорта"} { // the only one there is
		if r := readSingle(t, headline+"\n\n"+body); r.Headline != headline {
			t.Errorf("%q: headline %q, notes %q", headline, r.Headline, r.Notes)
		}
	}
}

// TestEmbargoesAboveAHeadline hold a release back until 10:00 of Moscow on 12 September 2027; what is
// not understood is kept as it was typed, and none is the headline.
func TestEmbargoesAboveAHeadline(t *testing.T) {
	const body = "\n\nСовет принял план дорог\n\nБишкек, 11 сентября 2024 года. Совет содружества принял план дорог на пять лет.\n\nСтороны рады."
	for line, read := range map[string]bool{
		"Эмбарго до 12.09.2027, 10:00 МСК": true, "Под эмбарго до 10:00 мск 12 сентября 2027 года": true, "Эмбарго: 12 сентября 2027, 10.00 (МСК)": true, "Не публиковать до 12 сентября 2027 года 10:00 по московскому времени": true,
		"Материал под эмбарго до 12.09.2027 10:00 (UTC+3)": true, "Публикация разрешена после 10:00 МСК 12.09.2027": true, "Не для публикации до 10 утра 12 сентября 2027 года (мск)": true, "Срок эмбарго: 12.09.2027 10:00 мск": true,
		"Эмбарго на публикацию до 12.09.2027 10:00 мск": true, "Запрет на публикацию до 12.09.2027 10:00 мск": true, "Просим не публиковать до 10:00 12.09.2027 (мск)": true, "Разрешено к публикации 12.09.2027 в 10:00 мск": true,
		"Информация для публикации не ранее 10:00 мск 12 сентября 2027 года": true, "К публикации не ранее 12.09.2027, 10:00 мск": true, "Эмбарго истекает 12.09.2027 в 10:00 МСК": true,
		"EMBARGO: 12 September 2027 07:00 GMT": true, "Under embargo until 08:00 BST on 12 September 2027": true, "Not for publication before 09:00 CEST, 12 September 2027": true, "Embargoed for 07:00 hours GMT Sunday 12 September 2027": true,
		"Embargoed until 10:00 a.m. EST, September 12, 2027": false, "STRICTLY EMBARGOED UNTIL 3AM ET 12 SEPTEMBER 2027": true, "Эмбарго до полуночи 12 сентября 2027 года МСК": false, "Эмбарго до 12 сентября": false, "Эмбарго до особого распоряжения": false,
		"Эмбарго до 12.09.2027, 10:00": false, "Embargoed until 10:00 CET, 12 July 2027": false,
	} {
		r := readSingle(t, line+body)
		at := ""
		if !r.Embargo.IsZero() {
			at = r.Embargo.At.UTC().Format("2006-01-02 15:04")
		}
		if r.Headline != "Совет принял план дорог" || (at == "2027-09-12 07:00") != read || (at == "" && len(r.Unread) == 1) == read {
			t.Errorf("%s: headline %q, until %q, unread %v", line, r.Headline, at, r.Unread)
		}
	}
}

// TestHeadlineAboveItsOwnLines stays the headline, whatever stands between it and a heading below: only a
// letterhead's own lines take what is above them along.
func TestHeadlineAboveItsOwnLines(t *testing.T) {
	const below = "\n\nЧто будет показано\n\nСовет содружества покажет план дорог. Вход свободный."
	for _, own := range []string{
		"Место: Бишкек, ул. Пробная, 1\nАккредитация: тел. 8 (495) 000-00-01", "ул. Пробная, 1", "Адрес: Москва, ул. Пробная, 1\nТелефон: +7 495 000-00-01\nСайт: www.example.org", "Проспект Мира, 12: движение закрыто",
		"2345\n0",
	} {
		for headline, want := range map[string]string{"Выставка дорог в Бишкеке": "Выставка дорог в Бишкеке", "Пример Холдинг\n101000, Москва, ул. Пробная, 1\n\nВыставка дорог": "Выставка дорог"} {
			if r := readSingle(t, headline+"\n\n"+own+below); r.Headline != want {
				t.Errorf("%q: headline %q, notes %q", headline+"\n"+own, r.Headline, r.Notes)
			}
		}
	}
	if r := readSingle(t, "Statement\n\nCouncil adopts road plan\n\nThe Council adopted a plan for five years."); r.Kind != release.Statement || r.Headline != "Council adopts road plan" {
		t.Errorf("%s %q", r.Kind, r.Headline)
	}
	if r := readSingle(t, "Remarks\n\nby Ann Example, Secretary\n\nLadies and gentlemen, we adopted a plan."); r.Headline != "Remarks" {
		t.Errorf("headline %q", r.Headline)
	}
	if r := readSingle(t, "Форум прошёл 11 сентября 2024 года, Бишкек\n\nСовет принял план дорог на пять лет.\n\nСтороны рады."); r.Headline == "Форум прошёл" {
		t.Errorf("headline %q", r.Headline)
	}
}

// TestHeadingOfAPart is no headline, though a sentence stands above it, and the sentence stays first.
func TestHeadingOfAPart(t *testing.T) {
	const lead = "Совет содружества принял план дорог на пять лет."
	for _, heading := range []string{"Основные положения плана", "ПОВЕСТКА ДНЯ", "План дорог"} {
		if r := readSingle(t, lead+"\n\n"+heading+"\n\nСтороны рады.\n\nРабота начнётся весной."); r.Headline != "" || r.Lead != lead {
			t.Errorf("%q: headline %q, lead %q", heading, r.Headline, r.Lead)
		}
	}
}

// TestAStateOnTopIsNoPlace: by its official name it is the letterhead's; a town there is where the office is.
func TestAStateOnTopIsNoPlace(t *testing.T) {
	for top, place := range map[string]string{
		"Республика Казахстан": "", "КЫРГЫЗСКАЯ РЕСПУБЛИКА": "", "Республика Казахстан\nМинистерство транспорта": "", "Бишкек": "Бишкек",
	} {
		r := readSingle(t, top+"\n\nЗавод открыл новый цех\n\n12 марта 2025 года\n\nСовет завода утвердил план развития. Об этом говорится в сообщении.\n\nУчастники довольны.")
		if r.Headline != "Завод открыл новый цех" || r.Place != place || !strings.HasPrefix(r.Lead, "Совет завода") || place == "" && !strings.HasPrefix(r.Notes, strings.Split(top, "\n")[0]) {
			t.Errorf("%q: %q, %q, %q, %q", top, r.Headline, r.Place, r.Lead, r.Notes)
		}
	}
}

// TestWhatAPaperIsElsewhere: what an office writes above a headline in the languages of its neighbours is none.
func TestWhatAPaperIsElsewhere(t *testing.T) {
	for _, mark := range []string{"Баспасөз релизі", "Баспасөз хабары", "Басма сөз релиз", "Басма сөз билдирүүсү", "Хабари матбуотӣ", "Баёнияи матбуотӣ", "Матбуот хабари", "Matbuot xabari", "Прэс-рэліз", "Паведамленне для СМІ", "Մամլո հաղորդագրություն", "Մամուլի ռելիզ"} {
		if r := readSingle(t, mark+"\n\nЖаңы көпүрө ачылды\n\nБишкек, 2025-жылдын 11-сентябры\n\nШаарда жаңы көпүрө ачылды.\n"); r.Headline != "Жаңы көпүрө ачылды" || r.Place != "Бишкек" {
			t.Errorf("%s: %s | %s", mark, r.Headline, r.Place)
		}
	}
}

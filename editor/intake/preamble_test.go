package intake

import (
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
)

// TestWhatStandsAbove a headline goes to its field or to the notes, and is none.
func TestWhatStandsAbove(t *testing.T) {
	const text = "Совет принял план дорог\n\n8 мая 2025 года в Бишкеке прошла сессия Совета.\n\nСтороны обсудили план.\n"
	for above, want := range map[string]string{ // number, date, what of it is no note
		"Пресс-релиз":                                    "",
		"ПРЕСС-РЕЛИЗ":                                    "",
		"Пресс-релиз № 15":                               "15 2025-05-08",
		"ПРЕСС-РЕЛИЗ №15/2":                              "15/2 2025-05-08",
		"Пресс-релиз № 15 от 09.05.2025":                 "15 2025-05-09",
		"Пресс-релиз от 9 мая 2025 года":                 " 2025-05-09",
		"Press release No. 15":                           "15 2025-05-08",
		"FOR IMMEDIATE RELEASE":                          "",
		"Для немедленного распространения":               "",
		"К немедленной публикации":                       "",
		"Для распространения в СМИ":                      "",
		"Сообщение для СМИ":                              "",
		"Информационное сообщение":                       "",
		"Анонс для СМИ":                                  "",
		"Исх. № 12-34/56 от 07.05.2025":                  "",
		"Исх. № 12-34/56":                                "",
		"№ 12-34/56 от 7 мая 2025 г.":                    "",
		"На № ____ от ____":                              "",
		"Секретариат Совета содружества":                 "",
		"МИНИСТЕРСТВО ИНОСТРАННЫХ ДЕЛ":                   "",
		"Пресс-служба Министерства обороны":              "",
		"АО «Пробные дороги»":                            "",
		"г. Москва":                                      "",
		"101000, г. Москва, ул. Пробная, д. 1":           "",
		"тел.: +7-000-000-00-01, факс: +7-000-000-00-02": "",
		"press@council.example":                          "",
		"www.council.example":                            "",
		"Главная / Новости / Совет":                      "",
		"Главная > Новости":                              "",
		"Исх. № 15\nПресс-релиз № 16":                    "16 2025-05-08",
		"Секретариат Совета содружества\n101000, г. Москва, ул. Пробная, д. 1\nтел.: +7-000-000-00-01\n\nИсх. № 15 от 07.05.2025\n\nПресс-релиз": "",
		"МИНИСТЕРСТВО ИНОСТРАННЫХ ДЕЛ\nПресс-релиз № 15\nг. Москва, 9 мая 2025 года":                                                             "15 2025-05-09 Москва",
		"От: Анна Пробная\nКому: СМИ\nТема: План\n\nДобрый день, коллеги!\n\nНаправляем пресс-релиз.":                                            "",
		"От: Анна Пробная\nОтправлено: 7 мая 2025 г. 10:00\nКому: СМИ\nТема: План\n\nУважаемые коллеги!":                                         "",
		"Добрый день, уважаемые коллеги!\nНаправляем для публикации пресс-релиз о сессии.":                                                       "",
		"Уважаемые журналисты,":                            "",
		"Dear colleagues,\nPlease find our release below.": "",
	} {
		r := readSingle(t, above+"\n\n"+text)
		if want == "" {
			want = " 2025-05-08"
		}
		if strings.Count(want, " ") < 2 {
			want += " Бишкек"
		}
		got := r.Number + " " + r.Date.String() + " " + r.Place
		if got != want || r.Headline != "Совет принял план дорог" || r.Lead != "8 мая 2025 года в Бишкеке прошла сессия Совета." || len(r.Blocks) != 1 {
			t.Errorf("%s: got %q, want %q; headline %q, lead %q, %d blocks, notes %q", above, got, want, r.Headline, r.Lead, len(r.Blocks), r.Notes)
		}
		all := r.Notes + r.Headline + r.Lead + r.Place
		for _, c := range r.Contacts {
			all += c.Name + c.Post + c.Email + c.Site
			for _, p := range c.Phones {
				all += p.Number
			}
		}
		for _, w := range word.FindAllString(above, -1) {
			if !strings.Contains(all, w) && !dateWord(w, nil) && w != "тел" && w != "факс" && w != "г" && w != "9" && w != "мая" && w != "2025" && w != "года" {
				t.Errorf("%s: %q is lost", above, w)
			}
		}
	}
}

// TestTownsOnTop of a headline are where the office is, and none themselves.
func TestTownsOnTop(t *testing.T) {
	for text, want := range map[string]string{
		"Москва\n\nСовет принял план дорог\n\nСовет содружества принял план дорог на пять лет.\n":                          "Совет принял план дорог|Москва|",
		"БИШКЕК\nСовет принял план дорог\nСовет содружества принял план дорог на пять лет.\n":                              "Совет принял план дорог|Бишкек|",
		"Геленджик\n\nСовет принял план дорог\n\nАнна Пробная назвала план хорошим.\n":                                     "Совет принял план дорог|Геленджик|",
		"London\n\nCouncil adopts the road plan\n\nThe council has adopted the road plan for five years.\n":                "Council adopts the road plan|London|",
		"Москва\n\nСовет принял план дорог\n\nБишкек, 8 мая 2025 года. Совет содружества принял план дорог на пять лет.\n": "Совет принял план дорог|Бишкек|Москва",
		"20.10.2025 | Минск | Пресс-служба\n\nСовет принял план дорог\n\nСовет содружества принял план дорог.\n":           "Совет принял план дорог|Минск|20.10.2025 | Минск | Пресс-служба",
		"Москва\n\nСовет содружества принял план дорог на пять лет.\n":                                                     "Москва||",
	} {
		r := readSingle(t, text)
		if got := strings.Join([]string{r.Headline, r.Place, r.Notes}, "|"); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestHeadlinesStay where they stand on top: what only looks like a letterhead.
func TestHeadlinesStay(t *testing.T) {
	for headline, text := range map[string]string{
		"Встреча в Бишкеке":                 "11 сентября 2024 года в Бишкеке прошла встреча секретарей советов\nбезопасности государств.\nСтороны рады.",
		"Заседание Совета министров":        "О ходе учений\n\nСтороны рады.\n\nОни довольны.",
		"Церемония вручения наград":         "В столице вручены\nнаграды.\nСтороны рады.",
		"Сессия Совета":                     "Итоги и планы\n\nСтороны рады.\n\nОни довольны.",
		"Форум регионов":                    "Программа\n\nСтороны рады.\n\nОни довольны.",
		"Совет министров содружества":       "8 мая 2025 года в Бишкеке состоялась сессия\nСовета.\nСтороны рады.",
		"Совет министров принял план":       "В Бишкеке прошла сессия.",
		"Министерство обороны":              "В Бишкеке министерство провело учения.",
		"Министерство провело учения":       "В Бишкеке прошли учения.\n\nСтороны рады.",
		"Пресс-релиз № 15 от Совета":        "В Бишкеке прошла сессия.\n\nСтороны рады.",
		"Сообщение о ходе учений":           "В Бишкеке прошла сессия.\n\nСтороны рады.",
		"Анонс заседания Совета":            "В Бишкеке пройдёт сессия.\n\nСтороны рады.",
		"На площади Победы открыт памятник": "В Бишкеке открыт памятник.\n\nСтороны рады.",
		"№ 1 в мире":                        "В Бишкеке прошла сессия.\n\nСтороны рады.",
		"Коллеги поздравили посла":          "В Бишкеке прошла сессия.\n\nСтороны рады.",
		"Организация Договора о коллективной безопасности: итоги года": "В Бишкеке прошла сессия.\n\nСтороны рады.",
	} {
		if r := readSingle(t, headline+"\n\n"+text); r.Headline != headline {
			t.Errorf("%s: headline %q, notes %q", headline, r.Headline, r.Notes)
		}
	}
}

// TestPagesAsTheyAreCopied: what a website has around a text goes to the notes.
func TestPagesAsTheyAreCopied(t *testing.T) {
	const text = "Совет принял план дорог\n\n8 мая 2025 года в Бишкеке прошла сессия Совета.\n\nСтороны обсудили план.\n"
	for name, page := range map[string]string{
		"sent from a phone":  text + "Отправлено из мобильного приложения\n",
		"a site's own words": text + "Возврат к списку\nПросмотров: 152\n",
		"shares":             text + "Поделиться:\nВКонтакте\nТелеграм\nВерсия для печати\n",
		"other texts":        text + "Смотрите также\nСовет открыл дорогу\n7 мая 2025 года\nСовет закрыл мост\n",
		"topics":             text + "Теги: дороги, мосты\nПечать\n",
		"topics in lines":    text + "Темы:\nДороги\nМосты\nПоделиться\n",
		"both":               text + "Читайте также:\nСовет открыл дорогу\nПоделиться\nNaverh",
		"English":            text + "Related news\nCouncil opens a road\nShare this\nPrint\n",
		"the way to it":      "Главная / Новости / 08.05.2025\n" + text,
		"counts":             "Совет принял план дорог\n08.05.2025 10:00\n2345\n0\n8 мая 2025 года в Бишкеке прошла сессия Совета.\nСтороны обсудили план.\n",
		"views":              "Совет принял план дорог\n08.05.2025\nПросмотров: 15\n8 мая 2025 года в Бишкеке прошла сессия Совета.\nСтороны обсудили план.\n",
		"sent on":            "-------- Пересылаемое сообщение --------\n11.09.2024, 10:00, \"Совет\" <press@council.example>:\n\n" + text,
		"sent on, English":   "---------- Forwarded message ---------\nFrom: Council <press@council.example>\nDate: Wed, 11 Sep 2024\nSubject: Совет принял план дорог\n\n" + text,
		"sent on by Apple":   "Начало переадресованного сообщения:\n\nОт: Совет <press@council.example>\nТема: Совет принял план дорог\nДата: 11 сентября 2024 г.\n\n" + text,
		"Thunderbird":        "Коллеги, см. ниже.\n\n-------- Перенаправленное сообщение --------\nТема: Совет принял план дорог\nДата: 11 сентября 2024 г.\nОт: Совет <press@council.example>\nКому: press@example.org\n\n" + text,
		"Outlook, a rule":    "Коллеги, пересылаю для публикации.\n\nИван Пробный\n\n________________________________\nОт: Анна Пробная <anna@council.example>\nОтправлено: 8 мая 2025 г. 10:00\nКому: press@example.org\nТема: Совет принял план дорог\n\nДобрый день!\n\n" + text,
		"FYI":                "FYI\n\nFrom: Council <press@council.example>\nSent: Thursday, May 8, 2025\nTo: desk@example.org\nSubject: Совет принял план дорог\n\n" + text,
		"a letter's end":     text + "С уважением,\nпресс-служба\n",
		"a whole letter":     "От: Анна Пробная <press@example.org>\nОтправлено: 8 мая 2025 г. 10:00\nКому: СМИ\nТема: Совет принял план дорог\n\nДобрый день, коллеги!\n\nНаправляем пресс-релиз.\n\n" + text + "\nС уважением,\nпресс-служба\n",
		"a letter, a person": text + "С уважением, Анна Пробная\n",
	} {
		r := readSingle(t, page)
		if r.Headline != "Совет принял план дорог" || r.Lead != "8 мая 2025 года в Бишкеке прошла сессия Совета." || len(r.Blocks) != 1 || r.Blocks[0].Text != "Стороны обсудили план." {
			t.Errorf("%s: %q, %q, %+v, notes %q", name, r.Headline, r.Lead, r.Blocks, r.Notes)
		}
		if slices.ContainsFunc(r.Contacts, func(c release.Contact) bool { return strings.HasSuffix(c.Email, "@example.org") }) {
			t.Errorf("%s: whom it went to is a contact: %+v", name, r.Contacts)
		}
		if lost := lostWords(page, []release.Release{r}); len(lost) > 0 {
			t.Errorf("%s: lost %q", name, lost)
		}
	}
	const answered = "\n\n-------- Исходное сообщение --------\nОт: Анна Пробная <anna@council.example>\nКому: press@example.org\nТема: Другое\n\nСтарое письмо об ином.\n"
	for name, page := range map[string]string{
		"a release above an older letter": text + strings.Repeat("Участники встречи осмотрели новые мосты города. ", 4) + answered,
		"much said above a letter":        "Пересылаю.\n\n" + text + strings.Repeat("Участники встречи осмотрели новые мосты города. ", 8) + strings.Replace(answered, "-------- Исходное сообщение --------\n", "", 1),
		"a head that nothing passes on":   text + strings.Replace(answered, "-------- Исходное сообщение --------\n", "", 1),
	} {
		if r := readSingle(t, page); !strings.Contains(strings.Join(r.Texts(), "\n"), "Стороны обсудили план.") {
			t.Errorf("%s: %q, %q, notes %q", name, r.Headline, r.Lead, r.Notes)
		}
	}
	for _, last := range []string{"Темы: дороги и мосты обсудили вчера.", "География", "Смотрите также приложение к плану.", "Поделиться опытом решили все."} {
		page := text + last
		if r := readSingle(t, page); len(r.Blocks)+strings.Count(r.Notes, last) != 2 {
			t.Errorf("%s: %+v, %q", last, r.Blocks, r.Notes)
		}
	}
}

// TestEmbargoesAbove are read with their own offset, or stay as they are and keep the release
// from being issued; none is a headline.
func TestEmbargoesAbove(t *testing.T) {
	const text = "Совет принял план дорог\n\n8 мая 2025 года в Бишкеке прошла сессия Совета.\n\nСтороны обсудили план.\n"
	for line, want := range map[string]string{
		"Эмбарго до 09:00 МСК 8 мая 2025 года":                        "2025-05-08T09:00:00+03:00",
		"ЭМБАРГО ДО 08.05.2025, 10:00 (МСК)":                          "2025-05-08T10:00:00+03:00",
		"Под эмбарго до 10:00 мск 08.05.25":                           "2025-05-08T10:00:00+03:00",
		"Материал находится под эмбарго до 10:00 МСК 8 мая 2025 года": "2025-05-08T10:00:00+03:00",
		"Эмбарго снимается 8 мая 2025 года в 10:00 МСК":               "2025-05-08T10:00:00+03:00",
		"Публикация разрешена с 10:00 МСК 8 мая 2025 года":            "2025-05-08T10:00:00+03:00",
		"Не распространять до 10:00 МСК 8 мая 2025 года":              "2025-05-08T10:00:00+03:00",
		"Эмбарго: 10:00 МСК+4, 8 мая 2025 года":                       "2025-05-08T10:00:00+07:00",
		"EMBARGOED UNTIL 10:00 UTC-5, 8 May 2025":                     "2025-05-08T10:00:00-05:00",
		"*** EMBARGOED until 09:00 (UTC+06:00), May 8, 2025 ***":      "2025-05-08T09:00:00+06:00",
		"Embargo lifts at 09:00 GMT on 8 May 2025":                    "2025-05-08T09:00:00Z",
		"Release time: 09:00 GMT+3, 8 May 2025":                       "2025-05-08T09:00:00+03:00",
		"Do not publish before 09:00 GMT 8 May 2025":                  "2025-05-08T09:00:00Z", "Do not publish before Thursday morning, 8 May 2025": "unread",
		"Embargoed until 10:00 CET 8 July 2025":                "unread",
		"Embargoed until 10:00 BST 8 January 2025":             "unread",
		"Embargoed until 02:30 Europe/Paris 26 October 2025":   "unread",
		"Эмбарго до 10:00 8 мая 2025 года":                     "unread",
		"Эмбарго до 10:00 по местному времени 8 мая 2025 года": "unread",
		"Эмбарго до 9 мая":                                     "unread",
		"Эмбарго до особого распоряжения":                      "unread",
		"Под эмбарго":                                          "unread",
		"К публикации не ранее 10:00 8 мая 2025 года":          "unread",
	} {
		for _, page := range []string{line + "\n\n" + text, strings.Replace(text, "\n\n", "\n\n"+line+"\n\n", 1), "Пресс-релиз № 15\n" + line + "\n" + text, "<p>" + line + "</p><h1>" + strings.Replace(text, "\n\n", "</h1><p>", 1)} {
			found, err := Read(Source{Data: []byte(page)})
			if err != nil || len(found.Releases) != 1 {
				t.Fatal(page, err)
			}
			r, got := found.Releases[0], ""
			if !r.Embargo.IsZero() {
				got = r.Embargo.At.Format("2006-01-02T15:04:05Z07:00")
			} else if r.UnreadText(release.EmbargoField) == line {
				got = "unread"
			}
			if got != want || r.Headline != "Совет принял план дорог" {
				t.Errorf("%s: got %q, want %q; headline %q, unread %q", page, got, want, r.Headline, r.UnreadText(release.EmbargoField))
			}
		}
	}
	for _, headline := range []string{"Эмбарго на поставки снято", "Embargo on oil lifted", "Публикация доклада Совета отложена", "Не распространять слухи призвал Совет"} {
		if r := readSingle(t, headline+"\n\nСтороны обсудили план.\n\nОни рады."); r.Headline != headline {
			t.Errorf("%s: headline %q", headline, r.Headline)
		}
	}
}

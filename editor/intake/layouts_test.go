package intake

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"communique/editor/intake/wording"
)

// official is a release as a site of a state's head publishes it: a headline without a verb, a
// lead, a day, a place, and officialSpeech.
type official struct{ headline, lead, day, date, place string }

var officials = []official{
	{"Заседание Пробной комиссии", "Пётр Пробный провёл заседание Пробной комиссии Содружества.", "23 апреля 2025 года", "2025-04-23", "Москва, Кремль"},
	{"Телефонный разговор с Президентом Ирана", "Состоялся телефонный разговор Петра Пробного с Президентом Исламской Республики Иран.", "6 мая 2025 года", "2025-05-06", "Москва"},
	{"Встреча с главой Пробного агентства Анной Образцовой", "Пётр Пробный провёл встречу с генеральным директором Пробного агентства Анной Образцовой.", "9 апреля 2025 года", "2025-04-09", "Ново-Огарёво"},
	{"Совещание по вопросам развития Арктической зоны и транспортного коридора", "Пётр Пробный провёл совещание по вопросам развития Арктической зоны.", "27 марта 2025 года", "2025-03-27", "Мурманск"},
	{"Посещение Единого центра поддержки", "Пётр Пробный посетил Единый центр поддержки участников программы.", "6 марта 2025 года", "2025-03-06", "Казань"},
	{"Возложение венка к Могиле Неизвестного Солдата", "В День защитника Отечества Пётр Пробный возложил венок к Могиле Неизвестного Солдата.", "23 февраля 2025 года", "2025-02-23", "Минск"},
	{"Встреча с губернатором Пробной области Иваном Примерным", "Пётр Пробный провёл рабочую встречу с губернатором Пробной области Иваном Примерным. Обсуждалась социально-экономическая ситуация в регионе.", "11 февраля 2025 года", "2025-02-11", "Бишкек"},
	{"Расширенное заседание коллегии", "Глава Содружества принял участие в расширенном заседании коллегии.", "19 марта 2025 года", "2025-03-19", "Астана"},
	{"Поздравление с Днём космонавтики", "Пётр Пробный поздравил ветеранов и работников отрасли с Днём космонавтики.", "12 апреля 2024 года", "2024-04-12", "Ташкент"},
	{"Российско-узбекистанские переговоры", "В Ташкенте состоялись переговоры Петра Пробного с Президентом Узбекистана.", "27 мая 2024 года", "2024-05-27", "Ташкент"},
	{"О поездке в Сочи", "Пётр Пробный осмотрел олимпийские объекты и побеседовал с их работниками.", "1 августа 2024 года", "2024-08-01", "Сочи"},
	{"Утверждён план мероприятий по улучшению условий жизни граждан", "Подписан указ о плане мероприятий по улучшению условий жизни граждан.", "30 декабря 2024 года", "2024-12-30", "Санкт-Петербург"},
	{"Указ о праздновании 300-летия Академии наук", "Президент подписал Указ «О праздновании 300-летия Академии наук».", "8 февраля 2024 года", "2024-02-08", "Ереван"},
	{"Вручение государственных наград", "В Екатерининском зале Пётр Пробный вручил государственные награды.", "29 мая 2024 года", "2024-05-29", "Москва, Кремль"},
	{"Саммит Содружества в Ашхабаде", "Главы государств обсудили вопросы взаимодействия и приняли совместное заявление.", "11 октября 2024 года", "2024-10-11", "Ашхабад"},
	{"Интервью телеканалу «Пример»", "Пётр Пробный ответил на вопросы журналистов телеканала «Пример».", "13 марта 2024 года", "2024-03-13", "Душанбе"},
	{"Соболезнования Президенту Турции", "Пётр Пробный выразил соболезнования Президенту Турции в связи с трагическими последствиями пожара.", "21 января 2025 года", "2025-01-21", "Баку"},
	{"Торжественное собрание, посвящённое Дню единства народов", "Состоялось торжественное собрание, посвящённое Дню единства народов двух государств.", "2 апреля 2024 года", "2024-04-02", "Минск"},
	{"Рабочая поездка в Приморский край", "Глава Содружества прибыл во Владивосток, где примет участие в форуме.", "3 сентября 2024 года", "2024-09-03", "Владивосток"},
	{"Запуск новых линий метро в режиме видеоконференции", "Пётр Пробный в режиме видеоконференции дал старт движению поездов по новым линиям метро.", "7 декабря 2024 года", "2024-12-07", "Нижний Новгород"},
	{"Музей «Старая почта» открывает выставку писем", "В музее «Старая почта» откроется выставка «Письма с дороги», на которой покажут 120 писем.", "6 мая 2025 года", "2025-05-06", "Вологда"},
	{"Кто ответит за мусор? Прокуратура проверила полигоны", "Прокуратура области проверила 18 полигонов твёрдых отходов и внесла 11 представлений.", "19 июня 2025 года", "2025-06-19", "Саратов"},
	{"Правительство утвердило правила субсидирования овощеводов", "Правительство Примерской области утвердило новые правила предоставления субсидий овощеводческим хозяйствам.", "14 марта 2025 года", "2025-03-14", "Примерск"},
	{"Соглашение о зоне свободной торговли вступило в силу", "Соглашение о зоне свободной торговли между Пробным союзом и Исламской Республикой Иран вступило в силу.", "15 мая 2025 года", "2025-05-15", "Ереван, Армения"},
	{"Ассамблея приняла модельный закон", "Межпарламентская ассамблея приняла модельный закон «О цифровых правах», разработанный экспертным советом.", "18 апреля 2025 года", "2025-04-18", "Санкт-Петербург, Таврический дворец"},
	{"Тренировка стратегических сил", "Под руководством Верховного Главнокомандующего проведена тренировка стратегических сил.", "29 октября 2024 года", "2024-10-29", "Балыкчи, полигон «Эдельвейс»"},
	{"Новый мост через Тобол сдан на два месяца раньше срока", "Мост через Тобол длиной 412 метров сдан в эксплуатацию на два месяца раньше срока.", "30 октября 2025 года", "2025-10-30", "Курган"},
	{"Победители конкурса «Лучший учитель» названы", "Жюри областного конкурса «Лучший учитель» назвало имена десяти победителей.", "25 апреля 2025 года", "2025-04-25", "Нижний Тагил"},
}

// officialSpeech goes on below the lead.
const officialSpeech = "П.Пробный: Добрый день, уважаемые коллеги!\n\nМы с вами проводим очередное заседание и сегодня обсудим комплекс вопросов, связанных с развитием отрасли. Проанализируем, как идёт выполнение планов.\n\n" +
	"Прошу докладывать кратко и по существу.\n\nА.Образцова: Спасибо, Пётр Иванович.\n\nЗа минувший год выпуск вырос на 12 процентов, открыто 14 предприятий."

const askedName, askedPhone, askedMail = "Мария Контактная", "+7-000-123-45-67", "press@example.org"

// asks are contact blocks below a text.
var asks = map[string]string{
	"none": "", "under a rule": "\n\n__________\n" + askedName + "\nТел.: " + askedPhone + "\n" + askedMail, "without a rule": "\n\nКонтакт для СМИ:\n" + askedName + "\nТел.: " + askedPhone + "\n" + askedMail,
	"stars": "\n\n***\n\nКонтакты для СМИ: " + askedName + ", тел. " + askedPhone + ", " + askedMail, "hashes": "\n\n###\n\n" + askedName + ", пресс-секретарь\nтел. " + askedPhone + ", e-mail: " + askedMail,
}

// arranged are layouts of a release; each has all of its words.
var arranged = map[string]func(o official, ask string) string{
	"date line above": func(o official, ask string) string {
		return o.day + ", " + o.place + "\n\n" + o.headline + "\n\n" + o.lead + "\n\n" + officialSpeech + ask
	},
	"place and date above": func(o official, ask string) string {
		return o.place + ", " + o.day + "\n" + o.headline + "\n" + o.lead + "\n" + strings.ReplaceAll(officialSpeech, "\n\n", "\n") + ask
	},
	"date line in two above": func(o official, ask string) string {
		return o.day + "\n" + o.place + "\n\n" + o.headline + "\n\n" + o.lead + "\n\n" + officialSpeech + ask
	},
	"date line below": func(o official, ask string) string {
		return o.headline + "\n\n" + o.place + ", " + o.day + "\n\n" + o.lead + "\n\n" + officialSpeech + ask
	},
	"date with a time below": func(o official, ask string) string {
		return o.headline + "\n" + o.day + ", 12:45\n" + o.place + "\n" + o.lead + "\n" + strings.ReplaceAll(officialSpeech, "\n\n", "\n") + ask
	},
	"beside": func(o official, ask string) string {
		return o.headline + " (" + o.day + ", " + o.place + ")\n\n" + o.lead + "\n\n" + officialSpeech + ask
	},
	"beside with a bar": func(o official, ask string) string {
		return o.headline + " | " + o.place + ", " + o.day + "\n\n" + o.lead + "\n\n" + officialSpeech + ask
	},
	"beside with a tab": func(o official, ask string) string {
		return o.headline + "\t" + o.day + ", " + o.place + "\n\n" + o.lead + "\n\n" + officialSpeech + ask
	},
	"at the end": func(o official, ask string) string {
		return o.headline + "\n\n" + o.lead + "\n\n" + officialSpeech + "\n\n" + o.place + ", " + o.day + ask
	},
	"at the end in two": func(o official, ask string) string {
		return o.headline + "\n\n" + o.lead + "\n\n" + officialSpeech + "\n\n" + o.day + "\n" + o.place + ask
	},
	"letterhead": func(o official, ask string) string {
		return "ПРОБНОЕ СОДРУЖЕСТВО\nПРЕСС-СЛУЖБА\n101000, г. Москва, ул. Пробная, д. 1\nТел.: +7-000-999-88-77\nИсх. № 15/2\n\n" + o.day + ", " + o.place + "\n\nПРЕСС-РЕЛИЗ\n\n" + o.headline + "\n\n" + o.lead + "\n\n" + officialSpeech + ask
	},
	"letterhead of an office": func(o official, ask string) string {
		return "Министерство пробных дел\nПресс-релиз № 15\n" + o.place + "\n" + o.day + "\n\n" + o.headline + "\n\n" + o.lead + "\n\n" + officialSpeech + ask
	},
	"a table": func(o official, ask string) string {
		cells := func(text string) string {
			return "<p>" + strings.ReplaceAll(strings.ReplaceAll(strings.TrimSpace(text), "\n\n", "</p><p>"), "\n", "<br>") + "</p>"
		}
		if ask != "" {
			ask = "<tr><td colspan=2>" + cells(ask) + "</td></tr>"
		}
		return "<html><body><table><tr><td>" + o.day + "</td><td>" + o.place + "</td></tr><tr><td colspan=2><h1>" + o.headline + "</h1></td></tr><tr><td colspan=2>" + cells(o.lead+"\n\n"+officialSpeech) + "</td></tr>" + ask + "</table></body></html>"
	},
	"dateline in the lead": func(o official, ask string) string {
		return o.headline + "\n\n" + strings.ToUpper(o.place) + ", " + o.day + ". " + o.lead + "\n\n" + officialSpeech + ask
	},
	"headline after the lead, no capitals": func(o official, ask string) string {
		return o.lead + "\n\n" + o.headline + "\n\n" + o.place + ", " + o.day + "\n\n" + officialSpeech + ask
	},
	"dated, headline after the lead": func(o official, ask string) string {
		return o.place + ", " + o.day + "\n\n" + o.lead + "\n\n" + o.headline + "\n\n" + officialSpeech + ask
	},
	"cells before": func(o official, ask string) string {
		return o.day + " | " + o.place + " | " + o.headline + "\n\n" + o.lead + "\n\n" + officialSpeech + ask
	},
	"a day and a tab before, a place before the lead": func(o official, ask string) string {
		return o.day + "\t" + o.headline + "\n\n" + o.place + ". " + o.lead + "\n\n" + officialSpeech + ask
	},
	"a letter of two fields": func(o official, ask string) string {
		return "От: Пресс-служба <press@example.org>\nТема: Пресс-релиз: " + o.headline + "\n\nУважаемые коллеги!\n\n" + o.place + ", " + o.day + ". " + o.lead + "\n\n" + officialSpeech + ask
	},
	"the day of the letter alone": func(o official, ask string) string {
		return "Исх. № 112/7 от " + o.day + "\n\n" + o.headline + "\n\n" + o.place + ". " + o.lead + "\n\n" + officialSpeech + ask
	},
	"broken at 60": func(o official, ask string) string {
		return wrap(o.headline+"\n\n"+o.place+", "+o.day+"\n\n"+o.lead+"\n\nСтороны обсудили план.", 60) + ask
	},
	"broken at 48": func(o official, ask string) string {
		return wrap(o.day+", "+o.place+"\n\n"+o.headline+"\n\n"+o.lead+"\n\n"+officialSpeech, 48) + ask
	},
	"headline after the lead": func(o official, ask string) string {
		return o.lead + "\n\n" + strings.ToUpper(o.headline) + "\n\n" + o.day + ", " + o.place + "\n\n" + officialSpeech + ask
	},
}

// flattened are layouts of a release in one line, as a site's page is copied or an agency's text.
var flattened = map[string]func(o official) string{
	"a page": func(o official) string {
		return "Новости " + o.headline + " " + o.lead + " " + o.day + " 14:10 " + o.place + " Стороны обсудили план. Дополнительно География Темы Статус материала Опубликован в разделе: Новости"
	},
	"a page with questions": func(o official) string {
		return o.headline + " " + o.lead + " " + o.day + " 14:10 " + o.place + " Вопрос: Как всё прошло? Дополнительно География Темы Статус материала Опубликован в разделе: Новости"
	},
	"the day below the headline": func(o official) string {
		return o.headline + " " + o.day + " " + o.place + " " + o.lead + strings.Repeat(" Стороны обсудили план.", 8)
	},
	"an agency's": func(o official) string {
		return o.headline + " " + strings.ToUpper(o.place) + ", " + o.day + " /ПРОБА/ – " + o.lead + strings.Repeat(" Стороны обсудили план.", 8)
	},
}

// TestOfficialReleasesInOneLine: headline, day, place and lead of official releases are found again in a text of one line. Of a
// lead of two sentences the second may stand behind it, for nothing tells that it is the lead's.
func TestOfficialReleasesInOneLine(t *testing.T) {
	for name, arrange := range flattened {
		for _, o := range officials {
			r := readSingle(t, arrange(o))
			first := wording.FirstSentence(o.lead)
			if wording.Folded(r.Headline) != wording.Folded(o.headline) || r.Date.String() != o.date || wording.Folded(r.Place) != wording.Folded(o.place) || !strings.Contains(r.Lead, first) || strings.Contains(r.Lead, "Стороны обсудили план") {
				t.Errorf("%s: %s\n%s | %s | %s | %s", name, o.headline, r.Headline, r.Date, r.Place, r.Lead)
			}
			if text := r.Lead + " " + bodyOf(r); !strings.Contains(strings.ReplaceAll(text, " paragraph: ", " "), o.lead) {
				t.Errorf("%s: %s: words are lost: %s", name, o.headline, text)
			}
		}
	}
}

// TestOfficialReleasesInTheirLayouts measures how many of the fields of official releases are
// read in each layout, each release with two of the contact blocks.
func TestOfficialReleasesInTheirLayouts(t *testing.T) {
	blocks := slices.Sorted(maps.Keys(asks))
	for name, arrange := range arranged {
		t.Run(name, func(t *testing.T) {
			missed := map[string]int{}
			for n, o := range officials {
				for _, asked := range []string{blocks[n%len(blocks)], blocks[(n+2)%len(blocks)]} {
					read := readFields(t, arrange(o, asks[asked]))
					for field, want := range o.fields(asks[asked] != "") {
						got := read[field]
						if field == "lead" && strings.HasSuffix(got, o.lead) { // its dateline may stay with it
							got = o.lead
						}
						if wording.Folded(got) == wording.Folded(want) {
							continue
						}
						if missed[field]++; missed[field] == 1 {
							t.Logf("%s, %s: %q, not %q", asked, field, got, want)
						}
					}
				}
			}
			for field, n := range missed {
				t.Errorf("%s: %d of %d are wrong", field, n, 2*len(officials))
			}
		})
	}
}

// fields are what is to be read of a release, with a contact or without.
func (o official) fields(asked bool) map[string]string {
	who := ""
	if asked {
		who = askedName + askedPhone + askedMail
	}
	return map[string]string{"releases": "1", "headline": o.headline, "date": o.date, "place": o.place, "lead": o.lead, "contact": who}
}

// readFields are the fields that were read of a text.
func readFields(t *testing.T, text string) map[string]string {
	t.Helper()
	found, err := Read(Source{Data: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	r, who := found.Releases[0], ""
	for _, c := range r.Contacts {
		who += c.Name
		for _, p := range c.Phones {
			who += p.Number
		}
		who += c.Email
	}
	return map[string]string{"releases": fmt.Sprint(len(found.Releases)), "headline": r.Headline, "date": r.Date.String(), "place": r.Place, "lead": r.Lead, "contact": who}
}

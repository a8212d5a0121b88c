package intake

import (
	"fmt"
	"strings"
	"testing"
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
	"headline after the lead": func(o official, ask string) string {
		return o.lead + "\n\n" + strings.ToUpper(o.headline) + "\n\n" + o.day + ", " + o.place + "\n\n" + officialSpeech + ask
	},
}

// TestOfficialReleasesInTheirLayouts measures how many of the fields of official releases are
// read in each layout, with each contact block.
func TestOfficialReleasesInTheirLayouts(t *testing.T) {
	for name, arrange := range arranged {
		for asked, ask := range asks {
			t.Run(name+", "+asked, func(t *testing.T) {
				missed := map[string]int{}
				for _, o := range officials {
					found, err := Read(Source{Data: []byte(arrange(o, ask))})
					if err != nil {
						t.Fatal(err)
					}
					r := found.Releases[0]
					miss := func(field, got, want string) {
						if folded(got) == folded(want) {
							return
						}
						if missed[field]++; missed[field] == 1 {
							t.Logf("%s: %q, not %q", field, got, want)
						}
					}
					miss("releases", fmt.Sprint(len(found.Releases)), "1")
					miss("headline", r.Headline, o.headline)
					miss("date", r.Date.String(), o.date)
					miss("place", r.Place, o.place)
					lead := r.Lead
					if strings.HasSuffix(lead, o.lead) { // its dateline may stay with it
						lead = o.lead
					}
					miss("lead", lead, o.lead)
					who := ""
					for _, c := range r.Contacts {
						phones := ""
						for _, p := range c.Phones {
							phones += p.Number
						}
						who += c.Name + phones + c.Email
					}
					want := askedName + askedPhone + askedMail
					if ask == "" {
						want = ""
					}
					miss("contact", who, want)
				}
				for field, n := range missed {
					t.Errorf("%s: %d of %d are wrong", field, n, len(officials))
				}
			})
		}
	}
}

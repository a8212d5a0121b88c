package intake

import (
	"strings"
	"testing"
)

// pages are ways in which sites' pages come as one line, with what the site has above and below a text.
var pages = map[string]func(o official) string{
	"a trail, a day before and a place behind the headline": func(o official) string {
		return "Главная / Пресс-центр / Новости 14.03.2025 " + o.headline + " " + o.place + ". " + o.lead + pageRest + " Поделиться ВКонтакте Telegram Версия для печати"
	},
	"a title twice": func(o official) string {
		return "Главная > Пресс-служба > Пресс-релизы > " + o.headline + " " + o.headline + " 14 марта 2025 года " + o.place + " " + o.lead + pageRest + " Назад к списку"
	},
	"a title with whose the page is": func(o official) string {
		return o.headline + " | Пробное содружество " + o.headline + " 14.03.2025 | " + o.place + " " + o.lead + pageRest + " Просмотров: 312"
	},
	"a menu and a place in brackets": func(o official) string {
		return "О нас Деятельность Документы Пресс-центр Контакты RU EN Поиск 14 марта 2025 года " + o.headline + " (" + o.place + ") " + o.lead + pageRest + " Подписаться на рассылку Обратная связь"
	},
	"a release with its dateline above": func(o official) string {
		return "ПРЕСС-РЕЛИЗ " + o.place + ", 14 марта 2025 года " + o.headline + " " + o.lead + pageRest + " Контакты для СМИ: press@example.org"
	},
	"how often it was seen": func(o official) string {
		return "Новости 14.03.2025 14:05 Просмотров: 214 " + o.headline + " " + strings.ToUpper(o.place) + ". " + o.lead + pageRest + " Распечатать Отправить другу"
	},
	"a title with a dash, twice": func(o official) string {
		return o.headline + " – 2025 — Официальный сайт Главная » Новости » " + o.headline + " – 2025 14 марта 2025 года, " + o.place + " " + o.lead + pageRest + " Дата публикации: 14.03.2025"
	},
	"a day and a place above": func(o official) string {
		return "14 марта 2025 года, " + o.place + " " + o.headline + " " + o.lead + pageRest
	},
	"a place and a day at the end": func(o official) string {
		return o.headline + " " + o.lead + pageRest + " " + o.place + ", 14 марта 2025 года Версия для печати"
	},
	"whose a picture is below": func(o official) string {
		return o.headline + " " + strings.ToUpper(o.place) + ", 14 марта 2025 года. " + o.lead + pageRest + " Фото: пресс-служба Распечатать"
	},
}

const pageRest = " Стороны обсудили план работы на следующий год. Принято решение продолжить консультации. Встреча прошла в рабочей обстановке, участники отметили её пользу."

// TestPagesInOneLine: headline, day, place and lead are found again in pages that came as one line.
func TestPagesInOneLine(t *testing.T) {
	for name, page := range pages {
		for _, o := range []official{
			{headline: "Секретариат Содружества провёл консультации по реестру", lead: "В штаб-квартире Исполнительного комитета Содружества состоялись консультации экспертов по ведению реестра.", place: "Минск"},
			{headline: "О ключевой ставке", lead: "Совет директоров Банка принял решение повысить ключевую ставку на 200 б.п., до 21,00% годовых.", place: "Москва"},
			{headline: "Президент подписал закон о ратификации соглашения о перевозках", lead: "Президент Республики подписал Закон «О ратификации Соглашения о перевозках. Протокол».", place: "Бишкек"},
			{headline: "Парламентская делегация посетила Национальное собрание Армении", lead: "Делегация Ассамблеи во главе с Генеральным секретарём Анной Образцовой посетила Национальное собрание Республики Армения.", place: "Ереван"},
			{headline: "Совет министров обороны рассмотрел план совместных мероприятий", lead: "На заседании Совета министров обороны рассмотрен план совместных мероприятий на 2025 год.", place: "Астана"},
		} {
			r := readSingle(t, page(o))
			if strings.TrimSuffix(r.Headline, " – 2025") != o.headline || r.Date.String() != "2025-03-14" || r.Place != o.place || !strings.Contains(r.Lead, o.lead) || strings.Contains(r.Lead, "продолжить консультации") {
				t.Errorf("%s: %q, %s, %q, lead %q", name, r.Headline, r.Date, r.Place, r.Lead)
			}
		}
	}
}

// TestWhatIsNoTitleTwice: a lead may begin as its headline does, and the words of a menu begin headlines.
func TestWhatIsNoTitleTwice(t *testing.T) {
	for _, tt := range []struct{ text, headline, lead string }{
		{"Министр посетил Гомельскую область Министр посетил Гомельскую область, где осмотрел предприятия и поля." + pageRest + " Версия для печати", "Министр посетил Гомельскую область", "Министр посетил Гомельскую область, где осмотрел предприятия и поля."},
		{"Деятельность Совета получила высокую оценку В Минске прошло заседание Совета по культурному сотрудничеству." + pageRest + " Версия для печати", "Деятельность Совета получила высокую оценку", "В Минске прошло заседание Совета по культурному сотрудничеству."},
		{"Главная / Новости / Президент подписал закон о перевозках В Бишкеке подписан закон о международных перевозках." + pageRest + " Версия для печати", "Президент подписал закон о перевозках", "В Бишкеке подписан закон о международных перевозках."},
		{"Министр посетил Гомельскую область Министр посетил Гомельскую область с рабочим визитом и осмотрел предприятия и поля." + pageRest + " Версия для печати", "Министр посетил Гомельскую область", "Министр посетил Гомельскую область с рабочим визитом"},
		{"14.03.2025 Министр культуры вчера посетил Казань. Он осмотрел новый музей и побеседовал с рабочими." + pageRest, "", "Министр культуры вчера посетил Казань."},
		{"Встреча с Премьер-министром Республики Сербия 14.03.2025 | Москва, Кремль Состоялась встреча Президента с Премьер-министром Марко Пробичем." + pageRest + " Теги: новости", "Встреча с Премьер-министром Республики Сербия", "Состоялась встреча Президента"},
		{"Министр иностранных дел принял верительные грамоты посла Малайзии 14 марта 2025 года – В столице прошла церемония вручения верительных грамот." + pageRest + " Теги: новости", "Министр иностранных дел принял верительные грамоты посла Малайзии", "14 марта 2025 года – В столице"},
		{"Подведены итоги учения «Щит-2024» АЛМАТИНСКАЯ ОБЛАСТЬ, ПОЛИГОН «КОКТАЛ», 6 сентября 2024 года. На полигоне «Коктал» завершилось совместное учение миротворческих сил." + pageRest, "Подведены итоги учения «Щит-2024»", "АЛМАТИНСКАЯ ОБЛАСТЬ, ПОЛИГОН «КОКТАЛ», 6 сентября 2024 года. На полигоне «Коктал» завершилось"},
		{"14.03.2025 Министр посетил Казань. Он осмотрел новый завод и побеседовал с рабочими." + pageRest, "", "Министр посетил Казань."},
	} {
		if r := readSingle(t, tt.text); r.Headline != tt.headline || !strings.HasPrefix(r.Lead, tt.lead) {
			t.Errorf("%q, lead %q", r.Headline, r.Lead)
		}
	}
}

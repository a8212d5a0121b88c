package intake

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"communique/editor/release"
)

// TestWhereALeadBegins: what a lead begins with tells, and what it says again, where no sign stands between it and its headline.
func TestWhereALeadBegins(t *testing.T) {
	for _, tt := range []struct{ title, lead string }{
		{"Страна начала председательство в органах Союза на 2018 год", "Страна начала председательство в Высшем совете и в совете комиссии."},
		{"Страна в 2014 году будет председательствовать во всех органах Союза", "Страна в 2014 году будет председательствовать во всех органах Союза."},
		{"В столице впервые пройдёт Генассамблея Пробной организации", "Генеральная ассамблея Пробной организации впервые пройдёт в столице, сообщает агентство."},
		{"Новый терминал станет опорой для южной части области", "Продолжается строительство нового терминала аэропорта."},
		{"Сессия ассамблеи впервые пройдёт в Самарканде", "Мероприятия осенней сессии ассамблеи пройдут в Самарканде."},
		{"Что заменим Узбекистаном?", "Указом премьер-министра одобрен план, направленный на увеличение потока гостей."},
		{"В институте прошла коллегия министерства", "К первому сентября ведомства должны разработать новые планы."},
		{"Дороги края достроят за 180 млн руб.", "Подрядчик приступит к работам на дорогах края в апреле."},
		{"Депутаты поедут в районы встречаться с избирателями", "Депутаты Пробного совета с 8 по 11 января будут работать с избирателями."},
	} {
		text := tt.title + " " + tt.lead
		if start, odds := bestCut(text); text[start:] != tt.lead || odds < leastBare {
			t.Errorf("%s: %.1f: %q", tt.title, odds, text[start:])
		}
	}
	for _, text := range []string{
		"Завод в Пробном открыл Министр промышленности, который приехал вместе с рабочими.",
		"Рабочая неделя назад Президент подписал указ о развитии региона.",
		"В рамках второго форума «Малая родина – сила района» Иван Пробный принял участие в награждении победителей.",
		"Жить стало лучше! Губернатор рассказал о планах и вручил врачам награды.",
		"Секретарь совета Станислав Пробь в столице обсудил с гостями план работы.",
	} {
		if start, odds := bestCut(text); start > 0 && odds >= leastBare {
			t.Errorf("%s: %.1f: %q", text, odds, text[start:])
		}
	}
}

// TestAGuessedHeadlineIsTold, and one that much speaks for is not.
func TestAGuessedHeadlineIsTold(t *testing.T) {
	for text, want := range map[string]bool{
		"Кадровые изменения Заместителем губернатора назначена Ольга Пробная, ранее возглавлявшая министерство.": true,
		"Совет принял план работы на новый год Совет принял план работы на новый год на заседании в столице.":    false,
	} {
		r := readSingle(t, text+flatRest)
		told := slices.ContainsFunc(r.Repairs, func(one release.Repair) bool { return one.Code == headlineGuessed && one.Text != "" })
		if r.Headline == "" || told != want {
			t.Errorf("%s: told %v", r.Headline, told)
		}
	}
}

// TestALongHeadlineInCapitals is found whole, and no letter of it is cut in two.
func TestALongHeadlineInCapitals(t *testing.T) {
	title := strings.TrimSpace(strings.Repeat("СОВЕТ ОБСУДИЛ ПЛАН РАБОТЫ НА НОВЫЙ ГОД ", 6))
	r := readSingle(t, title+" Совет обсудил план и принял его."+flatRest)
	if r := readSingle(t, "СОВЕТ ОБСУДИЛ ПЛАН РАБОТЫ В столице прошло заседание Совета."+flatRest); r.Headline != "СОВЕТ ОБСУДИЛ ПЛАН РАБОТЫ" {
		t.Errorf("%s | %s", r.Headline, r.Lead)
	}
	if r.Headline != title || !utf8.ValidString(r.Lead+bodyOf(r)) {
		t.Errorf("%s | %s", r.Headline, r.Lead)
	}
}

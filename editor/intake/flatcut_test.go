package intake

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"communique/editor/intake/repair"
	"communique/editor/release"
)

// TestAGuessedHeadlineIsTold, and one that much speaks for is not.
func TestAGuessedHeadlineIsTold(t *testing.T) {
	for text, want := range map[string]bool{
		"Кадровые изменения Заместителем губернатора назначена Ольга Пробная, ранее возглавлявшая министерство.": true,
		"Совет принял план работы на новый год Совет принял план работы на новый год на заседании в столице.":    false,
	} {
		r := readSingle(t, text+flatRest)
		told := slices.ContainsFunc(r.Repairs, func(one release.Repair) bool { return one.Code == repair.HeadlineGuessed && one.Text != "" })
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

// TestAQuestionIsAHeadline of a text that came as one line.
func TestAQuestionIsAHeadline(t *testing.T) {
	for _, day := range []string{"", "14.10.2025 ", "14 октября 2025 года "} {
		r := readSingle(t, "Готов ли город к зиме? "+day+"Погода не помешала комиссии осмотреть технику, которую выведут на улицы."+flatRest)
		if r.Headline != "Готов ли город к зиме?" || !strings.Contains(r.Lead, "Погода не") || r.Date.IsZero() != (day == "") {
			t.Errorf("%s: %s | %s | %s", day, r.Headline, r.Date, r.Lead)
		}
	}
}

// TestADayWithinCapitals belongs to the headline where it is in capitals itself.
func TestADayWithinCapitals(t *testing.T) {
	r := readSingle(t, "СОВЕТ ОБЛАСТИ СОБЕРЁТСЯ В ЧЕТВЕРГ, 22 ФЕВРАЛЯ 19 февраля 2024 года Совет обсудит план и примет его."+flatRest)
	if r.Headline != "СОВЕТ ОБЛАСТИ СОБЕРЁТСЯ В ЧЕТВЕРГ, 22 ФЕВРАЛЯ" || r.Date.String() != "2024-02-19" {
		t.Errorf("%s | %s | %s", r.Headline, r.Date, r.Lead)
	}
}

// TestParagraphsRunOnToEachOther without a blank between them: a preposition to an abbreviation, what somebody says, a day.
func TestParagraphsRunOnToEachOther(t *testing.T) {
	for _, tt := range []struct{ title, lead string }{
		{"Эксперты рассказали о перспективах ЕАЭС", "В столице на этой неделе состоялось заседание Совета."},
		{"Совещание при Совете пройдёт в четверг, 22 февраля", "«В связи с поездками членов Совета совещание перенесено на четверг», – сообщил глава Совета."},
		{"В частях прошла церемония принятия присяги", "10-го мая в частях и соединениях министерства прошла церемония."},
		{"В министерстве провели встречу с предпринимателями Франции", "Предварительно гости посетили ряд площадок области."},
		{"Глава Пробинска прибыл с рабочей поездкой в НПЗ", "В аэропорту его сегодня встретил губернатор области."},
		{"Акылбек Пробный назначен руководителем администрации президента КР", "Садыр Примеров подписал указ о назначении."},
	} {
		if r := readSingle(t, tt.title+tt.lead+flatRest); r.Headline != tt.title || !strings.HasPrefix(r.Lead, tt.lead) {
			t.Errorf("%s | %s", r.Headline, r.Lead)
		}
	}
	for _, text := range []string{"СФУ подписал соглашение о сотрудничестве с администрацией края. Его обсудили на заседании.", "ОПЕК заявила о планах на новый год. Их обсудят на заседании.", "Внимание: мошенники рассылают письма от имени налоговой службы, предупреждает УФНС России по краю. Их рассылают мошенники.", "Федеральный закон об охране рек принят Думой 14 июня 2023 года и одобрен Советом на заседании.", "ЮНЕСКО странам помогла в работе. Её обсудили на заседании."} {
		if r := readSingle(t, text+flatRest); r.Headline != "" || !strings.HasPrefix(text, strings.TrimSpace(r.Lead[:20])) {
			t.Errorf("%s | %s", r.Headline, r.Lead)
		}
	}
}

// TestADayBeforeATextWithoutAHeadline is the release's, and no words of it.
func TestADayBeforeATextWithoutAHeadline(t *testing.T) {
	r := readSingle(t, "28.08.2025 14:30 Совет содружества на заседании в столице принял план работы на новый год."+flatRest+flatRest)
	if r.Date.String() != "2025-08-28" || !strings.HasPrefix(r.Lead, "Совет") {
		t.Errorf("%s | %s | %s", r.Headline, r.Date, r.Lead)
	}
}

// TestTheDayOfASitesFoot is the release's, unless its dateline says another one.
func TestTheDayOfASitesFoot(t *testing.T) {
	const foot = " Темы Дороги Статус материала Опубликован в разделе: Новости Дата публикации: 23 июня 2023 года, 13:20"
	for text, want := range map[string]string{
		"Принят закон о дорогах Закон о дорогах Дума приняла 14 июня 2023 года, а Совет одобрил его 21 июня 2023 года.": "2023-06-23",
		"Принят закон о дорогах МОСКВА, 22 июня 2023 года. Дума приняла закон о дорогах на заседании.":                  "2023-06-22",
	} {
		if r := readSingle(t, text+flatRest+foot); r.Date.String() != want || r.Headline != "Принят закон о дорогах" {
			t.Errorf("%s | %s | %s", r.Headline, r.Date, r.Lead)
		}
	}
}

// TestTheKindOfPaperWithinAHeadline is no word of a site's menu.
func TestTheKindOfPaperWithinAHeadline(t *testing.T) {
	const title, lead = "Пресс-релиз о встрече министров иностранных дел", "19 мая в столице состоялись переговоры министров иностранных дел."
	for _, text := range []string{"Главная Новости " + title + " " + lead, title + " " + lead + " 19 мая 2023 года 09:15 Минск", "Новости Пресс-релизы " + title + " " + lead} {
		if r := readSingle(t, text+flatRest); r.Headline != title {
			t.Errorf("%s | %s | %s", r.Headline, r.Lead, r.Notes)
		}
	}
}

// TestPlacesBehindADay of a page of one line: a town that a day follows, and one in capitals behind an abbreviation.
func TestPlacesBehindADay(t *testing.T) {
	for text, want := range map[string]string{
		"О консультациях с гостями форума 21.03.2019 Вена 21 марта в Вене прошли консультации министров.":         "О консультациях с гостями форума|Вена",
		"Прокуратура проверила заводы области 12.09.2024 Самара Заводским прокурором проведена проверка заводов.": "Прокуратура проверила заводы области|Самара",
		"Министр прибыл с рабочей поездкой в ЦАО ПРОБЬ-МАР, 27 февраля. В аэропорту его встретили гости.":         "Министр прибыл с рабочей поездкой в ЦАО|Пробь-Мар",
	} {
		if r := readSingle(t, text+flatRest); r.Headline+"|"+r.Place != want {
			t.Errorf("%s | %s | %s", r.Headline, r.Place, r.Lead)
		}
	}
}

package intake

import (
	"strings"
	"testing"

	"communique/editor/intake/wording"
)

// behindLead goes on in a text of one line; it is long enough for a release.
var behindLead = map[bool]string{
	true:  " Участники обсудили итоги работы за год и назвали главные задачи на следующее полугодие. Подробности будут объявлены позже." + " Работы завершат к осени, и все довольны ими.",
	false: " The participants reviewed the results of the year and named the main tasks for the next six months. Details will be announced later." + " Works will end by autumn, and everybody is pleased with them. The next session is in spring, and its agenda will be sent to all of the participants in good time.",
}

// TestHeadlinesBeforeDatelines: in a text of one line a headline ends where its dateline begins, whatever form that has, and
// headline and lead are told apart where the lead says the headline again.
func TestHeadlinesBeforeDatelines(t *testing.T) {
	for _, tt := range []struct{ title, dateline, lead, place string }{
		{"Совет принял план дорог", "Москва, 5 февраля.", "Совет содружества утвердил план.", "Москва"},
		{"Совет принял план дорог", "МОСКВА, 5 февраля –", "Совет содружества утвердил план.", "Москва"},
		{"Совет принял план дорог", "МОСКВА, 5 февраля. /ПРОБА/.", "Совет содружества утвердил план.", "Москва"},
		{"Совет принял план дорог", "5 февраля, Минск /Иван Пробный – ПРОБА/.", "Совет содружества утвердил план.", "Минск"},
		{"Савет прыняў план дарог", "5 лютага, Масква /Кар. ПРОБА/.", "Савет садружнасці зацвердзіў план.", "Масква"},
		{"Совет принял план дорог", "Астана. 5 февраля. PROBA TODAY –", "Совет содружества утвердил план.", "Астана"},
		{"Совет принял план дорог", "12 июля 2016, 11:23", "МОСКВА, 12 июл — Проба. Совет содружества утвердил план.", "Москва"},
		{"Совет принял план дорог", "08.10.2018 14:49", "Астана - 8 октября /Проба/. Совет содружества утвердил план.", "Астана"},
		{"Совет принял Ивана Пробного", "• 18:12 21.07.2023", "Совет содружества принял специального посланника.", ""},
		{"Le Conseil adopte le plan", "EREVAN, 6 OCTOBRE, PROBAPRESS.", "Le 5 octobre, le Conseil s'est rendu au village.", "Erevan"},
		{"Совет принял план дорог", "МОСКВА /ПРОБА/.", "Совет содружества утвердил план.", ""},
		{"Совет принял план дорог", "г. Тула.", "Совет содружества утвердил план.", ""},
		{"Совет принял план дорог", "Москва | 05.02.2025", "Совет содружества утвердил план.", "Москва"},
		{"Совет принял план дорог", "Курская область, 5 февраля.", "Совет содружества утвердил план.", "Курская область"},
		{"Совет принял план дорог", "КУРСКАЯ ОБЛАСТЬ, 5 февраля 2025 года –", "Совет содружества утвердил план.", "Курская область"},
		{"Совет принял план дорог", "5 февраля 2025 года – Москва.", "Совет содружества утвердил план.", "Москва"},
		{"О плане дорог", "Магілёў, 5 лютага 2025 г.", "У вобласці зацверджаны план.", "Магілёў"},
		{"Кеңес жоспарды бекітті", "Шымкент, 2 қазан.", "Кеңес жаңа жоспарды бекітті.", "Шымкент"},
		{"Kengash rejani tasdiqladi", "Toshkent, 2025-yil 4-iyun.", "Olti davlat vazirlari rejani tasdiqladi.", "Toshkent"},
		{"Council Adopts a Plan of Roads", "BATON ROUGE, La. (April 22, 2025) –", "The Council adopted it on Monday.", "Baton Rouge, La."},
		{"Council Adopts a Plan of Roads", "PORTLAND, Ore. –", "Harbor Council today adopted it.", ""},
		{"Council Adopts a Plan of Roads", "BRUSSELS, Feb 8 (Wire) -", "Ministers backed it on Thursday.", "Brussels"},
		{"Council Adopts a Plan of Roads", "WASHINGTON, March 5, 2025—", "The Council adopted it on Monday.", "Washington"},
		{"Council Adopts a Plan of Roads", "Vienna (11 February 2025).", "The Council adopted it on Monday.", "Vienna"},
		{"Council Adopts a Plan of Roads", "(Islamabad, 9 October 2025)", "The Council adopted it on Monday.", "Islamabad"},
		{"Council Adopts a Plan of Roads", "2 December 2025 – London.", "The Council adopted it on Monday.", "London"},
		{"Council Adopts a Plan of Roads", "Vilnius, September 30, 2025", "The Council adopted it on Monday.", "Vilnius"},
		{"Council adopts plan of roads", "", "The Council adopted its plan of roads on Monday.", ""},
		{"Council adopts plan of roads", "", "On behalf of everybody the Council adopted its plan of roads.", ""},
		{"Council adopts plan of roads", "", "Council members adopted their plan of roads on Monday.", ""},
		{"Заседание Пробной комиссии", "", "Пётр Пробный провёл заседание Пробной комиссии Содружества.", ""},
		{"Поздравление женщинам с 8 Марта", "", "Пётр Пробный поздравил женщин с праздником и передал поздравление.", ""},
		{"Встреча с Президентом Петром Пробным", "", "В Пробном состоялась встреча с Президентом страны Петром Пробным.", ""},
		{"Кеңес жаңа жоспарды бекітті", "", "Кеңес бүгін жаңа жоспарды бекітті, деп хабарлады баспасөз қызметі.", ""},
		{"Жаңы көпүрө ачылды", "", "Ош шаарында жаңы көпүрө ачылды, деп билдирди басма сөз кызматы.", ""},
		{"Көрме өтті", "", "2025 жылдың 9 сәуірінде Шымкентте халықаралық көрме өтті, деп хабарлады баспасөз қызметі.", "Шымкент"},
		{"Совет принял план дорог", "Москва, 5 февраля 2025 года –", "Тула, Псков и Казань приняли его.", "Москва"},
		{"Открытие моста через реку", "г. Якутск, 14 августа 2025 года", "Приглашаем всех на открытие моста через реку.", "Якутск"},
		{"Совет принял план дорог", "05.02.2025", "Иван Пробный рассказал о нём.", ""},
		{"Обращение Совета к гражданам России", "05.02.2025", "Иван Пробный поздравил всех с праздником.", ""},
		{"СОВЕТ ПРИНЯЛ ПЛАН ДОРОГ", "", "Иван Пробный рассказал о нём жителям области.", ""},
		{"СОВЕТ ПРИНЯЛ ПЛАН ДОРОГ НА 2026 ГОД", "5 февраля 2025 года", "Иван Пробный рассказал о нём.", ""},
		{"COUNCIL ADOPTS A PLAN OF ROADS", "", "Ministers backed it on Thursday.", ""},
		{"Совет направит 2 млрд рублей на дороги области", "", "Средства пойдут на новые мосты.", ""},
		{"Школы области получили новые автобусы", "", "Автомобили закуплены за счёт бюджета.", ""},
		{"Конкурс учителей завершился в Пробном", "", "Победителем стал преподаватель физики.", ""},
		{"Сенаторы одобрили изменения в бюджет", "", "Совет Федерации на заседании одобрил поправки в бюджет.", ""},
		{"Итоги года с Иваном Пробным", "", "В эфире телеканалов прошла большая беседа главы области.", ""},
		{"Встреча с губернатором Пробного края", "", "Обсуждалась обстановка в регионе с акцентом на школы.", ""},
		{"Беседа с журналистами Пробного канала", "", "П.Пробный: Добрый день, уважаемые коллеги, мы рады вас видеть.", ""},
	} {
		r := readSingle(t, strings.Join(strings.Fields(tt.title+" "+tt.dateline+" "+tt.lead+behindLead[wording.InCyrillic(tt.title)]), " "))
		if r.Headline != tt.title || tt.place != "" && r.Place != tt.place || !strings.HasPrefix(strings.TrimLeft(strings.TrimPrefix(r.Lead, tt.dateline), " "), tt.lead) {
			t.Errorf("%s %s\n%s | %s | %s | %s", tt.title, tt.dateline, r.Headline, r.Place, r.Lead, bodyOf(r))
		}
	}
}

// A text of one line without a headline has none.
func TestOneLineWithoutAHeadline(t *testing.T) {
	for _, text := range []string{
		"Пётр Пробный посетил научно-производственный центр «Проба», который создан в рамках национального проекта «Пробные системы» и является его основой.",
		"На концерте «Пробная Победа», посвящённом годовщине Победы, Пётр Пробный вручил ветеранам медали «Годы Победы».",
		"В столице прошли переговоры Петра Пробного с Президентом Дальней Республики Иваном Образцовым, который находится в стране с визитом.",
		"Министр обороны Иван Пробный посетил завод в Пробном и встретился с рабочими завода.",
		"Президент посетил Казань, Москву и 5 февраля вернулся в столицу.",
		"Президент посетил на неделе 5 февраля, Казань (Татарстан) его приняла.",
		"Немало делается для защиты заповедных территорий и озера Байкал в его окрестностях.",
		"Наши предложения по ценам горячо одобрило и Министерство промышленности Республики Беларусь поддержало.",
		"Президент открыл завод, который построил Министр промышленности вместе с рабочими завода.",
		"Совет заявил о том, как Министр промышленности посетил завод в Пробном и встретился с рабочими.",
		"Завод в Пробном открыл Министр промышленности, который приехал вместе с рабочими.",
		"Завод в Пробном посетил Министр промышленности и показал рабочим новый цех.",
		"Участие приняли Министр промышленности и рабочие завода, которые построили его.",
		"СОВЕТ МИНИСТРОВ ОБЛАСТИ Иван Пробный, Пётр Примерный и другие.",
		"В Пробном крае Пётр Пробный осмотрел завод Пробного края и рассказал о нём рабочим.",
		"The court in The Hague ruled on 5 May 2025 that the court has no say in the case.",
		"Officials of the Council of Samplia met officials of the Bank in Geneva, 5 May 2025 being the last day.",
	} {
		if r := readSingle(t, text+behindLead[wording.InCyrillic(text)]); r.Headline != "" {
			t.Errorf("%s: %s", text, r.Headline)
		}
	}
}

// A day that only the site's own words say is the release's.
func TestADayBelowAPageOfOneLine(t *testing.T) {
	r := readSingle(t, "Заседание Пробной комиссии Пётр Пробный провёл заседание Пробной комиссии."+behindLead[true]+" География Россия Темы Дороги Статус материала Опубликован в разделе: Новости Дата публикации: 5 февраля 2025 года, 13:20")
	if r.Date.String() != "2025-02-05" || r.Headline != "Заседание Пробной комиссии" {
		t.Errorf("%s | %s", r.Date, r.Headline)
	}
}

// The day that a text says itself stays, whatever its site says below.
func TestADayOfItsOwnStays(t *testing.T) {
	r := readSingle(t, "Совет принял план дорог Москва, 3 февраля 2025 года – Пётр Пробный рассказал о нём."+behindLead[true]+" География Россия Темы Дороги Статус материала Опубликован в разделе: Новости Дата публикации: 5 февраля 2025 года, 13:20")
	if r.Date.String() != "2025-02-03" {
		t.Errorf("%s | %s", r.Date, r.Headline)
	}
}

// TestAroundAPageOfOneLine: the words of a menu above a text of one line are no headline, and a day that stands before it or behind
// it is its day.
func TestAroundAPageOfOneLine(t *testing.T) {
	const title, lead = "Заседание Пробной комиссии", "Пётр Пробный провёл заседание Пробной комиссии."
	for before, note := range map[string]string{
		"":                 "",
		"События ":         "События",
		"Главная Новости ": "Главная Новости",
		"Главная / Пресс-центр / ":           "Главная / Пресс-центр /",
		"Главная > Пресс-релизы – ":          "Главная > Пресс-релизы –",
		"5 февраля 2025 года ":               "",
		"05.02.2025 14:30 ":                  "05.02.2025 14:30",
		"2025-02-05 | ":                      "",
		"Новости 5 февраля 2025 года, 9:05 ": "5 февраля 2025 года, 9:05\nНовости",
	} {
		r := readSingle(t, before+title+" "+lead+behindLead[true])
		if dated := strings.Contains(before, "2025"); r.Headline != title || !strings.HasPrefix(r.Lead, lead) || dated == r.Date.IsZero() || r.Notes != note {
			t.Errorf("%s: %s | %s | %s | %s", before, r.Headline, r.Date, r.Lead, r.Notes)
		}
	}
	for _, behind := range []string{" 5 февраля 2025 года", " 05.02.2025 14:30", " 05.02.2025"} {
		if r := readSingle(t, title+" "+lead+behindLead[true]+behind); r.Headline != title || r.Date.String() != "2025-02-05" || strings.Contains(bodyOf(r), "2025") {
			t.Errorf("%s: %s | %s | %s", behind, r.Headline, r.Date, bodyOf(r))
		}
	}
	for _, text := range []string{"События Великой Пробной войны", "Новости Пробной области", "Пресс-служба Президента", "Документы Совета"} {
		if r := readSingle(t, text+" стали главной темой заседания, которое провёл Пётр Пробный."+behindLead[true]); r.Headline != "" || r.Notes != "" {
			t.Errorf("%s: %s | %s", text, r.Headline, r.Notes)
		}
	}
	if r := readSingle(t, "События Пробной войны Совет обсудил события Пробной войны."+behindLead[true]); r.Headline != "События Пробной войны" || r.Notes != "" {
		t.Errorf("%s | %s", r.Headline, r.Notes)
	}
	if r := readSingle(t, "Home News Council adopts plan of roads The Council adopted its plan of roads on Monday."+behindLead[false]); r.Headline != "Council adopts plan of roads" || r.Notes != "Home News" {
		t.Errorf("%s | %s", r.Headline, r.Notes)
	}
	if r := readSingle(t, "News Corp adopts its plan of roads News Corp has adopted its plan of roads today."+behindLead[false]); !strings.HasPrefix(r.Headline, "News Corp") {
		t.Errorf("%s | %s", r.Headline, r.Notes)
	}
}

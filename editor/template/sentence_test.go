package template

import "testing"

// What a value makes of the sentence around it: years before a deed, addresses, a time with a place behind it.
func TestRussianSentences(t *testing.T) {
	fields := []Field{{Name: "years", Kind: Text}, {Name: "event", Kind: Text}, {Name: "place", Kind: Place}, {Name: "who", Kind: Person}}
	for _, tt := range []struct{ pattern, years, event, want string }{
		{"{years:отмечается/отмечаются} {years} {event.gen}.", "150 лет", "рождение Ивана Пробного", "отмечается 150 лет со дня рождения Ивана Пробного."},
		{"{years:отмечается/отмечаются} {years} {event.gen}.", "21 год", "основание университета", "отмечается 21 год со дня основания университета."},
		{"{years:отмечается/отмечаются} {years} {event.gen}.", "полвека", "высадка на Луну", "отмечается полвека со дня высадки на Луну."},
		{"{years:отмечается/отмечаются} {years} {event.gen}.", "95 лет", "ДГТУ", "отмечается 95 лет ДГТУ."},
		{"{years:отмечается/отмечаются} {years} {event.gen}.", "100 лет", "университет", "отмечается 100 лет университету."},
		{"{years:отмечается/отмечаются} {years} {event.gen}.", "30 лет", "учредительный съезд", "отмечается 30 лет учредительному съезду."},
		{"{years:отмечается/отмечаются} {years} {event.gen}.", "30-летие", "университет", "отмечается 30-летие университета."},
		{"заявление о {event.prep}.", "", "«Почему перенесён пуск?»", "заявление о «Почему перенесён пуск?»"},
		{"заявление о {event.prep}.", "", "«Где хлеб?» и мука", "заявление о «Где хлеб?» и муке."},
		{"обсудили {event.acc}.", "", "защита прав мигрантов, выдача подозреваемых", "обсудили защиту прав мигрантов и выдачу подозреваемых."},
		{"обсудили {event.acc}.", "", "защита прав и торговля, выдача подозреваемых", "обсудили защиту прав и торговлю, выдачу подозреваемых."},
		{"обсудили {event.acc}.", "", "двое, выдача подозреваемых", "обсудили двое, выдачу подозреваемых."},
		{"обсудили {event.acc}.", "", "строительство дороги, крупная стройка", "обсудили строительство дороги, крупную стройку."},
		{"{years:отмечается/отмечаются} {years} {event.gen}.", "100 лет", "Объединение «Проба»", "отмечается 100 лет Объединению «Проба»."},
		{"{years:отмечается/отмечаются} {years} {event.gen}.", "85-летие", "основание библиотеки", "отмечается 85-летие основания библиотеки."},
		{"{years:отмечается/отмечаются} {years} в день {event.gen}.", "150 лет", "рождение поэта", "отмечается 150 лет в день рождения поэта."},
		{"{event.in} состоится съезд", "", "ул. Мира, 21", "на ул. Мира, 21, состоится съезд"},
		{"{event.in} состоится съезд", "", "Ленинский проспект, 6", "на Ленинском проспекте, 6, состоится съезд"},
		{"{event.in} состоится съезд", "", "Ленинский проспект", "на Ленинском проспекте состоится съезд"},
		{"{event.in} состоится съезд", "", "по адресу: г. Минск, пр. Победителей, 7", "по адресу: г. Минск, пр. Победителей, 7, состоится съезд"},
		{"{event.in} состоится съезд", "", "полигоны № 1, 2", "на полигонах № 1, 2 состоится съезд"},
		{"{event.in} началось учение", "", "Бельгия, Нидерланды и Люксембург", "в Бельгии, Нидерландах и Люксембурге началось учение"},
		{"{event.in} началось учение", "", "Россия, Куба и Вьетнам", "в России, на Кубе и во Вьетнаме, началось учение"},
		{"{place.in} началось учение", "", "", "в Минске, Бресте и Гомеле началось учение"},
		{"{who.gen.full} и", "", "", "директора природного парка О. Н. Пробаевой и"},
		{"Сбор {event.in}.", "", "онлайн на платформе «Проба»", "Сбор онлайн на платформе «Проба»."},
		{"Сбор {event.in}.", "", "очно и дистанционно", "Сбор очно и дистанционно."},
		{"Аккредитация на {event.acc}", "", "IX Каспийский транспортный форум", "Аккредитация на IX Каспийский транспортный форум"},
		{"Сбор {event.in}.", "", "паром «Проба»", "Сбор на пароме «Проба»."},
		{"Сбор {event.in}.", "", "ул. Мира, 21", "Сбор на ул. Мира, 21."},
		{"{event.in} началось", "", "стадион «Астана» и прилегающие улицы", "на стадионе «Астана» и прилегающих улицах началось"},
		{"Сбор {event.in}.", "", "автостанция", "Сбор на автостанции."},
		{"{event.in} началось", "", "город Ош и Ошская область", "в городе Оше и Ошской области началось"},
		{"Сбор {event.in}.", "", "9:45, восточные ворота", "Сбор в 9:45 у восточных ворот."},
		{"Сбор {event.in}.", "", "9:45, ворота, КПП", "Сбор в 9:45, ворота, КПП."},
		{"Сбор {event.in}.", "", "9:45, у ворот", "Сбор в 9:45 у ворот."},
		{"Сбор {event.in}.", "", "9 утра у западного входа", "Сбор в 9 утра у западного входа."},
		{"Сбор {event.in}.", "", "9 утра, западный вход", "Сбор в 9 утра у западного входа."},
		{"Сбор {event.in}.", "", "9:45, Пробакр", "Сбор в 9:45, Пробакр."},
	} {
		f := filling{template: Template{Name: "try", Language: "ru", Fields: fields}, values: map[string]Value{"years": {Text: tt.years}, "event": {Text: tt.event}, "place": {Text: "Минск, Брест и Гомель"}, "who": {Text: "О. Н. Пробаева, директор природного парка"}}}
		if got := f.text(tt.pattern); got != tt.want {
			t.Errorf("%s of %s: %s, not %s", tt.pattern, tt.event, got, tt.want)
		}
	}
}

func TestEnglishSentences(t *testing.T) {
	fields := []Field{{Name: "years", Kind: Text}, {Name: "event", Kind: Text}, {Name: "who", Kind: Person}, {Name: "all", Kind: People}, {Name: "hour", Kind: Time}, {Name: "place", Kind: Place}}
	for _, tt := range []struct{ pattern, years, text, want string }{
		{"{years.bare} of {event.the}", "150 years", "birth of Ivan Probny", "150 years since the birth of Ivan Probny"},
		{"marks {years.the} of {event.the}.", "150 years", "birth of Ivan Probny", "marks 150 years since the birth of Ivan Probny."},
		{"marks {years.the} of {event.the}.", "a quarter of a century", "world premiere of \"Probe\"", "marks a quarter of a century since the world premiere of “Probe”."},
		{"marks {years.the} of {event.the}.", "95 years", "Probe University", "marks 95 years of Probe University."},
		{"marks {years.the} of {event.the}.", "the 5th anniversary", "birth of Ivan Probny", "marks the 5th anniversary of the birth of Ivan Probny."},
		{"marks {event.the}.", "", "one thousandth anniversary", "marks the one thousandth anniversary."},
		{"marks {event.the}.", "", "founding of Library No. 4", "marks the founding of Library No. 4."},
		{"The aim is {event}.", "", "improve command", "The aim is to improve command."},
		{"The aim is {event}.", "", "increase in trade", "The aim is an increase in trade."},
		{"The aim is {event}.", "", "safety", "The aim is safety."},
		{"The aim is {event}.", "", "preserve the salmon", "The aim is to preserve the salmon."},
		{"They discussed {event}.", "", "2030 budget", "They discussed the 2030 budget."},
		{"News for {event}.", "", "last three days", "News for the last three days."},
		{"They discussed {event}.", "", "2030 forecasts", "They discussed 2030 forecasts."},
		{"They discussed {event}.", "", "2030 World Cup", "They discussed 2030 World Cup."},
		{"provides for {event}.", "", "ban on hunting", "provides for the ban on hunting."},
		{"of {event.the}.", "", "prosecutor's office", "of the prosecutor's office."},
		{"of {event.the}.", "", "Kronotsky Nature Reserve", "of the Kronotsky Nature Reserve."},
		{"They discussed {event}.", "", "return to the Games", "They discussed the return to the Games."},
		{"for {event.the}", "", "World Nomad Games", "for the World Nomad Games"},
		{"for {event.the}", "", "Probia's Games", "for Probia's Games"},
		{"for {event}", "", "victory at Asian Championships", "for victory at the Asian Championships"},
		{"{event.the} was signed", "", "\"road map\"", "the “road map” was signed"},
		{"{event.the} were drawn", "", "\"red lines\"", "“red lines” were drawn"},
		{"{event.bare} to take place", "", "a rally and a march", "rally and march to take place"},
		{"{event.bare} signed", "", "the Agreement between the Republic and the Council", "Agreement between the Republic and the Council signed"},
		{"see {event}", "", "The 'Probe' Case", "see The ‘Probe’ Case"},
		{"see {event}", "", "women's and men's teams", "see women's and men's teams"},
		{"began {event.in} on", "", "departure hall, desk 21", "began in the departure hall, desk 21, on"},
		{"began {event.in} on", "", "Conference Room 3, Hotel Probe, 150 Peace Avenue", "began in Conference Room 3, Hotel Probe, 150 Peace Avenue, on"},
		{"began {event.in} on", "", "Minsk, Brest and Gomel", "began in Minsk, Brest and Gomel on"},
		{"began {event.in} on", "", "shooting, driving and bridge ranges", "began at shooting, driving and bridge ranges on"},
		{"{event.the} came", "", "\"north\" and \"south\"", "“north” and “south” came"},
		{"began {event.in} on", "", "ranges 1, 2", "began at ranges 1, 2 on"},
		{"began {event.in} on", "", "Probny village and its surroundings", "began in the Probny village and its surroundings on"},
		{"began {event.in} on", "", "the Kola Peninsula", "began on the Kola Peninsula on"},
		{"began {event.in} on", "", "ground floor lobby", "began in the ground floor lobby on"},
		{"began {event.in} on", "", "fifth floor of the building", "began on the fifth floor of the building on"},
		{"began {event.in} on", "", "pavilion \"C3\"", "began at pavilion “C3” on"},
		{"{event:takes/take} part", "", "Ambassador of Probia and representatives of airlines", "take part"},
		{"{event:takes/take} part", "", "head of the office and 21 librarians", "take part"},
		{"{event:takes/take} part", "", "Union of Writers and journalists", "takes part"},
		{"{event:takes/take} part", "", "Ministry of Defence and Veterans Affairs", "takes part"},
	} {
		f := filling{template: Template{Name: "try", Language: "en", Fields: fields}, values: map[string]Value{"years": {Text: tt.years}, "event": {Text: tt.text}}}
		if got := f.text(tt.pattern); got != tt.want {
			t.Errorf("%s of %s: %s, not %s", tt.pattern, tt.text, got, tt.want)
		}
	}
	for _, tt := range []struct{ pattern, text, want string }{
		{"{who.full} {who:meets/meet} him", "sisters Anna and Jane Sample", "sisters Anna and Jane Sample meet him"},
		{"{who.full} {who:meets/meet} him", "chief of operations Anna and Press", "the chief of operations Anna and Press meets him"},
		{"{who.full} met", "US Secretary of State John Sample", "US Secretary of State John Sample met"},
		{"{who.full} met", "US Secretary of State", "the US Secretary of State met"},
		{"to {who.full}.", "women of Probia", "to the women of Probia."},
		{"to {who.full}.", "relatives and friends of Anna Ozerova", "to the relatives and friends of Anna Ozerova."},
		{"{who.full} met", "Jogorku Kenesh", "the Jogorku Kenesh met"},
		{"{who.full} met", "United World Wrestling", "United World Wrestling met"},
		{"{who.full} met", "Agency for Regulation of Trade", "the Agency for Regulation of Trade met"},
		{"{who.full} met", "Probe Agency", "Probe Agency met"},
		{"{who.full} met", "Probe News Agency", "Probe News Agency met"},
		{"{who.full} met", "Bank of Probia", "the Bank of Probia met"},
		{"{who.full} met", "Probe Federation", "the Probe Federation met"},
		{"{all.full} to hold", "Anna Ozerova, Ambassador Extraordinary and Plenipotentiary of Probia", "Anna Ozerova, Ambassador Extraordinary and Plenipotentiary of Probia, to hold"},
		{"{all.full} met", "Kenya, Cuba and Jamaica", "Kenya, Cuba and Jamaica met"},
		{"began {hour.at} on", "12 noon", "began at noon on"},
		{"began {place.in} on", "Port of Aktau", "began in the Port of Aktau on"},
		{"began {place.in} on", "the Kola Peninsula", "began on the Kola Peninsula on"},
	} {
		f := filling{template: Template{Name: "try", Language: "en", Fields: fields}, values: map[string]Value{"who": {Text: tt.text}, "all": {Text: tt.text}, "hour": {Text: tt.text}, "place": {Text: tt.text}}}
		if got := f.text(tt.pattern); got != tt.want {
			t.Errorf("%s of %s: %s, not %s", tt.pattern, tt.text, got, tt.want)
		}
	}
	if got := capitalised("“road map”"); got != "“Road map”" {
		t.Errorf("got %s", got)
	}
}

package template

import (
	"regexp"
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

func TestEnglishWords(t *testing.T) {
	blanks := append([]Field{{Name: "time", Kind: Text}, {Name: "who", Kind: Person}, {Name: "all", Kind: People}, {Name: "hour", Kind: Time}}, blanks...)
	for _, tt := range []struct{ pattern, field, text, want string }{
		{"{event.the}", "event", "session of the Council", "the session of the Council"},
		{"{event.the}", "event", "a briefing", "a briefing"},
		{"{event.the}", "event", "holding a briefing", "holding a briefing"},
		{"{event.the}", "event", "opening ceremony", "the opening ceremony"},
		{"{event.the}", "event", "consultations", "consultations"},
		{"{event.the}", "event", "Agreement on Trade", "the Agreement on Trade"},
		{"{event.the}", "event", "Protocol", "the Protocol"},
		{"{event.the}", "event", "Independence Day", "Independence Day"},
		{"{event.the}", "event", "CSTO summit", "the CSTO summit"},
		{"{event.the}", "event", "Eurasian Economic Forum", "the Eurasian Economic Forum"},
		{"{event.the}", "event", "briefing and news conference", "the briefing and news conference"},
		{"{event.the}", "event", "30th anniversary", "the 30th anniversary"},
		{"{event.the}", "event", "5 meetings", "5 meetings"},
		{"{event.the}", "event", "about 100 troops", "about 100 troops"},
		{"{event.the}", "event", "women's forum", "the women's forum"},
		{"{event.bare} signed", "event", "the Treaty", "Treaty signed"},
		{"{event.in}", "event", "the press centre", "at the press centre"},
		{"{event.in}", "event", "Palace of Independence", "at the Palace of Independence"},
		{"{event.in}", "event", "in hall 3", "in hall 3"},
		{"{event.in}", "event", "Tajikistan", "in Tajikistan"},
		{"{event.in}", "event", "online", "online"},
		{"on {event}", "event", "about the border", "about the border"},
		{"at {time.clock}.", "time", "15:30", "at 3.30 p.m."},
		{"at {time.clock}.", "time", "noon", "at noon."},
		{"at {time.clock}.", "time", "25:00", "at 25:00."},
		{"“{event}”", "event", "the \"Path\" plan", "“the ‘Path’ plan”"},
		{"by {who.full}.", "who", "Press Secretary", "by the Press Secretary."},
		{"by {who.full}.", "who", "Chief of the Joint Staff", "by the Chief of the Joint Staff."},
		{"by {who.full}.", "who", "Representative for Trade", "by the Representative for Trade."},
		{"by {who.full}.", "who", "Ambassador to Tajikistan", "by the Ambassador to Tajikistan."},
		{"by {who.full}.", "who", "Ivan of Probny", "by Ivan of Probny."},
		{"by {who.full}.", "who", "Ivan Head Probny", "by Ivan Head Probny."},
		{"by {who.full}.", "who", "the President", "by the President."},
		{"by {who.full} on", "who", "Ivan Probny, Minister of Defence", "by Ivan Probny, Minister of Defence, on"},
		{"{who.name}; {who.post}", "who", "Ivan Probny, Minister of Defence", "Ivan Probny; Minister of Defence"},
		{"{who:meets/meet}", "who", "the co-chairs", "meet"},
		{"{who:meets/meet}", "who", "Olympic champions Anna Ozerova and Aiperi Medet kyzy", "meet"},
		{"{who:meets/meet}", "who", "chief of operations Anna Ozerova", "meets"},
		{"{who:meets/meet}", "who", "Ivan Peters", "meets"},
		{"{who:meets/meet}", "who", "Ivan Peters; Jane Sample", "meet"},
		{"{event.the} came", "event", "7.1-magnitude earthquake", "the 7.1-magnitude earthquake came"},
		{"{event.the} came", "event", "\"Probny\" airfield", "the “Probny” airfield came"},
		{"{event.the} came", "event", "\"Probny\", \"Sample\" and \"Expo\"", "“Probny”, “Sample” and “Expo” came"},
		{"{event.the} came", "event", "\"Probny\" and \"Sample\" plants", "“Probny” and “Sample” plants came"},
		{"{event.the} came", "event", "2027-2028 plan", "2027–2028 plan came"},
		{"{event.the} came", "event", "contract No. 17", "contract No. 17 came"},
		{"on {event.the}.", "event", "deaths of two climbers", "on the deaths of two climbers."},
		{"on {event.the}.", "event", "60th birthday", "on their 60th birthday."},
		{"on {event.the}.", "event", "birthday of the poet", "on the birthday of the poet."},
		{"on {event.the}.", "event", "representatives of two states", "on representatives of two states."},
		{"{event.the} {event:was/were} signed", "event", "Charter and Regulations", "the Charter and Regulations were signed"},
		{"discussed {event}.", "event", "trade; rail links; visas", "discussed trade, rail links and visas."},
		{"discussed {event}.", "event", "trade, customs; rail links", "discussed trade, customs, and rail links."},
		{"“{event}”", "event", "EU", "“EU”"},
		{"began {event.in}", "event", "UAE", "began in the UAE"},
		{"began {event.in}", "event", "island of Probe", "began on the island of Probe"},
		{"news for {event.the}", "event", "last ten days of August", "news for the last ten days of August"},
		{"news for {event.the}", "event", "first 3 months", "news for the first 3 months"},
		{"news for {event.the}", "event", "last August", "news for last August"},
		{"began {event.in} on", "event", "Media Centre, third floor", "began at the Media Centre, third floor, on"},
		{"{event:takes/take} part", "event", "all who wish", "take part"},
		{"{who.full} {who:meets/meet}", "who", "22 states", "22 states meet"},
		{"{who.full} {who:meets/meet}", "who", "Armed Forces", "the Armed Forces meet"},
		{"{who.full} {who:meets/meet}", "who", "Armed Forces of Probny", "the Armed Forces of Probny meet"},
		{"{who.full} {who:meets/meet}", "who", "the Rev. John Probny, Rector of the Academy", "the Rev. John Probny, Rector of the Academy, meets"},
		{"{who.full} {who:meets/meet} them", "who", "Anna Ozerova, Minister of Trade, and her husband", "Anna Ozerova, Minister of Trade, and her husband meet them"},
		{"{who.full} {who:meets/meet}", "who", "President Ivan Probny and Speaker of the Senate Anna Ozerova", "President Ivan Probny and the Speaker of the Senate, Anna Ozerova, meet"},
		{"{who.full} {who:meets/meet}", "who", "Prime Minister and Speaker of the Senate Anna Ozerova", "the Prime Minister and Speaker of the Senate, Anna Ozerova, meets"},
		{"{who.full} met", "who", "European Union and United Nations", "the European Union and the United Nations met"},
		{"{who.full} met", "who", "Philippines", "the Philippines met"},
		{"{who.full} met", "who", "Netherlands Bank", "Netherlands Bank met"},
		{"{place.in}", "place", "the Hague", "in The Hague"},
		{"{place.in}", "place", "village of Probnoye", "in the village of Probnoye"},
		{"{place.in}", "place", "USA", "in the USA"},
		{"begins {hour.at} on", "hour", "11 o'clock", "begins at 11 o'clock on"},
		{"begins {hour.at} on", "hour", "9 in the morning", "begins at 9 in the morning on"},
		{"{all} met", "all", "Ivan Probny; Jane Sample, Minister", "Ivan Probny and Jane Sample, Minister, met"},
		{"{all} met", "all", "Ivan Probny, Envoy; Jane Sample; John Doe", "Ivan Probny, Envoy; Jane Sample; and John Doe met"},
		{"{all} met", "all", "Ivan Probny; Jane Sample; John Doe", "Ivan Probny, Jane Sample and John Doe met"},
	} {
		f := filling{template: Template{Name: "try", Language: "en", Fields: blanks}, values: map[string]Value{tt.field: {Text: tt.text}}}
		if got := f.text(tt.pattern); got != tt.want {
			t.Errorf("%s of %s: %s, not %s", tt.pattern, tt.text, got, tt.want)
		}
	}
	for _, own := range strings.Fields(`about after ahead at before between by concerning during following for from in of on over regarding to under with
		aboard across inside near outside throughout via within`) {
		f := filling{template: Template{Name: "try", Language: "en", Fields: blanks}, values: map[string]Value{"event": {Text: own + " the border"}}}
		if got := f.text("in {event}"); got != own+" the border" {
			t.Errorf("two prepositions: %s", got)
		}
	}
	f := filling{template: Template{Name: "try", Language: "en", Fields: blanks}, house: grammar.House{English: release.EnglishAP}, values: map[string]Value{"date": {Text: "11.09.2024"}, "time": {Text: "15:30"}}, known: register.Registers{}}
	if got, want := f.text("On {date} at {time.clock} it began; {date}, it ended on {date}."), "On Sept. 11, 2024, at 3:30 p.m. it began; Sept. 11, 2024, it ended on Sept. 11, 2024."; got != want {
		t.Errorf("got %s", got)
	}
}

// What was typed in the other language is still to be said in the text's own: it is
// asked for where it stands in a sentence, and marked everywhere.
func TestTheOtherLanguage(t *testing.T) {
	fields := []Field{{Name: "topic", Kind: Text}, {Name: "place", Kind: Place}, {Name: "org", Kind: Organisation}}
	for _, tt := range []struct {
		language, pattern, field, text, want string
		guesses                              int
	}{
		{"en", "Statement on {topic}", "topic", "о дорогах", "Statement on [fill in: topic (о дорогах)]", 1},
		{"en", "Statement on {topic}", "topic", "дороги", "Statement on [fill in: topic (дороги)]", 1},
		{"en", "{topic.the} was held", "topic", "сессия Совета", "[fill in: topic (сессия Совета)] was held", 1},
		{"en", "They met {topic.in}.", "topic", "на полигоне", "They met [fill in: topic (на полигоне)].", 1},
		{"en", "{topic}", "topic", "Стороны договорились.", "Стороны договорились.", 1},
		{"en", "Statement on {topic}", "topic", "roads", "Statement on roads", 0},
		{"en", "They met {place.in}.", "place", "Пробнянка", "They met in Пробнянка.", 1},
		{"en", "They met {place.in}.", "place", "Бишкек", "They met in Bishkek.", 0},
		{"en", "{org} met.", "org", "Совет", "Совет met.", 1},
		{"ru", "Заявление о {topic.prep}", "topic", "trade and transport", "Заявление о [укажите: topic (trade and transport)]", 1},
		{"ru", "Обсудили {topic.acc}.", "topic", "the roads", "Обсудили [укажите: topic (the roads)].", 1},
		{"ru", "Обсудили {topic.acc}.", "topic", "развитие Telegram", "Обсудили развитие Telegram.", 0},
		{"ru", "Пишите: {topic}.", "topic", "press@council.example", "Пишите: press@council.example.", 0},
		{"ru", "Смотрите: {topic}.", "topic", "https://council.example/live", "Смотрите: https://council.example/live.", 0},
		{"ru", "{topic}", "topic", "The parties agreed.", "The parties agreed.", 1},
	} {
		f := newFilling(Office{}, Template{Name: "try", Language: tt.language, Fields: fields}, map[string]Value{tt.field: {Text: tt.text}})
		if got := f.text(tt.pattern); normal(got) != tt.want || len(f.guesses) != tt.guesses {
			t.Errorf("%s, %s: %s, %v", tt.pattern, tt.text, got, f.guesses)
		}
	}
}

// normal is a text with its placeholders as fields alone.
func normal(text string) string {
	return regexp.MustCompile(`\{(\w+)[^}]*\}`).ReplaceAllString(text, "{$1}")
}

// A phrase that lacks the article of a particular thing gets it, others do not.
func TestNeededArticles(t *testing.T) {
	for text, want := range map[string]bool{
		"outcome of the summit": true, "visit to Beijing": true, "25th anniversary of the Council": true, "peace treaty": true, "plane crash": true, "implementation of decisions": true,
		"trade": false, "the outcome": false, "peacekeeping": false, "issues of mutual interest": false, "consultations twice a year": false, "last week": false, "dinner": false,
		"Agreement on Trade": false, "to train signallers": false, "trade and supply of arms": false, "": false, "of course": false, "2,500 troops": false, "talks on trade": false, "air strikes on Sunday": false, "joint news conference of parties": true, "treaty": true, "role of women": true, "role of": true, "3rd meeting": true, "four of them": false,
	} {
		if got := needsArticle(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// Where something is, and when: «in» and «at», the article of a state, days of two months.
func TestEnglishWhereAndWhen(t *testing.T) {
	fields := []Field{{Name: "place", Kind: Place}, {Name: "venue", Kind: Text}, {Name: "date", Kind: Date}, {Name: "guest", Kind: Person}}
	for _, tt := range [][4]string{
		{"It began {place.in}.", "place", "Объединённые Арабские Эмираты", "It began in the United Arab Emirates."},
		{"It began {place.in}.", "place", "Кыргызстан", "It began in Kyrgyzstan."},
		{"It began {place.in}.", "place", "Нью-Йорк", "It began in New York."},
		{"It began {venue.in}.", "venue", "Chuy Region", "It began in Chuy Region."},
		{"It began {venue.in}.", "venue", "northern Kazakhstan", "It began in northern Kazakhstan."},
		{"It began {venue.in}.", "venue", "Altai", "It began in Altai."},
		{"It began {venue.in}.", "venue", "Pamirs", "It began in the Pamirs."},
		{"It began {venue.in}.", "venue", "Baikal", "It began at Lake Baikal."},
		{"It began {venue.in}.", "venue", "Marshall Islands", "It began in the Marshall Islands."},
		{"It began {venue.in}.", "venue", "Tian Shan Mountains", "It began in the Tian Shan Mountains."},
		{"It began {venue.in}.", "venue", "Probny Republic", "It began in the Probny Republic."},
		{"It began {venue.in}.", "venue", "Probny River", "It began on the Probny River."},
		{"It began {venue.in}.", "venue", "Volga", "It began on the Volga."},
		{"It began {venue.in}.", "venue", "Probny Islands", "It began on the Probny Islands."},
		{"It began {venue.in}.", "venue", "State Residence", "It began at the State Residence."},
		{"It began {venue.in}.", "venue", "Probny Palace", "It began at Probny Palace."},
		{"It began {venue.in}.", "venue", "Royal Palace", "It began at the Royal Palace."},
		{"It began {venue.in}.", "venue", "Kremlin Probny Palace", "It began at the Kremlin Probny Palace."},
		{"It began {venue.in}.", "venue", "Throne Room", "It began in the Throne Room."},
		{"It began {venue.in}.", "venue", "Marble Hall", "It began in the Marble Hall."},
		{"It began {venue.in}.", "venue", "City Hall", "It began in City Hall."},
		{"It began {venue.in}.", "venue", "Room 5", "It began in Room 5."},
		{"It began {venue.in}.", "venue", "conference room 3", "It began in conference room 3."},
		{"It began {venue.in}.", "venue", "off Sakhalin", "It began off Sakhalin."},
		{"It began {venue.in}.", "venue", "along the border", "It began along the border."},
		{"It began {venue.in}.", "venue", "three districts of Probny Region", "It began in three districts of Probny Region."},
		{"It began {place.in}.", "place", "Camp Sample", "It began at Camp Sample."},
		{"It began {place.in}.", "place", "the Isle of Probe", "It began on the Isle of Probe."},
		{"It began {place.in}.", "place", "Mount Probe", "It began on Mount Probe."},
		{"It began {place.in}.", "place", "Lake Probe", "It began at Lake Probe."},
		{"It began {place.in}.", "place", "the Probe training range", "It began at the Probe training range."},
		{"It began {venue.in}.", "venue", "Mount Probe", "It began on Mount Probe."},
		{"It began {venue.in}.", "venue", "2nd floor of the Mall", "It began on the 2nd floor of the Mall."},
		{"It began {venue.in}.", "venue", "the deck of the cruiser", "It began on the deck of the cruiser."},
		{"It began {venue.in}.", "venue", "ground floor", "It began on the ground floor."},
		{"It began {place.in}.", "place", "Probny Airport", "It began at Probny Airport."},
		{"They met {place.in} on {place}.", "place", "Washington, D.C.", "They met in Washington, D.C., on Washington, D.C."},
		{"It began {place.in}.", "place", "Airport", "It began in Airport."},
		{"It began {venue.in}.", "venue", "outskirts of Yerevan", "It began on the outskirts of Yerevan."},
		{"It began {venue.in}.", "venue", "Minsk and Brest", "It began in Minsk and Brest."},
		{"It began {venue.in}.", "venue", "UN Headquarters", "It began at the UN Headquarters."},
		{"On {date}, they met.", "date", "30.09–02.10.2024", "From 30 September to 2 October 2024, they met."},
		{"They met on {date}.", "date", "30.09–02.10.2024", "They met from 30 September to 2 October 2024."},
		{"They met on {date}.", "date", "11–12.09.2024", "They met on 11–12 September 2024."},
		{"{guest:meets/meet}", "guest", "Anna Ozerova and Peter Sample", "meet"},
		{"{guest:meets/meet}", "guest", "Ivan Probny, Minister of Trade and Industry", "meets"},
		{"{guest:meets/meet}", "guest", "Minister of Trade and Industry Ivan Probny", "meets"},
		{"{guest:meets/meet}", "guest", "Chair of the Board Anna Ozerova and her deputy", "meet"},
		{"{guest:meets/meet}", "guest", "Ivan Probny and their lawyers", "meet"},
		{"They congratulated her on {venue}.", "venue", "appointment", "They congratulated her on their appointment."},
		{"They congratulated her on {venue}.", "venue", "accession to the throne", "They congratulated her on their accession to the throne."},
		{"They congratulated her on {venue}.", "venue", "second term", "They congratulated her on their second term."},
		{"They congratulated her on {venue}.", "venue", "election as chair", "They congratulated her on their election as chair."},
		{"They congratulated her on {venue}.", "venue", "90th birthday and publication of a book", "They congratulated her on their 90th birthday and the publication of a book."},
		{"They congratulated her on {venue}.", "venue", "election day", "They congratulated her on the election day."},
	} {
		f := newFilling(Office{}, Template{Name: "try", Language: "en", Kind: release.Congratulation, Fields: fields}, map[string]Value{tt[1]: {Text: tt[2]}})
		if got := f.text(tt[0]); got != tt[3] {
			t.Errorf("%s: %s", tt[2], got)
		}
	}
}

// TestWhereATitleStands: a short one before the name, a long one and one that says of what
// behind it.
func TestWhereATitleStands(t *testing.T) {
	for title, want := range map[string]string{
		"President": "President Ivan Probny", "First Deputy Minister": "First Deputy Minister Ivan Probny", "First Deputy Prime Minister": "Ivan Probny, First Deputy Prime Minister",
		"Minister of Justice": "Ivan Probny, Minister of Justice", "Adviser to Parliament": "Ivan Probny, Adviser to Parliament", "Judge, Chairman": "Ivan Probny, Judge, Chairman",
	} {
		if got := strings.TrimRight(englishTitle(title, "Ivan Probny"), ","); got != want {
			t.Errorf("%s: %s", title, got)
		}
	}
	if got := englishTitle("Minister of Justice", ""); got != "Minister of Justice" {
		t.Errorf("without a name: %s", got)
	}
}

// TestArticles: a thing in the singular takes the article, what is done takes none.
func TestArticles(t *testing.T) {
	for text, want := range map[string]string{
		"training":                        "the training",
		"training of staffs":              "the training of staffs",
		"training in the mountains":       "the training in the mountains",
		"opening ceremony":                "the opening ceremony",
		"sending of observers":            "the sending of observers",
		"hearing parliament":              "the hearing parliament",
		"reading forum":                   "the reading forum",
		"monitoring force":                "the monitoring force",
		"planning the meeting":            "planning the meeting",
		"testing the readiness of staffs": "testing the readiness of staffs",
		"strengthening border security":   "strengthening border security",
		"room 5":                          "room 5",
		"12th Probe Games":                "the 12th Probe Games",
		"part two of the Agreement":       "part two of the Agreement",
		"checkpoint № 2":                  "checkpoint № 2",
		"gate No. 2":                      "gate No. 2",
		"additional protocol No. 2":       "additional protocol No. 2",
		"conference room 3":               "conference room 3",
		"plan until 2030":                 "the plan until 2030",
		"Women's Forum":                   "the Women's Forum",
		"Probia's forum":                  "Probia's forum",
		"floods":                          "the floods",
		"wildfires in the north":          "the wildfires in the north",
		"Floods":                          "Floods",
		"talks":                           "talks",
		"festival “White Nights”":         "the festival “White Nights”",
	} {
		if got := withArticle(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestArticlesWithin: a body and a term have the article wherever they stand behind a preposition.
func TestArticlesWithin(t *testing.T) {
	for text, want := range map[string]string{
		"meeting of board of trustees": "meeting of the board of trustees",
		"members of board":             "members of the board",
		"budget for spring term":       "budget for the spring term",
		"help of board members":        "help of board members",
		"results of half-year":         "results of the half-year",
		"plans for quarter, and more":  "plans for the quarter, and more",
		"events of year in Minsk":      "events of the year in Minsk",
		"plans for week ahead":         "plans for week ahead",
		"opening of Minsk–Brest line":  "opening of the Minsk–Brest line",
		"repair of North Bridge road":  "repair of the North Bridge road",
		"opening of Minsk lines":       "opening of Minsk lines",
		"opening of Brest":             "opening of Brest",
		"head of district and elders":  "head of the district and elders",
		"pupils of school age":         "pupils of school age",
		"engineers and World Bank":     "engineers and the World Bank",
		"help of World Bank staff":     "help of World Bank staff",
		"contract on repair of roads":  "contract on the repair of roads",
		"law on protection of animals": "law on the protection of animals",
		"talks on condition of peace":  "talks on condition of peace",
		"help of a board":              "help of a board",
		"heads of boards":              "heads of boards",
	} {
		if got := withArticlesWithin(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestMarksHavePartners: a mark alone at an end of a text falls away, and one that closes two has
// a second beside it.
func TestMarksHavePartners(t *testing.T) {
	for text, want := range map[string]string{
		"Apply now”": "Apply now", "\"Apply now": "Apply now", "a screen of 5\"": "a screen of 5\"",
		"“Apply now”": "“Apply now”", "the “Probe “Two”": "the “Probe ‘Two’”",
	} {
		if got := curly(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// TestWhoIsUnnamed: one person who is called by what they do has the article.
func TestWhoIsUnnamed(t *testing.T) {
	for text, want := range map[string]bool{"chief dispatcher": true, "dispatchers": false, "everyone": false, "dispatcher Ivan": false, "doctors and nurses": false, "21 teams": false} {
		if got := isOneUnnamed(text); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}

// TestNamesOfTwo: an «and» joins two people, and not two fields of one post.
func TestNamesOfTwo(t *testing.T) {
	for text, want := range map[string]bool{
		"Anna Ozerova and Peter Sample":             true,
		"King Ivan and Queen Anna of Probia":        true,
		"Prime Minister and Foreign Deputy of Cuba": false,
		"Ivan Probny and Queen Anna of next door":   false,
		"Ivan Probny and queen Anna of Probia":      false,
		"Minister of Trade and Industry":            false,
	} {
		if got := namesTwo(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// TestPlaceAboveHasNoArticle: a place stands before the date as a name, and within a sentence with its article.
func TestPlaceAboveHasNoArticle(t *testing.T) {
	for language, want := range map[string]string{"en": "Village of Probnoe", "kk": "the village of Probnoe"} {
		f := filling{template: Template{Name: "try", Language: language, Fields: []Field{{Name: "place", Kind: Place}}}, values: map[string]Value{"place": {Text: "the village of Probnoe"}}}
		if got := f.placeAbove("{place}"); got != want {
			t.Errorf("%s: %s", language, got)
		}
	}
}

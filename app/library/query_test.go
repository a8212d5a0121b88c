package library

import (
	"fmt"
	"strings"
	"testing"

	"communique/editor/release"
)

// asked writes down what a query asks for: «+» must be there, «−» must not,
// the first row of a term standing for its forms.
func asked(q Query) string {
	var parts []string
	add := func(sign string, terms []Term) {
		for _, t := range terms {
			row := t.Rows[0]
			if t.Begins {
				row += "…"
			}
			if len(t.Rows) == 1 && t.In == InText {
				row = `"` + row + `"`
			}
			parts = append(parts, sign+string(t.In)+":"+row)
		}
	}
	add("+", q.Must)
	add("−", q.Not)
	if !q.From.IsZero() || !q.To.IsZero() {
		parts = append(parts, q.From.String()+".."+q.To.String())
	}
	if q.Twins {
		parts = append(parts, "twins")
	}
	if q.Speakers != nil {
		parts = append(parts, "said "+strings.Join(q.Speakers, "|"))
	}
	return strings.Join(parts, " ")
}

// All the names of a filter mean the same.
func TestFiltersHaveNamesInBothLanguages(t *testing.T) {
	for _, tt := range []struct{ names, value, want string }{
		{"год year", "2024", "2024-01-01..2024-12-31"},
		{"дата date", "2024-09", "2024-09-01..2024-09-30"},
		{"с от после from after", "11.09.2024", "2024-09-11.."},
		{"до по to before until", "11.09.2024", "..2024-09-11"},
		{"место place", "Бишкек", "+place:бишкек"},
		{"статус status", "issued", "+status:issued"},
		{"вид тип kind type", "meeting", "+kind:meeting"},
		{"шаблон template", "visit-2", "+template:visit-2"},
		{"тег метка tag", "визит", "+tags:визит"},
		{"язык language lang", "ru", "+language:ru"},
		{"кто лицо person who", `"Иван Пробный"`, "+text:иван +text:пробный"},
		{"сказал сказала цитата said quote", "Пробный", "+speakers:пробный said Пробный"},
		{"повтор twin duplicate", "да", "twins"},
	} {
		for name := range strings.FieldsSeq(tt.names) {
			for _, typed := range []string{name, strings.ToUpper(name)} {
				if got := asked(ParseQuery(typed+":"+tt.value, false, nil)); got != tt.want {
					t.Errorf("%s:%s asks for %s, not %s", typed, tt.value, got, tt.want)
				}
			}
		}
	}
}

func TestParseQuery(t *testing.T) {
	names := Names{"выпущен": "issued", "рабочая встреча": "meeting"}
	for query, want := range map[string]string{
		"":                  "",
		" \t\u00a0":         "",
		"встреча":           "+text:встреча",
		"встреча  плана":    "+text:встреча +text:плана",
		"-встреча":          "−text:встреча",
		"- встреча":         "+text:встреча",
		"встреча -":         "+text:встреча",
		"--встреча":         "−text:встреча",
		"встреча-план":      "+text:встреча план",
		`"Рабочая встреча"`: `+text:"рабочая встреча"`,
		`«рабочая встреча» план`:   `+text:"рабочая встреча" +text:план`,
		"“рабочая встреча”":        `+text:"рабочая встреча"`,
		"„рабочая встреча“":        `+text:"рабочая встреча"`,
		`-"рабочая встреча"`:       `−text:"рабочая встреча"`,
		`"не закрыта`:              `+text:"не закрыта"`,
		`""`:                       "",
		`план"рабочая встреча"`:    "+text:план рабочая +text:встреча", // a word may hold a mark
		"статус:Выпущен":           "+status:issued",
		`вид:"Рабочая встреча"`:    "+kind:meeting",
		"статус:неведомо":          "+status:неведомо",
		"-статус:issued":           "−status:issued",
		"-место:Бишкек":            "−place:бишкек",
		`место:"Нижний Новгород"`:  "+place:нижний новгород",
		"-кто:Пробный":             "−text:пробный",
		"тег:":                     "+text:тег",
		"тег:!":                    "+text:тег",
		"неведомо:слово":           "+text:неведомо слово",
		`неведомо:"два слова"`:     "+text:неведомо два слова",
		"http://a.example":         "+text:http a example",
		"год:2024 план":            "+text:план 2024-01-01..2024-12-31",
		"год:2021-2024":            "2021-01-01..2024-12-31",
		"год:2021..2024":           "2021-01-01..2024-12-31",
		"дата:2024-02":             "2024-02-01..2024-02-29",
		"дата:02.2023":             "2023-02-01..2023-02-28",
		"дата:2024-12":             "2024-12-01..2024-12-31",
		"дата:2024-01":             "2024-01-01..2024-01-31",
		"дата:11.09.2024":          "2024-09-11..2024-09-11",
		"дата:2024-09-11":          "2024-09-11..2024-09-11",
		"дата:01.09.2024..2024-10": "2024-09-01..2024-10-31",
		"с:2024":                   "2024-01-01..",
		"до:2024":                  "..2024-12-31",
		"с:2024-09 до:2024-10":     "2024-09-01..2024-10-31",
		"с:2020 с:2024 с:2022":     "2024-01-01..",
		"до:2024 до:2020 до:2022":  "..2020-12-31",
		"год:2024 с:2024-03":       "2024-03-01..2024-12-31",
		"год:1000":                 "1000-01-01..1000-12-31",
		"год:9999":                 "9999-01-01..9999-12-31",
		"год:999":                  `+text:"год 999"`,
		"год:10000":                `+text:"год 10000"`,
		"дата:2024-13":             `+text:"дата 2024 13"`,
		"дата:2024-00":             `+text:"дата 2024 00"`,
		"дата:30.02.2024":          `+text:"дата 30 02 2024"`,
		"дата:2024-09..никогда":    "+text:дата 2024 09 никогда",
		"дата:никогда..2024-09":    `+text:"дата никогда 2024 09"`,
		"год:..2024":               `+text:"год 2024"`,
		"-год:2024":                `−text:"год 2024"`,
		"2024-2025":                `+text:"2024 2025"`,
		"сказал:Пробный сказал:Озерова": "+speakers:пробный +speakers:озерова said Пробный|Озерова",
		"-сказал:Пробный":               "−speakers:пробный said Пробный",
		"ж":                             `+text:"ж"`,
		"100 %":                         `+text:"100"`,
		"учения учения -план -план": "+text:учения −text:план",
		"повтор:да":                 "twins",
	} {
		t.Run(query, func(t *testing.T) {
			q := ParseQuery(query, false, names)
			if got := asked(q); got != want {
				t.Errorf("asks for %s\nnot %s", got, want)
			}
			if q.IsEmpty() != (want == "") || q.Sort != Newest {
				t.Errorf("empty: %t, order %s", q.IsEmpty(), q.Sort)
			}
		})
	}
}

// While a query is typed its last word may go on; words before it, quoted ones
// and those with a space behind are whole.
func TestTheWordThatIsTyped(t *testing.T) {
	for query, want := range map[string]string{
		"встр":         "+text:встр…",
		"встреча пре":  "+text:встреча +text:пре…",
		"встр ":        "+text:встр",
		`"встр`:        `+text:"встр"`,
		"-встр":        "−text:встр…",
		"в":            "",
		"план в":       "+text:план",
		"план план":    "+text:план +text:план…",
		"в план":       "+text:в +text:план…",
		"вице-пре":     "+text:вице пре…",
		"вице-п":       "+text:вице",
		"место:Биш":    "+place:биш",
		"неведомо:сло": `+text:"неведомо сло…"`,
		`неведомо:"сл`: `+text:"неведомо сл"`,
		"ж ":           `+text:"ж"`,
	} {
		if got := asked(ParseQuery(query, true, nil)); got != want {
			t.Errorf("%q asks for %s, not %s", query, got, want)
		}
	}
}

func TestNamesIn(t *testing.T) {
	names := NamesIn(func(name string) string { return "По-русски " + name })
	if n := len(release.Statuses()) + len(release.Kinds()); len(names) != n || names["по-русски status-issued"] != "issued" || names["по-русски kind-meeting"] != "meeting" {
		t.Errorf("%d names: %v", n, names)
	}
}

func TestQueriesOfPeople(t *testing.T) {
	for name, tt := range map[string]struct {
		q    Query
		want string
	}{
		"naming":    {Naming("Иван Пробный"), "+text:иван +text:пробный"},
		"quotes of": {QuotesOf("Иван Пробный", "Озерова"), "+speakers:иван +speakers:пробный +speakers:озерова said Иван Пробный|Озерова"},
	} {
		if got := asked(tt.q); got != tt.want || tt.q.Sort != Newest {
			t.Errorf("%s: asks for %s, %s", name, got, tt.q.Sort)
		}
	}
}

func TestSpansOfEveryKind(t *testing.T) {
	const text = "Вице-премьер встретил вице-президента; «Совместное заявление» и заявление совместное. Учения: 3 учения."
	for query, want := range map[string]string{
		"премьер":      "премьер",
		"вице-премьер": "Вице-премьер",
		"вице":         "Вице|вице",
		`"совместное заявление"`: "Совместное заявление",
		"совместного заявления":  "Совместное|заявление|заявление|совместное",
		"вице премьер":           "Вице|премьер|вице",
		"учений":                 "Учения|учения",
		`"3 учения"`:             "3 учения",
		`"учения 3 учения"`:      "Учения: 3 учения",
		`"учения 3 учения нет"`:  "",
		"-учения":                "",
		"статус:учения":          "",
		`"заявл"`:                "", // nobody is typing
		"место:учения":           "Учения|учения",
		"":                       "",
	} {
		var got []string
		for _, s := range ParseQuery(query, false, nil).Spans(text) {
			got = append(got, text[s[0]:s[1]])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: got %q", query, got)
		}
	}
	for query, want := range map[string]string{"вице-пре": "Вице-премьер|вице-президента", "встре": "встретил", "заявлен": "заявление|заявление"} {
		var got []string
		for _, s := range ParseQuery(query, true, nil).Spans(text) {
			got = append(got, text[s[0]:s[1]])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("typing %s: got %q", query, got)
		}
	}
	if got := fmt.Sprint(joined([][2]int{{0, 4}, {2, 3}, {4, 6}, {8, 9}, {8, 12}})); got != "[[0 6] [8 12]]" {
		t.Errorf("joined: %s", got)
	}
}

// What is said in a release, and beside which words.
func TestQuotations(t *testing.T) {
	for name, tt := range map[string]struct{ text, want string }{
		"dash after":           {"«Мы согласны с этим», – сказал Иван.", "«Мы согласны с этим»"},
		"long dash":            {"«Мы согласны с этим», — сказал Иван.", "«Мы согласны с этим»"},
		"hyphen for a dash":    {"«Мы согласны с этим», - сказал Иван.", "«Мы согласны с этим»"},
		"colon before":         {"Иван отметил: «Мы согласны с этим».", "«Мы согласны с этим»"},
		"a sentence":           {"Иван заявил «Мы согласны с этим.»", "«Мы согласны с этим.»"},
		"a call":               {"Иван призвал «Помогите нам в этом!»", "«Помогите нам в этом!»"},
		"a question":           {"Иван ответил «Кто же против этого?»", "«Кто же против этого?»"},
		"it trails off":        {"Иван добавил «Мы согласны с этим…»", "«Мы согласны с этим…»"},
		"six words":            {"Иван подчеркнул, что «дело это новое и очень трудное» и важное.", "«дело это новое и очень трудное»"},
		"five words are few":   {"Иван подчеркнул, что «дело это новое и трудное» и важное.", ""},
		"a name":               {"Иван сообщил о заводе «Красный Октябрь» и ушёл.", ""},
		"three words said":     {"«Мы это сделаем», – сказал Иван.", "«Мы это сделаем»"},
		"two words said":       {"«Мы согласны», – сказал Иван.", ""},
		"nobody says":          {"Вывеска: «Мы рады всем гостям нашего города».", ""},
		"two in a paragraph":   {"«Мы согласны с этим», – сказал Иван. «Мы идём все вперёд».", "«Мы согласны с этим»"},
		"both with a sign":     {"«Мы согласны с этим», – сказал Иван. Добавил: «Мы идём все вперёд».", "«Мы согласны с этим»|«Мы идём все вперёд»"},
		"one within":           {"«Наш завод «Рассвет» готов», – сказал Иван.", "«Наш завод «Рассвет» готов»"},
		"other marks within":   {"«Наш завод „Рассвет“ готов», – сказал Иван.", "«Наш завод „Рассвет“ готов»"},
		"English":              {"“We agree with this,” said Ann.", ""},
		"English with a dash":  {"“We agree with this” – said Ann.", "“We agree with this”"},
		"straight":             {`"We agree with this." Ann said.`, `"We agree with this."`},
		"not closed":           {"Иван сказал: «Мы согласны с этим", "«Мы согласны с этим"},
		"closing without open": {"Мы согласны с этим», – сказал Иван.", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := release.Release{Lead: tt.text}
			for _, where := range []release.Release{r, {Blocks: []release.Block{{Kind: release.Paragraph, Text: tt.text}}}} {
				var got []string
				for _, q := range quotations(where) {
					got = append(got, q.text)
					if strings.Contains(q.attribution, q.text) || !says(q.attribution) {
						t.Errorf("beside it stands %q", q.attribution)
					}
				}
				if strings.Join(got, "|") != tt.want {
					t.Errorf("got %q", got)
				}
			}
		})
	}
	for _, verb := range strings.Fields("сказал говорит заявила отметил отмечает подчеркнул подчеркивает сообщила добавил напомнил указал пояснила " +
		"констатировал выразил призвала ответил обратил предложил считает убеждён said says told added noted stressed emphasised stated called recalled remarked") {
		if !says("Иван " + verb + " это") {
			t.Errorf("%s is no verb of saying", verb)
		}
	}
	if says("Иван несказанно рад") {
		t.Error("a word only holds a verb of saying")
	}
	block := release.Release{Blocks: []release.Block{{Kind: release.Quotation, Text: "Да.", Speaker: "Иван Пробный"}, {Kind: release.Paragraph, Text: "Нет."}}}
	if got := quotations(block); len(got) != 1 || got[0] != (quotation{"Да.", "Иван Пробный"}) {
		t.Errorf("got %+v", got)
	}
}

func TestWithoutLeavesASpace(t *testing.T) {
	if got := without("а«б»в«г»", [][2]int{{2, 8}, {10, 16}}); got != "а в " {
		t.Errorf("got %q", got)
	}
}

func TestFirstRunes(t *testing.T) {
	for n, want := range []string{"", "а", "аб", "абв", "абв"} {
		if got := firstRunes("абв", n); got != want {
			t.Errorf("%d: got %q", n, got)
		}
	}
}

// A fingerprint is of the words, and a text of a few has none.
func TestFingerprints(t *testing.T) {
	of := func(headline, lead string) int64 {
		_, mark := WordsOf(release.Release{Headline: headline, Lead: lead})
		return mark
	}
	const headline, lead = "Совет принял план", "Он обсудил дороги, мосты и школы."
	if of(headline, lead) <= 0 || of(headline, lead) != of("СОВЕТ принял: «план»!", "Он обсудил дороги – мосты и школы") {
		t.Error("marks and capitals make another text")
	}
	if of(headline, lead) == of(headline, lead+" И всё.") || of(headline, lead) == of("Совет принял два", lead) {
		t.Error("another word makes no other text")
	}
	for n, text := range []string{"", "а", "а б", "а б в", "а б в г", "а б в г д", "а б в г д е", "а б в г д е ж", "а б в г д е ж з", "а б в г д е ж з и"} {
		if got := of("", text) != 0; got != (n >= 8) {
			t.Errorf("%d words: %t", n, got)
		}
	}
}

// What a release says is found in the column that it belongs to.
func TestWordsOf(t *testing.T) {
	in, _ := WordsOf(release.Release{
		Headline: "Заголовок", Subheadline: "Под", Lead: "Лид", Place: "Бишкек", Number: "14-с", Notes: "Заметка", Boilerplate: "Справка", Tags: []string{"визит", "два слова"},
		Status: release.Issued, Kind: release.Meeting, Template: "visit-2", Language: "ru",
		Blocks:   []release.Block{{Kind: release.Paragraph, Text: "«Мы согласны с этим», – сказал Иван."}, {Kind: release.Quotation, Text: "Речь", Speaker: "Анна"}, {Kind: release.Picture, Text: "Подпись", Author: "Мария", Alternative: "Зал"}},
		Contacts: []release.Contact{{Name: "Пётр", Post: "секретарь", Organisation: "Совет", Email: "a@b.example"}},
	})
	for name, tt := range map[string]struct{ got, want string }{
		"headline": {in.Headline, "заголовок "},
		"text":     {in.Text, "лид мы согласны с этим сказал иван речь подпись под анна мария зал справка заметка бишкек 14 с визит два слова петр секретарь совет a b example "},
		"speakers": {in.Speakers, "анна сказал иван "},
		"place":    {in.Place, "бишкек "},
		"tags":     {in.Tags, "визит два слова "},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %q", name, tt.got)
		}
	}
}

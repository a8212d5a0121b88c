package proof

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
)

// Findings stand in the order of the page, those of one place by their start.
func TestTheOrderOfThePage(t *testing.T) {
	r := release.Release{
		Headline: "XXX и XXX «", Subheadline: "XXX", Place: "XXX", Lead: "XXX, «ххх", Boilerplate: "XXX", Tags: []string{"XXX", "XXX"}, Leftovers: []string{"2024-09-11"},
		Blocks:   []release.Block{{Kind: release.Quotation, Text: "XXX", Speaker: "XXX"}, {Kind: release.Paragraph, Text: "«XXX"}},
		Contacts: []release.Contact{{Post: "XXX", Organisation: "XXX", Name: "XXX"}},
		Repairs:  []release.Repair{{Code: DateGlued, Text: "x"}},
	}
	r.Date, _ = release.NewDate(2024, 9, 11)
	var got []string
	for _, f := range Check(r, Params{}) {
		got = append(got, fmt.Sprintf("%s%s:%d", where(f), map[bool]string{true: fmt.Sprint(f.Index)}[f.Index >= 0], f.Start))
	}
	want := "repairs:0 headline:0 headline:6 headline:10 subheadline:0 date:0 place:0 lead:0 lead:5 lead:6 blocks0:0 speaker0:0 blocks1:0 blocks1:0 blocks1:1 boilerplate:0 tags:0 tags:0 contacts:0 contacts:0 contacts:0 contacts:0"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

// Blanks and numbers that look like them, letter by letter.
func TestWhatIsLeftToFill(t *testing.T) {
	for text, want := range map[string]string{
		"XX": "", "XXX": "XXX", "XXXX": "XXXX", "ХХХ": "ХХХ", "ххх": "ххх", "xxx": "xxx", "Xxx": "", "хх": "",
		"aXXX": "", "XXXa": "", "аXXX": "", "1XXX": "XXX", "XXX1": "XXX", "-XXX-": "XXX", "/XXX": "", ".XXX": "", "@XXX": "", ":XXX": "XXX",
		"XXX-й": "", "XXX-ый": "", "XXX-летие": "", "ХХХ-хх": "ХХХ", "XXX век": "", "XXX\u00a0столетие": "", "XXX летних": "", "XXX зимние": "", "XXX олимпиада": "", "XXX сессия": "", "XXX сессии": "",
		"XXX съезд": "", "XXX форум": "", "XXX конгресс": "", "XXX фестиваль": "", "XXX century": "", "XXX Olympics": "", "XXX congress": "", "XXX session": "", "XXX рублей": "XXX", "XXX сессией": "XXX", "XXX–летие": "",
		"__": "", "___": "___", "а___": "___", strings.Repeat("_", 19): strings.Repeat("_", 19), strings.Repeat("_", 20): "", strings.Repeat("_", 20) + " а": strings.Repeat("_", 20), "а " + strings.Repeat("_", 20): strings.Repeat("_", 20),
		"а\n" + strings.Repeat("_", 20) + "\nб": "", "а\n" + strings.Repeat("_", 19) + "\nб": strings.Repeat("_", 19),
		"??": "", "???": "???", " ????": "????", "а???": "", "1???": "", "»???": "???",
		"TK": "TK", "TKTK": "TKTK", "TKT": "", "TTK": "", "T": "", "ATK": "", "TKA": "", "1TK": "", "TK1": "", "TK-1": "", "TK.": "TK", "(TK)": "TK", "TK Sample": "", "TK sample": "TK", "TKTK Sample": "TKTK", "TK  Sample": "TK",
		"TBD": "TBD", "TBC.": "TBC", "TBA": "TBA", "TBE": "", "TBDs": "", "TBC Bank": "", "TBC bank": "TBC", "ATBD": "", "Lorem ipsum dolor": "Lorem ipsum", "lorem ipsumque": "", "valorem ipsum": "", "lorem": "",
		"%NAME%": "%NAME%", "%ИМЯ_1%": "%ИМЯ_1%", "5% и 6%": "", "%a%": "", "%NAME": "", "__.09.2024": "__", "«__» сентября": "__", "\"__\"": "__", "__.": "", "__ ": "",
		"<ФИО>": "<ФИО>", "<имя, должность>": "<имя, должность>", "<уточнить>": "<уточнить>", "<b>": "", "a < имя > b": "< имя >", "<имя]": "", "[имя>": "",
		"(уточнить!)": "(уточнить!)", "(уточнить у Анны)": "(уточнить у Анны)", "(уточнительный)": "", "(ФИО, должность)": "(ФИО, должность)", "(ФИО)": "(ФИО)", "(ФИО директора)": "(ФИО директора)", "(ФИО главы района)": "(ФИО главы района)", "(ФИО Директора)": "", "Заявки (ФИО участника) ждут. Да": "", "Ждут заявок. Да (ФИО автора)": "(ФИО автора)", "(дата)": "", "(TBC)": "(TBC)", "(insert)": "",
		"!!!проверить!!!": "!!!проверить!!!", "!! цифры !!": "!! цифры !!", "Ура!!!Ура!!!": "", "Ура!!!": "", "!!! ": "", "!!!а!б!!!": "", "за ……… рублей": "………", "……": "……", "…": "", "да………": "", "… … …": "",
		"{a}": "{a}", "{a.b.c}": "{a.b.c}", "{имя_1}": "{имя_1}", "{}": "", "{a b}": "", "{a.}": "", "{.a}": "", "{a": "", "{{a}}": "{a}", "{" + strings.Repeat("a", 299) + "}": "",
		"[дата]": "[дата]", "[ДАТА]": "[ДАТА]", "[ дата ]": "[ дата ]", "[имя, фамилия]": "[имя, фамилия]", "[имя/фамилия]": "[имя/фамилия]", "[имя фамилия]": "[имя фамилия]", "[имя и фамилия]": "[имя и фамилия]", "[имя да фамилия]": "", "[даты]": "",
		"[уточнить]": "[уточнить]", "[уточните сумму]": "[уточните сумму]", "[указать]": "[указать]", "[укажите]": "[укажите]", "[заполнить]": "[заполнить]", "[вставьте]": "[вставьте]", "[insert]": "[insert]", "[fill in]": "[fill in]", "[to be confirmed]": "[to be confirmed]",
		"[TBC]": "[TBC]", "[tbd]": "[tbd]", "[TK]": "[TK]", "[name]": "[name]", "[date of birth]": "", "[1]": "", "[вставить\nцитату]": "", "[вставить": "", "[]": "",
	} {
		var got []string
		for _, f := range by(PlaceholderLeft, passage{TextID: release.TextID{Field: release.LeadField}, index: -1, text: text}) {
			got = append(got, f.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for _, name := range strings.Split(blank, "|") {
		text := "Сказал [" + name + "]."
		if found := by(PlaceholderLeft, passage{text: text}); len(found) != 1 || found[0].Start != 7 || found[0].End != 9+len([]rune(name)) || found[0].Level != Blocks || found[0].Code != PlaceholderLeft {
			t.Errorf("%s: %+v", text, found)
		}
	}
}

// A letter that could not be read is told with its word, each once.
func TestLettersThatCouldNotBeRead(t *testing.T) {
	for text, want := range map[string]string{
		"Кафе": "", "в Caf\ufffd.": "2–7 Caf\ufffd.", "\ufffd\ufffdа \ufffd": "0–3 \ufffd\ufffdа|4–5 \ufffd", "а\u00a0\ufffdб\nв": "2–4 \ufffdб",
	} {
		var got []string
		for _, f := range by(LetterUnread, passage{text: text}) {
			got = append(got, fmt.Sprintf("%d–%d %s", f.Start, f.End, f.Text))
			if f.Level != Blocks || f.Code != "letter-unread" {
				t.Errorf("%+v", f)
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if found := Check(release.Release{Lead: "Caf\ufffd"}, Params{}); !slices.ContainsFunc(found, func(f Finding) bool { return f.Code == LetterUnread }) {
		t.Errorf("%+v", found)
	}
}

func TestWhatIsGlued(t *testing.T) {
	for text, want := range map[string]string{
		"26.10.2021В": "26.10.2021В", "1.1.2021Я": "1.1.2021Я", "31.12.1999Я": "31.12.1999Я", "32.10.2021В": "", "26.13.2021В": "", "26.10.1821В": "", "26.10.2121В": "", "0.10.2021В": "", "26.0.2021В": "",
		"26.10.202126 октября": "26.10.202126 октября", "26.10.202126октября": "26.10.202126октября", "26.10.202110:30": "26.10.202110:30", "26.10.202110.30": "26.10.202110.30", "26.10.20219:30": "26.10.20219:30",
		"26.10.2021г.": "", "26.10.2021гг.": "", "26.10.2021год": "", "26.10.2021года": "", "26.10.2021году": "", "26.10.2021годы": "26.10.2021годы", "26.10.2021 года": "", "26.10.2021": "", "26.10.2021.": "", "26.10.2021, в": "",
		"26.10.2021В и 27.10.2021Г": "26.10.2021В|27.10.2021Г", "1.26.10.2021В": "", "126.10.2021В": "", "а26.10.2021В": "26.10.2021В",
	} {
		var got []string
		for _, f := range by(DateGlued, passage{text: text}) {
			got = append(got, f.Text)
			if f.Level != Blocks || f.Code != DateGlued || string([]rune(text)[f.Start:f.End]) != f.Text {
				t.Errorf("%s: %+v", text, f)
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// Names, numbers and dates of a text, a run of words each.
func TestFactsOfAText(t *testing.T) {
	for text, want := range map[string]string{
		"": "",
		"Встреча прошла хорошо.":                "", // a capital that begins a sentence says nothing
		"Иван Пробный прибыл.":                  "Иван Пробный",
		"Вчера Иван прибыл.":                    "Вчера Иван",
		"вчера Иван прибыл.":                    "Иван",
		"прибыли Иван, Пётр и Анна.":            "Иван|Пётр|Анна",
		"прибыли Иван; Пётр: Анна, (Олег) там.": "Иван|Пётр|Анна|Олег",
		"он сказал «Рассвет» и ушёл":            "Рассвет",
		"Прибыл. Иван Пробный ушёл. Иван там":   "Иван Пробный",
		"Прибыл! Иван ушёл? Пётр там":           "",
		"11 сентября 2024 года в Бишкеке":       "11 сентября 2024 года|Бишкеке",
		"с 11 сентября 2024 г. по май":          "11 сентября 2024 г|май",
		"лучшего года не было":                  "",
		"21 вопрос и 5,5 процента":              "21|5,5",
		"в МИД и ОДКБ":                          "МИД|ОДКБ",
		"– Иван там":                            "", // after a dash a sentence begins
		"там Иван":                              "Иван",
		"вице-премьер Иван Пробный-Озерский":    "Иван Пробный-Озерский",
		"Иван": "",
		"В Бишкеке тихо. На Кубе жарко.": "Бишкеке|Кубе",
	} {
		if got := strings.Join(facts(text), "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for _, word := range strings.Fields("в во на с со из о об при к ко по у за от до для под над после in on at by from the") {
		text := strings.ToUpper(word[:len(string([]rune(word)[:1]))]) + word[len(string([]rune(word)[:1])):] + " Бишкек пришли"
		if got := strings.Join(facts(text), "|"); got != "Бишкек" {
			t.Errorf("%s: %q", text, got)
		}
		if got := strings.Join(facts("вот "+word+" Бишкек"), "|"); got != "Бишкек" {
			t.Errorf("вот %s: %q", word, got)
		}
	}
}

// A leftover is found where it is words of its own, once, at its place.
func TestWhereALeftoverStands(t *testing.T) {
	for name, tt := range map[string]struct {
		text, words string
		want        int // bytes; -1 where it is not there
	}{
		"alone": {"Минск", "Минск", 0}, "within": {"в Минск!", "Минск", 3}, "part of a word": {"Минская", "Минск", -1}, "end of a word": {"Заминск", "минск", -1}, "later": {"Минская и Минск", "Минск", 18},
		"a number": {"13 мая", "3 мая", -1}, "a number alone": {"3 мая", "3 мая", 0}, "with a figure behind": {"3 мая1", "3 мая", -1}, "twice in a word": {"МинскМинск Минск", "Минск", 21}, "none": {"текст", "Минск", -1},
	} {
		if got := indexOfWords(tt.text, tt.words); got != tt.want {
			t.Errorf("%s: at %d", name, got)
		}
	}
	r := sound()
	r.Leftovers = []string{"Пробном", "Минск", "2023-01-01"}
	r.Blocks[0].Text = "Стороны в Пробном."
	var got []string
	for _, f := range Check(r, Params{}) {
		got = append(got, fmt.Sprintf("%s %s %d %d–%d %s %s", f.Code, where(f), f.Index, f.Start, f.End, f.Text, f.Level))
	}
	if want := []string{"leftover headline -1 10–17 Пробном block"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	all := Leftovers(release.Release{Place: "Бишкек", Headline: "В Бишкек", Lead: "в Бишкек", Boilerplate: "в Минск", Notes: "в Минск", Tags: []string{"в Минск"}, Subheadline: "в Ош", Blocks: []release.Block{{Kind: release.Quotation, Text: "в Сочи", Speaker: "речь Анны"}}})
	if strings.Join(all, "|") != "Бишкек|Ош|Сочи|Анны" {
		t.Errorf("got %q", all)
	}
}

func TestEndsOfTexts(t *testing.T) {
	for text, want := range map[string]bool{
		"Да.": true, "Да!": true, "Да?": true, "Да…": true, "«Да»": true, "„Да“": true, "“Yes”": true, `"Да"`: true, "Да.)": true, "Да.]": true, "Да.*": true, "<b>Да.>": true, "(да)": true, " (да) ": true, "Да. \n": true,
		"Да": false, "Да,": false, "Да:": false, "(да": false, "да)": false, "": false, "Да;": false,
	} {
		if got := isEnded(text); got != want {
			t.Errorf("%q is ended: %t", text, got)
		}
	}
	for text, want := range map[string]bool{
		"###": true, "***": true, "– 30 –": true, "": true, "11.09.2024": true, " 11 сентября 2024 года ": true, "Подробнее: https://council.example": true, "см. www.council.example": true, "press@council.example": true,
		"@council": true, "Пресс-служба Совета": true, "Пресс-служба совета": true, "Пресс-служба": true, "Версия для печати": true, "Стороны обсудили планы": false, "Иван Пробный и Пётр Образцов": true, "Ministry of the Sample": true, "Ministry with Sample": false, "Ministry of Sample": true, "«Совет» (Бишкек)": true,
		"А Б В Г Д Е Ж З И К": true, "А Б В Г Д Е Ж З И К Л": false, "Пресс-служба Совета.": true, "Стороны обсуд": false, "11 сентября": false,
	} {
		if got := isAppended(text); got != want {
			t.Errorf("%q is put below: %t", text, got)
		}
	}
	for text, want := range map[string]string{"раз два": "два", "раз": "раз", "": "", "раз\u00a0два": "два", "раз\nдва": "два"} {
		if got := lastWord(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// The words told of a mark are those behind it, thirty letters at most.
func TestWhatIsToldOfAMark(t *testing.T) {
	for text, want := range map[string]string{
		"Он: «раз": "«раз", "«" + strings.Repeat("а", 29): "«" + strings.Repeat("а", 29), "«" + strings.Repeat("а", 30): "«" + strings.Repeat("а", 29), "«" + strings.Repeat("а", 28) + " б": "«" + strings.Repeat("а", 28),
	} {
		found := by(QuotesUnbalanced, passage{TextID: release.TextID{Field: release.HeadlineField}, index: -1, text: text})
		if len(found) != 1 || found[0].Other != want || found[0].End != found[0].Start+1 || found[0].Level != Warns {
			t.Errorf("%s: %+v", text, found)
		}
	}
}

// Marks of every sort beside letters, spaces and each other.
func TestMarksOfEverySort(t *testing.T) {
	for text, want := range map[string]string{
		`Он "раз" и "два".`: "", `Он "раз и "два" три".`: "", `"Раз`: "0", `раз"`: "3", `раз "`: "4", `"`: "0", `""`: "", `" раз "`: "", `5" трубы`: "", `Дом 5" и 6".`: "", `"Дом 5" и всё.`: "", `Труба ("раз")`: "",
		`сказал:"раз"`: "", `раз–"два"–три`: "", `раз"два"`: "", `раз"два`: "3",
		"“Раз”": "", "“Раз“": "", "„Раз“": "", "„Раз”": "", "”Раз”": "", "”Раз": "0", "раз”": "3", "“Раз “два” три”": "", "„Раз „два“ три“": "", "“раз": "0", "раз“ два": "3",
		"«Раз»": "", "»Раз«": "0 4", "«Раз”": "0 4", "«Раз„ два“»": "", "««Раз»»": "", "««Раз»": "", "«Раз»»": "5",
		"«Завод «Рассвет» вырос": "", "«Завод, «Рассвет» вырос": "0", "«Завод. «Рассвет» вырос": "0", "«Завод и «Рассвет» вырос": "0", "«Завод или «Рассвет» вырос": "0", "«Works and «Dawn» grew": "0",
		"«" + strings.Repeat("а", 38) + " «Рассвет» вырос": "", "«" + strings.Repeat("а", 39) + " «Рассвет» вырос": "0", "«" + strings.Repeat("а", 60) + " «Рассвет», – да": "", "«" + strings.Repeat("а", 60) + " «Рассвет».": "", "«" + strings.Repeat("а", 60) + " «Рассвет» — да": "", "«" + strings.Repeat("а", 60) + " «Рассвет» - да": "",
		"«" + strings.Repeat("а", 60) + " «Рассвет» и": "0",
	} {
		var got []string
		for _, f := range by(QuotesUnbalanced, passage{TextID: release.TextID{Field: release.HeadlineField}, index: -1, text: text}) {
			got = append(got, fmt.Sprint(f.Start))
		}
		slices.Sort(got)
		if strings.Join(got, " ") != want {
			t.Errorf("%s: alone %v, want %s", text, got, want)
		}
	}
}

// A quotation runs through paragraphs, lists and the lead, but through no heading.
func TestQuotationsThatRunOn(t *testing.T) {
	lead := func(text string) passage {
		return passage{TextID: release.TextID{Field: release.LeadField}, index: -1, kind: release.Paragraph, text: text}
	}
	block := func(n int, kind release.BlockKind, text string) passage {
		return passage{TextID: release.TextID{Field: release.BlocksField}, index: n, kind: kind, text: text}
	}
	for name, tt := range map[string]struct {
		texts []passage
		want  string
	}{
		"lead to block":        {[]passage{lead("Он: «Раз."), block(0, release.Paragraph, "Два».")}, ""},
		"through a list":       {[]passage{lead("Он: «Раз."), block(0, release.List, "раз\nдва"), block(1, release.Paragraph, "Три».")}, ""},
		"not by a heading":     {[]passage{lead("Он: «Раз."), block(0, release.Subheading, "Два»")}, "blocks:3 lead:4"},
		"past a heading":       {[]passage{lead("Он: «Раз."), block(0, release.Subheading, "Два"), block(1, release.Paragraph, "Три».")}, ""},
		"not by the footer":    {[]passage{lead("Он: «Раз."), {TextID: release.TextID{Field: release.BoilerplateField}, index: -1, kind: release.Paragraph, text: "Два»."}}, "boilerplate:3 lead:4"},
		"reopened with spaces": {[]passage{lead("«Раз."), block(0, release.Paragraph, " «Два».")}, ""},
		"closed, then again":   {[]passage{lead("«Раз»."), block(0, release.Paragraph, "«Два».")}, ""},
		"reopened by others":   {[]passage{lead("«Раз."), block(0, release.Paragraph, "“Два” и всё».")}, ""},
		"reopened, then not":   {[]passage{lead("«Раз."), block(0, release.Paragraph, "Два."), block(1, release.Paragraph, "«Три».")}, "lead:0"},
	} {
		var got []string
		for _, f := range by(QuotesUnbalanced, tt.texts...) {
			got = append(got, fmt.Sprintf("%s:%d", where(f), f.Start))
		}
		slices.Sort(got)
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestRepairsAreTold(t *testing.T) {
	found := repairs(release.Release{Repairs: []release.Repair{{Code: "a", Text: "x"}, {Code: "b", Text: "y"}}})
	if len(found) != 2 || found[0] != (Finding{Code: "a", Level: Hints, TextID: release.TextID{Field: release.RepairsField}, Index: -1, Text: "x", Repaired: release.Repair{Code: "a", Text: "x"}}) || found[1].Code != "b" {
		t.Errorf("got %+v", found)
	}
	for f, want := range map[Finding]string{{Code: "a", Level: Hints}: "finding-a", {Code: DateGlued, Level: Warns}: "finding-date-glued", OfRepair(release.Repair{Code: DateGlued}): "finding-date-glued-repaired"} {
		if name, _ := f.Fact(); name != want {
			t.Errorf("%+v: %s", f, name)
		}
	}
	codes := strings.Join([]string{HeadlineMissing, LeadMissing, ContactMissing, PlaceholderLeft, DateGlued, QuotesUnbalanced, TextCutOff, Leftover, string(Blocks), string(Warns), string(Hints)}, " ")
	if codes != "headline-missing lead-missing contact-missing placeholder-left date-glued quotes-unbalanced text-cut-off leftover block warning hint" {
		t.Errorf("scripts rely on other codes than %s", codes)
	}
}

// Every text that is checked has its place in the order of the page: a new one is named
// in fieldsDown.
func TestEveryFieldHasItsPlaceOnThePage(t *testing.T) {
	r := release.New("ru")
	r.Tags, r.Contacts = []string{"тег"}, []release.Contact{{Name: "Анна"}}
	for _, p := range passages(r) {
		if !slices.Contains(fieldsDown, p.Field) {
			t.Errorf("fieldsDown lacks %s: its findings would come first", p.Field)
		}
	}
}

// by is what one check finds in texts.
func by(code string, texts ...passage) []Finding {
	rules := Rules()
	rule := &rules[slices.IndexFunc(rules, func(r Rule) bool { return r.Code == code })]
	out := report{rule: rule}
	w := whole{}
	for _, p := range texts {
		p.parse()
		w.texts = append(w.texts, &p)
		if rule.text != nil {
			rule.text(&p, &out)
		}
	}
	if rule.whole != nil {
		rule.whole(&w, &out)
	}
	return out.all()
}

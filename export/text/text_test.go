package text

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"communique/assets/languages"
	"communique/assets/translations"
	"communique/editor/release"
	"communique/export/exporttest"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"soft hyphen", "пере\u00adнос", "перенос"},
		{"tab", "а\tб", "а б"},
		{"direction of writing", "a\u202eb\u200fc\u061cd", "abcd"},
		{"no width", "а\u200bб\u2060в\ufeff", "абв"},
		{"controls", "а\x00б\x1b[1mв\x7fг\u009fд", "аб[1mвгд"},
		{"line breaks", "а\nб\vв\fг\rд\r\nе\u0085ё\u2028ж\u2029з", "а\nб\nв\nг\nд\nе\nё\nж\nз"},
		{"isolates", "а\u2066б\u2067в\u2068г\u2069д", "абвгд"},
		{"operators that cannot be seen", "а\u2061б\u2064в", "абв"},
		{"joiners of old", "а\u034fб\u180eв", "абв"},
		{"annotations", "а\ufff9б\ufffbв", "абв"},
		{"no characters", "а\ufffe\ufdd0\U0010ffffб", "аб"},
		{"no UTF-8", "а\xffб", "а\ufffdб"},
		{"tags", "а\U000e0041б", "аб"},
		{"a joiner of nothing", "а\u200dб\u200cв", "абв"},
		{"what is no joiner after an emoji", "👍\u00ad\u202eа", "👍а"},
		{"what is no joiner after Arabic", "خ\u200fآ", "خآ"},
		{"a joiner after a joiner", "👨\u200d\u200d👩", "👨\u200d👩"},
		{"joiners of Persian", "می\u200cخواهم", "می\u200cخواهم"},
		{"the sign of a year", "\u0601٢", "\u0601٢"},
		{"no-break spaces stay", "5\u00a0₸", "5\u00a0₸"},
		{"emoji stay", "👨\u200d👩 👩🏽\u200d🔬 ❤\ufe0f\u200d🔥", "👨\u200d👩 👩🏽\u200d🔬 ❤\ufe0f\u200d🔥"},
		{"ends", " \t а \n", "а"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Clean(c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestLines(t *testing.T) {
	const messy = " раз\v\u00ad\f два\t \n\n  три"
	if got := Lines(messy); !slices.Equal(got, []string{"раз", "два", "три"}) {
		t.Errorf("got %q", got)
	}
	if got := OneLine(messy); got != "раз два три" {
		t.Errorf("got %q", got)
	}
	if got := Lines("\u200b \n"); got != nil {
		t.Errorf("got %q", got)
	}
}

func TestUnreadFieldsArePrinted(t *testing.T) {
	for _, c := range []struct{ name, language, embargo, want string }{
		{"as typed", "ru", "11.09.2027  12:00", "ЭМБАРГО: 11.09.2027  12:00"},
		{"in English", "en", "tomorrow\nnoon", "EMBARGO: tomorrow noon"},
		{"a line of a paper", "ru", "Под эмбарго до вечера", "Под эмбарго до вечера"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := release.New(c.language)
			r.Place = "Бишкек"
			r.Unread = []release.Unread{{Field: release.EmbargoField, Text: c.embargo}, {Field: release.DateField, Text: "31.06.2024"}}
			if got := Embargo(r, translations.Printed(r.Language)); got != c.want {
				t.Errorf("got %q", got)
			}
			if got := Dateline(r); got != "Бишкек, 31.06.2024" {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestDatelineHasTheCommaOfItsLanguage(t *testing.T) {
	for language, want := range map[string]string{
		"ru": "Бишкек, 11 сентября 2026 года", "ar": "القاهرة، 11 سبتمبر 2026", "zh": "北京，2026年9月11日",
	} {
		r := release.New(language)
		r.Date = release.Date{Year: 2026, Month: 9, Day: 11}
		r.Place, _, _ = strings.Cut(want, strings.TrimSpace(languages.Comma(language)))
		if got := Dateline(r); got != want {
			t.Errorf("%s: %q", language, got)
		}
		if r.Date = (release.Date{}); Dateline(r) != r.Place {
			t.Errorf("%s: a place alone is %q", language, Dateline(r))
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name  string
		line  line
		width int
		want  string
	}{
		{"at spaces", line{text: "раз два три"}, 7, "раз два\nтри"},
		{"not at a no-break space", line{text: "в 5\u00a0часов"}, 5, "в\n5\u00a0часов"},
		{"a long word stands alone", line{text: "а сотрудничество б"}, 5, "а\nсотрудничество\nб"},
		{"an item hangs", line{"– ", "раз два три"}, 7, "– раз\n  два\n  три"},
		{"a dash does not stand alone", line{"— ", "сотрудничество"}, 5, "— сотрудничество"},
		{"an item as wide as it is", line{"– ", "раз два"}, 9, "– раз два"},
		{"marks take no room", line{text: "за\u0301мок да"}, 8, "за\u0301мок да"},
		{"joiners take no room", line{text: "👨\u200d👩 да"}, 5, "👨\u200d👩 да"},
		{"spaces are one", line{text: "раз   два"}, 7, "раз два"},
		{"as wide as it is", line{text: "раз два"}, 7, "раз два"},
		{"one too wide", line{text: "раз два"}, 6, "раз\nдва"},
		{"nowhere", line{"– ", "раз   два"}, 0, "– раз   два"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(wrap(c.line, c.width), "\n"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestRenderWrapped(t *testing.T) {
	r := exporttest.Release(1, 3000)
	data, err := Render(r, Options{Width: 40})
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if n := length(strings.TrimSuffix(line, "\n")); n > 40 {
			t.Errorf("%d characters: %q", n, line)
		}
	}
	if !strings.Contains(string(data), "\n"+Rule[:40]+"\n") {
		t.Error("the rule is not as wide as the lines")
	}
}

func TestWindows1251(t *testing.T) {
	data, err := Render(release.Release{Status: release.Issued, Headline: "10\u202f000 − 5\u2011й"}, Options{Windows1251: true})
	if err != nil || string(data) != "10\xa0000 \x96 5-\xe9\n" {
		t.Errorf("got %q, %v", data, err)
	}
	if data, err = Render(release.Release{Status: release.Issued, Headline: "а\u2010б\u2011в\u2009г"}, Options{Windows1251: true}); err != nil || string(data) != "\xe0-\xe1-\xe2\xa0\xe3\n" {
		t.Errorf("got %q, %v", data, err)
	}
}

// The letters are named once each, and found by twenty letters on either side.
func TestWindows1251NamesTheLetters(t *testing.T) {
	for _, c := range []struct{ name, headline, letters, near string }{
		{"short", "В Қазақстане", "Ққ", "В Қазақстане"},
		{"long", "12345678901234567890123456 Ұ 234567890123456789012345 қ", "Ұқ", "8901234567890123456 Ұ 234567890123456789"},
		{"at the beginning", "Ұ", "Ұ", "Ұ"},
		{"twice", "Қазақ қауымы Қ", "Ққ", "Қазақ қауымы Қ"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Render(release.Release{Status: release.Issued, Headline: c.headline}, Options{Windows1251: true})
			var encoding *EncodingError
			if !errors.As(err, &encoding) || encoding.Letters != c.letters || encoding.Near != c.near {
				t.Fatalf("got %v", err)
			}
			name, args := encoding.Fact()
			if name != "text-encoding" || args["Letters"] != c.letters || args["Near"] != c.near || encoding.Error() != fmt.Sprintf("windows-1251 has no %q (near %q)", c.letters, c.near) {
				t.Errorf("got %s, %v, %v", name, args, encoding)
			}
		})
	}
}

func TestContact(t *testing.T) {
	kinds := []release.PhoneKind{release.Phone, release.Mobile, release.Fax, release.PhoneFax}
	for language, want := range map[string]string{
		"ru": "1|1 (моб.)|1 (факс)|1 (тел./факс)", "en": "1|1 (mobile)|1 (fax)|1 (phone/fax)", "": "1|1 (mobile)|1 (fax)|1 (phone/fax)",
	} {
		var lines []string
		for _, kind := range kinds {
			lines = append(lines, PhoneLine(release.PhoneNumber{Number: "1", Kind: kind}, translations.Printed(language)))
		}
		if got := strings.Join(lines, "|"); got != want {
			t.Errorf("%s: got %q", language, got)
		}
	}
	c := release.Contact{
		Name: " Пётр\nОбразцов", Post: "Пресс-секретарь", Organisation: "\u200b", Email: " press@council.example\n", Site: "совет.example",
		Phones: []release.PhoneNumber{{Number: "+7\n000"}, {Number: " "}, {Number: "по запросу"}},
	}
	want := []Linked{
		{"Пресс-секретарь Пётр Образцов", ""},
		{"+7 000", "tel:+7000"},
		{"по запросу", ""},
		{"press@council.example", "mailto:press@council.example"},
		{"совет.example", "https://xn--b1agzli.example"},
	}
	if got := LinkedLines(c, translations.Printed("ru")); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if got := ReachLines(c, translations.Printed("ru")); !slices.Equal(got, want[1:]) {
		t.Errorf("got %q", got)
	}
	if got := ContactLines(c, translations.Printed("ru")); !slices.Equal(got, []string{want[0].Text, want[1].Text, want[2].Text, want[3].Text, want[4].Text}) {
		t.Errorf("got %q", got)
	}
	if got := ContactLines(release.Contact{}, translations.Printed("ru")); got != nil {
		t.Errorf("got %q", got)
	}
}

// TestRender holds the whole text together: what is empty leaves no gap, and the
// rule stands over the first contact alone.
func TestRender(t *testing.T) {
	embargo, err := release.NewEmbargo(release.Date{Year: 2024, Month: 9, Day: 11}, 9, 5, "Asia/Bishkek")
	if err != nil {
		t.Fatal(err)
	}
	r := release.Release{
		Language: "ru", Status: release.Issued, Embargo: embargo, Headline: "Заголовок", Subheadline: "Под ним", Place: " Бишкек\n", Date: release.Date{Year: 2024, Month: 9, Day: 11},
		Lead: "Лид.\vДальше.", Boilerplate: "О нас.", Notes: "тайна",
		Blocks: []release.Block{
			{Kind: release.Paragraph, Text: "Абзац."},
			{Kind: release.Subheading, Text: "О сроках"},
			{Kind: release.List, Text: "раз\n \nдва слова"},
			{Kind: release.Quotation, Text: "Успеем.", Speaker: "Иван\nПробный"},
			{Kind: release.Quotation, Speaker: "Никто"},
			{Kind: release.Quotation, Text: "Без имени."},
			{Kind: release.Paragraph, Text: "\u200b"},
		},
		Contacts: []release.Contact{{}, {Name: "Пётр"}, {Name: "Анна", Email: "a@b.example"}},
	}
	for _, c := range []struct {
		name    string
		release release.Release
		options Options
		want    string
	}{
		{
			"whole", r,
			Options{},
			"ЭМБАРГО до 11 сентября 2024 года, 09:05, Бишкек, UTC+6\n\nЗаголовок\n\nПод ним\n\nБишкек, 11 сентября 2024 года\n\nЛид.\nДальше.\n\nАбзац.\n\n" +
				"О сроках\n\n– раз\n– два слова\n\n«Успеем».\n— Иван Пробный\n\n— Никто\n\n«Без имени».\n\nО нас.\n\n" + Rule + "\nПётр\n\nАнна\na@b.example\n",
		},
		{
			"narrow",
			release.Release{Status: release.Issued, Blocks: r.Blocks[2:4], Contacts: r.Contacts},
			Options{Width: 7, CRLF: true},
			"– раз\r\n– два\r\n  слова\r\n\r\n“Успеем.”\r\n— Иван\r\n  Пробный\r\n\r\n_______\r\nПётр\r\n\r\nАнна\r\na@b.example\r\n",
		},
		{"as narrow as can be", release.Release{Status: release.Issued, Contacts: r.Contacts[1:2]}, Options{Width: 1}, "_\nПётр\n"},
		{"wider than the rule", release.Release{Status: release.Issued, Contacts: r.Contacts[1:2]}, Options{Width: 99}, Rule + "\nПётр\n"},
		{"nothing", release.Release{Status: release.Issued}, Options{CRLF: true, Width: 3}, ""},
		{"in English", release.Release{Status: release.Issued, Embargo: release.Embargo{At: embargo.At}, Place: "Bishkek"}, Options{}, "EMBARGO until 11 September 2024, 09:05, UTC+6\n\nBishkek\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Render(c.release, c.options)
			if err != nil || string(got) != c.want {
				t.Errorf("got\n%s\nwant\n%s\n%v", got, c.want, err)
			}
		})
	}
	if got, want := Headline(release.Release{Headline: " а\u00ad\nб "}), "а б"; got != want {
		t.Errorf("got %q", got)
	}
	if got, want := Lead(release.Release{Lead: " а\u00ad\n\nб "}), "а\nб"; got != want {
		t.Errorf("got %q", got)
	}
}

func TestWebsite(t *testing.T) {
	r := release.Release{
		Headline: " За\u00adголовок ", Lead: "Лид.\n\n\n \nДальше. ", Subheadline: "нет", Boilerplate: "нет",
		Blocks:   []release.Block{{Kind: release.Paragraph, Text: "Абзац.\u200b  "}, {Kind: release.Paragraph, Text: "  "}},
		Contacts: []release.Contact{{Name: "Пётр Образцов", Email: "press@council.example"}},
	}
	if got, want := Website(r), "Заголовок\n\nЛид.\nДальше.\n\nАбзац."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := WebsiteWithFooter(r), Website(r)+"\n\nПётр Образцов\npress@council.example"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("раз два три — четыре", 5)
	f.Fuzz(func(t *testing.T, text string, width int) {
		text = OneLine(text)
		if text == "" { // no line is
			return
		}
		width = 1 + (width&0xff+0xff)%0xff
		lines := wrap(line{"– ", text}, width)
		if strings.Join(strings.Fields(strings.Join(lines, " ")), " ") != strings.Join(strings.Fields("– "+text), " ") {
			t.Fatalf("the words changed: %q", lines)
		}
		for i, got := range lines {
			if i > 0 && !strings.HasPrefix(got, "  ") {
				t.Fatalf("%q does not hang", got)
			}
			words := strings.FieldsFunc(got, func(r rune) bool { return r == ' ' })
			alone := len(words) == 1 || i == 0 && len(words) == 2
			if length(got) > width && !alone {
				t.Fatalf("%q is longer than %d", got, width)
			}
		}
	})
}

func BenchmarkRender(b *testing.B) {
	r := exporttest.Release(1, exporttest.OnePage)
	for b.Loop() {
		if _, err := Render(r, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestPrinted compares what is known of letters at a glance with what Unicode says.
func TestPrinted(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if printed(r) && (breaks(r) || r == '\t' || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Noncharacter_Code_Point)) {
			t.Errorf("%U is taken for a letter", r)
		}
	}
	for _, r := range "Aя й«»„“–—…№€ 1\u00a0" {
		if !printed(r) {
			t.Errorf("%U is not", r)
		}
	}
}

package text

import (
	"errors"
	"slices"
	"strings"
	"testing"

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
	data, err := Render(release.Release{Headline: "10\u202f000 − 5\u2011й"}, Options{Windows1251: true})
	if err != nil || string(data) != "10\xa0000 \x96 5-\xe9\n" {
		t.Errorf("got %q, %v", data, err)
	}
	_, err = Render(release.Release{Headline: "Қазақстан"}, Options{Windows1251: true})
	var encoding *EncodingError
	if !errors.As(err, &encoding) || encoding.Letters != "Ққ" {
		t.Errorf("got %v", err)
	}
}

func TestWebsite(t *testing.T) {
	r := release.Release{
		Headline: " За\u00adголовок ", Lead: "Лид.\n\n\n \nДальше. ", Subheadline: "нет", Boilerplate: "нет",
		Blocks:   []release.Block{{Text: "Абзац.\u200b  "}, {Text: "  "}},
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

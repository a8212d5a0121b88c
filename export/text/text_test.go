package text

import (
	"errors"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/exporttest"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"soft hyphen", "пере\u00adнос", "перенос"},
		{"direction of writing", "a\u202eb\u200fc\u061cd", "abcd"},
		{"no width", "а\u200bб\u2060в\ufeff", "абв"},
		{"controls", "а\x00б\x1b[1m\u0085в", "аб[1m\nв"},
		{"line separators", "а\u2028б\u2029в", "а\nб\nв"},
		{"no characters", "а\ufffe\U0010ffffб", "аб"},
		{"tags", "а\U000e0041б", "аб"},
		{"no-break spaces stay", "5\u00a0₸", "5\u00a0₸"},
		{"emoji stay", "👨\u200d👩", "👨\u200d👩"},
		{"ends", " \t а \n", "а"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Clean(c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name, text string
		width      int
		want       string
	}{
		{"at spaces", "раз два три", 7, "раз два\nтри"},
		{"not at a no-break space", "в 5\u00a0часов", 5, "в\n5\u00a0часов"},
		{"a long word stands alone", "а сотрудничество б", 5, "а\nсотрудничество\nб"},
		{"an item hangs", "– раз два три", 7, "– раз\n  два\n  три"},
		{"a dash does not stand alone", "— сотрудничество", 5, "— сотрудничество"},
		{"marks take no room", "за\u0301мок да", 8, "за\u0301мок да"},
		{"lines stay apart", "раз\n\nдва три", 4, "раз\n\nдва\nтри"},
		{"as wide as it is", "раз два", 7, "раз два"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wrap(c.text, c.width); got != c.want {
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
	f.Add("– раз два\nтри — четыре", 5)
	f.Fuzz(func(t *testing.T, text string, width int) {
		width = 1 + (width&0xff+0xff)%0xff
		got := wrap(text, width)
		if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(text), " ") {
			t.Fatalf("the words changed: %q", got)
		}
		for line := range strings.SplitSeq(got, "\n") {
			words := strings.FieldsFunc(line, func(r rune) bool { return r == ' ' })
			alone := len(words) == 1 || len(words) == 2 && length(words[0]) == 1
			if length(line) > width && !alone {
				t.Fatalf("%q is longer than %d", line, width)
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

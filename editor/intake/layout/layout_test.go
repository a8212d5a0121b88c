package layout_test

import (
	"strings"
	"testing"

	"communique/editor/intake/layout"
	"communique/editor/intake/layout/layouttest"
	"communique/editor/release"
)

func TestIsPicture(t *testing.T) {
	png := layouttest.PNG
	for name, tt := range map[string]struct {
		file string
		want bool
	}{
		"a PNG": {png, true}, "cut off": {png[:40], false}, "its head alone": {png[:8] + "IEND", false}, "a JPEG's head": {"\xff\xd8\xff\xe0\xff\xd9", false}, "GIF": {"GIF89a", false}, "nothing": {"", false},
		"a wall": {png[:16] + "\x00\x01\x00\x00\x00\x01\x00\x00" + png[24:], false},
	} {
		if layout.IsPicture([]byte(tt.file)) != tt.want {
			t.Errorf("%s: %t", name, !tt.want)
		}
	}
}

func TestAddress(t *testing.T) {
	for given, want := range map[string]struct {
		address string
		known   bool
	}{
		"https://a.example/b?c#d": {"https://a.example/b?c#d", true}, " http://a.example ": {"http://a.example", true}, "HTTPS://a.example": {"HTTPS://a.example", true}, "mailto:a@b.example?subject=c": {"mailto:a@b.example?subject=c", true},
		"": {"", true}, "#a": {"", true}, "tel:+7": {"", true},
		"javascript:alert(1)": {"", false}, "JAVASCRIPT:x": {"", false}, "file:///etc/passwd": {"", false}, "file://host/a": {"", false}, "ftp://a.example": {"", false}, "/news": {"", false}, "a.docx": {"", false}, "https:": {"https:", false}, "http:///a": {"http:///a", false}, "mailto:a": {"mailto:a", false},
		"https://a.example/Решение 5.pdf": {"https://a.example/Решение%205.pdf", true}, "https://a.example/b\n\t/c": {"https://a.example/b/c", true},
		"https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fb&data=05%7Canna%40b.example": {"https://a.example/b", true},
		"https://www.google.com/url?q=https://a.example/b%3Fc%3D1&sa=D&ust=1":                                        {"https://a.example/b?c=1", true}, "https://www.google.kg/url?url=https://a.example/": {"https://a.example/", true},
		"https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F&h=x": {"https://a.example/", true}, "https://vk.com/away.php?to=https%3A%2F%2Fa.example": {"https://a.example", true},
		"https://www.google.com/url?q=javascript:x": {"https://www.google.com/url?q=javascript:x", true}, "https://www.google.com/search?q=https://a.example": {"https://www.google.com/search?q=https://a.example", true}, "https://vk.com/club1": {"https://vk.com/club1", true},
		"https://a.example/b\u00a0c": {"", false}, "java\nscript:x": {"", false}, "data:text/html,x": {"", false}, "%zz": {"", false}, "\\\\server\\a": {"", false},
	} {
		address, known := layout.Address(given)
		if known != want.known || known && address != want.address {
			t.Errorf("%q: %q, %t", given, address, known)
		}
	}
}

func TestNumerals(t *testing.T) {
	for first, want := range map[string]string{
		"1": "1 2 26 27 4000 0", "a": "a b z aa 4000 0", "A": "A B Z AA 4000 0", "i": "i ii xxvi xxvii 4000 0", "I": "I II XXVI XXVII 4000 0", "а": "а б ы э 4000 0",
	} {
		var got []string
		for _, n := range []int{1, 2, 26, 27, 4000, 0} {
			got = append(got, layout.Numeral(n, first))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q", first, got)
		}
	}
	if got := layout.Raised("10") + layout.Raised("-6") + layout.Raised("а1") + layout.Raised("") + layout.Lowered("2") + layout.Lowered("n"); got != "¹⁰⁻⁶а1₂n" {
		t.Error(got)
	}
}

// Words become one text with marks: spaces once, marks at letters, accents on their letter.
func TestWriter(t *testing.T) {
	bold, italic, link := layout.Look{Bold: true}, layout.Look{Italic: true}, layout.Look{Address: "https://a.example"}
	for name, tt := range map[string]struct {
		write func(*layout.Writer)
		want  string
	}{
		"spaces": {func(w *layout.Writer) {
			w.Words("  раз ", layout.Look{})
			w.Words(" \t\n два  ", bold)
			w.Words(" три ", layout.Look{})
		}, "раз *два* три"},
		"bold over spaces":  {func(w *layout.Writer) { w.Words("раз", bold); w.Words(" ", layout.Look{}); w.Words("два ", bold) }, "*раз два*"},
		"bold with no word": {func(w *layout.Writer) { w.Words("раз", layout.Look{}); w.Words("  ", bold) }, "раз"},
		"hidden letters":    {func(w *layout.Writer) { w.Words("ра\u00adз\u200b", bold); w.Words("\ufeffдва\x00", italic) }, "*раз*/два/ invisible=4"},
		"an accent apart":   {func(w *layout.Writer) { w.Words("и", bold); w.Words("\u0306од", italic) }, "*й*/од/ invisible=1"},
		"a break at ends": {func(w *layout.Writer) {
			w.Break()
			w.Words("раз ", bold)
			w.Break()
			w.Words(" два", bold)
			w.Break()
		}, "*раз⏎два*"},
		"two breaks": {func(w *layout.Writer) {
			w.Words("раз", bold)
			w.Break()
			w.Words(" ", bold)
			w.Break()
			w.Words("два", bold)
		}, "*раз*|*два*"},
		"a link as it says": {func(w *layout.Writer) { w.Words("https://a.example", link); w.Words(" сайт", link) }, "[https://a.example сайт](https://a.example)"},
		"a link bare":       {func(w *layout.Writer) { w.Words("https://a.example", link) }, "https://a.example"},
		"an item's lines": {func(w *layout.Writer) {
			w.Words("раз", layout.Look{})
			w.Break()
			w.Words("два", layout.Look{})
			w.End(layout.Paragraph{Kind: layout.Item})
		}, "- раз два"},
		"words first":   {func(w *layout.Writer) { w.Words("раз", bold); w.First("1. ") }, "1. *раз*"},
		"a rule before": {func(w *layout.Writer) { w.Words("раз", bold); w.Rule(); w.Words(" два", layout.Look{}) }, "----|*раз* два"},
	} {
		t.Run(name, func(t *testing.T) {
			var w layout.Writer
			tt.write(&w)
			if got := layouttest.Write(w.Document()); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestWholly(t *testing.T) {
	mark := func(start, end int) []release.Mark {
		return []release.Mark{{Start: start, End: end, Style: release.Bold}, {Start: 0, End: 9, Style: release.Italic}}
	}
	for name, tt := range map[string]struct {
		text  string
		marks []release.Mark
		want  bool
	}{
		"all": {"раз два!", mark(0, 8), true}, "all but signs": {"«раз».", mark(1, 4), true}, "not the end": {"раз два", mark(0, 5), false}, "not the start": {"раз два", mark(1, 7), false}, "none": {"раз", nil, false}, "no letters": {"—", mark(0, 1), false},
	} {
		if layout.WhollyBold(tt.text, tt.marks) != tt.want {
			t.Errorf("%s: %t", name, !tt.want)
		}
	}
}

// TestBrokenWords are joined, and hyphens of the words themselves stay.
func TestBrokenWords(t *testing.T) {
	for line, want := range map[string]string{
		"на сле-|дующей": "на следующей", "пресс-|служба": "пресс-служба", "вице-|премьер": "вице-премьер", "Нур-|Султан": "Нур-Султан", "кто-|то": "кто-то", "слово|дело": "слово дело", "2024-|2025": "2024- 2025", "сло\u00ad|во": "слово", "a re-|lease": "a release", "раз\u2010|вития": "развития", "пресс\u2010|служба": "пресс\u2010служба", "план -|да": "план - да",
	} {
		first, second, _ := strings.Cut(line, "|")
		if got := layout.JoinLines(first, second); got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

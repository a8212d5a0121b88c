package text

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"communique/assets/translations"
	"communique/editor/release"
)

// drawn writes a text with its marks as signs around the words.
func drawn(l release.Line) string {
	var b strings.Builder
	for _, run := range release.Runs(l.Text, l.Marks) {
		words := run.Text
		if run.Italic {
			words = "/" + words + "/"
		}
		if run.Bold {
			words = "*" + words + "*"
		}
		if run.Address != "" {
			words = "[" + words + " " + run.Address + "]"
		}
		b.WriteString(words)
	}
	return b.String()
}

func mark(start, end int, style release.Style, address ...string) release.Mark {
	return release.Mark{Start: start, End: end, Style: style, Address: strings.Join(address, "")}
}

func TestMarked(t *testing.T) {
	for _, c := range []struct {
		name, text string
		marks      []release.Mark
		want       string
	}{
		{"none", " раз\u00ad два ", nil, "раз два"},
		{"bold", "раз два", []release.Mark{mark(0, 3, release.Bold)}, "*раз* два"},
		{"what goes before moves it", " \u00ad раз\u200b два", []release.Mark{mark(3, 7, release.Bold)}, "*раз* два"},
		{"half of what goes", "раз\u00ad\u00ad два", []release.Mark{mark(4, 9, release.Italic)}, "раз/ два/"},
		{"over lines", "раз \r\n\r\n два", []release.Mark{mark(0, 12, release.Bold)}, "*раз\nдва*"},
		{"the second line", "раз\r\nдва", []release.Mark{mark(5, 8, release.Bold)}, "раз\n*два*"},
		{"nothing left", "раз\u200b", []release.Mark{mark(3, 4, release.Bold)}, "раз"},
		{"a link", "на сайте", []release.Mark{mark(3, 8, release.Link, "council.example")}, "на [сайте https://council.example]"},
		{"mischief", "сюда", []release.Mark{mark(0, 4, release.Link, "javascript:alert(1)")}, "сюда"},
		{"bare", "см. https://a.example и b@c.example", nil, "см. [https://a.example https://a.example] и [b@c.example mailto:b@c.example]"},
		{"bare within a link", "https://a.example", []release.Mark{mark(8, 17, release.Link, "https://b.example")}, "https://[a.example https://b.example]"},
		{"bare and bold", "www.a.example да", []release.Mark{mark(0, 16, release.Bold)}, "[*www.a.example* https://www.a.example]* да*"},
		{"mischief over what is bare", "www.a.example", []release.Mark{mark(0, 13, release.Link, "data:x")}, "[www.a.example https://www.a.example]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := drawn(Marked(c.text, c.marks)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if got := drawn(MarkedOneLine(c.text, c.marks)); got != strings.ReplaceAll(c.want, "\n", " ") {
				t.Errorf("in one line: %q", got)
			}
		})
	}
	var lines []string
	for _, l := range MarkedLines("а\n\nбв", []release.Mark{mark(0, 4, release.Bold)}) {
		lines = append(lines, drawn(l))
	}
	if !slices.Equal(lines, []string{"*а*", "*б*в"}) || MarkedLines(" \n", nil) != nil {
		t.Errorf("got %q", lines)
	}
}

// TestAddressesStandInBrackets: once, and not where the words say them.
func TestAddressesStandInBrackets(t *testing.T) {
	for _, c := range []struct {
		text  string
		marks []release.Mark
		want  string
	}{
		{"на сайте и дальше", []release.Mark{mark(3, 8, release.Link, "https://совет.example/a")}, "на сайте (https://совет.example/a) и дальше"},
		{"на сайте", []release.Mark{mark(3, 8, release.Link, "https://a.example"), mark(4, 6, release.Bold)}, "на сайте (https://a.example)"},
		{"на\nсайте", []release.Mark{mark(0, 8, release.Link, "https://a.example")}, "на\nсайте (https://a.example)"},
		{"council.example", []release.Mark{mark(0, 15, release.Link, "https://council.example/")}, "council.example"},
		{"пишите", []release.Mark{mark(0, 6, release.Link, "mailto:a@b.example")}, "пишите (a@b.example)"},
		{"сюда", []release.Mark{mark(0, 4, release.Link, "javascript:x")}, "сюда"},
		{"https://a.example", nil, "https://a.example"},
		{"аб", []release.Mark{mark(0, 1, release.Link, "https://a.example"), mark(1, 2, release.Link, "https://b.example")}, "а (https://a.example)б (https://b.example)"},
	} {
		if got := Website(release.Release{Lead: c.text, LeadMarks: c.marks}); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestPictureInWords(t *testing.T) {
	for _, c := range []struct {
		name, language string
		picture        release.Block
		words, caption string
		alternative    string
	}{
		{
			"whole", "ru",
			release.Block{Text: "На сессии", Author: "Иван Пробный", Alternative: "Зал"},
			"Фото: На сессии. Иван Пробный\nНа снимке: Зал", "На сессии. Фото: Иван Пробный", "Зал",
		},
		{
			"in English", "en",
			release.Block{Text: "At the session.", Author: "John Sample", Alternative: "A hall"},
			"Photo: At the session. John Sample\nIt shows: A hall", "At the session. Photo: John Sample", "A hall",
		},
		{"caption", "ru", release.Block{Text: "На сессии"}, "Фото: На сессии", "На сессии", "На сессии"},
		{"author", "ru", release.Block{Author: "Иван\nПробный"}, "Фото: Иван Пробный", "Фото: Иван Пробный", "Фото"},
		{"alternative", "kk", release.Block{Alternative: "Зал"}, "Фото: Зал", "", "Зал"},
		{"nothing", "ru", release.Block{Text: "\u200b"}, "Фото", "", "Фото"},
		{"spaces behind a full stop", "ru", release.Block{Text: " На сессии. \n", Author: " Иван "}, "Фото: На сессии. Иван", "На сессии. Фото: Иван", "На сессии."},
		{"an ellipsis", "ru", release.Block{Text: "На сессии…", Author: "Иван"}, "Фото: На сессии… Иван", "На сессии… Фото: Иван", "На сессии…"},
		{"lines", "ru", release.Block{Text: "Раз\nдва", Author: "Иван"}, "Фото: Раз\nдва. Иван", "Раз\nдва. Фото: Иван", "Раз два"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.picture.Kind = release.Picture
			if got := Website(release.Release{Language: c.language, Blocks: []release.Block{c.picture}}); got != c.words {
				t.Errorf("got %q", got)
			}
			if got := Caption(c.picture, translations.Printed(c.language)).Text; got != c.caption {
				t.Errorf("caption %q", got)
			}
			if got := Alternative(c.picture, translations.Printed(c.language)); got != c.alternative {
				t.Errorf("alternative %q", got)
			}
		})
	}
	if got := Placeholder(release.Block{Alternative: "Зал\nи люди"}, translations.Printed("ru")) + Placeholder(release.Block{Text: "а"}, translations.Printed("en")); got != "[Фото: Зал и люди][Photo]" {
		t.Errorf("got %q", got)
	}
}

func TestBlocksInWords(t *testing.T) {
	table := release.Block{Kind: release.Table, Text: "Страна\tЧеловек\nАрмения\t1 200\t\n\t\nКазахстан и соседи\t5"}
	for _, c := range []struct {
		name  string
		width int
		block release.Block
		want  string
	}{
		{"numbers", 0, release.Block{Kind: release.List, First: 9, Text: "раз\n\nдва"}, "9. раз\n10. два"},
		{"numbers hang", 8, release.Block{Kind: release.List, First: 10, Text: "раз два"}, "10. раз\n    два"},
		{"rule", 0, release.Block{Kind: release.Rule}, "* * *"},
		{"columns", 0, table, "Страна              Человек\n------------------  -------\nАрмения             1 200\nКазахстан и соседи  5"},
		{"narrow columns", 20, table, "Страна       Человек\n-----------  -------\nАрмения      1 200\nКазахстан и  5\nсоседи"},
		{"too narrow", 12, table, "Страна:\nАрмения\nЧеловек: 1\n200\n\nСтрана:\nКазахстан и\nсоседи\nЧеловек: 5"},
		{"heads alone, too narrow", 3, release.Block{Kind: release.Table, Text: "Страна\tГод"}, "Страна\nГод"},
		{"one column", 0, release.Block{Kind: release.Table, Text: "а\nб"}, "а\n-\nб"},
		{"three columns", 0, release.Block{Kind: release.Table, Text: "аа\tб\tв\nг\tдд\tе"}, "аа  б   в\n--  --  -\nг   дд  е"},
		{"cells empty in between", 0, release.Block{Kind: release.Table, Text: "а\tб\tв\tг\nд\t\t\tе"}, "а  б  в  г\n-  -  -  -\nд        е"},
		{"the widest gives way", 15, release.Block{Kind: release.Table, Text: "раз два три чет\tпять ше"}, "раз     пять ше\nдва\nтри\nчет\n------  -------"},
		{"an empty cell", 0, release.Block{Kind: release.Table, Text: "а\tб\n\tв"}, "а  б\n-  -\n   в"},
		{"a row longer than the heads", 0, release.Block{Kind: release.Table, Text: "а\nб\tв"}, "а\n-  -\nб  в"},
		{"a line's end in a cell", 0, release.Block{Kind: release.Table, Text: "а\u2028б\tв"}, "а б  в\n---  -"},
		{"empty table", 0, release.Block{Kind: release.Table, Text: "\t\n\u200b"}, ""},
		{"link in a cell", 0, release.Block{Kind: release.Table, Text: "а\tб", Marks: []release.Mark{mark(2, 3, release.Link, "https://c.example")}}, "а  б (https://c.example)\n-  ---------------------"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Render(release.Release{Status: release.Issued, Blocks: []release.Block{c.block}}, Options{Width: c.width})
			if err != nil || strings.TrimSuffix(string(got), "\n") != c.want {
				t.Errorf("got\n%s\nwant\n%s\n%v", got, c.want, err)
			}
		})
	}
	if got := Rows(release.Block{Text: "а\tб\nв\n\t"}); len(got) != 2 || len(got[1]) != 2 {
		t.Errorf("got %v", got)
	}
}

// FuzzMarked: marks move nothing of the words, and stay lawful.
func FuzzMarked(f *testing.F) {
	f.Add(" раз\r\n\r\n два\u00ad\u200dтри https://a.example\t.", 1, 9, 3, 30)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		marks := release.Normalize([]release.Mark{mark(a, b, release.Bold), mark(c, d, release.Link, "https://b.example"), mark(b, d, release.Italic)}, utf8.RuneCountInString(text))
		got := Marked(text, marks)
		if got.Text != Tidy(text) || MarkedOneLine(text, marks).Text != OneLine(text) {
			t.Fatalf("%q became %q", text, got.Text)
		}
		if want := release.Normalize(got.Marks, utf8.RuneCountInString(got.Text)); !slices.Equal(got.Marks, want) {
			t.Fatalf("marks %v, want %v", got.Marks, want)
		}
		table := release.Block{Kind: release.Table, Text: text}
		for _, width := range []int{0, 1, 12} {
			all := Website(release.Release{Blocks: []release.Block{table}})
			if width > 0 {
				all = join(body(release.Release{Blocks: []release.Block{table}}, translations.Printed("ru")), width)
			}
			for _, row := range Rows(table) {
				for _, cell := range row {
					for _, word := range strings.Fields(cell.Text) {
						if !strings.Contains(all, word) {
							t.Fatalf("%q is not in %q (%s)", word, all, fmt.Sprint(width))
						}
					}
				}
			}
		}
	})
}

package intake

import (
	"strings"
	"testing"

	"communique/editor/intake/layout"
	"communique/editor/intake/wording"
	"communique/editor/release"
)

// TestWhereANameOfAPlaceEnds: at a space of any kind, at a sign, at the text's end; not within a word.
func TestWhereANameOfAPlaceEnds(t *testing.T) {
	for behind, ends := range map[string]bool{
		"": true, " а": true, ",": true, ".": true, ";": true, ":": true, "!": true, "?": true, ")": true, "\n": true, "» а": true, "–": true, "\u00a0а": true, "— а": true,
		"а": false, "-а": false, "'": false, "5": false, "é": false,
	} {
		if wording.EndsWord(behind) != ends {
			t.Errorf("%q ends a word: %t", behind, !ends)
		}
	}
	for _, space := range []string{" ", "\u00a0"} {
		r := readSingle(t, "Совет принял план\n\n11 сентября 2024 года в Бишкеке"+space+"прошла сессия Совета.\n\nСтороны рады.")
		if r.Place != "Бишкек" {
			t.Errorf("behind %q: %q", space, r.Place)
		}
	}
}

// TestSubheadingsByTheirLook: a short line, bold throughout, between texts; of a sentence, of two lines, or over another
// bold one there is none.
func TestSubheadingsByTheirLook(t *testing.T) {
	line := func(text string, bold bool) layout.Paragraph {
		p := layout.Paragraph{Kind: layout.Text, Text: text}
		if bold {
			p.Marks = []release.Mark{{Start: 0, End: len([]rune(text)), Style: release.Bold}}
		}
		return p
	}
	plain := line("Стороны обсудили план.", false)
	long := strings.Repeat("а", subheadingLength)
	for name, tt := range map[string]struct {
		lines []layout.Paragraph
		is    bool
	}{
		"between texts":      {[]layout.Paragraph{plain, line("О плане", true), plain}, true},
		"further down":       {[]layout.Paragraph{plain, plain, plain, line("О плане", true), plain}, true},
		"first":              {[]layout.Paragraph{line("О плане", true), plain}, false},
		"last":               {[]layout.Paragraph{plain, line("О плане", true)}, false},
		"not bold":           {[]layout.Paragraph{plain, line("О плане", false), plain}, false},
		"over a bold one":    {[]layout.Paragraph{plain, line("О плане", true), line("О дорогах", true)}, false},
		"a sentence":         {[]layout.Paragraph{plain, line("Стороны рады.", true), plain}, false},
		"before a list":      {[]layout.Paragraph{plain, line("О плане:", true), plain}, false},
		"cut by a comma":     {[]layout.Paragraph{plain, line("О плане,", true), plain}, false},
		"two lines":          {[]layout.Paragraph{plain, line("О\nплане", true), plain}, false},
		"just short enough":  {[]layout.Paragraph{plain, line(long, true), plain}, true},
		"too long":           {[]layout.Paragraph{plain, line(long+"а", true), plain}, false},
		"a list of its kind": {[]layout.Paragraph{plain, {Kind: layout.Item, Text: "О плане", Marks: []release.Mark{{Start: 0, End: 7, Style: release.Bold}}}, plain}, false},
	} {
		found := false
		for _, l := range headed(tt.lines) {
			found = found || l.Kind == layout.Heading && l.Level == 2
		}
		if found != tt.is {
			t.Errorf("%s: %t", name, found)
		}
	}
}

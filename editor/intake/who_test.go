package intake

import (
	"slices"
	"testing"

	"communique/editor/intake/contact"
	"communique/editor/intake/layout"
	"communique/editor/release"
)

// TestContactsThatTheDocumentMarks: the rule above them goes too, and what an address asks a mail program for does not come.
func TestContactsThatTheDocumentMarks(t *testing.T) {
	text := func(kind layout.Kind, text string) layout.Paragraph { return layout.Paragraph{Kind: kind, Text: text} }
	mail := layout.Paragraph{Kind: layout.Contact, Text: "Написать нам", Marks: []release.Mark{{Start: 0, End: 12, Style: release.Link, Address: "mailto:press@council.example?subject=a"}}}
	page := layout.Paragraph{Kind: layout.Contact, Text: "Наша страница", Marks: []release.Mark{{Start: 0, End: 13, Style: release.Link, Address: "https://council.example/a"}}}
	bold := layout.Paragraph{Kind: layout.Contact, Text: "Анна Пробная", Marks: []release.Mark{{Start: 0, End: 12, Style: release.Bold}}}
	for name, tt := range map[string]struct {
		lines []layout.Paragraph
		want  string
		left  []string
	}{
		"a rule first":   {[]layout.Paragraph{text(layout.Rule, ""), bold, text(layout.Contact, "000-00-01")}, "{Анна Пробная   000-00-01/phone  }", nil},
		"a rule second":  {[]layout.Paragraph{text(layout.Text, "а"), text(layout.Rule, ""), bold, text(layout.Contact, "000-00-01")}, "{Анна Пробная   000-00-01/phone  }", []string{"а"}},
		"no rule":        {[]layout.Paragraph{text(layout.Text, "а"), bold, text(layout.Text, "б")}, "{Анна Пробная     }", []string{"а", "б"}},
		"a rule below":   {[]layout.Paragraph{bold, text(layout.Rule, ""), text(layout.Text, "б")}, "{Анна Пробная     }", []string{"", "б"}},
		"an address":     {[]layout.Paragraph{bold, mail}, "{Анна Пробная    press@council.example }", nil},
		"a page":         {[]layout.Paragraph{bold, page}, "{Анна Пробная     https://council.example/a}", nil},
		"nothing of all": {[]layout.Paragraph{text(layout.Text, "а"), text(layout.Contact, "")}, "", []string{"а"}},
		"none":           {[]layout.Paragraph{text(layout.Text, "а")}, "", []string{"а"}},
	} {
		r := &reader{Reader: contact.Reader{Lines: tt.lines}}
		marked := r.Marked()
		var left []string
		for _, l := range r.Lines {
			left = append(left, l.Text)
		}
		if got := described(r.Release.Contacts); got != tt.want || !slices.Equal(left, tt.left) || marked != (name != "none") {
			t.Errorf("%s: %s, left %q, %t", name, got, left, marked)
		}
	}
}

// TestAHeadlineAndATextStay: a block of contacts at the end takes neither.
func TestAHeadlineAndATextStay(t *testing.T) {
	for text, want := range map[string]int{
		"Совет принял план\n\nКонтакты:\n\n+7-000-000-00-01":                  0,
		"Совет принял план\n\nСтороны рады.\n\nКонтакты:\n\n+7-000-000-00-01": 1,
		"Совет принял план\n\nКонтакты: +7-000-000-00-01":                     0,
	} {
		r := readSingle(t, text)
		if len(r.Contacts) != want || r.Headline != "Совет принял план" {
			t.Errorf("%q: %s, headline %q", text, described(r.Contacts), r.Headline)
		}
	}
	two := readSingle(t, "Совет принял план\n\nСтороны обсудили план.\n\nОни рады.\n______\nАнна Пробная, a@council.example, b@council.example, +7-000-000-00-01")
	if got, want := described(two.Contacts), "{Анна Пробная   +7-000-000-00-01/phone a@council.example } {    b@council.example }"; got != want {
		t.Errorf("a number beside two addresses: %s", got)
	}
}

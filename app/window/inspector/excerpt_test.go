package inspector

import (
	"strings"
	"testing"
	"unicode/utf8"

	"communique/editor/document"
	"communique/editor/proof"
	"communique/editor/release"
)

// TestExcerpt: an excerpt ends where words end, whatever it is cut of.
func TestExcerpt(t *testing.T) {
	long := strings.Repeat("Совет ", 40)
	cases := map[string]struct{ lead, piece, want string }{
		"all of a short text":    {"Приехали 5 государства.", "5 государства", "Приехали 5 государства."},
		"cut on both sides":      {"В обсуждении приняли деятельное участие 5 государства и столько же наблюдателей.", "5 государства", "…приняли деятельное участие 5 государства и столько же наблюдателей."},
		"the end of a long text": {long + "конец", "конец", "…Совет Совет Совет Совет конец"},
		"its beginning":          {"Начало " + long, "Начало", "Начало Совет Совет Совет Совет…"},
		"a piece that is longer": {"А " + long, strings.TrimSpace(long), "А " + strings.Repeat("Совет ", 17) + "Совет…"},
		"a line break beside it": {"Первая строка\nXXX вторая", "XXX", "Первая строка XXX вторая"},
		"two spaces stay":        {"Стороны  обсудили", "  ", "Стороны  обсудили"},
		"no space to be cut at":  {strings.Repeat("д", 60) + "XXX", "XXX", "…XXX"},
		"a letter of two runes":  {"Совет и\u0306ода XXX", "XXX", "Совет и\u0306ода XXX"},
		"behind the text's end":  {"Совет", "", ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			r := release.New("ru")
			r.Lead = c.lead
			f := proof.Finding{TextID: release.TextID{Field: release.LeadField}, Start: 90, End: 99}
			if c.piece != "" {
				f.Start = utf8.RuneCountInString(c.lead[:strings.Index(c.lead, c.piece)])
				f.End = f.Start + utf8.RuneCountInString(c.piece)
			}
			if got := excerpt(document.New(r), f); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
	if got := excerpt(nil, proof.Finding{End: 3}); got != "" {
		t.Errorf("%q of no text", got)
	}
}

// TestExcerptsFollow: words beside a finding change, and the finding does not.
func TestExcerptsFollow(t *testing.T) {
	r := written()
	r.Lead = "Стороны XXX обсудили план."
	s := newStand(t, "ru", r)
	s.Show(FindingsTab)
	show := func() []string {
		s.ShowFindings(proof.Check(s.session.Release(), proof.Params{}))
		var shown []string
		for _, p := range s.findings.excerpts {
			shown = append(shown, p.shown.Text)
		}
		return shown
	}
	if first := show(); len(first) == 0 || first[0] != "Стороны XXX обсудили план." {
		t.Fatalf("%q", first)
	}
	lead := release.TextID{Field: release.LeadField}
	if err := s.session.Apply([]document.Op{s.session.Document().Replacing(lead, []document.Piece{{At: 21, Gone: "план", Put: "меры"}})}); err != nil {
		t.Fatal(err)
	}
	if then := show(); then[0] != "Стороны XXX обсудили меры." {
		t.Errorf("%q", then)
	}
}

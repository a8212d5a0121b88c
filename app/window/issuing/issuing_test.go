package issuing_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"communique/app/window/issuing"
	"communique/app/window/screen/screentest"
	"communique/editor/proof"
	"communique/editor/release"
)

// TestNobodyIssuesWithoutSayingWhoAndWhy: spaces say neither. What was said is noted
// without them, with each finding that was seen.
func TestNobodyIssuesWithoutSayingWhoAndWhy(t *testing.T) {
	lead, blank := proof.Finding{Code: proof.LeadMissing}, proof.Finding{Code: proof.PlaceholderLeft, Text: "___"}
	found := []proof.Finding{lead, blank, blank}
	for name, c := range map[string]struct {
		who, why string
		issued   bool
	}{
		"nothing":     {"", "", false},
		"nobody":      {"  ", "Срочно", false},
		"no reason":   {"Анна Пробная", " ", false},
		"both":        {"Анна Пробная", "Срочно", true},
		"and a space": {" Анна Пробная ", " Срочно ", true},
	} {
		s := screentest.New(t)
		now := time.Date(2024, 9, 11, 9, 0, 0, 0, time.UTC)
		var issued []release.Override
		issuing.Ask(issuing.Params{Base: s.Base, Now: func() time.Time { return now }}, found, func(o release.Override) { issued = append(issued, o) })
		unsaid := s.Base.Text("override-unsaid")
		for i, want := range []string{"override-who", "override-why"} {
			if e := s.Entries()[i]; e.Text != "" || e.PlaceHolder != s.Base.Text(want) || e.Name() != s.Base.Text(want) {
				t.Errorf("%s: a field says %q, is called %q, and holds %q", name, e.PlaceHolder, e.Name(), e.Text)
			}
		}
		if strings.Contains(s.Texts(), unsaid) {
			t.Errorf("%s: it is called unsaid before anything was asked", name)
		}
		s.Entries()[0].SetText(c.who)
		s.Entries()[1].SetText(c.why)
		s.Tap(s.Base.Text("override-issue"))
		if open := s.Open(); (len(issued) == 1) != c.issued || open == c.issued {
			t.Errorf("%s: issued %+v, asked on %v", name, issued, open)
			continue
		}
		if !c.issued {
			if !strings.Contains(s.Texts(), unsaid) {
				t.Errorf("%s: what is lacking is not told:\n%s", name, s.Texts())
			}
			continue
		}
		if o := issued[0]; o.At != now || o.Who != "Анна Пробная" || o.Why != "Срочно" || !slices.Equal(o.Findings, proof.Seen(found)) || o.Findings[1].Text != "___" {
			t.Errorf("%s: %+v", name, o)
		}
	}
}

// TestManyFindingsAreCutShort: what is too much to read says that there is more.
func TestManyFindingsAreCutShort(t *testing.T) {
	for n, cut := range map[int]bool{6: false, 7: true} {
		s := screentest.New(t)
		issuing.Ask(issuing.Params{Base: s.Base, Now: time.Now}, slices.Repeat([]proof.Finding{{Code: proof.LeadMissing}}, n), func(release.Override) {})
		if got := strings.Contains(s.Texts(), "…"); got != cut {
			t.Errorf("%d: cut %v: %s", n, got, s.Texts())
		}
	}
}

package issuing_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"communique/app/window/issuing"
	"communique/app/window/screen/screentest"
	"communique/editor/controls/controlstest"
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

// TestManyFindingsAreAllReached: the last of many is told, their number stands above, and PageDown
// leads to it while who and why stay in sight.
func TestManyFindingsAreAllReached(t *testing.T) {
	for n, many := range map[int]bool{6: false, 7: true, 60: true} {
		s := screentest.New(t)
		var found []proof.Finding
		for i := range n {
			found = append(found, proof.Finding{Code: proof.PlaceholderLeft, Text: fmt.Sprintf("__%d__", i)})
		}
		found[n-1].More = 40
		issuing.Ask(issuing.Params{Base: s.Base, Now: time.Now}, found, func(release.Override) {})
		texts := s.Texts()
		if !strings.Contains(texts, fmt.Sprintf("__%d__", n-1)) {
			t.Errorf("%d: the last is not told: %s", n, texts)
		}
		count := s.Base.Text("override-count", map[string]any{"Count": n + 40})
		if got := strings.Contains(texts, count); got != many {
			t.Errorf("%d: %q is said: %v", n, count, got)
		}
		if !many {
			continue
		}
		list := listOf(s)
		for range 30 {
			s.Press(fyne.KeyPageDown, 0)
		}
		if end := list.Content.Size().Height - list.Size().Height; list.Offset.Y < end-1 || n == 60 && end <= 0 {
			t.Errorf("%d: PageDown leads to %v of %v", n, list.Offset.Y, end)
		}
		who := s.Entries()[0]
		if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(who); at.Y < 0 || at.Y+who.Size().Height > s.Base.Canvas.Size().Height || s.Base.Canvas.Focused() != fyne.Focusable(who) {
			t.Errorf("%d: who issues it is asked at %v, out of sight or without the keyboard", n, at)
		}
	}
}

// listOf is the view in which the findings of the open dialog scroll.
func listOf(s *screentest.Stage) (list *container.Scroll) {
	for _, o := range test.LaidOutObjects(s.Base.Canvas.Overlays().Top()) {
		if scroll, ok := o.(*container.Scroll); ok {
			if _, ok := controlstest.Label(scroll.Content); ok {
				list = scroll
			}
		}
	}
	return list
}

package faults_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/crash"
	"communique/app/window/faults"
	"communique/app/window/screen/screentest"
)

// TestAFaultIsTold says where the report lies and what became of the text, and
// notes that it was said.
func TestAFaultIsTold(t *testing.T) {
	for name, drafts := range map[string][]string{
		"everything kept": nil,
		"a draft left":    {"/library/crashes/2024-09-11-140200-1.release.toml"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, leave := range []struct {
				by     func(s *screentest.Stage)
				opened string
			}{
				{func(s *screentest.Stage) { s.Tap("Показать отчёт") }, filepath.FromSlash("/library/crashes")},
				{func(s *screentest.Stage) { s.Press(fyne.KeyEscape, 0) }, ""},
			} {
				s := screentest.New(t)
				told, opened := make(chan crash.Report, 1), ""
				r := crash.Report{Path: "/library/crashes/2024-09-11-140200.txt", Drafts: drafts}
				faults.Tell(faults.Params{
					Base: s.Base, OpenFile: func(path string) { opened = path },
					Told: func(r crash.Report) error { told <- r; return errors.New("a full disk") },
				}, r)
				texts := s.Texts()
				if !strings.Contains(texts, r.Path) || strings.Contains(texts, "Набранное — в библиотеке") != (drafts == nil) {
					t.Errorf("on the screen:\n%s", texts)
				}
				for _, d := range drafts {
					if !strings.Contains(texts, d) {
						t.Errorf("%s is not named:\n%s", d, texts)
					}
				}
				leave.by(s)
				if got := <-told; got.Path != r.Path || opened != leave.opened || s.Open() {
					t.Errorf("noted is %v, opened %q", got, opened)
				}
				s.Wait("the trouble", func() bool { return strings.Contains(s.Told, "a full disk") })
			}
		})
	}
}

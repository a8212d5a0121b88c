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
	const kept, unknown = "Всё набранное — в библиотеке", "Сохранились ли последние слова, неизвестно"
	draft := []string{"/library/crashes/2024-09-11-140200-1.release.toml"}
	for name, test := range map[string]struct {
		drafts []string
		whole  bool
		says   string // of the two
	}{
		"everything kept":         {nil, true, kept},
		"a draft left":            {draft, true, ""},
		"nobody knows":            {nil, false, unknown},
		"a draft, and maybe more": {draft, false, unknown},
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
				r := crash.Report{Path: "/library/crashes/2024-09-11-140200.txt", Drafts: test.drafts, Whole: test.whole}
				faults.Tell(faults.Params{
					Base: s.Base, OpenFile: func(path string) { opened = path },
					Told: func(r crash.Report) error { told <- r; return errors.New("a full disk") },
				}, r)
				texts := s.Texts()
				if !strings.Contains(texts, r.Path) || strings.Contains(texts, kept) != (test.says == kept) || strings.Contains(texts, unknown) != (test.says == unknown) {
					t.Errorf("on the screen:\n%s", texts)
				}
				for _, d := range test.drafts {
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

package tagging_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"communique/app/window/screen/screentest"
	"communique/app/window/tagging"
	"communique/editor/draft"
	"communique/editor/release"
)

// TestATagIsGivenOnceAndNothingElseIsLost asks for a tag of a release that has some.
func TestATagIsGivenOnceAndNothingElseIsLost(t *testing.T) {
	for name, c := range map[string]struct{ had, tag, want string }{
		"none yet":       {"", "сессия", "сессия"},
		"another":        {"раз", "сессия", "раз, сессия"},
		"a comma behind": {"раз, два,", "сессия", "раз, два, сессия"},
		"it has it":      {"раз, сессия", "сессия", "раз, сессия"},
		"its beginning":  {"сессия совета", "сессия", "сессия совета, сессия"},
	} {
		s := screentest.New(t)
		d := draft.NewSession(release.New("ru"), time.Now)
		d.Set(release.TagsField, c.had)
		var given []int64
		tagging.Ask(tagging.Params{Base: s.Base, Change: func(ids []int64, with func(*draft.Session) bool, done func(int)) {
			given = ids
			if changed := with(d); changed != (c.had != c.want) {
				t.Errorf("%s: says %v", name, changed)
			}
			done(len(ids))
		}}, []int64{4, 7})
		s.Type(c.tag)
		s.Press(fyne.KeyReturn, 0)
		if got := d.Text(release.TagsField); got != c.want || len(given) != 2 || s.Told != s.Base.Words.Plural("marked-tagged", 2) {
			t.Errorf("%s: %v have %q, told %q", name, given, got, s.Told)
		}
	}
}

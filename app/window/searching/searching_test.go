package searching

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"communique/app/window/screen/screentest"
	"communique/editor/find"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// text is a text that is searched.
type text struct {
	release  release.Release
	hits     []find.Hit
	at       int
	marks    int
	replaced []find.Change
	fault    error
	focused  bool
	selected string
	readOnly bool
}

func (t *text) Release() (release.Release, bool) { return t.release, true }
func (t *text) ReadOnly() bool                   { return t.readOnly }
func (t *text) Caret() release.Position {
	return release.Position{TextID: release.TextID{Field: release.LeadField}}
}
func (t *text) Start() release.Position      { return t.Caret() }
func (t *text) Selected() string             { return t.selected }
func (t *text) Focus()                       { t.focused = true }
func (t *text) Mark(hits []find.Hit, at int) { t.hits, t.at, t.marks = hits, at, t.marks+1 }
func (t *text) Replace(changes []find.Change) error {
	t.replaced = append(t.replaced, changes...)
	return t.fault
}

func newBar(t *testing.T) (*screentest.Stage, *text, *Bar) {
	s := screentest.New(t)
	searched, b := barOn(s)
	return s, searched, b
}

func barOn(s *screentest.Stage) (*text, *Bar) {
	r := release.New("ru")
	r.Lead = "План, планы и план."
	searched := &text{release: r}
	b := NewBar(Params{
		Base: s.Base, Text: searched, House: func() grammar.House { return grammar.House{} }, Shown: func() {},
		Known: func() register.Registers { return register.Registers{} }, Today: func() release.Date { return release.Date{} },
	})
	s.Window.SetContent(b.Object())
	return searched, b
}

// TestAnAnswerToABarThatIsGone marks nothing.
func TestAnAnswerToABarThatIsGone(t *testing.T) {
	s := screentest.New(t)
	var work []func()
	s.Base.Go = func(f func()) { work = append(work, f) }
	searched, b := barOn(s)
	b.Open(false)
	test.Type(b.typed, "план")
	b.Leave()
	for _, f := range work {
		f()
	}
	marks, answered := searched.marks, false
	s.Base.Do(func() { answered = true })
	s.Wait("the answers", func() bool { return answered })
	if searched.marks != marks || len(searched.hits) != 0 {
		t.Errorf("%d hits are marked", len(searched.hits))
	}
}

// TestReplacingIsLeftWithTheBar: what was still being looked for is not replaced in a text that
// nobody looks at any more.
func TestReplacingIsLeftWithTheBar(t *testing.T) {
	s := screentest.New(t)
	var work []func()
	s.Base.Go = func(f func()) { work = append(work, f) }
	searched, b := barOn(s)
	b.Open(true)
	test.Type(b.typed, "план")
	b.replaceAll()
	b.Leave()
	for _, f := range work {
		f()
	}
	answered := false
	s.Base.Do(func() { answered = true })
	s.Wait("the answers", func() bool { return answered })
	if len(searched.replaced) != 0 {
		t.Errorf("%d places are replaced", len(searched.replaced))
	}
}

// TestWhatTheBarOpensWith: words that are selected, unless they are paragraphs, a row of a table
// or more than anybody looks for; no replacing where nothing may be changed.
func TestWhatTheBarOpensWith(t *testing.T) {
	_, searched, b := newBar(t)
	for _, c := range []struct{ selected, want string }{
		{"планы", "планы"}, {"план\nпланы", "планы"}, {"план\tпланы", "планы"}, {strings.Repeat("план ", 200), "планы"}, {"", "планы"},
	} {
		searched.selected = c.selected
		if b.Open(true); b.typed.Text != c.want || !b.replacing.Visible() {
			t.Errorf("with %.20q selected %q is searched for", c.selected, b.typed.Text)
		}
	}
	searched.readOnly = true
	if b.Open(true); b.replacing.Visible() {
		t.Error("replacing is offered where nothing may be changed")
	}
}

// TestTheCount says where the search is, and goes round both ways.
func TestTheCount(t *testing.T) {
	s, searched, b := newBar(t)
	b.Open(false)
	test.Type(b.typed, "план")
	s.Wait("the hits", func() bool { return b.count.Text == "1 из 3" })
	b.Previous()
	if b.count.Text != "3 из 3" || searched.at != 2 {
		t.Errorf("before the first: %s, at %d", b.count.Text, searched.at)
	}
	b.Next()
	if b.count.Text != "1 из 3" {
		t.Errorf("behind the last: %s", b.count.Text)
	}
	b.word.SetChecked(true)
	s.Wait("whole words", func() bool { return b.count.Text == "1 из 2" })
	b.typed.SetText("")
	s.Wait("nothing", func() bool { return b.count.Text == "" })
	b.typed.SetText("нет такого")
	s.Wait("none", func() bool { return b.count.Text == "Не найдено" })
	s.Press(fyne.KeyEscape, 0)
	if b.Object().Visible() || !searched.focused {
		t.Error("Escape does not leave it")
	}
}

// TestAReplacementThatComesTooLate is told: somebody has written there meanwhile.
func TestAReplacementThatComesTooLate(t *testing.T) {
	s, searched, b := newBar(t)
	searched.fault = errTest{}
	b.Open(true)
	test.Type(b.typed, "план")
	b.with.SetText("проект")
	s.Wait("the hits", func() bool { return len(searched.hits) == 3 })
	b.replaceAll()
	s.Wait("a word about it", func() bool { return s.Told != "" })
	if len(searched.replaced) != 3 || s.Told != s.Base.Text("find-changed") {
		t.Errorf("%d, told %q", len(searched.replaced), s.Told)
	}
}

type errTest struct{}

func (errTest) Error() string { return "another text" }

// TestReplacingOne replaces the hit that is shown, and no other; where none is, it goes to
// the next first.
func TestReplacingOne(t *testing.T) {
	for name, c := range map[string]struct {
		at   int
		went int // to which hit, where nothing is replaced; -1 otherwise
	}{"none is shown": {-1, 0}, "one that is gone": {3, 1}, "the first": {0, -1}, "the last": {2, -1}} {
		t.Run(name, func(t *testing.T) {
			s, searched, b := newBar(t)
			b.Open(true)
			test.Type(b.typed, "план")
			b.with.SetText("проект")
			s.Wait("the hits", func() bool { return len(searched.hits) == 3 })
			hits := b.hits
			b.at = c.at
			b.show()
			if count := s.Base.Words.Plural("find-count", 3); c.at < 0 && b.count.Text != count {
				t.Errorf("it counts %q, not %q", b.count.Text, count)
			}
			if b.replaceOne(); c.went >= 0 {
				if searched.at != c.went || len(searched.replaced) > 0 {
					t.Errorf("at %d, replaced %v", searched.at, searched.replaced)
				}
				return
			}
			s.Wait("the replacement", func() bool { return len(searched.replaced) > 0 })
			if len(searched.replaced) != 1 || searched.replaced[0].Hit != hits[c.at] {
				t.Errorf("replaced %v", searched.replaced)
			}
		})
	}
}

package releases

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"communique/app/library"
	"communique/app/window/screen/screentest"
	"communique/editor/release"
)

// many is a list of so many releases, fourteen a day, of which all is known.
func many(t testing.TB, count int) (*list, *screentest.Stage) {
	t.Helper()
	s := screentest.New(t)
	l := newList(s.Base.Keys, s.Base.Words)
	l.now, l.modifier = clock, func() fyne.KeyModifier { return s.Held }
	l.onOpen, l.onEdit, l.onSelected = func(int64) {}, func(int64) {}, func([]int64) {}
	l.fetch = func(positions []library.Position) {
		for _, p := range positions {
			e := library.Entry{ID: p.ID(), Headline: fmt.Sprint("Встреча Генерального секретаря Ивана Пробного с Министром номер ", p.ID()), Status: release.Issued, Place: "Пробный"}
			day := p.Day()
			e.Date = release.Date{Year: day.Year, Month: day.Month, Day: day.Day}
			l.entries[e.ID] = e
		}
	}
	positions := make([]library.Position, count)
	for i := range positions {
		positions[i] = library.At(739000-int32(i)/14, int64(i)+1)
	}
	s.Window.SetContent(l)
	s.Window.Resize(fyne.NewSize(272, 640))
	l.show(newResults(library.Query{Sort: library.Newest}, "", positions), nil, false)
	s.Base.Canvas.Focus(l)
	return l, s
}

// index is where the release is that keys act on.
func (l *list) index() int { return l.Rows.rows[l.Rows.rowOf(l.cursor)].index }

// inView reports whether all of the release that keys act on is seen.
func (l *list) inView() bool { return l.sees(l.Size().Height) }

// said are the words of a list, line by line.
func said(l *list) string {
	var all []string
	for _, o := range test.WidgetRenderer(l).Objects() {
		if text, ok := o.(*canvas.Text); ok {
			all = append(all, text.Text)
		}
	}
	return strings.Join(all, "\n")
}

// TestKeysPassHeadingsBy moves in a list of 100,000 releases. Every key leads to a
// release, and that one is seen.
func TestKeysPassHeadingsBy(t *testing.T) {
	const count = 100_000
	l, s := many(t, count)
	page := int(l.Size().Height)/releaseHeight - 1
	for i, step := range []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyHome, 0},
		{fyne.KeyUp, 0},
		{fyne.KeyDown, 1},
		{fyne.KeyPageDown, 1 + page},
		{fyne.KeyPageDown, 1 + 2*page},
		{fyne.KeyPageUp, 1 + page},
		{fyne.KeyEnd, count - 1},
		{fyne.KeyDown, count - 1},
		{fyne.KeyPageDown, count - 1},
		{fyne.KeyUp, count - 2},
		{fyne.KeyHome, 0},
		{fyne.KeyPageUp, 0},
	} {
		s.Press(step.key, 0)
		if l.index() != step.want || !l.inView() {
			t.Errorf("%d, %s: at %d, not %d; seen: %v", i, step.key, l.index(), step.want, l.inView())
		}
	}
	if l.top != 0 {
		t.Error("the heading of the first month is not seen")
	}
	for range 500 { // over the edges of months
		before := l.index()
		s.Press(fyne.KeyDown, 0)
		if l.index() != before+1 || !l.inView() {
			t.Fatalf("from %d to %d", before, l.index())
		}
	}
}

// TestShiftSelects the releases that are passed, without the headings.
func TestShiftSelects(t *testing.T) {
	l, s := many(t, 50)
	var told []int64
	l.onSelected = func(ids []int64) { told = ids }
	for range 20 {
		s.Press(fyne.KeyDown, fyne.KeyModifierShift)
	}
	if len(told) != 21 || told[0] != 1 || told[20] != 21 {
		t.Errorf("selected %v", told)
	}
	if got := l.meant(5); len(got) != 21 {
		t.Errorf("a command at one of them means %v", got)
	}
	if got := l.meant(30); !slices.Equal(got, []int64{30}) {
		t.Errorf("a command at another means %v", got)
	}
}

// TestTheWheelAndTheBarScroll three releases a notch, and from end to end.
func TestTheWheelAndTheBarScroll(t *testing.T) {
	l, _ := many(t, 1000)
	notch := &fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -25}}
	l.wanted = 700 // the place of the last time
	l.Scrolled(notch)
	if l.wanted != 0 {
		t.Error("the list goes back to where it was the last time")
	}
	if l.top < 2.5*releaseHeight || l.top > 3.5*releaseHeight {
		t.Errorf("a notch scrolls by %v", l.top)
	}
	drag := func(from, to float32) {
		at := fyne.NewPos(l.Size().Width-4, from)
		l.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
		e := &fyne.DragEvent{}
		e.Position = fyne.NewPos(4, to)
		l.Dragged(e)
		l.DragEnd()
		l.Dragged(e) // the hand is off it
	}
	y, height, _ := l.thumb()
	end := float32(l.Rows.height()) - l.Size().Height
	drag(y+height/2, 2000)
	if l.top != end {
		t.Errorf("dragged to %v of %v", l.top, end)
	}
	l.Scrolled(notch)
	if l.top != end {
		t.Errorf("scrolled beyond the end: %v", l.top)
	}
	drag(l.Size().Height/2, l.Size().Height/2)
	if l.top < end*0.4 || l.top > end*0.6 {
		t.Errorf("a click on the middle of the bar led to %v of %v", l.top, end)
	}
	drag(l.Size().Height/2, -50)
	if l.top != 0 {
		t.Errorf("dragged back to %v", l.top)
	}
}

// TestClicksOfTheMouse opens with one, goes to the text with two, and opens the menu with
// the other button; a heading hears none.
func TestClicksOfTheMouse(t *testing.T) {
	s := newStage(t)
	now := clock()
	s.list.pointer.now = func() time.Time { return now }
	for i, step := range []struct {
		row   int
		after time.Duration
		want  string
	}{
		{0, 0, ""},
		{1, 0, "open Встреча с Президентом"},
		{1, 200 * time.Millisecond, "edit Встреча с Президентом"},
		{1, 200 * time.Millisecond, "open Встреча с Президентом"},
		{2, 200 * time.Millisecond, "open Учение началось"},
		{2, time.Second, "open Учение началось"},
		{2, 400 * time.Millisecond, "edit Учение началось"},
		{3, 0, ""},
	} {
		s.did = nil
		now = now.Add(step.after)
		s.click(step.row, 0)
		if got := strings.Join(s.did, ", "); got != step.want {
			t.Errorf("%d: a click on row %d did %q", i, step.row, got)
		}
	}
	s.did = nil
	now = now.Add(time.Minute)
	s.click(1, fyne.KeyModifierShortcutDefault)
	s.click(1, fyne.KeyModifierShortcutDefault)
	if len(s.did) != 0 || s.selected() != "" {
		t.Errorf("two clicks with Ctrl did %v and selected %q", s.did, s.selected())
	}
	s.press(3, 0, desktop.MouseButtonSecondary)
	if s.Open() {
		t.Error("a month has a menu")
	}
	s.press(4, 0, desktop.MouseButtonSecondary)
	if !s.Open() || s.called(s.list.cursor) != "Заседание Совета" {
		t.Error("a release has no menu")
	}
}

// TestTheMenuOfReleases presses all that it offers, and opens it with the keys.
func TestTheMenuOfReleases(t *testing.T) {
	s := newStage(t)
	s.Canvas().Focus(s.list)
	for _, open := range []struct {
		key  fyne.KeyName
		held fyne.KeyModifier
	}{{desktop.KeyMenu, 0}, {fyne.KeyF10, fyne.KeyModifierShift}} {
		if s.Press(open.key, open.held); !s.Open() {
			t.Fatalf("%s opens nothing", open.key)
		}
		s.Canvas().Overlays().Top().Hide()
		s.Canvas().Overlays().Remove(s.Canvas().Overlays().Top())
	}
	if s.Press(fyne.KeyF10, 0); s.Open() {
		t.Error("F10 alone opens the menu")
	}
	pressAll := func(menu *fyne.Menu) string {
		s.did = nil
		for _, item := range menu.Items {
			if item.ChildMenu != nil {
				for _, choice := range item.ChildMenu.Items {
					choice.Action()
				}
			} else if !item.IsSeparator {
				item.Action()
			}
		}
		return strings.Join(s.did, ", ")
	}
	const states = "status draft %[1]d, status review %[1]d, status approved %[1]d, status issued %[1]d, tag %[1]d, export %[1]d, digest %[1]d, trash %[1]d"
	one := "edit Встреча с Президентом, from Встреча с Президентом, duplicate Встреча с Президентом, " + fmt.Sprintf(states, 1)
	if got := pressAll(s.MenuOf(s.list.meant(s.First()))); got != one {
		t.Errorf("one: %s", got)
	}
	s.SelectAll()
	if got := pressAll(s.MenuOf(s.list.meant(s.First()))); got != fmt.Sprintf(states, 3) {
		t.Errorf("all: %s", got)
	}
	s.did = nil
	if s.Press(fyne.KeyDelete, 0); strings.Join(s.did, "") != "trash 3" {
		t.Errorf("Delete did %v", s.did)
	}
}

// TestWhatARowSays of a release, in so many letters as there is room for.
func TestWhatARowSays(t *testing.T) {
	l, s := many(t, 3)
	l.fetch = func([]library.Position) {}
	entry := func(e library.Entry) library.Entry {
		e.ID, e.Status = 1, release.InReview
		_ = e.Date.UnmarshalText([]byte("2024-09-11"))
		return e
	}
	parse := func(typed string) library.Query {
		return library.ParseQuery(typed, true, library.NamesIn(func(name string) string { return s.Base.Text(name) }))
	}
	for name, tt := range map[string]struct {
		entry library.Entry
		typed string
		order library.Order
		want  string
	}{
		"two lines": {
			library.Entry{Headline: "Встреча Генерального секретаря Ивана Пробного с Послом", Place: "Пробный"},
			"", library.Newest,
			"Встреча Генерального секретаря\nИвана Пробного с Послом\nНа согласовании · 11.09 · Пробный",
		},
		"in another order the year stands too": {
			library.Entry{Headline: "Встреча"}, "", library.Edited, "Встреча\nНа согласовании · 11.09.2024",
		},
		"a number says more than a place": {
			library.Entry{Headline: "Встреча", Place: "Пробный", Number: "57"}, "", library.Newest, "Встреча\nНа согласовании · 11.09 · № 57",
		},
		"lines of a headline are joined": {
			library.Entry{Headline: "Встреча\n\tсостоялась"}, "", library.Newest, "Встреча состоялась\nНа согласовании · 11.09",
		},
		"no headline": {library.Entry{Lead: "Первая строка\nи вторая"}, "", library.Newest, "Первая строка и вторая\nНа согласовании · 11.09"},
		"nothing":     {library.Entry{}, "", library.Newest, "Без заголовка\nНа согласовании · 11.09"},
		"what is cut": {
			library.Entry{Headline: "Встреча Генерального секретаря Ивана Пробного с Министром иностранных дел"},
			"", library.Newest,
			"Встреча Генерального секретаря\nИвана Пробного с Министром…\nНа согласовании · 11.09",
		},
		"a word without end": {
			library.Entry{Headline: strings.Repeat("ы", 5000)}, "", library.Newest, strings.Repeat("ы", 20) + "…\nНа согласовании · 11.09",
		},
		"a hit in the headline": {
			library.Entry{Headline: "О встрече в Пробном", Lead: "Встреча прошла"}, "встреча", library.Newest, "О \nвстрече\n в Пробном\nНа согласовании · 11.09",
		},
		"a hit behind the cut": {
			library.Entry{Headline: "Встреча Генерального секретаря Ивана Пробного с Министром иностранных дел Пробной Республики"},
			"республика", library.Newest,
			"… дел Пробной \nРеспублики\nНа согласовании · 11.09",
		},
		"a hit behind the cut of a headline in lines": {
			library.Entry{Headline: "Встреча Генерального секретаря\nИвана Пробного\nс Министром\nиностранных\nдел\nПробной\nРеспублики"},
			"республика", library.Newest,
			"… дел Пробной \nРеспублики\nНа согласовании · 11.09",
		},
		"a phrase over two lines": {
			library.Entry{Headline: "Встреча Генерального секретаря Ивана Пробного"},
			`"секретаря Ивана"`, library.Newest,
			"Встреча Генерального \nсекретаря\nИвана\n Пробного\nНа согласовании · 11.09",
		},
		"a hit in the lead, in one line": {
			library.Entry{Headline: "Встреча Генерального секретаря Ивана Пробного с Послом", Lead: "Стороны\nобсудили\nпроекты «соглашений»."},
			"соглашения", library.Newest,
			"Встреча Генерального секрета…\n… обсудили проекты «\nсоглашений\n».\nНа согласовании · 11.09",
		},
	} {
		q := parse(tt.typed)
		q.Sort = tt.order
		l.entries = map[int64]library.Entry{1: entry(tt.entry)}
		l.show(newResults(q, tt.typed, l.Rows.positions[:1]), nil, false)
		_, got, _ := strings.Cut("\n"+said(l), "\n")
		if l.Rows.headed() {
			_, got, _ = strings.Cut(got, "\n")
		}
		if got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, tt.want)
		}
	}
}

// TestTheOpenReleaseStaysInSight where the list loses height, unless a person has scrolled away.
func TestTheOpenReleaseStaysInSight(t *testing.T) {
	l, s := many(t, 1000)
	l.current(900)
	for _, height := range []float32{500, 300} {
		if s.Window.Resize(fyne.NewSize(272, height)); !l.inView() {
			t.Errorf("in a height of %v it is not seen", height)
		}
	}
	l.scrollTo(0)
	if s.Window.Resize(fyne.NewSize(272, 200)); l.top != 0 {
		t.Errorf("scrolled back to %v", l.top)
	}
}

// TestWhatIsSeenStays where the same is searched for again; another search begins at the
// top, and a place that is asked for comes when its release does.
func TestWhatIsSeenStays(t *testing.T) {
	l, _ := many(t, 1000)
	l.scrollTo(5000)
	first, beyond := l.seenFirst()
	newer := append([]library.Position{library.At(739001, 5000), library.At(739001, 4999)}, l.Rows.positions...)
	again := newResults(l.Rows.query, "", newer)
	l.show(again, nil, true)
	if now, by := l.seenFirst(); now != first || by != beyond || l.top == 5000 {
		t.Errorf("release %d and %v were seen first, now %d and %v", first, beyond, now, by)
	}
	l.current(900)
	if !l.inView() {
		t.Error("a release that was opened is not seen")
	}
	l.scrollTo(0)
	l.current(900)
	if l.top != 0 {
		t.Error("the list goes back to the open release by itself")
	}
	l.scrollTo(5000)
	l.show(again, nil, false)
	if l.top != 0 {
		t.Error("another search does not begin at the top")
	}
	l.wanted = 700
	l.show(newResults(l.Rows.query, "", newer[:100]), nil, true)
	if l.top != 0 || l.wanted != 700 {
		t.Error("a place that is not there yet was given up")
	}
	l.show(again, nil, true)
	if now, _ := l.seenFirst(); now != 700 {
		t.Errorf("%d is seen first, not 700", now)
	}
}

// TestTheOpenReleaseAndTheSelectedOnesShow how they are.
func TestTheOpenReleaseAndTheSelectedOnesShow(t *testing.T) {
	l, _ := many(t, 5)
	l.current(2)
	l.toggle(3)
	var bars, checks, bold []int
	for i, row := range l.view.rows[1:6] {
		if !row.bar.Hidden {
			bars = append(bars, i+1)
		}
		if !row.check.Hidden {
			checks = append(checks, i+1)
		}
		if row.texts[0].TextStyle.Bold {
			bold = append(bold, i+1)
		}
	}
	if fmt.Sprint(bars, checks, bold) != "[2] [3] [2]" {
		t.Errorf("bars %v, selected %v, bold %v", bars, checks, bold)
	}
}

// The row of a release says how many findings its text has: what the library knows of it,
// or what a check has said since of that very text.
func TestFindingsOfARow(t *testing.T) {
	l, _ := many(t, 1)
	e := l.entries[1]
	row := func(want string) {
		t.Helper()
		l.Refresh()
		if got := strings.Join(strings.Split(said(l), "\n")[3:], ""); got != want {
			t.Errorf("got %q, not %q", got, want)
		}
	}
	row("Выпущен · 25.04 · Пробный")
	e.Revision, e.Findings = 7, 2
	l.fetched([]library.Entry{e})
	row("Выпущен · 25.04 · 2 замечания · Проб…")
	l.checked[1] = checked{revision: 7, findings: 5}
	row("Выпущен · 25.04 · 5 замечаний · Проб…")
	l.checked[1] = checked{revision: 7}
	row("Выпущен · 25.04 · Пробный")
	l.checked[1] = checked{revision: 6, findings: 1} // a text before
	row("Выпущен · 25.04 · 2 замечания · Проб…")
}

package window

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"communique/editor/release"
)

func TestWhatIsTypedBeforeTheAnswerStays(t *testing.T) {
	s := stocked(t)
	first := s.show(1)
	s.shelf.gates.close("get 2")
	s.open(2)
	s.waitFor("get 2")
	if s.doc != first {
		t.Fatal("the draft went before the other was read")
	}
	s.focusText()
	s.write("Дописано. ")
	s.shelf.gates.open("get 2")
	s.wait("the second", func() bool { return s.shown() == 2 })
	s.settle()
	if got := s.stored(1).Lead; got != "Дописано. Лид: Встреча с Президентом" {
		t.Errorf("the first has %q", got)
	}
	if got := s.stored(2).Lead; got != "Лид: Учение началось" {
		t.Errorf("the second has %q", got)
	}
}

// TestTheLastClickWins answers three clicks in every order.
func TestTheLastClickWins(t *testing.T) {
	orders := [][]int64{{1, 2, 3}, {1, 3, 2}, {2, 1, 3}, {2, 3, 1}, {3, 1, 2}, {3, 2, 1}}
	for _, clicks := range orders[:3] {
		for _, answers := range orders {
			t.Run(fmt.Sprint(clicks, answers), func(t *testing.T) {
				s := stocked(t)
				other := s.neighbour()
				s.shelf.gates.close("get 1", "get 2", "get 3")
				for _, id := range clicks {
					s.open(id)
				}
				for _, id := range answers {
					s.waitFor(fmt.Sprint("get ", id))
					s.shelf.gates.open(fmt.Sprint("get ", id))
				}
				last := clicks[2]
				s.wait("the last click's release", func() bool { return s.shown() == last })
				for _, id := range clicks[:2] {
					s.wait("the others to be free", func() bool { return s.freeFor(other, id) })
				}
				if s.shown() != last || s.freeFor(other, last) {
					t.Errorf("release %d is on the screen, free for others: %v", s.shown(), s.freeFor(other, last))
				}
			})
		}
	}
}

func TestClickingBackOnTheOpenReleaseDropsTheOther(t *testing.T) {
	s := stocked(t)
	other := s.neighbour()
	s.show(1)
	s.shelf.gates.close("get 2")
	s.open(2)
	s.waitFor("get 2")
	s.open(1)
	s.shelf.gates.open("get 2")
	s.untilQuiet() // the one that waits may be what checks the list, and the opening then was dropped before it took anything
	s.wait("the second to be free", func() bool { return s.freeFor(other, 2) })
	if s.shown() != 1 {
		t.Errorf("release %d is on the screen", s.shown())
	}
}

func TestANewReleaseDropsWhatWasClickedBefore(t *testing.T) {
	s := stocked(t)
	other := s.neighbour()
	s.shelf.gates.close("get 2")
	s.open(2)
	s.waitFor("get 2")
	s.newBlank()
	s.write("Новый")
	s.shelf.gates.open("get 2")
	s.untilQuiet() // the one that waits may be what checks the list, and the opening then was dropped before it took anything
	s.wait("the second to be free", func() bool { return s.freeFor(other, 2) })
	if got := s.doc.session.Text(release.HeadlineField); got != "Новый" {
		t.Errorf("on the screen is %q", got)
	}
}

func TestADraftIsLetGoWhenItsLastTextIsOnTheDisk(t *testing.T) {
	s := stocked(t)
	other := s.neighbour()
	first := s.show(1)
	s.shelf.gates.close("save 1", "get 2")
	first.session.Set(release.HeadlineField, "Раз")
	s.open(2)
	s.waitFor("save 1")
	if s.doc != first {
		t.Fatal("it went before its text was on the disk")
	}
	s.shelf.gates.letOne("save 1")
	s.waitFor("get 2")
	first.session.Set(release.HeadlineField, "Раз два") // while the other is read
	s.shelf.gates.open("get 2")
	s.wait("the second", func() bool { return s.shown() == 2 })
	s.waitFor("save 1")
	if s.freeFor(other, 1) || !s.isAway(first) {
		t.Fatal("another could edit a text that is not on the disk")
	}
	s.shelf.gates.open("save 1")
	s.wait("the first to be free", func() bool { return s.freeFor(other, 1) })
	if got := s.stored(1).Headline; got != "Раз два" || len(s.away) != 0 {
		t.Errorf("stored %q, away %d", got, len(s.away))
	}
}

// TestAReleaseOnItsWayToTheDiskIsOpenedAsItIs comes back before the save is done:
// reading the library would show an older text.
func TestAReleaseOnItsWayToTheDiskIsOpenedAsItIs(t *testing.T) {
	s := stocked(t)
	first := s.show(1)
	s.show(2)
	s.wait("the first to be away", func() bool { return !s.isAway(first) })
	first = s.show(1)
	s.shelf.gates.close("save 1", "get 2")
	s.open(2)
	s.waitFor("get 2")
	first.session.Set(release.HeadlineField, "Раз")
	s.shelf.gates.open("get 2")
	s.wait("the second", func() bool { return s.shown() == 2 })
	s.waitFor("save 1")
	s.open(1)
	if s.doc != first {
		t.Fatal("another draft of the same release")
	}
	s.pane.Undo()
	s.shelf.gates.open("save 1")
	s.settle()
	if got := s.stored(1).Headline; got != "Встреча с Президентом" || s.doc != first {
		t.Errorf("undo reached %q", got)
	}
	if s.freeFor(s.neighbour(), 1) {
		t.Error("it is on the screen, and others may edit it")
	}
}

func TestTheKeyboardStaysWhereThePersonTookIt(t *testing.T) {
	tests := map[string]struct {
		after func(s *stage)
		draft bool // the keyboard is in the draft at the end
	}{
		"untouched":           {func(*stage) {}, true},
		"a key was pressed":   {func(s *stage) { s.press(fyne.KeyDown) }, false},
		"the text was wanted": {func(s *stage) { s.press(desktop.KeyControlLeft); s.focusText() }, true},
		"and the search":      {func(s *stage) { s.focusText(); s.focusSearch() }, false},
		"gone to the search":  {func(s *stage) { s.focusSearch() }, false},
		"a dialog was opened": {func(s *stage) { s.showMentions() }, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := stocked(t)
			s.win.Canvas().Focus(s.library.List())
			s.shelf.gates.close("get 1")
			s.open(1)
			s.waitFor("get 1")
			tt.after(s)
			was := s.win.Canvas().Focused()
			s.shelf.gates.open("get 1")
			s.wait("the release", func() bool { return s.shown() == 1 })
			now := s.win.Canvas().Focused()
			if s.pane.Holds(now) != tt.draft || !tt.draft && now != was {
				t.Errorf("the keyboard is in %T", now)
			}
		})
	}
}

// press presses a key as the driver does, before anybody knows what it means.
func (s *stage) press(key fyne.KeyName) {
	s.win.Canvas().Focused().(desktop.Keyable).KeyDown(&fyne.KeyEvent{Name: key})
}

// TestSearchingAgainBeforeTheReleaseComes presses Ctrl+F in the search field: the
// keyboard is there already, and must stay.
func TestSearchingAgainBeforeTheReleaseComes(t *testing.T) {
	s := stocked(t)
	s.focusSearch()
	s.write("учение")
	s.wait("the search", func() bool { return s.listed() == "Учение началось" })
	s.shelf.gates.close("get 2")
	s.key(s.win.Canvas().Focused(), fyne.KeyReturn)
	s.waitFor("get 2")
	s.press(desktop.KeyControlLeft)
	s.focusSearch()
	s.shelf.gates.open("get 2")
	s.wait("the release", func() bool { return s.shown() == 2 })
	s.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	s.write("встреча")
	s.settle()
	if got := s.stored(2).Headline; got != "Учение началось" || s.library.SearchField().Text != "встреча" {
		t.Errorf("the headline is %q, the search %q", got, s.library.SearchField().Text)
	}
}

// TestTypingOnInTheSearchAfterEnter types on in each moment between Enter and the
// release: no letter reaches the text.
func TestTypingOnInTheSearchAfterEnter(t *testing.T) {
	for _, held := range []string{"find 1", "claim 2", "get 2"} {
		t.Run(held, func(t *testing.T) {
			s := stocked(t)
			s.show(1)
			s.focusText()
			s.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
			s.focusSearch()
			s.shelf.gates.close(held)
			s.write("учени")
			s.key(s.win.Canvas().Focused(), fyne.KeyReturn)
			s.waitFor(held)
			s.write("я")
			s.shelf.gates.open(held)
			s.wait("the search", func() bool { return s.listed() == "Учение началось" })
			s.wait("the release", func() bool { return s.shown() == 2 })
			s.write(" ещё")
			if got := s.library.SearchField().Text; got != "учения ещё" {
				t.Errorf("the search has %q", got)
			}
			s.settle()
			for id, lead := range map[int64]string{1: "Лид: Встреча с Президентом", 2: "Лид: Учение началось"} {
				if got := s.stored(id).Lead; got != lead {
					t.Errorf("release %d has %q", id, got)
				}
			}
		})
	}
}

// TestFindingTheOpenReleaseAgain types on while the search finds what is on the
// screen already.
func TestFindingTheOpenReleaseAgain(t *testing.T) {
	s := stocked(t)
	s.show(2)
	s.focusSearch()
	s.shelf.gates.close("find 1")
	s.write("учение")
	s.key(s.win.Canvas().Focused(), fyne.KeyReturn)
	s.waitFor("find 1")
	s.press(desktop.KeyControlLeft)
	s.shelf.gates.open("find 1")
	s.untilQuiet()
	if s.win.Canvas().Focused() != fyne.Focusable(s.library.SearchField()) {
		t.Error("the keyboard was taken")
	}
}

// TestEnterWhileSearching does not open what the search before has found.
func TestEnterWhileSearching(t *testing.T) {
	s := stocked(t)
	s.focusSearch()
	s.shelf.gates.close("find 1")
	s.write("заседание")
	s.key(s.win.Canvas().Focused(), fyne.KeyReturn)
	s.shelf.gates.open("find 1")
	s.wait("what was asked for", func() bool { return s.doc != nil })
	if s.shown() != 3 || !s.pane.Holds(s.win.Canvas().Focused()) {
		t.Errorf("release %d was opened", s.shown())
	}
}

func TestOpeningADraftDoesNotChangeIt(t *testing.T) {
	s := newStage(t, settled)
	made := madeMeeting(t, "ru")
	for _, day := range []int{11, 20} { // the second's date follows its template no more
		r := made.Clone()
		r.Date.Day = day
		if _, err := s.shelf.Save(ctx, 0, 0, r); err != nil {
			t.Fatal(err)
		}
	}
	s.show(1)
	s.inspect(release.DateField)
	s.win.Canvas().Focused().TypedRune(' ')
	before := s.stored(2)
	s.show(2)
	s.focusSearch()
	s.settle()
	if got := s.stored(2); got.Lead != before.Lead || got.Date != before.Date {
		t.Errorf("opening changed it: %s, %q", got.Date, got.Lead)
	}
}

// TestLeavingADraftFollowsItsDate changes the date and goes to another release.
func TestLeavingADraftFollowsItsDate(t *testing.T) {
	s := newStage(t, settled, "другой")
	made := madeMeeting(t, "ru")
	s.start(made)
	s.wait("the first save", func() bool { return s.shown() == 2 })
	s.inspect(release.DateField)
	field := s.win.Canvas().Focused()
	for range "11.09.2024" {
		s.key(field, fyne.KeyDelete)
	}
	s.write("12.09.2024")
	s.show(1)
	s.settle()
	if got := s.stored(2); !strings.HasPrefix(got.Lead, "12 сентября 2024 года") {
		t.Errorf("the lead has %q", got.Lead)
	}
}

func TestAReleaseThatCannotBeReadLeavesTheDraft(t *testing.T) {
	s := stocked(t)
	first := s.show(1)
	s.open(99)
	s.wait("the trouble", func() bool { return strings.Contains(s.texts(), "99") })
	s.wait("the claim to be given back", func() bool { return s.shelf.gates.count("leave 99") == 1 })
	if s.doc != first {
		t.Error("the draft is gone")
	}
}

func TestADuplicateAndAReleaseOfTheTrashAreOpened(t *testing.T) {
	s := stocked(t)
	s.show(1)
	s.duplicate()
	s.wait("the copy", func() bool { return s.shown() == 4 })
	s.shelf.gates.close("duplicate 4")
	s.duplicate()
	s.waitFor("duplicate 4")
	s.open(2)
	s.shelf.gates.open("duplicate 4")
	s.wait("what was clicked last, and the copy in the list", func() bool {
		return s.shown() == 2 && s.library.Count() == 5
	})
	if s.shown() != 2 {
		t.Errorf("release %d", s.shown())
	}
}

// TestAnyOrderOfWork opens, types, tags, moves the keyboard and answers in any
// order. A model keeps what was typed into which release; at the end the library
// has it, and nothing else.
func TestAnyOrderOfWork(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 7))
			s := stocked(t)
			model := map[int64]string{}
			tags := map[int64][]string{}
			for id := range int64(3) {
				model[id+1] = s.stored(id + 1).Lead
			}
			var calls []string
			for id := 1; id <= 3; id++ {
				for _, method := range []string{"get", "claim", "save", "leave"} {
					calls = append(calls, fmt.Sprint(method, " ", id))
				}
			}
			s.shelf.gates.close(calls...)
			drain := func() {
				for len(s.queue) > 0 {
					(<-s.queue)()
				}
			}
			for step := range 60 {
				switch r.IntN(8) {
				case 0:
					s.open(r.Int64N(3) + 1)
				case 1:
					s.focusSearch()
				case 2:
					id := r.Int64N(3) + 1
					tag := fmt.Sprint("тег", step)
					tags[id] = append(tags[id], tag)
					s.tag([]int64{id}, tag)
				case 3, 4:
					if s.doc == nil {
						continue
					}
					s.focusText()
					token := fmt.Sprintf("т%d.", step)
					at := []rune(s.doc.session.Text(release.LeadField))
					s.write(token)
					id := s.shown()
					if got := []rune(s.doc.session.Text(release.LeadField)); len(got) != len(at)+len([]rune(token)) {
						t.Fatalf("step %d: %q became %q", step, string(at), string(got))
					}
					model[id] = s.doc.session.Text(release.LeadField)
				default:
					for _, call := range r.Perm(len(calls)) {
						if name := calls[call]; s.shelf.gates.waits(name) > 0 {
							s.shelf.gates.letOne(name)
							break
						}
					}
				}
				drain()
			}
			s.shelf.gates.openAll()
			s.wait("every tag", func() bool {
				for id, all := range tags {
					for _, tag := range all {
						if !slices.Contains(s.stored(id).Tags, tag) {
							s.save()
							return false
						}
					}
				}
				return true
			})
			s.settle()
			for id, text := range model {
				if got := s.stored(id); got.Lead != text || len(got.Tags) != len(tags[id]) {
					t.Errorf("release %d has %q, %v; typed %q, %v", id, got.Lead, got.Tags, text, tags[id])
				}
			}
			if got := len(s.shelf.list(t, "")); got != 3 {
				t.Errorf("%d releases: a conflict with oneself made a copy", got)
			}
			other := s.neighbour()
			for id := range model {
				s.wait(fmt.Sprintf("release %d to be free unless it is on the screen", id), func() bool {
					return s.freeFor(other, id) == (id != s.shown())
				})
			}
		})
	}
}

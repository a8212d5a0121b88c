package app_test

import (
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
)

// TestJourneyMenusOfPlaces opens the menus of a word and of a row: a word becomes the
// office's own, another is accepted where it stands; a release gets another status, and
// goes to the trash.
func TestJourneyMenusOfPlaces(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open()
	d.keys("ctrl+shift+n")
	d.write("Встреча в Пробном")
	d.keys("ctrl+t")
	const first, second = "ыфвапролд", "йцукенгшщз"
	d.write("Обсуждён " + first + " и " + second + ".")
	d.wait("the lead", func() bool { return len(d.list()) == 1 && strings.Contains(d.stored().Lead, second) })
	at := func(word, from string) { // of two misspelt words F8 goes to the next one
		d.copied(word, func(text string) bool { return text == word }, "ctrl+t", from, "F8", "ctrl+c")
	}
	at(first, "ctrl+Home")
	d.keys("shift+F10", "Down", "Down", "Return") // below what is wrong: that the word is right
	d.wait("the office's word", func() bool { return strings.Contains(string(d.communique("words", "list")), first) })
	at(second, "ctrl+Home") // the first one is misspelt no more
	d.keys("shift+F10", "Down", "Down", "Down", "Right", "Return")
	accepted := func() bool {
		return slices.ContainsFunc(d.stored().Accepted, func(a release.Accepted) bool { return a.Text == second })
	}
	d.wait("what was accepted", accepted)
	d.look("accepted")

	row := func(keys ...string) {
		d.point(100, 215, "click", "3")
		d.keys(keys...)
	}
	row("Down", "Down", "Down", "Down", "Right", "Down", "Return") // below opening and copying: the second status
	d.wait("the status", func() bool { return d.stored().Status == release.Statuses()[1] })
	d.look("status")
	row("Up", "Return") // the last one
	d.wait("the question", d.darkened)
	d.keys("Return")
	d.wait("the trash", func() bool { return len(d.list()) == 0 })
	if !strings.Contains(string(d.communique("trash")), "Встреча в Пробном") {
		t.Error("the release is not in the trash")
	}
	d.kill(window)
}

// TestJourneyLevelsByTheMenus puts an item of a list a level deeper by the menu of its place and
// out again by the menu bar. A click on what cannot be chosen there takes the keys from no menu.
func TestJourneyLevelsByTheMenus(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open()
	d.keys("ctrl+shift+n")
	d.write("Заголовок")
	d.keys("ctrl+t")
	d.write("Начало.")
	d.keys("Return")
	d.write("* один")
	d.keys("Return")
	d.write("два")
	list := func(want string) {
		t.Helper()
		d.wait(want, func() bool {
			return len(d.list()) == 1 && len(d.stored().Blocks) == 1 && d.stored().Blocks[0].Text == want
		})
	}
	list("один\nдва")
	d.keys("shift+F10", "Up", "Up", "Up", "Right")
	d.look("levels-menu")
	d.point(677, 615, "click", "1") // no level is further out
	d.look("levels-menu-clicked")
	d.keys("Escape")
	d.look("levels-menu-closed")
	d.write(" и")
	list("один\nдва и")
	d.keys("shift+F10", "Up", "Up", "Up", "Right", "Return")
	list("один\n\tдва и")
	sorts := func(first int, mixed bool) {
		t.Helper()
		d.wait("the sort of the list", func() bool { b := d.stored().Blocks[0]; return b.First == first && b.Mixed == mixed })
	}
	d.keys("shift+Up", "ctrl+alt+4") // the whole list
	sorts(1, false)
	d.keys("Down", "End", "ctrl+alt+3") // its sublist
	sorts(1, true)
	d.look("levels-mixed")
	d.keys("shift+Up", "ctrl+alt+4")
	sorts(1, false)
	d.keys("ctrl+alt+3", "Down", "End")
	sorts(0, false)
	d.point(146, 13, "click", "1")
	d.keys("Up", "Up", "Up", "Up", "Up", "Up", "Right", "Down", "Return")
	list("один\nдва и")
	d.look("levels-out")
	d.kill(window)
}

package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"communique/editor/intake/layout/layouttest"
	"communique/editor/release"
)

// TestJourneyAGuessStaysOne drafts a release whose template declines a name that may be declined otherwise: the
// draft says so until the form is confirmed.
func TestJourneyAGuessStaysOne(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open()
	d.dialog("ctrl+n")
	for i, value := range []string{"Ош", "Анна Озерова", "Юрий Кравец", "строительство дорог"} {
		if i > 0 {
			d.keys("Tab")
		}
		d.write(value)
	}
	d.look("guess-form")
	d.keys("ctrl+Return")
	d.wait("the draft", func() bool { return len(d.list()) == 1 })
	if all := d.stored().Repairs; len(all) != 1 || all[0].Code != release.FormGuessed || all[0].Text != "Юрием Кравцом" {
		t.Fatalf("the draft keeps %v", all)
	}
	d.keys("ctrl+3")
	d.wait("what was guessed", func() bool { return d.white(1040, 262) }) // the button to confirm it
	d.look("guess-finding")
	d.keys("Tab", "space") // over the line that leads to the form
	d.wait("the form to be confirmed", func() bool {
		all := d.stored().Accepted
		return len(all) == 1 && all[0].Code == release.FormGuessed
	})
	d.look("guess-confirmed")
	d.leaves(window)
}

// TestJourneyATableOfPeople loads a table as Excel saves it in Russia, and a workbook: the forms are shown first, and a
// column without a place in a card is told.
func TestJourneyATableOfPeople(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open()
	table, err := charmap.Windows1251.NewEncoder().String("ФИО;Должность;Телефон\r\nОзерова Анна Петровна;посол;5\r\n;врач;5\r\n")
	path, book := filepath.Join(d.home, "люди.csv"), filepath.Join(d.home, "люди.xlsx")
	workbook := layouttest.Pack(map[string]string{
		"xl/workbook.xml":            `<workbook><sheets><sheet r:id="a"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Target="sheet.xml"/></Relationships>`,
		"xl/sheet.xml":               `<worksheet><sheetData><row><c t="str"><v>Руководство</v></c></row><row><c t="str"><v>ФИО</v></c><c t="str"><v>Телефон</v></c></row><row><c t="str"><v>Озерова Анна Петровна</v></c><c><v>5</v></c></row></sheetData></worksheet>`,
	})
	if err != nil || os.WriteFile(path, []byte(table), 0o600) != nil || os.WriteFile(book, workbook, 0o600) != nil {
		t.Fatal(err)
	}
	chooser := func() bool { return d.white(1040, 600) } // wider than what it is opened from
	forms := func() bool { return d.white(640, 150) && !d.white(640, 130) && !d.white(1040, 600) }
	d.dialog("ctrl+shift+p")
	d.keys("Tab", "Tab", "Tab", "space") // over a new card and the one to remove
	d.wait("the chooser", chooser)
	d.give(path)
	d.keys("ctrl+a", "ctrl+v", "Return")
	d.wait("the forms", forms)
	d.look("table-forms")
	d.keys("Escape") // nothing is kept
	d.wait("the register", func() bool { return d.white(640, 130) })
	if got := string(d.communique("people", "list")); strings.Contains(got, "Озерова") {
		t.Fatalf("kept unasked: %s", got)
	}
	d.keys("space")
	d.wait("the chooser again", chooser)
	d.give(book)
	d.keys("ctrl+a", "ctrl+v", "Return")
	d.wait("the forms again", forms)
	d.keys("ctrl+Return")
	d.wait("the card", func() bool {
		return strings.Contains(string(d.communique("people", "list")), "Анна Озерова")
	})
	d.look("table-told")
	d.leaveAll()
	d.leaves(window)
}

// TestJourneyATableIsTakenBack: a table gives somebody another post and brings a card; what it did is undone from the notice, in the
// register and in its file.
func TestJourneyATableIsTakenBack(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.communique("people", "add", "--post", "министр юстиции", "Анна Озерова")
	path := filepath.Join(d.home, "люди.csv")
	if err := os.WriteFile(path, []byte("ФИО;Должность\r\nОзерова Анна;посол\r\nПробный Иван;врач\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	window := d.open()
	list := func() string { return string(d.communique("people", "list")) }
	d.dialog("ctrl+shift+p")
	d.keys("Tab", "Tab", "Tab", "Tab", "space") // over the list, a new card and the one to remove
	d.wait("the chooser", func() bool { return d.white(1040, 600) })
	d.give(path)
	d.keys("ctrl+a", "ctrl+v", "Return")
	d.wait("the forms", func() bool { return d.white(640, 150) && !d.white(640, 130) && !d.white(1040, 600) })
	d.keys("ctrl+Return")
	d.wait("the table", func() bool {
		return strings.Contains(list(), "посол") && strings.Contains(list(), "Иван Пробный")
	})
	d.look("table-post-replaced")
	d.leaveAll()
	d.keys("F6", "F6") // over the middle
	d.look("table-way-back")
	d.keys("space")
	d.wait("the cards of before", func() bool {
		all := list()
		return strings.Contains(all, "министр юстиции") && !strings.Contains(all, "посол") && !strings.Contains(all, "Иван Пробный")
	})
	d.look("table-taken-back")
	d.leaves(window)
}

// TestJourneyTwoOfOneName drafts a release of somebody whose name the register has with another post: the draft asks who that is,
// and the card is kept beside the other's.
func TestJourneyTwoOfOneName(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.communique("people", "add", "--post", "министр юстиции", "Анна Озерова")
	window := d.open()
	d.dialog("ctrl+n")
	for i, value := range []string{"Ош", "Иван Пробный", "посол Анна Озерова", "строительство дорог"} {
		if i > 0 {
			d.keys("Tab")
		}
		d.write(value)
	}
	d.keys("ctrl+Return")
	d.wait("the draft", func() bool { return len(d.list()) == 1 })
	d.look("post-asked")
	d.follow(680) // three lines, and that Иван Пробный was remembered
	d.look("post-card")
	for range 7 { // from the day on which the post begins to the button above the name
		d.keys("shift+Tab")
	}
	d.keys("space")
	d.look("post-another")
	d.keys("ctrl+Return")
	d.wait("both cards", func() bool {
		all := string(d.communique("people", "list"))
		return strings.Contains(all, "министр юстиции") && strings.Contains(all, "посол") && strings.Count(all, "Озерова") == 2
	})
	d.leaves(window)
}

// TestJourneyOneNameTwice makes a card of somebody who has one: it asks, and the two become one. A card of a namesake whose post begins
// later stands beside it, and is the one that goes.
func TestJourneyOneNameTwice(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.communique("people", "add", "--post", "министр юстиции", "Анна Озерова")
	window := d.open()
	cards := func(count int) func() bool {
		return func() bool { return strings.Count(string(d.communique("people", "list")), "Озерова") == count }
	}
	fill := func(post, from string) {
		d.keys("space")
		d.write("Анна")
		d.keys("Tab", "Tab")
		d.write("Озерова")
		d.keys("Tab", "Tab", "Tab")
		d.write(post)
		d.keys("Tab")
		d.write(from)
		d.keys("ctrl+Return")
	}
	d.dialog("ctrl+shift+p")
	d.keys("Tab", "Tab") // a new card
	fill("министр юстиции", "01.02.2020")
	d.look("twin-asked")
	d.keys("Return")
	d.wait("the day of the post", func() bool { return strings.Contains(string(d.communique("people", "export")), "2020") })
	if !cards(1)() {
		t.Fatalf("two cards of one: %s", d.communique("people", "list"))
	}
	fill("певица", "01.12.2099")
	d.wait("the other card", cards(2))
	d.wait("its row", func() bool { return !d.white(500, 290) }) // chosen
	d.look("twin-beside")
	d.keys("Tab", "space") // the button that removes what is chosen
	d.look("twin-removed")
	d.keys("Return")
	d.wait("one card", cards(1))
	if left := string(d.communique("people", "export")); !strings.Contains(left, "министр юстиции") || strings.Contains(left, ";m;") {
		t.Errorf("left is %s", left)
	}
	d.leaves(window)
}

// TestJourneyAnEnglishNameIsLearned drafts a release in English twice: who was typed with a post the first time is offered by the first
// letters the second time, and is written with the post.
func TestJourneyAnEnglishNameIsLearned(t *testing.T) {
	d := newDesktop(t)
	d.settleAs(strings.Replace(office, `"ru"`, `"en"`, 1))
	window := d.open()
	draft := func(host string) {
		d.dialog("ctrl+n")
		d.write("Bishkek")
		d.keys("Tab")
		d.write(host)
		d.keys("Return") // takes the first that is offered
		d.write("Zlata Probikova")
		d.keys("Tab")
		d.write("trade")
	}
	draft("Ivan Probny, Secretary General of the Council")
	d.keys("ctrl+Return")
	d.wait("the draft", func() bool { return len(d.list()) == 1 })
	d.wait("the card", func() bool {
		return strings.Contains(string(d.communique("people", "list")), "Ivan Probny")
	})
	d.look("english-learned")
	draft("Ivan")
	d.look("english-offered")
	d.keys("ctrl+Return")
	d.wait("the second draft", func() bool { return len(d.list()) == 2 })
	for _, one := range d.list() {
		if want := "Ivan Probny, Secretary General of the Council, meets Zlata Probikova"; one.Headline != want {
			t.Errorf("got %q, not %q", one.Headline, want)
		}
	}
	d.leaves(window)
}

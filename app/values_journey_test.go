package app_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/editor/release"
)

// stored is the first release of the library as it lies there.
func (d *desktop) stored() release.Release {
	d.t.Helper()
	var r release.Release
	if err := json.Unmarshal(d.communique("show", "1", "--json"), &r); err != nil {
		d.t.Fatal(err)
	}
	return r
}

// paste puts a text on the clipboard and pastes it. The clipboard must stay as it is
// until the text is seen to have arrived.
func (d *desktop) paste(text string) {
	d.t.Helper()
	d.give(text)
	d.keys("ctrl+v")
}

// openFirst opens the first release of the list, and waits until the keyboard is in
// its text.
func (d *desktop) openFirst() {
	d.t.Helper()
	d.keys("F4", "Return")
	d.holds(d.stored().Lead, "ctrl+t")
}

// tabs goes on to the n-th control.
func (d *desktop) tabs(n int) {
	d.t.Helper()
	for range n {
		d.keys("Tab")
	}
}

// look keeps a picture of the screen where COMMUNIQUE_SHOTS names a folder.
func (d *desktop) look(name string) {
	if dir := os.Getenv("COMMUNIQUE_SHOTS"); dir != "" {
		_, _ = d.tool("import", "-window", "root", filepath.Join(dir, name+".png"))
	}
}

// TestJourneyWhatCannotBeRead types an embargo without its zone and kills the
// program: it is still there, keeps the release from leaving unnoticed, and is an
// embargo as soon as its zone is typed.
func TestJourneyWhatCannotBeRead(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open()
	d.keys("ctrl+shift+n")
	d.write("Встреча")
	d.keys("ctrl+t")
	d.write("Первый абзац.")
	d.keys("Return")
	d.write("Второй абзац.")
	d.keys("ctrl+4", "Tab", "Tab", "Tab", "Tab") // over date, place, kind and status
	d.write("11.09.2027 12:00")
	d.wait("what was typed", func() bool {
		return len(d.list()) == 1 && d.stored().UnreadText("embargo") == "11.09.2027 12:00"
	})
	d.look("embargo-typed")
	d.kill(window)

	r := d.stored()
	if r.Lead != "Первый абзац." || len(r.Blocks) != 1 || r.Blocks[0].Text != "Второй абзац." {
		t.Errorf("two lines became %q %+v", r.Lead, r.Blocks)
	}
	d.open()
	d.openFirst()
	d.look("embargo-reopened")
	d.keys("ctrl+4", "Tab", "Tab", "Tab", "Tab", "End")
	d.write(" Asia/Bishkek")
	d.wait("the embargo", func() bool {
		r := d.stored()
		return r.Embargo.String() == "2027-09-11T12:00:00+06:00[Asia/Bishkek]" && len(r.Unread) == 0
	})
	d.look("embargo-read")
	d.keys("ctrl+a")
	d.write("12.09.2027 12:00")
	d.keys("Return") // it names no zone: the office's is taken, and told
	d.wait("the embargo in the office's zone", func() bool {
		r := d.stored()
		return r.Embargo.At.Equal(time.Date(2027, 9, 12, 12, 0, 0, 0, time.Local)) && len(r.Unread) == 0 //nolint:gosmopolitan // the computer stands in the office
	})
	d.look("embargo-in-office")
}

// TestJourneyPasteFromWord pastes paragraphs with the line ends of another system
// into the text and into the headline.
func TestJourneyPasteFromWord(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.open()
	d.keys("ctrl+shift+n")
	d.paste("Встреча\r\nв Пробном")
	d.wait("the headline", func() bool { return len(d.list()) == 1 && d.list()[0].Headline == "Встреча в Пробном" })
	d.keys("ctrl+t")
	d.paste("Стороны обсудили итоги.\r\nБыли подписаны документы:\v– первый.\r\nВстреча завершилась.\x07\r\n")
	d.wait("the paragraphs", func() bool { return len(d.list()) == 1 && len(d.stored().Blocks) >= 2 })
	d.look("pasted")
	r := d.stored()
	if r.Headline != "Встреча в Пробном" || r.Lead != "Стороны обсудили итоги." ||
		r.Blocks[0].Text != "Были подписаны документы:\n– первый." || r.Blocks[1].Text != "Встреча завершилась." {
		t.Errorf("got %q, %q, %+v", r.Headline, r.Lead, r.Blocks)
	}
	d.keys("End", "shift+Return")
	d.write("И строка.")
	d.wait("a line in the paragraph", func() bool {
		blocks := d.stored().Blocks
		return len(blocks) > 2 && strings.HasSuffix(blocks[len(blocks)-1].Text, "\nИ строка.") || len(blocks) == 2 && strings.HasSuffix(blocks[1].Text, "\nИ строка.")
	})
}

// TestJourneyContacts adds a contact to a release that has three, and takes one of
// them out, by keyboard.
func TestJourneyContacts(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	r := release.New("ru")
	r.Headline, r.Lead = "Встреча", "Она состоялась."
	for _, name := range []string{"Иван Первый", "Мария Вторая", "Семён Третий"} {
		r.Contacts = append(r.Contacts, release.Contact{Name: name, Email: "press@council.example"})
	}
	data, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	source := filepath.Join(d.home, "r.release.toml")
	if err := os.WriteFile(source, data, 0o600); err != nil {
		t.Fatal(err)
	}
	d.communique("import", source, "--save")
	d.open()
	d.openFirst()
	names := func() string {
		var all []string
		for _, c := range d.stored().Contacts {
			all = append(all, c.Name)
		}
		return strings.Join(all, ", ")
	}
	d.keys("ctrl+4")
	d.tabs(13) // over the other fields and the three contacts
	d.keys("space", "Down", "Return")
	d.wait("the fourth", func() bool {
		return names() == "Иван Первый, Мария Вторая, Семён Третий, Пётр Образцов"
	})
	d.look("contacts-four")
	d.keys("ctrl+4")
	d.tabs(10)
	d.keys("space")
	d.wait("three", func() bool {
		return names() == "Иван Первый, Семён Третий, Пётр Образцов"
	})
	d.look("contacts-three")
	d.keys("ctrl+t", "ctrl+z")
	d.wait("the undo", func() bool {
		return names() == "Иван Первый, Мария Вторая, Семён Третий, Пётр Образцов"
	})
}

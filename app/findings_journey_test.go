package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/editor/release"
)

// TestJourneyWhatIsFound goes through the findings by keys, mends one from the menu of its
// place and the rest at once, those that overlap among them, takes that back with one undo, and issues the release in spite of the one that is left: not
// before it is said who does that, and why.
func TestJourneyWhatIsFound(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open()
	d.keys("ctrl+shift+n")
	d.write("Встреча в Пробном")
	d.keys("ctrl+t")
	const lead = "Встреча прошла с с  с успехом и и завершена (уточнить)."
	d.write(lead)
	says := func(want string) func() bool {
		return func() bool { return len(d.list()) == 1 && d.stored().Lead == want }
	}
	d.wait("the lead", says(lead))

	d.copied("the second word said twice", func(text string) bool { return text == "и и" || text == " и" || text == "и" },
		"ctrl+t", "ctrl+End", "shift+F8", "shift+F8", "ctrl+c")
	d.keys("shift+F10", "Down", "Down", "Return") // below what is wrong: how it is mended
	once := strings.Replace(lead, "и и", "и", 1)
	d.wait("one that is mended", says(once))
	d.keys("ctrl+z")
	d.wait("what was written", says(lead))
	d.keys("ctrl+y")
	d.wait("one that is mended again", says(once))

	d.keys("ctrl+3", "shift+Tab", "space") // over the list: all that is certain
	d.look("mended")
	mended := strings.Replace(once, "с с  с", "с", 1)
	d.wait("all that are mended", says(mended))
	d.keys("ctrl+t", "ctrl+z")
	d.wait("all of it to be taken back", says(once))
	d.keys("ctrl+y")
	d.wait("all that are mended again", says(mended))

	issue := func() {
		d.keys("ctrl+4", "Tab", "Tab", "Tab", "space", "Down", "Down", "Down", "Return")
		d.wait("the question", d.darkened)
	}
	issue()
	d.keys("Escape")
	d.wait("the release", func() bool { return !d.darkened() })
	issue()
	d.keys("ctrl+Return") // nobody, and for no reason
	d.write("Пётр Образцов")
	d.keys("ctrl+Return") // for no reason
	d.look("unsaid")
	if d.stored().Status == release.Issued {
		t.Error("issued though nobody said why")
	}
	d.keys("Tab")
	d.write("Срочно")
	d.keys("ctrl+Return")
	d.wait("the release to be issued", func() bool { return d.stored().Status == release.Issued })
	d.look("issued")
	d.kill(window)
	r := d.stored()
	if r.Lead != mended || len(r.Overrides) != 1 || r.Overrides[0].Who != "Пётр Образцов" || r.Overrides[0].Why != "Срочно" {
		t.Errorf("after the kill: %q, %+v", r.Lead, r.Overrides)
	}
}

// TestJourneyAWholeKindIsAccepted accepts all findings of a kind at once, takes that back by an undo and one of them by
// its own button, and accepts what is left when one level alone is listed.
func TestJourneyAWholeKindIsAccepted(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.open()
	d.keys("ctrl+shift+n")
	d.write("Встреча в Пробном")
	d.keys("ctrl+t")
	const lead = "Встреча прошла с с успехом и и завершена у у моря."
	d.write(lead)
	d.wait("the lead", func() bool { return len(d.list()) == 1 && d.stored().Lead == lead })
	accepted := func(what string, codes ...string) {
		t.Helper()
		d.wait(what, func() bool {
			var all []string
			for _, a := range d.stored().Accepted {
				all = append(all, a.Code)
			}
			return slices.Equal(all, codes)
		})
	}
	const twice, place = "word-twice", "place-missing"

	d.copied("the first word said twice", func(text string) bool { return text == "с с" || text == " с" || text == "с" },
		"ctrl+t", "ctrl+Home", "F8", "ctrl+c")
	d.keys("ctrl+3", "shift+Tab", "space") // over the first line: all of its kind
	accepted("the kind", twice, twice, twice)
	d.look("kind")
	d.keys("ctrl+t", "ctrl+z")
	accepted("none of it")
	d.keys("ctrl+y")
	accepted("the kind again", twice, twice, twice)

	d.keys("ctrl+3")
	d.tabs(5)
	d.look("withdrawn")
	d.keys("space") // the first that was accepted
	accepted("two of the kind", twice, twice)

	d.keys("ctrl+3", "shift+Tab", "shift+Tab", "space", "Down", "Down", "Down", "Return")
	d.look("level")
	d.keys("ctrl+3", "Tab", "space") // of what is told only
	accepted("what is told only", twice, twice, place)
}

// TestJourneyMendedOnTheCard points at a word that is misspelt, goes from it down to the
// card, and presses there what was meant. What is then typed follows the caret.
func TestJourneyMendedOnTheCard(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open()
	d.keys("ctrl+shift+n")
	d.write("Встреча в Пробном")
	d.keys("ctrl+t")
	const lead = "Сотрудничиство продолжится."
	d.write(lead)
	says := func(want string) func() bool {
		return func() bool { return len(d.list()) == 1 && d.stored().Lead == want }
	}
	d.wait("the lead", says(lead))
	const left = 326        // of the pills on the card: in the first of them, behind its corner and before its word
	accent := d.dot(30, 53) // of the main button
	pill := 0
	show := func() {
		t.Helper()
		d.wait("the card", func() bool {
			d.point(340, 400)
			d.point(340, 211)
			for i, colour := range d.dots(left, 240, 1, 160) {
				if pill = 240 + i + 13; colour == accent {
					return true
				}
			}
			return false
		})
		for y := 215; y <= pill; y += 4 { // slowly, as a hand goes
			d.point(left+12, y)
		}
	}
	show()
	d.look("card")
	d.point(left+12, pill, "click", "1")
	const mended = "Сотрудничество продолжится."
	d.wait("the word that is mended", says(mended))
	d.keys("ctrl+End")
	d.write("Скоро.")
	d.wait("what is typed after", func() bool { return strings.Contains(string(d.communique("show", "1")), "Скоро.") })
	d.keys("ctrl+z", "ctrl+z")
	d.wait("all to be taken back", says(lead))

	show()
	below := pill + 30                          // the second row of them
	var edges []int                             // of it, where each begins and ends
	const inside = 300                          // of the card's width
	row := d.dots(left-10, below-10, inside, 1) // above their words
	for x := 1; x < len(row); x++ {
		if row[x] != row[0] && row[x-1] == row[0] {
			edges = append(edges, left-10+x)
		}
	}
	before := edges[len(edges)-4]
	for x := left; x < before+12; x += 8 {
		d.point(x, below)
	}
	d.point(before+12, below, "click", "1") // the last accepts, the one before it keeps the word
	d.wait("the word among the office's own", func() bool {
		words, err := os.ReadFile(filepath.Join(d.home, "config", "communique", "words.toml"))
		return err == nil && strings.Contains(string(words), "отрудничиство")
	})
	d.kill(window)
}

// TestJourneyRowsAndColumns changes a table from the menu of its place.
func TestJourneyRowsAndColumns(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.open()
	d.keys("ctrl+shift+n")
	d.write("Сроки")
	d.keys("ctrl+t")
	d.write("Названы сроки.")
	d.keys("Return", "ctrl+alt+5")
	for _, cell := range []string{"Этап", "Срок", "Первый"} {
		d.write(cell)
		d.keys("Tab")
	}
	d.write("октябрь")
	table := func(want string) {
		t.Helper()
		d.wait("the table "+want, func() bool {
			return len(d.list()) == 1 && len(d.stored().Blocks) == 1 && d.stored().Blocks[0].Text == want
		})
	}
	table("Этап\tСрок\nПервый\tоктябрь")
	// The third from below leads to a menu of its own, which opens at its first item.
	menu := func(item int) {
		d.keys(append([]string{"shift+F10", "Up", "Up", "Up", "Right"}, append(repeated("Down", item), "Return")...)...)
	}
	menu(0)
	d.write("Второй")
	table("Этап\tСрок\nПервый\tоктябрь\nВторой\t")
	menu(1)
	d.write("раз")
	d.look("table")
	table("Этап\t\tСрок\nПервый\t\tоктябрь\nВторой\tраз\t")
	menu(2)
	table("Этап\t\tСрок\nПервый\t\tоктябрь")
	menu(3)
	d.wait("two columns", func() bool { return strings.Count(d.stored().Blocks[0].Text, "\t") == 2 })
	d.keys(repeated("ctrl+z", 3)...)
	d.wait("the column again", func() bool { return strings.Count(d.stored().Blocks[0].Text, "\t") >= 4 })
}

// TestJourneyIssueInSpiteOfMuch asks to issue a release with more that keeps it from that than a
// dialog shows at once: PageDown leads on in the list, Escape leaves all as it was, and who issues
// it and why are kept.
func TestJourneyIssueInSpiteOfMuch(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	var text strings.Builder
	text.WriteString("Учение прошло в Пробном\n\nПробный, 11 сентября 2024 года\n\n")
	for n := range 12 {
		fmt.Fprintf(&text, "О том, что (ФИО) и XXX сообщили хх.хх.2024 о делах, сказано в абзаце %d.\n\n", n)
	}
	path := filepath.Join(d.home, "много.txt")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	d.communique("import", path, "--save")
	window := d.open()
	d.keys("F4")
	d.write("учение")
	d.keys("Return")
	d.titled(window, "^Учение прошло в Пробном — Communique$")
	ask := func() {
		t.Helper()
		d.keys("ctrl+4", "Tab", "Tab", "Tab", "space", "Down", "Down", "Down", "Return")
		d.wait("the question", d.darkened)
	}
	ask()
	list := func() []string { return d.dots(390, 340, 1, 110) }
	before := list()
	d.look("issue-in-spite-of-much")
	d.keys("Next")
	d.wait("the list to go on", func() bool { return !slices.Equal(list(), before) })
	d.keys("Escape")
	d.wait("the question to go", func() bool { return !d.darkened() })
	if status := d.stored().Status; status != release.Statuses()[0] {
		t.Errorf("left with Escape it is %s", status)
	}
	ask()
	d.write("Анна Озерова")
	d.keys("Tab")
	d.write("срочно")
	d.keys("ctrl+Return")
	d.wait("it to be issued", func() bool { return d.stored().Status == release.Issued })
	if o := d.stored().Overrides; len(o) != 1 || o[0].Who != "Анна Озерова" || o[0].Why != "срочно" {
		t.Errorf("what is kept of it: %+v", o)
	}
	d.leaves(window)
}

// TestJourneyLeadsToWhatBlocks exports several issued releases that may not leave, and goes from
// the list of them to the first: its gravest finding has the keyboard and leads into the text.
func TestJourneyLeadsToWhatBlocks(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	for n, headline := range []string{"Учение завершено", "Встреча состоялась"} {
		r := release.New("ru")
		r.Headline, r.Status, r.Lead = headline, release.Issued, "Об этом сообщил (ФИО)."
		r.Date, _ = release.NewDate(2024, time.September, 11+n)
		data, err := r.Encode()
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(d.home, fmt.Sprint(n, release.Extension))
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		d.communique("import", path, "--save")
	}
	window := d.open()
	d.wait("both", func() bool { return len(d.list()) == 2 })
	ask := func() {
		t.Helper()
		d.keys("F4", "Down", "ctrl+a", "ctrl+shift+m")
		d.wait("what may not leave", d.darkened)
	}
	ask()
	d.look("ways-to-findings")
	d.keys("Escape")
	d.wait("the list", func() bool { return !d.darkened() })
	ask()
	d.keys("shift+Tab", "shift+Tab", "space")
	d.titled(window, "^Встреча состоялась — Communique$")
	d.wait("the keyboard at the gravest finding, which has a ground of its own then", func() bool { return d.dot(1200, 187) != d.dot(1200, 291) })
	d.look("led-to-findings")
	d.keys("space")
	d.write("Z")
	d.wait("what was typed before it", func() bool {
		return strings.Contains(string(d.communique("show", d.found("встреча"))), "сообщил Z(ФИО).")
	})
	d.leaves(window)
}

// TestJourneyWhatF8ShowsIsSeen goes to a misspelt word below the view while a notice floats over the
// text's foot: the word stands above the notice, selected, and its card does not lie under it.
func TestJourneyWhatF8ShowsIsSeen(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.open()
	d.keys("ctrl+shift+n")
	d.write("Встреча в Пробном")
	d.keys("ctrl+t")
	for range 15 {
		d.pour("Стороны обсудили план.")
		d.keys("Return")
	}
	d.write("Сотрудничиство продолжится.")
	d.keys("Return")
	d.pour("Стороны обсудили план.")
	d.wait("the text", func() bool { return len(d.list()) == 1 && len(d.stored().Blocks) == 16 })
	d.keys("ctrl+Home", "ctrl+t", "Tab") // which means nothing in the lead
	const foot = 727
	d.wait("the notice", func() bool { return d.notice(foot) })
	chosen := d.dot(372, 46) // as what is selected
	selected := func() (lowest int) {
		const left, top, width, height = 300, 100, 60, 650
		for i, colour := range d.dots(left, top, width, height) {
			if colour == chosen {
				lowest = top + i/width
			}
		}
		return lowest
	}
	d.wait("the finding, and not the one of another field", func() bool { d.keys("F8"); return selected() > 0 })
	d.look("F8 over a notice")
	if lowest := selected(); !d.notice(foot) || lowest > foot-20 {
		t.Errorf("the word ends at %d, the notice is there: %v", lowest, d.notice(foot))
	}
	accent := d.dot(30, 53)
	if row := d.dots(326, 150, 1, 550); !slices.Contains(row, accent) {
		t.Error("the main button of its card is not seen")
	}
}

// TestJourneyManyFindings turns to the findings that are not listed at first, and goes on from one of them to its place.
func TestJourneyManyFindings(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	var text strings.Builder
	text.WriteString("Встреча в Пробном\n\nБишкек, 11 сентября 2024 года. Встреча прошла.\n\n")
	for i := range 50 {
		fmt.Fprintf(&text, "Обсудили вопрос [заполнить: дело %d] и ещё один.\n\n", i)
	}
	path := filepath.Join(d.home, "встреча.txt")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	window := d.open(path)
	d.wait("the release", func() bool { return len(d.list()) == 1 })
	d.openFirst()
	d.keys("ctrl+3")
	for range 2 * 30 { // over the findings that are listed and what accepts each, to the button below them
		d.keys("Tab")
	}
	d.look("findings-first")
	d.keys("space")
	d.look("findings-second")
	d.keys("space") // on the first of them
	d.copied("the place of one of them", func(text string) bool { return strings.HasPrefix(text, "[заполнить: дело 30]") }, "shift+End", "ctrl+c")
	d.leaves(window)
}

package editing

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/release"
)

// rounds is how many edits are made; 200,000 take five seconds.
var (
	rounds = flag.Int("rounds", 20_000, "random edits against the model")
	seed   = flag.Uint64("seed", 26, "of what is random")
)

// seen is an editor's draft as a model, and where the lines begin in its texts.
func seen(e *Editor) model {
	var m model
	var places []release.Position
	line := func(kind, text string, at release.Position, tabs int) {
		m.lines = append(m.lines, modelLine{kind, text, tabs})
		places = append(places, at)
	}
	d := e.document()
	field := func(kind string, f release.Field) {
		id := release.TextID{Field: f}
		text, _, _ := d.Text(id)
		line(kind, text, start(id), 0)
	}
	field("!", release.HeadlineField)
	field("?", release.SubheadlineField)
	field("=", release.LeadField)
	for _, b := range d.Blocks() {
		words := document.Body(b.ID, release.Words)
		kind := map[release.BlockKind]string{release.Paragraph: "p", release.Subheading: "#", release.List: "-", release.Rule: "---"}[b.Kind]
		if b.Kind != release.List {
			line(kind, b.Text, start(words), 0)
			continue
		}
		for _, item := range b.Items() {
			line(kind, item.Text, release.Position{TextID: words, Offset: item.Start}, item.Tabs)
		}
	}
	field("@", release.BoilerplateField)
	find := func(p release.Position) modelPlace {
		for i := len(places) - 1; i >= 0; i-- {
			if places[i].TextID == p.TextID && places[i].Offset <= p.Offset && m.lines[i].kind != "---" {
				return modelPlace{i, p.Offset - places[i].Offset}
			}
		}
		return modelPlace{-1, -1}
	}
	m.from, m.caret = find(e.selection.Anchor), find(e.selection.Caret)
	return m
}

// position is a place of a model in the draft.
func (m model) position(e *Editor, p modelPlace) release.Position {
	at := start(e.First())
	count := 0
	for i := 1; i <= p.line; i++ {
		switch {
		case m.lines[i].kind == "---":
		case m.lines[i].kind == "-" && e.Length(at.TextID) > 0 && count < strings.Count(textOf(e, at.TextID), "\n") && natureOf(e.document(), at.TextID) == items:
			count++
		default:
			next, _ := e.Next(at.TextID)
			at, count = start(next), 0
		}
	}
	lines := strings.SplitAfter(textOf(e, at.TextID), "\n")
	if m.lines[p.line].kind == "-" {
		at.Offset = len([]rune(strings.Join(lines[:count], ""))) + m.lines[p.line].tabs
	}
	at.Offset += p.column
	return at
}

func textOf(e *Editor, id release.TextID) string {
	text, _, _ := e.document().Text(id)
	return text
}

// trial is an editor and its model side by side, with the model's own undo.
type trial struct {
	*rand.Rand
	*Editor
	model      model
	undo, redo []modelStep
	wholeStart model
}

type modelStep struct {
	step          draft.Step
	before, after model
	open          bool // letters that come belong to it
}

func newTrial(random *rand.Rand) *trial {
	r := release.New("ru")
	r.Headline, r.Lead, r.Boilerplate = "Заголовок", "Лид", "О нас"
	now := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	t := &trial{Rand: random, Editor: New(draft.NewSession(r, func() time.Time { return now }))}
	t.model = seen(t.Editor)
	t.wholeStart = t.model.copied()
	return t
}

// made remembers a step of the model.
func (t *trial) made(step draft.Step, before model, open bool) {
	t.redo = nil
	after := t.model.copied()
	if n := len(t.undo); n > 0 && step != draft.Alone {
		if last := &t.undo[n-1]; last.step == step && last.open && last.after.from == before.from && last.after.caret == before.caret {
			last.after, last.open = after, open
			return
		}
	}
	t.undo = append(t.undo, modelStep{step, before, after, open})
}

func (t *trial) place() modelPlace {
	for {
		if i := t.IntN(len(t.model.lines)); t.model.lines[i].kind != "---" {
			return modelPlace{i, t.IntN(len(t.model.runes(i)) + 1)}
		}
	}
}

func (t *trial) pick(all ...string) string { return all[t.IntN(len(all))] }

// act does one thing to both and says what.
func (t *trial) act() string {
	before := t.model.copied()
	m := &t.model
	switch n := t.IntN(44); {
	case n >= 40:
		back := n%2 == 0
		t.Tab(back)
		if m.tab(back) {
			t.made(draft.Alone, before, false)
		}
		return fmt.Sprint("tab, back: ", back)
	case n < 12:
		letter := t.pick("а", "б", " ", "-", "#", "й", "\u0301", "😀", "👨‍👩‍👧", "z")
		t.typed(letter)
		return "type " + letter
	case n < 15:
		t.NewParagraph()
		if m.enter() {
			t.made(draft.Alone, before, false)
		}
		return "enter"
	case n < 20:
		t.Backspace()
		selected := before.from != before.caret
		if changed := m.backspace(); changed && !selected && before.caret.column > 0 {
			t.made(draft.Erasing, before, true)
		} else if changed {
			t.made(draft.Alone, before, false)
		}
		return "backspace"
	case n < 23:
		t.DeleteForward()
		selected := before.from != before.caret
		inside := before.caret.column < len(before.runes(before.caret.line))
		if changed := m.delete(); changed && !selected && inside {
			t.made(draft.Erasing, before, true)
		} else if changed {
			t.made(draft.Alone, before, false)
		}
		return "delete"
	case n < 25:
		kind := t.pick("p", "#", "-")
		t.SetKind(map[string]release.BlockKind{"p": release.Paragraph, "#": release.Subheading, "-": release.List}[kind], false)
		if m.set(kind) {
			t.made(draft.Alone, before, false)
		}
		return "kind " + kind
	case n < 27:
		all := [][]string{{"раз"}, {"раз", "два"}, {"", "раз", "два", "три"}, {"раз", ""}, {"", ""}}[t.IntN(5)]
		t.PasteText(strings.Join(all, "\n"))
		if m.paste(all) {
			t.made(draft.Alone, before, false)
		}
		return fmt.Sprintf("paste %q", all)
	default:
		return t.wander(n)
	}
}

func (t *trial) typed(letter string) {
	before := t.model.copied()
	m := &t.model
	t.Type(letter)
	m.cut()
	m.insert(letter)
	t.made(draft.Typing, before, letter != " ")
	if letter == " " {
		before = m.copied()
		if m.sign() {
			t.made(draft.Alone, before, false)
		}
	}
}

// wander moves the selection and goes through the steps.
func (t *trial) wander(n int) string {
	m := &t.model
	switch {
	case n < 29:
		a, b := t.place(), t.place()
		m.from, m.caret = a, b
		t.Select(m.position(t.Editor, a), m.position(t.Editor, b))
		return fmt.Sprint("select ", a, b)
	case n < 32:
		m.caret = t.place()
		m.from = m.caret
		t.Select(m.position(t.Editor, m.caret), m.position(t.Editor, m.caret))
		return fmt.Sprint("put the caret ", m.caret)
	case n < 34:
		t.Move(Left, false)
		if from, _ := m.ends(); m.from != m.caret {
			m.at(from.line, from.column)
		} else {
			m.left()
		}
		return "left"
	case n < 36:
		t.Move(Right, false)
		if _, to := m.ends(); m.from != m.caret {
			m.at(to.line, to.column)
		} else {
			m.right()
		}
		return "right"
	case n < 39:
		if t.back() != t.Undo() {
			return "undo at another time"
		}
		return "undo"
	default:
		if t.forth() != t.Redo() {
			return "redo at another time"
		}
		return "redo"
	}
}

func (t *trial) back() bool {
	n := len(t.undo)
	if n == 0 {
		return false
	}
	t.model = t.undo[n-1].before.copied()
	t.undo, t.redo = t.undo[:n-1], append(t.redo, t.undo[n-1])
	t.close()
	return true
}

func (t *trial) forth() bool {
	n := len(t.redo)
	if n == 0 {
		return false
	}
	t.model = t.redo[n-1].after.copied()
	t.redo, t.undo = t.redo[:n-1], append(t.undo, t.redo[n-1])
	t.close()
	return true
}

// close lets nothing join the newest step.
func (t *trial) close() {
	if n := len(t.undo); n > 0 {
		t.undo[n-1].open = false
	}
}

// TestAgainstAPlainModel makes random edits, with the keyboard as it were, on an editor and
// on a model: text and selection are the same after each. Every few hundred all is undone to
// the start and redone.
func TestAgainstAPlainModel(t *testing.T) {
	random := rand.New(rand.NewPCG(12, *seed))
	e := newTrial(random)
	var story []string
	check := func(round int) {
		if got := seen(e.Editor); !reflect.DeepEqual(got, e.model) {
			t.Fatalf("round %d, %s\ngot  %+v %v %v\nwant %+v %v %v\nundo %d", round, strings.Join(story[max(0, len(story)-8):], "; "), got.lines, got.from, got.caret, e.model.lines, e.model.from, e.model.caret, len(e.undo))
		}
	}
	for round := range *rounds {
		story = append(story, e.act())
		check(round)
		if err := e.session.Release().Validate(); err != nil {
			t.Fatalf("round %d, %s: %v", round, story[len(story)-1], err)
		}
		if round%300 != 299 && len(e.model.lines) < 60 {
			continue
		}
		for e.back() && e.Undo() {
			check(round)
		}
		if e.Undo() || !reflect.DeepEqual(seen(e.Editor).lines, e.wholeStart.lines) {
			t.Fatalf("round %d: undone to %+v", round, seen(e.Editor).lines)
		}
		for e.forth() && e.Redo() {
			check(round)
		}
		if e.Redo() {
			t.Fatalf("round %d: there is more to redo", round)
		}
		e, story = newTrial(random), nil
	}
}

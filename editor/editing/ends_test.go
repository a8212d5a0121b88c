package editing

import (
	"testing"

	"communique/editor/document"
	"communique/editor/release"
)

// TestWhereWritingGoesOn: the end of a release is that of its body while nothing is said
// about the organisation, and then of what is said; from the one a second press leads to the
// other.
func TestWhereWritingGoesOn(t *testing.T) {
	runKeys(t, map[string]keyTest{
		"the body's end":                 {"! |а\n= б\np вг", "Ctrl+End", "! а\n= б\np вг|"},
		"what is said of us":             {"! |а\np вг\n@ де", "Ctrl+End", "! а\np вг\n@ де|"},
		"a quotation nobody has said":    {"! |а\n> вг", "Ctrl+End 'д'", "! а\n> вгд|"},
		"the speaker of a quotation":     {"! |а\n> вг\n>> Анна", "Ctrl+End 'д'", "! а\n> вг\n>> Аннад|"},
		"a picture without an author":    {"! |а\ni вг", "Ctrl+End 'д'", "! а\ni вгд|"},
		"again, to what is not yet said": {"! |а\np вг", "Ctrl+End Ctrl+End 'д'", "! а\np вг\n@ д|"},
		"and with the selection":         {"p аб|в", "Ctrl+End Shift+Left", "p аб|в["},
		"the lead, where all is":         {"! |а\n= бв", "Ctrl+End 'г'", "! а\n= бвг|"},
	})
}

// TestWhatGoesOnInWords: pasted blocks whose first or last part goes on in the words around
// it lose nothing on the way, speakers, items and pictures among them.
func TestWhatGoesOnInWords(t *testing.T) {
	pasteInto := func(before string, blocks ...release.Block) *hands {
		h := take(t, before)
		h.Paste(NewFragment(blocks, true, true))
		return h
	}
	paragraph := release.Block{Kind: release.Paragraph, Text: "п"}
	said := release.Block{Kind: release.Quotation, Text: "ц", Speaker: "Анна"}
	items := release.Block{Kind: release.List, Text: "е\nж\nз"}
	picture := release.Block{Kind: release.Picture, Picture: testPicture, Text: "к"}
	for name, c := range map[string]struct {
		before string
		blocks []release.Block
		after  string
	}{
		"a quotation first":    {"p а|б", []release.Block{said, paragraph}, "p ац\np Анна\np п|б"},
		"a quotation last":     {"p а|б", []release.Block{paragraph, said}, "p ап\n> ц\n>> Анна|\np б"},
		"a list first":         {"p а|б", []release.Block{items, paragraph}, "p ае\n- ж\n- з\np п|б"},
		"a list last":          {"p а|б", []release.Block{paragraph, items}, "p ап\n- е\n- ж\np з|б"},
		"a list into a list":   {"- а|б", []release.Block{items}, "- ае\n- ж\n- з|б"},
		"an item at both ends": {"p а|б", []release.Block{{Kind: release.List, Text: "е"}, {Kind: release.List, Text: "ж"}}, "p ае\np ж|б"},
		"a picture first":      {"p а|б", []release.Block{picture, paragraph}, "p а\ni к\np п|б"},
		"a picture last":       {"p а|б", []release.Block{paragraph, picture}, "p ап\ni к\nalt |\np б"},
	} {
		t.Run(name, func(t *testing.T) {
			h := pasteInto(c.before, c.blocks...)
			if got := drawing(h.Editor); got != plainDrawing(c.after) {
				t.Errorf("got\n%s", got)
			}
			if h.Undo(); drawing(h.Editor) != plainDrawing(c.before) {
				t.Errorf("undone to\n%s", drawing(h.Editor))
			}
		})
	}
	h := take(t, "p а|б")
	h.InsertBlock(release.Block{Kind: release.Picture})
	if drawing(h.Editor) != "p а|б" || h.Undo() {
		t.Errorf("a picture of no file made\n%s", drawing(h.Editor))
	}
}

// TestCanLink: where something can be marked, or a link is at the caret, and the release
// may be written.
func TestCanLink(t *testing.T) {
	for before, want := range map[string]bool{
		"p а[б|в": true, "p аб|в": false, "p а{б|в}г": true, "! а[б|": false, "! а[б\np в|": true, "p а[\np |б": false, "t а[б| ; в": true, "> а\n>> Ан[на|": false, "@ а[б|": true,
	} {
		h := take(t, before)
		if h.CanLink() != want {
			t.Errorf("%s: %v", before, h.CanLink())
		}
		h.SetReadOnly(true)
		if h.CanLink() {
			t.Errorf("%s: though it may only be read", before)
		}
	}
}

// TestWhereACaretGoesWithItsBlock: where somebody else joins the caret's block to the one
// before, it goes to where the words have met, or stays on its letter.
func TestWhereACaretGoesWithItsBlock(t *testing.T) {
	for name, c := range map[string]struct{ before, after string }{
		"in its words":        {"p аб\np в|г", "p абв|г"},
		"a selection of it":   {"p аб\np [в|г", "p аб[в|г"},
		"from the one before": {"p а[б\np в|г", "p а[бв|г"},
	} {
		h := take(t, c.before)
		op, ok := h.document().Joining(wordsOf(1))
		if !ok {
			t.Fatal("nothing to join")
		}
		if err := h.Session().Apply(document.Transaction{op}); err != nil {
			t.Fatal(err)
		}
		if got := drawing(h.Editor); got != c.after {
			t.Errorf("%s: %s", name, got)
		}
	}
	h := take(t, "p аб\n> вг\n>> Ан|на")
	words := start(document.Body(2, release.SpeakerPart))
	shape := document.Shape{Kind: release.Quotation}
	if err := h.Session().Apply(document.Transaction{
		h.document().Deletion(words, 4),
		document.Change{Block: 2, Before: shape, After: document.Shape{Kind: release.Paragraph}},
		document.Join{At: end(h.document(), wordsOf(1)), Rest: release.Block{ID: 2, Kind: release.Paragraph}},
	}); err != nil {
		t.Fatal(err)
	}
	if got := drawing(h.Editor); got != "p аб|вг" {
		t.Errorf("out of a speaker: %s", got)
	}
}

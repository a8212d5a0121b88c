package editing

import (
	"testing"
	"time"

	"communique/editor/draft"
	"communique/editor/release"
)

// TestPlainTextKeepsLevels: a list that was copied, and is put back as its words alone, has its levels
// again, below the level of the item that it is put into; elsewhere a tab is a space.
func TestPlainTextKeepsLevels(t *testing.T) {
	for name, c := range map[string]struct {
		kind release.BlockKind
		into string
		text string
		want string
	}{
		"into an item":          {release.List, "а", "раз\n\tдва\n\t\tтри\nсто", "араз\n\tдва\n\t\tтри\nсто"},
		"into one of a level":   {release.List, "а\n\tб", "раз\n\tдва\nсто", "а\n\tбраз\n\t\tдва\n\tсто"},
		"all of them stand in":  {release.List, "а", "\tраз\r\n\t\tдва\r\n\tсто", "араз\n\tдва\nсто"},
		"a tab within":          {release.List, "а", "раз\tдва\n\tсто\tдва", "араз два\n\tсто два"},
		"one line":              {release.List, "а", "\tраз", "а раз"},
		"empty lines":           {release.List, "а", "раз\n\n\tдва\n", "араз\n\tдва\n"},
		"a break within":        {release.List, "а", "раз\v\tдва\nсто", "араз\n\tдва\nсто"},
		"into a paragraph":      {release.Paragraph, "а", "\tраз\tдва", "а раз два"},
		"Windows' line feeds":   {release.List, "а", "раз\r\n\tдва", "араз\n\tдва"},
		"out again":             {release.List, "а\n\tб", "раз\nдва", "а\n\tбраз\n\tдва"},
		"further than the last": {release.List, "а", "\t\tраз\n\tдва", "араз\nдва"},
	} {
		t.Run(name, func(t *testing.T) {
			r := release.New("ru")
			r.Lead, r.Blocks = "Лид", []release.Block{{ID: 1, Kind: c.kind, Text: c.into}}
			e := New(draft.NewSession(r, time.Now))
			e.Move(DocumentEnd, false)
			e.PasteText(c.text)
			if got := e.session.Release().Blocks[0].Text; got != c.want {
				t.Errorf("%q, not %q", got, c.want)
			}
		})
	}
}

// Plain text that takes the place of a list and of the paragraph below it has no items: it stands
// where the paragraph did.
func TestPlainTextOverAListAndMore(t *testing.T) {
	r := release.New("ru")
	r.Lead, r.Blocks = "Лид", []release.Block{{ID: 1, Kind: release.List, Text: "а\nб"}, {ID: 2, Kind: release.Paragraph, Text: "конец"}}
	e := New(draft.NewSession(r, time.Now))
	e.Select(end(e.document(), wordsOf(2)), start(wordsOf(1)))
	e.PasteText("раз\nдва")
	got := e.session.Release().Blocks
	if len(got) != 2 || got[0].Kind != release.Paragraph || got[0].Text != "раз" || got[1].Kind != release.Paragraph || got[1].Text != "два" {
		t.Errorf("%+v", got)
	}
}

// What is dragged to an empty item of the list that it was taken from is selected where it stands.
func TestDragIntoAnEmptyItem(t *testing.T) {
	r := release.New("ru")
	r.Headline, r.Subheadline, r.Lead = "Заголовок", "Подзаголовок", "Лид"
	r.Blocks = []release.Block{{ID: 1, Kind: release.Rule}, {ID: 2, Kind: release.List, Text: "первый\n\tвторой\n\t"}}
	e := New(draft.NewSession(r, time.Now))
	headline := release.TextID{Field: release.HeadlineField}
	e.Select(end(e.document(), headline), release.Position{TextID: wordsOf(2), Offset: len([]rune("первый\n\tвторо"))})
	e.MoveSelection(end(e.document(), wordsOf(2)), false)
	if at := e.selection.Anchor; e.nearest(at) != at || e.selection.Empty() {
		t.Errorf("%+v", e.selection)
	}
}

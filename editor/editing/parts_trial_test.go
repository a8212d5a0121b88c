package editing

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/release"
)

// parted is a quotation with its speaker, or a picture with its caption, author and alternative,
// as plainly as one can be kept: a text for each, and the selection.
type parted struct {
	kind        release.BlockKind
	texts       []string
	from, caret partPlace
}

type partPlace struct{ part, at int } // code points

func (b *parted) put(p partPlace) { b.from, b.caret = p, p }

func (b *parted) length(part int) int { return len([]rune(b.texts[part])) }

func (b *parted) ends() (from, to partPlace) {
	if a, z := b.from, b.caret; a.part < z.part || a.part == z.part && a.at <= z.at {
		return a, z
	}
	return b.caret, b.from
}

// cut takes what is selected out of each of the texts.
func (b *parted) cut() {
	from, to := b.ends()
	head, tail := string([]rune(b.texts[from.part])[:from.at]), string([]rune(b.texts[to.part])[to.at:])
	for part := from.part; part <= to.part; part++ {
		b.texts[part] = ""
	}
	b.texts[to.part] = tail
	b.texts[from.part] = head + b.texts[from.part]
	b.put(from)
}

func (b *parted) insert(text string) {
	b.cut()
	p := b.caret
	letters := []rune(b.texts[p.part])
	b.texts[p.part] = string(letters[:p.at]) + text + string(letters[p.at:])
	b.put(partPlace{p.part, p.at + len([]rune(text))})
}

// step goes to the next place or the one before.
func (b *parted) step(way int) {
	p := b.caret
	switch at := p.at + way; {
	case at < 0:
		b.put(partPlace{p.part - 1, b.length(p.part - 1)})
	case at > b.length(p.part):
		b.put(partPlace{p.part + 1, 0})
	default:
		b.put(partPlace{p.part, at})
	}
}

func (b *parted) backspace() {
	switch p := b.caret; {
	case b.from != p:
		b.cut()
	case p.at > 0:
		b.from.at--
		b.cut()
	default:
		b.step(-1)
	}
}

func (b *parted) delete() {
	if p := b.caret; b.from == p && p.at < b.length(p.part) {
		b.from.at++
	}
	b.cut()
}

// isAll reports whether all of it is selected: a picture then goes as a block does.
func (b *parted) isAll() bool {
	from, to := b.ends()
	last := len(b.texts) - 1
	return from == partPlace{} && to == partPlace{last, b.length(last)}
}

// isFirst and isLast report whether the caret stands where keys lead out of the block.
func (b *parted) isFirst() bool { return b.from == b.caret && b.caret == partPlace{} }

func (b *parted) isLast() bool {
	last := len(b.texts) - 1
	return b.from == b.caret && b.caret == partPlace{last, b.length(last)}
}

func (b *parted) place(random *rand.Rand) partPlace {
	part := random.IntN(len(b.texts))
	return partPlace{part, random.IntN(b.length(part) + 1)}
}

// TestPartsAgainstAPlainModel makes random edits within a quotation and its speaker, and within
// the texts of a picture, on an editor and on a model: texts and selection are the same after
// each, undone and redone they are what they were, and what stands beside is left alone.
func TestPartsAgainstAPlainModel(t *testing.T) {
	quotation := release.Block{Kind: release.Quotation, Text: "Мы готовы", Speaker: "Анна"}
	picture := release.Block{Kind: release.Picture, Picture: testPicture, Text: "Встреча", Author: "Пётр", Alternative: "Стол"}
	for name, block := range map[string]release.Block{"a quotation": quotation, "a picture": picture} {
		t.Run(name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(33, *seed))
			for round := 0; round < *rounds; round += 60 {
				tryParts(t, random, block)
			}
		})
	}
}

func tryParts(t *testing.T, random *rand.Rand, block release.Block) {
	now := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	r := release.New("ru")
	r.Blocks = release.Numbered([]release.Block{{Kind: release.Paragraph, Text: "До"}, block, {Kind: release.Paragraph, Text: "После"}})
	e := New(draft.NewSession(r, func() time.Time { return now }))
	parts := partsOf(block.Kind)
	read := func() (all []string) {
		for _, part := range parts {
			all = append(all, textOf(e, document.Body(r.Blocks[1].ID, part)))
		}
		return all
	}
	at := func(p partPlace) release.Position {
		return release.Position{TextID: document.Body(r.Blocks[1].ID, parts[p.part]), Offset: p.at}
	}
	b := &parted{kind: block.Kind, texts: read()}
	states, story := [][]string{read()}, []string{}
	e.Select(at(b.caret), at(b.caret))
	for range 60 {
		now = now.Add(time.Minute) // a step each
		story = append(story, actInParts(e, b, random, at))
		want := Selection{Anchor: at(b.from), Caret: at(b.caret)}
		if got := read(); !slices.Equal(got, b.texts) || e.selection != want {
			t.Fatalf("%s:\n%q, %v\nwant\n%q, %v", strings.Join(story[max(0, len(story)-6):], "; "), got, e.selection, b.texts, want)
		}
		if !slices.Equal(b.texts, states[len(states)-1]) {
			states = append(states, slices.Clone(b.texts))
		}
	}
	if kept := e.session.Release().Blocks; len(kept) != 3 || kept[0].Text != "До" || kept[2].Text != "После" || kept[1].Picture != block.Picture {
		t.Fatalf("beside it stands %+v", kept)
	}
	for _, step := range []func() bool{e.Undo, e.Redo} {
		slices.Reverse(states)
		for i, want := range states {
			for !slices.Equal(read(), want) { // a letter in the place of the same is a step, too
				before := read()
				if !step() || i > 0 && !slices.Equal(read(), want) && !slices.Equal(read(), before) {
					t.Fatalf("step %d leads from %q to %q, not to %q", i, before, read(), want)
				}
			}
		}
	}
}

// actInParts does one thing to both and says what.
func actInParts(e *Editor, b *parted, random *rand.Rand, at func(partPlace) release.Position) string {
	p := b.caret
	behind := p.at == b.length(p.part) && b.from == p
	quoted := b.kind == release.Quotation
	switch n := random.IntN(20); {
	case b.isAll() && !b.isFirst():
		b.put(partPlace{})
	case n < 6:
		letter := []string{"ж", "щ", " ", "😀"}[n%4]
		e.Type(letter)
		b.insert(letter)
		return "type " + letter
	case n < 9 && !b.isFirst():
		e.Backspace()
		b.backspace()
		return "backspace"
	case n < 11 && (!behind || !quoted || p.part > 0 || b.texts[1] != ""): // else the next block joins
		e.DeleteForward()
		b.delete()
		return "delete"
	case n == 11 && behind && p.part < len(b.texts)-1 && b.texts[p.part] != "":
		e.NewParagraph()
		b.put(partPlace{p.part + 1, 0})
		return "enter"
	case n == 12 && quoted && p.part == 0 && b.from.part == 0:
		e.NewLine()
		b.insert("\n")
		return "a line"
	case n == 13 && b.from == p && !b.isFirst():
		e.Move(Left, false)
		b.step(-1)
		return "left"
	case n == 14 && b.from == p && !b.isLast():
		e.Move(Right, false)
		b.step(1)
		return "right"
	case n < 17:
		b.from, b.caret = b.place(random), b.place(random)
	default:
		b.put(b.place(random))
	}
	e.Select(at(b.from), at(b.caret))
	return fmt.Sprint("select ", b.from, b.caret)
}

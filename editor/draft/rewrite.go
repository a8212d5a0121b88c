package draft

import (
	"unicode/utf8"

	"communique/editor/document"
	"communique/editor/release"
)

// rewording returns the operations that make words of a text what they are to be.
// Only what differs is touched; what is put in takes over the marks around it.
func rewording(d *document.Document, id release.TextID, words string) document.Transaction {
	before, _, _ := d.Text(id)
	change, differs := diff(id.Field, before, words)
	if !differs {
		return nil
	}
	at := release.Position{TextID: id, Offset: utf8.RuneCountInString(before[:change.at])}
	var ops document.Transaction
	marks := d.Inherited(at, change.inserted)
	if change.removed != "" {
		ops = append(ops, d.Deletion(at, utf8.RuneCountInString(change.removed)))
	}
	if change.inserted != "" {
		ops = append(ops, document.Insert{At: at, Words: change.inserted, Marks: marks})
	}
	return ops
}

// rewriting returns the operations that make lead and blocks of a document what was
// read from a text, which knows neither IDs nor marks: blocks that stand where they
// stood, or were parted or joined, keep both.
func rewriting(d *document.Document, lead string, blocks []release.Block) document.Transaction {
	ops := rewording(d, release.TextID{Field: release.LeadField}, lead)
	old := d.Blocks()
	start, endOld, endNew := 0, len(old), len(blocks)
	for start < endOld && start < endNew && alike(old[start], blocks[start]) {
		start++
	}
	for endOld > start && endNew > start && alike(old[endOld-1], blocks[endNew-1]) {
		endOld, endNew = endOld-1, endNew-1
	}
	w := rewriter{d: d, ops: ops, before: 0}
	if start > 0 {
		w.before = old[start-1].ID
	}
	w.rewrite(old[start:endOld], blocks[start:endNew])
	return w.ops
}

// alike reports whether a block says what was read.
func alike(b, read release.Block) bool {
	return b.Kind == read.Kind && b.Text == read.Text && b.Speaker == read.Speaker && b.First == read.First && b.Picture == read.Picture
}

// rewriter makes some blocks of others.
type rewriter struct {
	d      *document.Document
	ops    document.Transaction
	before release.BlockID // the block behind which it writes; 0 for the beginning
}

func (w *rewriter) rewrite(old, blocks []release.Block) {
	for len(old) > 0 && len(blocks) > 0 {
		switch first := old[0]; {
		case len(blocks) > len(old) && parts(first, blocks[0], blocks[1]):
			w.part(first, blocks[0], blocks[1])
			old, blocks = old[1:], blocks[2:]
		case len(old) > len(blocks) && first.Kind == old[1].Kind && old[1].Speaker == "" && first.Text+old[1].Text == blocks[0].Text && alike(withText(first, blocks[0].Text), blocks[0]):
			w.join(first, old[1])
			old, blocks = old[2:], blocks[1:]
		case first.Kind == release.Picture && blocks[0].Kind == release.Picture && first.Picture != blocks[0].Picture, (first.Kind == release.Picture) != (blocks[0].Kind == release.Picture):
			w.remove(first) // it is another picture
			old = old[1:]
		default:
			w.reword(first, blocks[0])
			old, blocks = old[1:], blocks[1:]
		}
	}
	for _, b := range old {
		w.remove(b)
	}
	for _, b := range blocks {
		b.ID = w.d.NewID()
		w.ops = append(w.ops, document.Add{After: w.before, Block: b})
		w.before = b.ID
	}
}

func withText(b release.Block, text string) release.Block {
	b.Text = text
	return b
}

// parts reports whether a block was parted in two.
func parts(b, first, second release.Block) bool {
	return b.Kind == first.Kind && b.Kind == second.Kind && b.Speaker == first.Speaker && second.Speaker == "" && b.First == first.First &&
		second.First == 0 && b.Picture == "" && b.Text == first.Text+second.Text
}

func (w *rewriter) part(b, first, second release.Block) {
	split := w.d.Splitting(release.Position{TextID: document.Body(b.ID, release.Words), Offset: utf8.RuneCountInString(first.Text)}, second.Kind)
	w.ops = append(w.ops, split)
	w.before = split.Rest.ID
}

func (w *rewriter) join(b, next release.Block) {
	rest := next.Clone()
	rest.Text, rest.Marks = "", nil
	w.ops = append(w.ops, document.Join{At: release.Position{TextID: document.Body(b.ID, release.Words), Offset: utf8.RuneCountInString(b.Text)}, Rest: rest})
	w.before = b.ID
}

func (w *rewriter) remove(b release.Block) {
	w.ops = append(w.ops, document.Remove{After: w.before, Block: b.Clone()})
}

// reword makes a block what was read. A speaker goes before the kind that has one,
// and comes after it.
func (w *rewriter) reword(b, read release.Block) {
	speaker := document.Body(b.ID, release.SpeakerPart)
	if b.Kind == release.Quotation && read.Kind != release.Quotation && b.Speaker != "" {
		w.ops = append(w.ops, w.d.Deletion(release.Position{TextID: speaker}, utf8.RuneCountInString(b.Speaker)))
		b.Speaker = ""
	}
	if read.Kind == release.Rule && b.Text != "" {
		w.ops = append(w.ops, w.d.Deletion(release.Position{TextID: document.Body(b.ID, release.Words)}, utf8.RuneCountInString(b.Text)))
	}
	before, after := document.ShapeOf(b), document.ShapeOf(read)
	if before != after {
		w.ops = append(w.ops, document.Change{Block: b.ID, Before: before, After: after})
	}
	switch {
	case read.Kind == release.Rule:
	case b.Kind == release.Rule:
		if read.Text != "" {
			w.ops = append(w.ops, document.Insert{At: release.Position{TextID: document.Body(b.ID, release.Words)}, Words: read.Text})
		}
	default:
		w.ops = append(w.ops, rewording(w.d, document.Body(b.ID, release.Words), read.Text)...)
	}
	if read.Kind == release.Quotation {
		w.respeak(b, speaker, read.Speaker)
	}
	w.before = b.ID
}

// respeak changes who is quoted. The block may be a quotation only from now on.
func (w *rewriter) respeak(b release.Block, id release.TextID, speaker string) {
	if b.Kind == release.Quotation {
		w.ops = append(w.ops, rewording(w.d, id, speaker)...)
		return
	}
	if speaker != "" {
		w.ops = append(w.ops, document.Insert{At: release.Position{TextID: id}, Words: speaker})
	}
}

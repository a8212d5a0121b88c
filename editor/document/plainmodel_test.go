package document

import (
	"reflect"
	"slices"
	"unicode/utf8"

	"communique/editor/release"
)

// plainModel is a document as simply as one can be kept: every letter knows how it
// is set.
type plainModel struct {
	lead   []letter
	blocks []plainBlock
}

type letter struct {
	r            rune
	bold, italic bool
	link         string
}

type plainBlock struct {
	bare release.Block // without words
	text []letter
}

func letters(text string, marks []release.Mark) []letter {
	var all []letter
	for _, r := range text {
		all = append(all, letter{r: r})
	}
	for _, m := range marks {
		for i := m.Start; i < m.End; i++ {
			switch m.Style {
			case release.Bold:
				all[i].bold = true
			case release.Italic:
				all[i].italic = true
			case release.Link:
				all[i].link = m.Address
			}
		}
	}
	return all
}

func modelOf(r release.Release) plainModel {
	m := plainModel{lead: letters(r.Lead, r.LeadMarks)}
	for _, b := range r.Blocks {
		text := letters(b.Text, b.Marks)
		b.Text, b.Marks = "", nil
		m.blocks = append(m.blocks, plainBlock{b, text})
	}
	return m
}

func (m plainModel) equal(n plainModel) bool {
	return slices.Equal(m.lead, n.lead) && slices.EqualFunc(m.blocks, n.blocks, func(a, b plainBlock) bool {
		return reflect.DeepEqual(a.bare, b.bare) && slices.Equal(a.text, b.text)
	})
}

func (m *plainModel) text(id release.TextID) *[]letter {
	if id.Field == release.LeadField {
		return &m.lead
	}
	i := m.index(id.Block)
	if i < 0 {
		return nil
	}
	return &m.blocks[i].text
}

func (m *plainModel) index(id release.BlockID) int {
	return slices.IndexFunc(m.blocks, func(b plainBlock) bool { return b.bare.ID == id })
}

// do makes an operation in the plainest way.
func (m *plainModel) do(op Op) {
	m.blocks = slices.Clone(m.blocks) // others may hold the model as it was
	switch o := op.(type) {
	case Insert:
		t := m.text(o.At.TextID)
		*t = slices.Insert(slices.Clone(*t), o.At.Offset, letters(o.Words, o.Marks)...)
	case Delete:
		t := m.text(o.At.TextID)
		*t = slices.Delete(slices.Clone(*t), o.At.Offset, o.At.Offset+utf8.RuneCountInString(o.Words))
	case Replace:
		t := m.text(o.Text)
		for _, p := range slices.Backward(o.Pieces) {
			*t = slices.Replace(slices.Clone(*t), p.At, p.end(), letters(p.Put, p.PutMarks)...)
		}
	case Mark:
		t := m.text(o.Text)
		words := ""
		for _, l := range *t {
			words += string(l.r)
		}
		*t = letters(words, o.After)
	case Split:
		t := m.text(o.At.TextID)
		rest := slices.Clone((*t)[o.At.Offset:])
		*t = slices.Clone((*t)[:o.At.Offset])
		m.blocks = slices.Insert(m.blocks, m.index(o.At.Block)+1, plainBlock{o.Rest, rest})
	case Join:
		i := m.index(o.At.Block) + 1
		t := m.text(o.At.TextID)
		*t = append(slices.Clone(*t), m.blocks[i].text...)
		m.blocks = slices.Delete(m.blocks, i, i+1)
	case Add:
		text := letters(o.Block.Text, o.Block.Marks)
		o.Block.Text, o.Block.Marks = "", nil
		m.blocks = slices.Insert(m.blocks, m.index(o.After)+1, plainBlock{o.Block, text})
	case Remove:
		i := m.index(o.Block.ID)
		m.blocks = slices.Delete(m.blocks, i, i+1)
	case Change:
		b := &m.blocks[m.index(o.Block)].bare
		b.Kind, b.First, b.Mixed, b.Picture = o.After.Kind, o.After.First, o.After.Mixed, o.After.Picture
	}
}

package release

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestEveryFieldHasItsName: whoever adds a field to Release or a part to Block reads
// here what else to do.
func TestEveryFieldHasItsName(t *testing.T) {
	var named []string
	for f := range reflect.TypeFor[Release]().Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("toml"), ",")
		if !strings.HasSuffix(name, "_marks") { // they belong to a field's text
			named = append(named, name)
		}
	}
	var listed []string
	for _, f := range Fields() {
		listed = append(listed, string(f))
	}
	slices.Sort(named)
	slices.Sort(listed)
	if !slices.Equal(named, listed) {
		t.Errorf("Release has %v\nFields lists %v\nname the new one in passage.go, and where it says something to readers give it to Passages", named, listed)
	}
}

// TestPassagesGoThroughEveryText fills every text there is with a word of its own.
func TestPassagesGoThroughEveryText(t *testing.T) {
	r := full()
	words := map[string]bool{}
	n := 0
	mark := func(v reflect.Value) {
		n++
		word := fmt.Sprintf("w%d", n)
		v.SetString(word)
		words[word] = true
	}
	said := map[string]bool{"Headline": true, "Subheadline": true, "Lead": true, "Boilerplate": true, "Notes": true}
	other := map[string]string{
		"UUID": "an identity", "Language": "a tag", "Kind": "chosen", "Status": "chosen", "Number": "no running text", "Template": "a name", "Place": "in the dateline", "English": "a usage",
	}
	v := reflect.ValueOf(&r).Elem()
	for f := range v.Type().Fields() {
		if f.Type.Kind() != reflect.String {
			continue
		}
		if said[f.Name] {
			mark(v.FieldByIndex(f.Index))
		} else if other[f.Name] == "" {
			t.Errorf("%s is a text: is it said to readers? Then Passages must go through it; else name it here", f.Name)
		}
	}
	for i := range r.Blocks {
		for _, part := range Parts() {
			if text := r.Blocks[i].PartText(part); text != nil {
				mark(reflect.ValueOf(text).Elem())
			}
		}
	}
	for p := range r.Passages() {
		if !words[p.Text] {
			t.Errorf("%+v comes twice, or is no text of its own", p)
		}
		delete(words, p.Text)
		if p.Index >= 0 && r.Blocks[p.Index].ID != p.Block {
			t.Errorf("%+v is of another block", p)
		}
	}
	if len(words) > 0 {
		t.Errorf("Passages leaves out %v", words)
	}
}

// kindsSeen is a Visitor that notes which of its methods was called.
type kindsSeen struct{ seen []BlockKind }

func (k *kindsSeen) Paragraph(Block)  { k.seen = append(k.seen, Paragraph) }
func (k *kindsSeen) Subheading(Block) { k.seen = append(k.seen, Subheading) }
func (k *kindsSeen) Quotation(Block)  { k.seen = append(k.seen, Quotation) }
func (k *kindsSeen) List(Block)       { k.seen = append(k.seen, List) }
func (k *kindsSeen) Table(Block)      { k.seen = append(k.seen, Table) }
func (k *kindsSeen) Picture(Block)    { k.seen = append(k.seen, Picture) }
func (k *kindsSeen) Rule(Block)       { k.seen = append(k.seen, Rule) }

// TestEveryKindIsVisited: a kind that Visit forgets is set by nobody.
func TestEveryKindIsVisited(t *testing.T) {
	var k kindsSeen
	for _, kind := range BlockKinds() {
		Block{Kind: kind}.Visit(&k)
	}
	if !slices.Equal(k.seen, BlockKinds()) {
		t.Errorf("visited %v of %v", k.seen, BlockKinds())
	}
}

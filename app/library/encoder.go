package library

import (
	"bytes"
	"reflect"

	"communique/editor/release"
)

// Encoder encodes a release that is saved again and again while it is written. It keeps the
// form of each block, which has been read again as Encode does, so that a save encodes and
// reads what is another since the last. The zero value is ready; it is for one goroutine at
// a time.
type Encoder struct {
	forms map[release.BlockID]blockForm
}

// blockForm is a block and its table in the TOML form.
type blockForm struct {
	block release.Block
	text  []byte
}

// anyTable begins a table in the TOML form. No text holds it: a line feed within one is
// written as an escape.
var anyTable = []byte("\n[[")

// Encode returns the same as the function Encode.
func (e *Encoder) Encode(r release.Release) ([]byte, error) {
	changed := r
	changed.Blocks = nil
	forms := make(map[release.BlockID]blockForm, len(r.Blocks))
	for _, b := range r.Blocks {
		if _, twice := forms[b.ID]; twice || b.ID == 0 { // its form depends on the others
			return Encode(r)
		}
		f, known := e.forms[b.ID]
		if !known || !reflect.DeepEqual(f.block, b) {
			f = blockForm{block: b}
			changed.Blocks = append(changed.Blocks, b)
		}
		forms[b.ID] = f
	}
	text, err := Encode(changed)
	if err != nil {
		return Encode(r) // whose error tells the line in the whole
	}
	fields, tables := cutAt(text, anyTable)
	for _, b := range changed.Blocks {
		next, others := cutAt(tables[1:], anyTable)
		forms[b.ID] = blockForm{b.Clone(), bytes.Clone(tables[:1+len(next)])}
		tables = others
	}
	size := len(fields) + len(tables)
	for _, f := range forms {
		size += len(f.text)
	}
	e.forms = forms
	whole := append(make([]byte, 0, size), fields...)
	for _, b := range r.Blocks {
		whole = append(whole, forms[b.ID].text...)
	}
	return append(whole, tables...), nil
}

// cutAt parts text before the first mark; the second part is empty where there is none.
func cutAt(text, mark []byte) (before, from []byte) {
	if i := bytes.Index(text, mark); i >= 0 {
		return text[:i], text[i:]
	}
	return text, nil
}

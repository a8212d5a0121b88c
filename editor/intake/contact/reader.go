// Package contact reads who is to be asked, and how: persons, offices, numbers and addresses.
package contact

import (
	"communique/editor/intake/layout"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/release"
)

// Reader reads the contacts of a release off its lines, and takes those lines out.
type Reader struct {
	Release  release.Release
	Lines    []layout.Paragraph // what is not read yet
	office   bool               // the post of the last contact is an office's name
	headedBy string             // the office that a heading of contacts names
	audience layout.Paragraph   // the line that says for whom the person below it is there
	source   layout.Paragraph   // the line that says who issues the text, above its contacts
	parties  []party            // who issue it together, each above its contacts
	alike    int                // how many of the last contacts are named together, and reached alike
	again    string             // the organisation of the contact above, said once more below how that is reached
}

// Straighten reads the contacts that stand amid the text, and makes of the end of the text lines that can be read one by
// one: without the mark that nothing follows, tables and lists taken apart, labels before what they are labels of.
func (r *Reader) Straighten() {
	r.contactsAmid()
	r.endMark()
	r.tableBelow()
	r.unlisted()
	r.joinLabels()
}

// BelowRule reads the contacts below the last rule, and reports whether there is a rule.
func (r *Reader) BelowRule() bool {
	for i := len(r.Lines) - 1; i >= 0; i-- {
		if wording.IsRule(r.Lines[i]) {
			r.ruled(i)
			return true
		}
	}
	return false
}

// Settle finds what can only be told when every contact is read: whom a name below them or an office above them belongs to.
func (r *Reader) Settle() {
	r.nameBelow()
	r.officeAbove()
	r.partiesBelow()
	r.toldByMail()
	r.officeAlone()
}

// Aside puts lines into the notes of the release, and tells so.
func (r *Reader) Aside(code string, lines ...layout.Paragraph) {
	repair.SetAside(&r.Release, code, lines)
}

// Tell tells of one line.
func (r *Reader) Tell(code string, field release.Field, line layout.Paragraph) {
	one := repair.Of(code, field, []layout.Paragraph{line})
	one.Count = 0
	r.Release.Repairs = append(r.Release.Repairs, one)
}

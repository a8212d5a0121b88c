package intake

import (
	"communique/editor/intake/layout"
	"communique/editor/release"
)

// contactReader reads the contacts of a release off its lines, and takes those lines out.
type contactReader struct {
	release  release.Release
	lines    []layout.Paragraph // what is not read yet
	office   bool               // the post of the last contact is an office's name
	headedBy string             // the office that a heading of contacts names
	audience layout.Paragraph   // the line that says for whom the person below it is there
	source   layout.Paragraph   // the line that says who issues the text, above its contacts
	parties  []party            // who issue it together, each above its contacts
	alike    int                // how many of the last contacts are named together, and reached alike
	again    string             // the organisation of the contact above, said once more below how that is reached
}

// straighten reads the contacts that stand amid the text, and makes of the end of the text lines that can be read one by
// one: without the mark that nothing follows, tables and lists taken apart, labels before what they are labels of.
func (r *contactReader) straighten() {
	r.contactsAmid()
	r.endMark()
	r.tableBelow()
	r.unlisted()
	r.joinLabels()
}

// belowRule reads the contacts below the last rule, and reports whether there is a rule.
func (r *contactReader) belowRule() bool {
	for i := len(r.lines) - 1; i >= 0; i-- {
		if isRule(r.lines[i]) {
			r.ruled(i)
			return true
		}
	}
	return false
}

// settle finds what can only be told when every contact is read: whom a name below them or an office above them belongs to.
func (r *contactReader) settle() {
	r.nameBelow()
	r.officeAbove()
	r.partiesBelow()
	r.toldByMail()
	r.officeAlone()
}

// aside puts lines into the notes of the release, and tells so.
func (r *contactReader) aside(code string, lines ...layout.Paragraph) {
	setAside(&r.release, code, lines)
}

// tell tells of one line.
func (r *contactReader) tell(code string, field release.Field, line layout.Paragraph) {
	one := repaired(code, field, []layout.Paragraph{line})
	one.Count = 0
	r.release.Repairs = append(r.release.Repairs, one)
}

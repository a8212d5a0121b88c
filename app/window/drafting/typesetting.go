package drafting

import "communique/editor/typesetting"

// Within returns what of a release's edits lies in the selection; where nothing is
// selected that is all of them, and part is false.
func (p *Pane) Within(set []typesetting.Set) (within []typesetting.Set, part bool) {
	if p.editor == nil || p.editor.Selection().Empty() {
		return set, false
	}
	start, end := p.editor.Range()
	return typesetting.Within(set, start, end, p.editor.Compare), true
}

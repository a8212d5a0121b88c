package pdf

import (
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/intake/pdf/objects"
)

// annotations reads what lies on a page beside its contents (12.5): links, fields that somebody has filled in, words
// typed onto the page, and remarks.
func (r *reader) annotations(p *page, d objects.Dict) {
	for _, one := range r.file.Array(d["Annots"]) {
		a := r.file.Dict(one)
		ref, _ := one.(objects.Ref)
		switch r.file.Name(a["Subtype"]) {
		case "Link":
			if address, is := r.file.Text(r.file.Dict(a["A"])["URI"]); is {
				p.links = append(p.links, address)
			}
		case "Widget":
			r.field(p, a, ref)
		case "Popup": // of a remark
		default:
			said, _ := r.file.Text(a["Contents"])
			said = strings.TrimSpace(said)
			typed := r.file.Name(a["IT"]) == "FreeTextTypewriter" && int(r.number(a["F"], 0))&unseen == 0
			if said != "" && (!typed || !r.put(p, a, ref, said)) {
				p.comments++
			}
		}
	}
}

// maxLinks is how many links of a document are looked for in its words.
const maxLinks = 2000

// unsaid is how many links lead where the text does not say.
func (r *reader) unsaid(d layout.Document) (n int) {
	var said strings.Builder
	for _, p := range d.Paragraphs {
		said.WriteString(p.Text + "\n")
	}
	told := map[string]bool{}
	for _, page := range r.pages {
		for _, address := range page.links {
			_, bare, _ := strings.Cut(strings.TrimSuffix(address, "/"), ":")
			bare = strings.TrimPrefix(strings.TrimLeft(bare, "/"), "www.")
			if told[bare] || len(told) < maxLinks && strings.Contains(said.String(), bare) {
				continue
			}
			told[bare] = true
			n++
		}
	}
	return n
}

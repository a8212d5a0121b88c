package pdf

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/export/page"
)

// boilerplate is a type of our own, which the root maps to a paragraph: by it a reader that knows it tells what the
// organisation is from the last words of the text.
const boilerplate = "Boilerplate"

// tagOf names the structure type of a role, a standard one wherever there is one (ISO 32000-1, 14.8.4).
func tagOf(r page.Role) string {
	switch r {
	case page.Logo, page.Code, page.Photograph:
		return "Figure"
	case page.Caption:
		return "Caption"
	case page.HeadCell:
		return "TH"
	case page.Cell:
		return "TD"
	case page.Headline:
		return "H1"
	case page.Subheading:
		return "H2"
	case page.ItemMark:
		return "Lbl"
	case page.Item:
		return "LBody"
	case page.Boilerplate:
		return boilerplate
	}
	return "P"
}

// tree writes the structure of a document: what its pieces are, in the order in
// which they are read.
type tree struct {
	*painter
	file     *file
	pages    []int // the objects of the pages
	parents  [][]int
	annots   [][]int // annotations of each page
	linkOf   []int   // the element of each annotation, by its key from len(pages) on
	document int
	headings []heading
}

// heading is an entry of the outline.
type heading struct {
	title       string
	level, page int
	top         float64
}

// element is a node of the tree on its way to the file.
type element struct {
	number int
	kids   []string
}

// write puts the tree into the file and returns the number of its root.
func (t *tree) write() int {
	t.parents = make([][]int, len(t.pages))
	t.annots = make([][]int, len(t.pages))
	root := t.file.reserve()
	t.document = t.file.reserve()
	var sections []string
	marks := t.marksByPart()
	for from := 0; from < len(t.doc.Parts); {
		to := from
		for to < len(t.doc.Parts) && t.doc.Parts[to].Source.Release == t.doc.Parts[from].Source.Release {
			to++
		}
		sections = append(sections, t.section(from, to, marks))
		from = to
	}
	t.file.set(t.document, fmt.Sprintf("<</Type /StructElem /S /Document /P %d 0 R /K [%s]>>", root, strings.Join(sections, " ")))
	t.file.set(root, fmt.Sprintf("<</Type /StructTreeRoot /K [%d 0 R] /RoleMap <</%s /P>> /ParentTree %d 0 R /ParentTreeNextKey %d>>",
		t.document, boilerplate, t.parentTree(), len(t.pages)+len(t.linkOf)))
	return root
}

func (t *tree) marksByPart() map[int][]mark {
	marks := map[int][]mark{}
	for _, m := range t.marks {
		marks[m.part] = append(marks[m.part], m)
	}
	return marks
}

// section writes the parts of one release.
func (t *tree) section(from, to int, marks map[int][]mark) string {
	section := &element{number: t.file.reserve()}
	headless := true // a release without a headline begins with its first subheading
	for i := from; i < to; i++ {
		headless = headless && t.doc.Parts[i].Role != page.Headline
	}
	for i := from; i < to; {
		end := i
		for end < to && t.doc.Parts[end].Group == t.doc.Parts[i].Group && nested(t.doc.Parts[i].Role) {
			end++
		}
		if end == i {
			section.kids = append(section.kids, t.leaf(i, tagFor(t.doc.Parts[i].Role, headless), section.number, marks[i]))
			end++
		} else {
			section.kids = append(section.kids, t.nest(i, end, section.number, marks))
		}
		i = end
	}
	t.put(section, "Sect", t.document, "/Lang "+language(t.doc.Parts[from].Language))
	return reference(section.number)
}

func tagFor(r page.Role, headless bool) string {
	if r == page.Subheading && headless {
		return "H1"
	}
	return tagOf(r)
}

// nested are the roles whose groups have an element of their own.
func nested(r page.Role) bool {
	switch r {
	case page.Quotation, page.ItemMark, page.Item, page.HeadCell, page.Cell, page.Photograph:
		return true
	}
	return false
}

// nest writes a group of parts.
func (t *tree) nest(from, to, parent int, marks map[int][]mark) string {
	switch t.doc.Parts[from].Role {
	case page.Quotation:
		return t.quotation(from, to, parent, marks)
	case page.HeadCell, page.Cell:
		return t.table(from, to, parent, marks)
	case page.Photograph:
		return t.photograph(from, to, parent, marks)
	}
	return t.list(from, to, parent, marks)
}

// table writes the cells of a table, row by row.
func (t *tree) table(from, to, parent int, marks map[int][]mark) string {
	table := &element{number: t.file.reserve()}
	for i := from; i < to; {
		row := &element{number: t.file.reserve()}
		for n := t.doc.Parts[i].Row; i < to && t.doc.Parts[i].Row == n; i++ {
			row.kids = append(row.kids, t.leaf(i, tagOf(t.doc.Parts[i].Role), row.number, marks[i]))
		}
		t.put(row, "TR", table.number, "")
		table.kids = append(table.kids, reference(row.number))
	}
	t.put(table, "Table", parent, "")
	return reference(table.number)
}

// photograph holds a picture and its caption together. The caption stands beside the
// figure, whose alternative would be read out in its place.
func (t *tree) photograph(from, to, parent int, marks map[int][]mark) string {
	both := &element{number: t.file.reserve()}
	for i := from; i < to; i++ {
		both.kids = append(both.kids, t.leaf(i, tagOf(t.doc.Parts[i].Role), both.number, marks[i]))
	}
	t.put(both, "Div", parent, "")
	return reference(both.number)
}

func (t *tree) quotation(from, to, parent int, marks map[int][]mark) string {
	quotation := &element{number: t.file.reserve()}
	for i := from; i < to; i++ {
		quotation.kids = append(quotation.kids, t.leaf(i, "P", quotation.number, marks[i]))
	}
	t.put(quotation, "BlockQuote", parent, "")
	return reference(quotation.number)
}

// list writes the items of one level; those below stand in the body of the item above.
func (t *tree) list(from, to, parent int, marks map[int][]mark) string {
	list := &element{number: t.file.reserve()}
	level := t.doc.Parts[from].Level
	var item *element
	for i := from; i < to; {
		if t.doc.Parts[i].Role == page.ItemMark || item == nil {
			t.closeItem(item, list)
			item = &element{number: t.file.reserve()}
			list.kids = append(list.kids, reference(item.number))
		}
		below := i + 1
		for below < to && t.doc.Parts[below].Level > level {
			below++
		}
		item.kids = append(item.kids, t.item(i, below, item.number, marks))
		i = below
	}
	t.closeItem(item, list)
	t.put(list, "L", parent, "/A <</O /List /ListNumbering /"+numbering(t.doc.Parts[from].Text)+">>")
	return reference(list.number)
}

// item writes the mark of an item, or its body with the items below it.
func (t *tree) item(part, to, parent int, marks map[int][]mark) string {
	return t.leafWith(part, tagOf(t.doc.Parts[part].Role), parent, marks[part], func(body int) []string {
		if part+1 == to {
			return nil
		}
		return []string{t.list(part+1, to, body, marks)}
	})
}

// numbering names what the mark of a list's first item counts by (ISO 32000-1, 14.8.5.5).
func numbering(mark string) string {
	first, _ := utf8.DecodeRuneInString(mark)
	switch {
	case unicode.IsDigit(first):
		return "Decimal"
	case unicode.IsLetter(first):
		return "LowerAlpha"
	case first == '•':
		return "Disc"
	default:
		return "None"
	}
}

func (t *tree) closeItem(item, list *element) {
	if item != nil {
		t.put(item, "LI", list.number, "")
	}
}

// leaf writes the element of one part with its content.
func (t *tree) leaf(part int, tag string, parent int, marks []mark) string {
	return t.leafWith(part, tag, parent, marks, func(int) []string { return nil })
}

// leafWith is leaf with elements below it, which are written for the number of its own.
func (t *tree) leafWith(part int, tag string, parent int, marks []mark, below func(parent int) []string) string {
	e := &element{number: t.file.reserve()}
	entries := ""
	for _, m := range marks {
		if m.link != "" {
			e.kids = append(e.kids, t.link(m, e.number))
			continue
		}
		e.kids = append(e.kids, t.content(m, e.number)...)
	}
	if tag == "Figure" && len(marks) > 0 {
		entries = "/Alt " + textString(alternative(t.doc.Parts[part])) + " /A <</O /Layout /BBox " + t.rectangle(marks[0].box) + ">>"
	}
	if tag == "TH" {
		entries = "/A <</O /Table /Scope /Column>>"
	}
	if (tag == "H1" || tag == "H2") && len(marks) > 0 {
		t.headings = append(t.headings, heading{t.doc.Parts[part].Text, int(tag[1] - '0'), marks[0].page, marks[0].box[1]})
	}
	e.kids = append(e.kids, below(e.number)...)
	t.put(e, tag, parent, entries)
	return reference(e.number)
}

// alternative is what is read out in place of a picture.
func alternative(p page.Part) string {
	if p.Text != "" {
		return p.Text
	}
	return "Logo"
}

// content refers to a piece of a page's content, and notes the way back.
func (t *tree) content(m mark, owner int) []string {
	kids := make([]string, len(m.ids))
	for i, id := range m.ids {
		for len(t.parents[m.page]) <= id {
			t.parents[m.page] = append(t.parents[m.page], 0)
		}
		t.parents[m.page][id] = owner
		kids[i] = fmt.Sprintf("<</Type /MCR /Pg %d 0 R /MCID %d>>", t.pages[m.page], id)
	}
	return kids
}

// link writes a link: its element, its content, and the place to click on.
func (t *tree) link(m mark, parent int) string {
	e := &element{number: t.file.reserve()}
	key := len(t.pages) + len(t.linkOf)
	t.linkOf = append(t.linkOf, e.number)
	place := t.rectangle(m.box)
	if len(m.lines) > 1 {
		place += " /QuadPoints " + t.quads(m.lines)
	}
	annotation := t.file.add(fmt.Sprintf(
		"<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect %s /StructParent %d /Contents %s /A <</Type /Action /S /URI /URI (%s)>>>>",
		place, key, textString(m.link), escape(m.link)))
	t.annots[m.page] = append(t.annots[m.page], annotation)
	e.kids = append(t.content(m, e.number), fmt.Sprintf("<</Type /OBJR /Pg %d 0 R /Obj %d 0 R>>", t.pages[m.page], annotation))
	t.put(e, "Link", parent, "")
	return reference(e.number)
}

// escape writes an address, which is ASCII, within the brackets of a string.
func escape(address string) string {
	return strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(address)
}

func (t *tree) put(e *element, tag string, parent int, entries string) {
	t.file.set(e.number, fmt.Sprintf("<</Type /StructElem /S /%s /P %d 0 R %s /K [%s]>>", tag, parent, entries, strings.Join(e.kids, " ")))
}

func reference(number int) string { return fmt.Sprintf("%d 0 R", number) }

// parentTree leads from content back to its element: by page, then by link.
func (t *tree) parentTree() int {
	var b strings.Builder
	for n, owners := range t.parents {
		fmt.Fprintf(&b, "%d [", n)
		for _, owner := range owners {
			b.WriteString(reference(owner) + " ")
		}
		b.WriteString("] ")
	}
	for i, owner := range t.linkOf {
		fmt.Fprintf(&b, "%d %s ", len(t.pages)+i, reference(owner))
	}
	return t.file.add("<</Nums [" + b.String() + "]>>")
}

// finishPages tells each page its place in the parent tree and its links.
func (t *tree) finishPages() {
	for n, number := range t.pages {
		entries := fmt.Sprintf("/StructParents %d /Tabs /S\n", n)
		if len(t.doc.Pages[n].Pictures) > 0 { // which may be seen through: in colours, not in inks
			entries += "/Group <</Type /Group /S /Transparency /CS /DeviceRGB>>\n"
		}
		if len(t.annots[n]) > 0 {
			entries += "/Annots ["
			for _, annotation := range t.annots[n] {
				entries += reference(annotation) + " "
			}
			entries += "]\n"
		}
		t.file.set(number, strings.Replace(string(t.file.objects[number]), "/Contents", entries+"/Contents", 1))
	}
}

package pdf

import "fmt"

// outlines writes the bookmarks, headline and subheadings, and returns the
// number of their root; 0 where there are none.
func (t *tree) outlines() int {
	if len(t.headings) == 0 {
		return 0
	}
	root := t.file.reserve()
	first, last := t.bookmarks(0, len(t.headings), root)
	t.file.set(root, fmt.Sprintf("<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>", first, last, len(t.headings)))
	return root
}

// bookmarks writes headings[from:to] under a parent, what is deeper than the
// one before under that one, and returns the numbers of the first and the last.
func (t *tree) bookmarks(from, to, parent int) (first, last int) {
	previous, previousBody := 0, ""
	for from < to {
		end := from + 1
		for end < to && t.headings[end].level > t.headings[from].level {
			end++
		}
		h, number := t.headings[from], t.file.reserve()
		body := fmt.Sprintf("/Title %s /Parent %d 0 R /Dest [%d 0 R /XYZ 0 %.2f null]", textString(h.title), parent, t.pages[h.page], t.y(h.top))
		if end > from+1 {
			firstChild, lastChild := t.bookmarks(from+1, end, number)
			body += fmt.Sprintf(" /First %d 0 R /Last %d 0 R /Count %d", firstChild, lastChild, end-from-1)
		}
		if previous != 0 {
			body += fmt.Sprintf(" /Prev %d 0 R", previous)
			t.file.set(previous, fmt.Sprintf("<<%s /Next %d 0 R>>", previousBody, number))
		} else {
			first = number
		}
		t.file.set(number, "<<"+body+">>")
		previous, previousBody, from = number, body, end
	}
	return first, previous
}

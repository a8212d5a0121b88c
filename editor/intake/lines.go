package intake

import (
	"slices"
	"strings"

	"communique/editor/intake/contact"
	"communique/editor/intake/layout"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/plain"
	"communique/editor/regexp"
	"communique/editor/release"
)

// linesOf lays out plain text: a line a paragraph, the marks of plain mail before
// headings and items taken off.
func linesOf(text string) layout.Document {
	var d layout.Document
	var lines []layout.Paragraph
	text, answered := answered(text)
	blank, number := false, 0
	for part := range strings.SplitSeq(text, "\n") {
		number++
		indent := len(part) - len(strings.TrimLeft(part, " "))
		part = strings.TrimSpace(part)
		if part == "" {
			blank = true
			continue
		}
		lines = append(lines, layout.Paragraph{Kind: layout.Text, Text: part, Level: indent, Apart: blank, At: layout.Place{Line: number, Paragraph: len(lines) + 1}})
		blank = false
	}
	lines, armour := armoured(lines)
	lines = columned(lines)
	if answered > 0 && len(lines) > 0 {
		one := repair.Of(repair.AnswerMarks, release.BlocksField, lines[:1])
		one.Count = answered
		d.Repairs = append(d.Repairs, one)
	}
	if len(lines) > fewest {
		lines, d.Repairs = unwrapped(lines, d.Repairs)
	}
	d.Paragraphs = append(unmarkedLines(lines), armour...)
	return d
}

// What PGP puts around a text that it signs.
const (
	signedBegins    = "-----BEGIN PGP SIGNED MESSAGE-----"
	signatureBegins = "-----BEGIN PGP SIGNATURE-----"
	signatureEnds   = "-----END PGP SIGNATURE-----"
)

var armourField = regexp.MustCompile(`^(?:Hash|Charset|Comment|Version|NotDashEscaped): `)

// armoured parts what PGP put around a text from it, and takes off the hyphens that it put before those of the text.
func armoured(lines []layout.Paragraph) (text, armour []layout.Paragraph) {
	head, signature := false, false
	for _, l := range lines {
		switch {
		case l.Text == signedBegins:
			head = true
		case l.Text == signatureBegins:
			signature = true
		case head && !armourField.MatchString(l.Text):
			head = false
		}
		if head || signature {
			l.Part = layout.Letter
			armour = append(armour, l)
			signature = signature && l.Text != signatureEnds
			continue
		}
		if armour != nil && strings.HasPrefix(l.Text, "- -") {
			l.Text = l.Text[2:]
		}
		text = append(text, l)
	}
	return text, armour
}

// listMarks stand before items in plain mail.
var listMarks = []string{"* ", "- ", "• ", "– "}

// listMark is the mark before a line; "" for none.
func listMark(l layout.Paragraph) string {
	for _, mark := range listMarks {
		if strings.HasPrefix(l.Text, mark) {
			return mark
		}
	}
	return ""
}

// beside reports whether two lines beside each other are items of one list: with the same mark
// before them, or the one of them standing deeper.
func beside(a, b layout.Paragraph) bool {
	one, other := listMark(a), listMark(b)
	return one != "" && other != "" && (one == other || plain.Apart(a.Level, b.Level))
}

// leveled gives items, which have the spaces before them for a level, that of their list.
func leveled(lines []layout.Paragraph) {
	var open plain.Levels
	for i := range lines {
		l := &lines[i]
		if l.Kind != layout.Item {
			open = plain.Levels{}
			continue
		}
		l.Level = open.Next(l.Level)
	}
}

// unmarkedLines takes the marks of plain mail off items and headings.
func unmarkedLines(lines []layout.Paragraph) []layout.Paragraph {
	items := make([]bool, len(lines))
	for i := range lines {
		items[i] = i > 0 && beside(lines[i-1], lines[i]) || i+1 < len(lines) && beside(lines[i], lines[i+1])
	}
	for i := range lines {
		if l := &lines[i]; items[i] {
			_, l.Text, _ = strings.Cut(l.Text, " ")
			l.Kind, l.Text = layout.Item, strings.TrimSpace(l.Text)
			continue
		}
		lines[i].Level = 0
		for level, mark := range []string{"# ", "## ", "### "} {
			if heading, ok := strings.CutPrefix(lines[i].Text, mark); ok && !contact.Signs.MatchString(lines[i].Text) {
				lines[i].Kind, lines[i].Level, lines[i].Text = layout.Heading, level+1, strings.TrimSpace(heading)
			}
		}
	}
	leveled(lines)
	return lines
}

// answered returns a text without the marks that a mail program puts before each of its
// lines to answer it, and how many lines had them.
func answered(text string) (own string, marked int) {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if line != "" && line[0] != '>' {
			return text, 0
		}
		if line != "" {
			marked++
		}
		lines[i] = strings.TrimLeft(line, "> ")
	}
	return strings.Join(lines, "\n"), marked
}

// strong reports whether a paragraph looks bold throughout.
func strong(p layout.Paragraph) bool { return p.Strong || layout.WhollyBold(p.Text, p.Marks) }

// from returns a paragraph without its first bytes.
func from(p layout.Paragraph, start int) layout.Paragraph {
	letters := len([]rune(p.Text[:start]))
	p.Text, p.Marks = release.Piece(p.Text, p.Marks, letters, len([]rune(p.Text)))
	return p
}

// ruledApart parts the paragraphs within which a rule stands as a line.
func ruledApart(all []layout.Paragraph) []layout.Paragraph {
	var lines []layout.Paragraph
	for _, p := range all {
		if p.Kind == layout.Text && slices.ContainsFunc(strings.Split(p.Text, "\n"), wording.IsRuleText) {
			lines = append(lines, wording.Exploded([]layout.Paragraph{p})...)
		} else {
			lines = append(lines, p)
		}
	}
	return lines
}

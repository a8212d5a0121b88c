package editing

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/release"
)

// A release with its selection is drawn in lines, each of which begins with what it is:
//
//	! headline        ? subheadline      = lead          @ about the organisation
//	p paragraph       # subheading       > quotation     >> its speaker
//	- item            3. item            t cell ; cell   ---
//	-- item of the second level          3.. item of the second level
//	i caption         by author          alt words
//
// Items, and rows, that follow each other are one block, unless a line of "~" parts them; the
// levels of a list below the first are numbered or not, as they are drawn. ↵
// is a line break; *bold*, _italic_ and {linked} words are marked. The caret is |, and [ is
// where the selection began. Fields that are empty are left out.

var lineOf = regexp.MustCompile(`^(!|\?|=|@|p|#|>>|>|-+|[0-9]+\.+|t|i|by|alt)( |$)`)

const (
	testLink    = "https://example.org/"
	testPicture = "00000000000000000000000000000000000000000000000000000000000000aa"
)

// drawn reads a drawing.
type drawn struct {
	release.Release
	anchor, caret  release.Position
	hasAnchor, has bool
}

func draw(t testing.TB, drawing string) *drawn {
	t.Helper()
	d := &drawn{Release: release.New("ru")}
	apart := true
	for _, line := range strings.Split(strings.TrimSpace(drawing), "\n") {
		line = strings.TrimLeft(line, "\t ")
		switch line {
		case "~":
			apart = true
			continue
		case "---":
			d.block(release.Block{Kind: release.Rule})
			continue
		}
		m := lineOf.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("no drawing: %q", line)
		}
		d.line(m[1], line[len(m[0]):], apart)
		apart = false
	}
	if !d.hasAnchor {
		d.anchor = d.caret
	}
	if !d.has {
		d.anchor, d.caret = start(release.TextID{Field: release.HeadlineField}), start(release.TextID{Field: release.HeadlineField})
	}
	return d
}

func (d *drawn) block(b release.Block) *release.Block {
	b.ID = release.BlockID(len(d.Blocks) + 1)
	d.Blocks = append(d.Blocks, b)
	return &d.Blocks[len(d.Blocks)-1]
}

func (d *drawn) line(sign, text string, apart bool) {
	field := func(f release.Field) release.TextID { return release.TextID{Field: f} }
	switch sign {
	case "!":
		d.Headline, _ = d.read(field(release.HeadlineField), 0, text)
	case "?":
		d.Subheadline, _ = d.read(field(release.SubheadlineField), 0, text)
	case "=":
		d.Lead, d.LeadMarks = d.read(field(release.LeadField), 0, text)
	case "@":
		d.Boilerplate, d.BoilerplateMarks = d.read(field(release.BoilerplateField), 0, text)
	case ">>":
		b := &d.Blocks[len(d.Blocks)-1]
		b.Speaker, _ = d.read(document.Body(b.ID, release.SpeakerPart), 0, text)
	case "by":
		b := &d.Blocks[len(d.Blocks)-1]
		b.Author, _ = d.read(document.Body(b.ID, release.AuthorPart), 0, text)
	case "alt":
		b := &d.Blocks[len(d.Blocks)-1]
		b.Alternative, _ = d.read(document.Body(b.ID, release.AlternativePart), 0, text)
	default:
		d.words(sign, text, apart)
	}
}

func (d *drawn) words(sign, text string, apart bool) {
	kinds := map[string]release.BlockKind{"p": release.Paragraph, "#": release.Subheading, ">": release.Quotation, "-": release.List, "t": release.Table, "i": release.Picture}
	kind, ok := kinds[sign]
	first, tabs := 0, 0
	if !ok {
		kind = release.List
		tabs = strings.Count(sign, sign[len(sign)-1:]) - 1
		first, _ = strconv.Atoi(strings.TrimRight(sign, ".-"))
	}
	if kind == release.Table {
		text = strings.ReplaceAll(text, " ; ", "\t")
	}
	var b *release.Block
	if n := len(d.Blocks); n > 0 {
		b = &d.Blocks[n-1]
	}
	if goesOn := !apart && b != nil && b.Kind == kind && (kind == release.Table || kind == release.List && (tabs > 0 || (b.First > 0) == (first > 0))); goesOn {
		b.Text += "\n"
		b.Mixed = b.Mixed || kind == release.List && (b.First > 0) != (first > 0)
	} else {
		b = d.block(release.Block{Kind: kind, First: first})
		if kind == release.Picture {
			b.Picture = testPicture
		}
	}
	b.Text += strings.Repeat("\t", tabs)
	length := len([]rune(b.Text))
	words, marks := d.read(document.Body(b.ID, release.Words), length, text)
	b.Text += words
	b.Marks = release.Normalize(append(b.Marks, marks...), len([]rune(b.Text)))
}

// read takes the signs out of a text that begins at an offset.
func (d *drawn) read(id release.TextID, offset int, text string) (string, []release.Mark) {
	var words []rune
	var marks []release.Mark
	open := map[rune]int{}
	for _, r := range text {
		at := release.Position{TextID: id, Offset: offset + len(words)}
		style, marked := map[rune]release.Style{'*': release.Bold, '_': release.Italic, '}': release.Link}[r]
		from, begun := open[r]
		switch {
		case r == '|':
			d.caret, d.has = at, true
		case r == '[':
			d.anchor, d.hasAnchor = at, true
		case r == '↵':
			words = append(words, '\n')
		case r == '{':
			open['}'] = at.Offset
		case marked && begun:
			m := release.Mark{Start: from, End: at.Offset, Style: style}
			if style == release.Link {
				m.Address = testLink
			}
			marks = append(marks, m)
			delete(open, r)
		case marked:
			open[r] = at.Offset
		default:
			words = append(words, r)
		}
	}
	return string(words), marks
}

// drawing draws what an editor holds.
func drawing(e *Editor) string {
	var lines []string
	d := e.document()
	show := func(id release.TextID) string {
		text, marks, _ := d.Text(id)
		return e.signed(id, text, marks)
	}
	field := func(sign string, f release.Field) {
		if text := show(release.TextID{Field: f}); text != "" {
			lines = append(lines, sign+" "+text)
		}
	}
	field("!", release.HeadlineField)
	field("?", release.SubheadlineField)
	field("=", release.LeadField)
	before := release.Block{}
	for _, b := range d.Blocks() {
		if b.Kind == before.Kind && (b.Kind == release.Table || b.Kind == release.List && (b.First > 0) == (before.First > 0)) {
			lines = append(lines, "~")
		}
		before = b
		words := ""
		if b.Kind != release.Rule {
			words = show(document.Body(b.ID, release.Words))
		}
		lines = append(lines, drawnBlock(b, words)...)
		for _, part := range partsOf(b.Kind) {
			text := show(document.Body(b.ID, part))
			if sign := map[release.Part]string{release.SpeakerPart: ">>", release.AuthorPart: "by", release.AlternativePart: "alt"}[part]; sign != "" && text != "" {
				lines = append(lines, sign+" "+text)
			}
		}
	}
	field("@", release.BoilerplateField)
	return strings.Join(lines, "\n")
}

func drawnBlock(b release.Block, words string) []string {
	switch b.Kind {
	case release.Rule:
		return []string{"---"}
	case release.List:
		all := strings.Split(words, "↵")
		for i, item := range b.Items() {
			sign := strings.Repeat("-", item.Level+1)
			if item.Number > 0 {
				sign = strconv.Itoa(item.Number) + strings.Repeat(".", item.Level+1)
			}
			all[i] = sign + " " + strings.TrimLeft(all[i], "\t")
		}
		return all
	case release.Table:
		all := strings.Split(strings.ReplaceAll(words, "\t", " ; "), "↵")
		for i, row := range all {
			all[i] = "t " + row
		}
		return all
	}
	sign := map[release.BlockKind]string{release.Paragraph: "p", release.Subheading: "#", release.Quotation: ">", release.Picture: "i"}[b.Kind]
	return []string{sign + " " + words}
}

// signed puts the signs of marks and of the selection into a text.
func (e *Editor) signed(id release.TextID, text string, marks []release.Mark) string {
	letters := []rune(text)
	shut, selected, open := map[int]string{}, map[int]string{}, map[int]string{}
	for _, m := range slices.Backward(marks) {
		signs := map[release.Style][2]string{release.Bold: {"*", "*"}, release.Italic: {"_", "_"}, release.Link: {"{", "}"}}[m.Style]
		open[m.Start] = signs[0] + open[m.Start]
		shut[m.End] = signs[1] + shut[m.End]
	}
	s := e.selection
	if s.Anchor.TextID == id && !s.Empty() {
		selected[s.Anchor.Offset] += "["
	}
	if s.Caret.TextID == id {
		selected[s.Caret.Offset] += "|"
	}
	var b strings.Builder
	for i := 0; i <= len(letters); i++ {
		b.WriteString(shut[i] + selected[i] + open[i])
		if i < len(letters) {
			b.WriteString(strings.ReplaceAll(string(letters[i]), "\n", "↵"))
		}
	}
	return b.String()
}

// plainDrawing is a drawing without what only makes it readable.
func plainDrawing(drawing string) string {
	var all []string
	for _, line := range strings.Split(strings.TrimSpace(drawing), "\n") {
		all = append(all, strings.TrimLeft(line, "\t "))
	}
	return strings.Join(all, "\n")
}

// hands is an editor with a clock and a clipboard.
type hands struct {
	*Editor
	now       time.Time
	clipboard Fragment
}

func take(t testing.TB, drawing string) *hands {
	t.Helper()
	d := draw(t, drawing)
	h := &hands{now: time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)}
	h.Editor = New(draft.NewSession(d.Release, func() time.Time { return h.now }))
	h.Select(d.anchor, d.caret)
	return h
}

var keys = map[string]func(h *hands){
	"Enter":           func(h *hands) { h.NewParagraph() },
	"Shift+Enter":     func(h *hands) { h.NewLine() },
	"Backspace":       func(h *hands) { h.Backspace() },
	"Delete":          func(h *hands) { h.DeleteForward() },
	"Ctrl+Backspace":  func(h *hands) { h.DeleteWordBack() },
	"Ctrl+Delete":     func(h *hands) { h.DeleteWordForward() },
	"Tab":             func(h *hands) { h.Tab(false) },
	"Shift+Tab":       func(h *hands) { h.Tab(true) },
	"Ctrl+Z":          func(h *hands) { h.Undo() },
	"Ctrl+Y":          func(h *hands) { h.Redo() },
	"Ctrl+A":          func(h *hands) { h.SelectAll() },
	"Ctrl+B":          func(h *hands) { h.Toggle(release.Bold) },
	"Ctrl+I":          func(h *hands) { h.Toggle(release.Italic) },
	"Ctrl+L":          func(h *hands) { h.SetLink(testLink) },
	"Unlink":          func(h *hands) { h.SetLink("") },
	"Ctrl+C":          func(h *hands) { h.clipboard = h.Copy() },
	"Ctrl+X":          func(h *hands) { h.clipboard = h.Cut() },
	"Ctrl+V":          func(h *hands) { h.Paste(h.clipboard) },
	"Ctrl+Alt+0":      func(h *hands) { h.SetKind(release.Paragraph, false) },
	"Ctrl+Alt+1":      func(h *hands) { h.SetKind(release.Subheading, false) },
	"Ctrl+Alt+2":      func(h *hands) { h.SetKind(release.Quotation, false) },
	"Ctrl+Alt+3":      func(h *hands) { h.SetKind(release.List, false) },
	"Ctrl+Alt+4":      func(h *hands) { h.SetKind(release.List, true) },
	"Left":            func(h *hands) { h.Move(Left, false) },
	"Right":           func(h *hands) { h.Move(Right, false) },
	"Ctrl+Left":       func(h *hands) { h.Move(WordLeft, false) },
	"Ctrl+Right":      func(h *hands) { h.Move(WordRight, false) },
	"Ctrl+Up":         func(h *hands) { h.Move(ParagraphUp, false) },
	"Ctrl+Down":       func(h *hands) { h.Move(ParagraphDown, false) },
	"Shift+Left":      func(h *hands) { h.Move(Left, true) },
	"Shift+Right":     func(h *hands) { h.Move(Right, true) },
	"Ctrl+Shift+Left": func(h *hands) { h.Move(WordLeft, true) },
	"Start":           func(h *hands) { h.Move(TextStart, false) },
	"End":             func(h *hands) { h.Move(TextEnd, false) },
	"Ctrl+Home":       func(h *hands) { h.Move(DocumentStart, false) },
	"Ctrl+End":        func(h *hands) { h.Move(DocumentEnd, false) },
	"Double":          func(h *hands) { h.SelectWord(h.selection.Caret) },
	"Triple":          func(h *hands) { h.SelectParagraph(h.selection.Caret) },
	"Rule":            func(h *hands) { h.InsertBlock(release.Block{Kind: release.Rule}) },
	"Picture": func(h *hands) {
		h.InsertBlock(release.Block{Kind: release.Picture, Picture: testPicture, Text: "подпись"})
	},
	"Table":    func(h *hands) { h.InsertBlock(release.Block{Kind: release.Table, Text: "а\tб\nв\tг"}) },
	"NewTable": func(h *hands) { h.PutTable() },
	"Row":      func(h *hands) { h.AddRow() },
	"Column":   func(h *hands) { h.AddColumn() },
	"NoRow":    func(h *hands) { h.DeleteRow() },
	"NoColumn": func(h *hands) { h.DeleteColumn() },
	"Copied": func(h *hands) {
		h.Paste(NewFragment([]release.Block{{Kind: release.List, Text: "в\nг"}}, false, false))
	},
	"Pause": func(h *hands) { h.now = h.now.Add(time.Minute) },
}

// press presses keys, which are parted by spaces; 'words' are typed letter by letter.
func (h *hands) press(t testing.TB, all string) {
	t.Helper()
	for all = strings.TrimSpace(all); all != ""; all = strings.TrimSpace(all) {
		if rest, ok := strings.CutPrefix(all, "'"); ok {
			words, behind, _ := strings.Cut(rest, "'")
			for _, r := range words {
				h.Type(string(r))
			}
			all = behind
			continue
		}
		key, rest, _ := strings.Cut(all, " ")
		do := keys[key]
		if do == nil {
			t.Fatalf("no key %q", key)
		}
		do(h)
		all = rest
	}
}

type keyTest struct{ before, keys, after string }

func runKeys(t *testing.T, tests map[string]keyTest) {
	t.Helper()
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			h := take(t, tt.before)
			before := drawing(h.Editor)
			if before != plainDrawing(tt.before) {
				t.Fatalf("drawn\n%s\nread as\n%s", tt.before, before)
			}
			h.press(t, tt.keys)
			if got := drawing(h.Editor); got != plainDrawing(tt.after) {
				t.Errorf("%s\nmade of\n%s\n\ngot\n%s\n\nwant\n%s", tt.keys, before, got, plainDrawing(tt.after))
			}
			if err := h.Session().Release().Validate(); err != nil {
				t.Error(err)
			}
			for h.Undo() {
			}
			undone := take(t, tt.before)
			if h.document().Len() != undone.document().Len() || stripped(drawing(h.Editor)) != stripped(before) {
				t.Errorf("undone to\n%s", drawing(h.Editor))
			}
		})
	}
}

// stripped is a drawing without the selection, which moves before something is changed.
func stripped(drawing string) string {
	drawing = strings.NewReplacer("|", "", "[", "").Replace(drawing)
	return strings.TrimSpace(regexp.MustCompile(`(?m)^([!?=@]|by|alt|>>) ?$\n?`).ReplaceAllString(drawing, ""))
}

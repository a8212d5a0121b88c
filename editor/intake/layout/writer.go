package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/plain"
	"communique/editor/release"
)

// Look is how words are set.
type Look struct {
	Bold, Italic bool
	Address      string // of the link they belong to; "" for none
	Away         bool   // they lead to another page, kept or not
}

// Writer collects the paragraphs of a document from the words that a reader finds. The
// zero value is an empty document.
type Writer struct {
	// Part is where what is written next stands.
	Part Part
	doc  Document
	runs []run
	// letters and looks are those of the paragraph ended last: one of the next takes their room.
	letters []rune
	looks   []Look
}

type run struct {
	text string
	look Look
}

// MaxParagraphs is how many paragraphs, or lines, a text has at most.
const MaxParagraphs = 30_000

// Full reports whether more was written than any text has.
func (w *Writer) Full() bool { return len(w.doc.Paragraphs) > MaxParagraphs }

// Document returns what was written; words that no End followed are a paragraph.
func (w *Writer) Document() Document {
	w.End(Paragraph{})
	return w.doc
}

// Words adds words to the open paragraph. The line ends in them are spaces.
func (w *Writer) Words(text string, look Look) {
	if text == "" {
		return
	}
	text = lineEnds.Replace(text)
	// An accent belongs to the letter before it, whatever run it stands in.
	if n := len(w.runs); n > 0 {
		rest := strings.TrimLeftFunc(text, unicode.IsMark)
		w.runs[n-1].text += text[:len(text)-len(rest)]
		text = rest
	}
	w.runs = append(w.runs, run{text, look})
}

var lineEnds = strings.NewReplacer("\n", " ", "\r", " ", "\f", " ", "\v", " ", "\u0085", " ")

// First puts words before those of the open paragraph.
func (w *Writer) First(text string) { w.runs = slices.Insert(w.runs, 0, run{text: text}) }

// Drop leaves out the words of the open paragraph.
func (w *Writer) Drop() { w.runs = nil }

// Rule adds a rule before the open paragraph.
func (w *Writer) Rule() {
	open := w.runs
	w.runs = nil
	w.Add(Paragraph{Kind: Rule})
	w.runs = open
}

// Line adds a text with its marks to the open paragraph.
func (w *Writer) Line(text string, marks []release.Mark) {
	for n, line := range release.Lines(text, marks) {
		if n > 0 {
			w.Break()
		}
		for _, r := range release.Runs(line.Text, line.Marks) {
			w.Words(r.Text, Look{Bold: r.Bold, Italic: r.Italic, Address: r.Address})
		}
	}
}

// Break ends a line of the open paragraph. Two of them end the paragraph.
func (w *Writer) Break() { w.runs = append(w.runs, run{text: "\n"}) }

// Open reports whether words stand in the open paragraph.
func (w *Writer) Open() bool {
	return slices.ContainsFunc(w.runs, func(r run) bool { return strings.TrimSpace(r.text) != "" })
}

// End ends the open paragraph, which is what p says, and adds it where it has words.
func (w *Writer) End(p Paragraph) {
	if p.Kind == "" {
		p.Kind = Text
	}
	unseen := w.clean()
	letters, looks := w.letters, w.looks
	w.Lose(Invisible, unseen+loosen(letters))
	for i, span := range pieces(letters) {
		piece := p
		piece.Text, piece.Marks = string(letters[span[0]:span[1]]), MarksOf(letters[span[0]:span[1]], looks[span[0]:span[1]])
		piece.Away = away(looks[span[0]:span[1]])
		if piece.Kind == Item && i > 0 { // an item is one line of a list
			piece.Kind = Text
		}
		w.Add(piece)
	}
}

// Add adds a paragraph that is whole.
func (w *Writer) Add(p Paragraph) {
	if p.Part == Body {
		p.Part = w.Part
	}
	if p.Kind == Item || p.Kind == Heading {
		p.Text = strings.ReplaceAll(p.Text, "\n", " ")
	}
	p.Apart = p.Apart || len(w.doc.Paragraphs) > 0
	w.doc.Paragraphs = append(w.doc.Paragraphs, p)
}

// Lose counts what was not taken of the open paragraph.
func (w *Writer) Lose(what Loss, n int) {
	if n > 0 {
		w.omit(Omission{What: what, Count: n, At: Place{Paragraph: len(w.doc.Paragraphs) + 1}})
	}
}

// LoseWords is Lose of one piece that stays in the text, with its words; goesOn says that the piece is the
// one of before.
func (w *Writer) LoseWords(what Loss, words string, goesOn bool) {
	if !goesOn {
		w.Lose(what, 1)
	}
	for i := len(w.doc.Lost) - 1; i >= 0; i-- {
		if o := &w.doc.Lost[i]; o.What == what {
			if len(o.Text) < mostLostWords {
				o.Text += words[:min(len(words), mostLostWords)]
			}
			return
		}
	}
}

// The most that is told of what was not taken: pieces with their places, and bytes of
// the words of one.
const (
	mostOmissions = 200
	mostLostWords = 300
)

// omit takes down what was not taken: of one paragraph once, and of too many together.
func (w *Writer) omit(o Omission) {
	for i := len(w.doc.Lost) - 1; i >= 0; i-- {
		same := &w.doc.Lost[i]
		if same.What != o.What {
			continue
		}
		if same.At == o.At && (same.Text == "" || o.Text == "") || len(w.doc.Lost) >= mostOmissions {
			same.Count += o.Count
			return
		}
		break
	}
	w.doc.Lost = append(w.doc.Lost, o)
}

// Append adds another document behind this one.
func (w *Writer) Append(d Document) {
	w.End(Paragraph{})
	above := len(w.doc.Paragraphs)
	for _, o := range d.Lost {
		o.At.Paragraph += above
		w.omit(o)
	}
	for _, p := range d.Paragraphs {
		w.Add(p)
	}
	for _, r := range d.Repairs {
		r.Paragraph += above
		w.doc.Repairs = append(w.doc.Repairs, r)
	}
	if d.Page != (Page{}) {
		w.doc.Page = d.Page
	}
}

// Picture adds a picture, or counts it where its file is none that can be kept.
func (w *Writer) Picture(file []byte, alternative string) {
	if !IsPicture(file) {
		w.Lose(Pictures, 1)
		return
	}
	w.Add(Paragraph{Kind: Picture, File: file, Alternative: strings.Join(strings.Fields(plain.Line(alternative)), " ")})
}

// clean makes one text of the runs, and of how each letter looks: letters as editor/plain has them, one space where
// several stood, none at the ends of lines. A no-break space alone within a line stays. It returns how many letters
// cannot be seen.
func (w *Writer) clean() (unseen int) {
	most := 0
	for _, r := range w.runs {
		most += utf8.RuneCountInString(r.text)
	}
	letters, looks := slices.Grow(w.letters[:0], most), slices.Grow(w.looks[:0], most)
	for _, r := range w.runs {
		text := r.text
		if text != "\n" {
			unseen += plain.Unseen(text)
			text = plain.Lines(text)
		}
		for _, letter := range text {
			if letter == '\n' {
				n := trimmed(letters)
				letters, looks = letters[:n], looks[:n]
			} else if unicode.IsSpace(letter) && spaced(letters) {
				if n := len(letters); n > 0 && letters[n-1] != '\n' {
					letters[n-1] = ' '
				}
				continue
			}
			letters, looks = append(letters, letter), append(looks, r.look)
		}
	}
	n := len(letters)
	for n > 0 && unicode.IsSpace(letters[n-1]) {
		n--
	}
	w.runs, w.letters, w.looks = w.runs[:0], letters[:n], looks[:n]
	return unseen
}

// away reports whether all letters lead to another page.
func away(looks []Look) bool {
	return len(looks) > 0 && !slices.ContainsFunc(looks, func(l Look) bool { return !l.Away })
}

// spaced reports whether another space behind letters would say nothing.
func spaced(letters []rune) bool {
	n := len(letters)
	return n == 0 || unicode.IsSpace(letters[n-1])
}

// trimmed returns how many letters are left without the spaces at the line's end.
func trimmed(letters []rune) int {
	n := len(letters)
	for n > 0 && letters[n-1] != '\n' && unicode.IsSpace(letters[n-1]) {
		n--
	}
	return n
}

// MarksOf gathers the marks of letters that look alike; each letter has a look. A mark neither begins nor ends
// with a space; one between words that look alike belongs to them.
func MarksOf(letters []rune, looks []Look) []release.Mark {
	if !slices.ContainsFunc(looks, func(l Look) bool { return l.Bold || l.Italic || l.Address != "" }) {
		return nil
	}
	var all []release.Mark
	gather := func(style release.Style, meaning func(Look) (address string, set bool)) {
		start, end, address := -1, -1, ""
		flush := func() {
			if start >= 0 {
				all = append(all, release.Mark{Start: start, End: end, Style: style, Address: address})
			}
			start = -1
		}
		for i, look := range looks {
			if unicode.IsSpace(letters[i]) {
				continue
			}
			now, set := meaning(look)
			if start >= 0 && (!set || now != address) {
				flush()
			}
			if set {
				if start < 0 {
					start, address = i, now
				}
				end = i + 1
			}
		}
		flush()
	}
	gather(release.Bold, func(l Look) (string, bool) { return "", l.Bold })
	gather(release.Italic, func(l Look) (string, bool) { return "", l.Italic })
	gather(release.Link, func(l Look) (string, bool) { return l.Address, l.Address != "" })
	all = slices.DeleteFunc(all, func(m release.Mark) bool {
		return m.Style == release.Link && says(string(letters[m.Start:m.End]), m.Address)
	})
	return release.Normalize(all, len(letters))
}

// says reports whether words are a link's own address, which every form makes a link
// of anyway.
func says(words, address string) bool {
	return words == address || "mailto:"+words == address || strings.HasPrefix(words, "www.") && "https://"+words == address
}

// sentenceLine is how long a line is, in code points, that a writer meant for a
// paragraph and only broke.
const sentenceLine = 80

// pieces parts letters into the paragraphs that they look like: where a line is empty, and
// at every line's end where each line is as long as a paragraph and ends a sentence.
func pieces(letters []rune) (spans [][2]int) {
	long, lines := true, 0
	start, from := 0, 0
	var ends [][2]int // of the lines
	for at := 0; at <= len(letters); at++ {
		if at < len(letters) && letters[at] != '\n' {
			continue
		}
		if at > from {
			lines++
			long = long && at-from >= sentenceLine && strings.ContainsRune(".!?:;", letters[at-1])
		}
		ends = append(ends, [2]int{from, at})
		from = at + 1
	}
	long = long && lines > 2
	end := 0
	flush := func() {
		if end > start {
			spans = append(spans, [2]int{start, end})
		}
	}
	for _, line := range ends {
		if line[0] == line[1] || long {
			flush()
			start = line[0]
			if line[0] == line[1] {
				start++
			}
		}
		end = line[1]
	}
	flush()
	return spans
}

// Package snippet keeps the office's own pieces of text: a partner's boilerplate, a
// standing sentence, a sign. A snippet is one paragraph or several blocks, in which
// placeholders stand for what is asked for when it is put into a release; they are those
// of templates.
package snippet

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"communique/assets/translations"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/template"
)

// Snippet is a piece of text that the office puts into releases.
type Snippet struct {
	Title    string `toml:"title"`              // what a person chooses it by
	Language string `toml:"language,omitempty"` // BCP 47; "" is for releases in any
	// Text is plain paragraphs, one a line. A brace or a square bracket that is meant as
	// a letter is written twice, as in templates.
	Text string `toml:"text,omitempty"`
	// Blocks are what comes behind Text: of any kind but a picture, with marks.
	Blocks []release.Block `toml:"blocks,omitempty"`
	// Fields are blanks that need more than their name tells; see Asked.
	Fields []template.Field `toml:"fields,omitempty"`
}

// Filled is a snippet with what was asked for.
type Filled struct {
	// Blocks have no IDs: whoever puts them into a document gives them theirs.
	Blocks []release.Block
	// Guesses are the forms that the grammar is not certain of.
	Guesses []template.Guess
}

// Of makes a snippet of blocks, whose placeholders are those of a snippet.
func Of(title, language string, blocks []release.Block) Snippet {
	s := Snippet{Title: title, Language: language}
	lines := make([]string, len(blocks))
	for i, b := range blocks {
		if b.Kind != release.Paragraph || len(b.Marks) > 0 || strings.Contains(b.Text, "\n") || strings.TrimSpace(b.Text) == "" {
			s.Blocks = blocks
			return s
		}
		lines[i] = b.Text
	}
	s.Text = strings.Join(lines, "\n")
	return s
}

// All are the blocks of the snippet, with their placeholders.
func (s Snippet) All() []release.Block {
	var blocks []release.Block
	for line := range strings.SplitSeq(s.Text, "\n") {
		if strings.TrimSpace(line) != "" {
			blocks = append(blocks, release.Block{Kind: release.Paragraph, Text: strings.TrimRight(line, "\r")})
		}
	}
	for _, b := range s.Blocks {
		b = b.Clone()
		b.ID = 0
		blocks = append(blocks, b)
	}
	return blocks
}

// texts are those of blocks, each with its speaker.
func texts(blocks []release.Block) []string {
	var all []string
	for _, b := range blocks {
		all = append(all, b.Text, b.Speaker)
	}
	return all
}

// Asked lists the blanks to be filled, in the order of the text: the snippet's own
// fields, and one that is required for each other name. A name such as person, place2
// or date_from is of the kind that it begins with, and is labelled in the snippet's
// language; any other is a text, and its own label.
func (s Snippet) Asked() []template.Field {
	var fields []template.Field
	for _, name := range template.FieldNames(texts(s.All())) {
		if i := slices.IndexFunc(s.Fields, func(f template.Field) bool { return f.Name == name }); i >= 0 {
			fields = append(fields, s.Fields[i])
			continue
		}
		kind := kindOf(name)
		fields = append(fields, template.Field{Name: name, Kind: kind, Label: s.label(kind, name), Required: true})
	}
	return fields
}

// label is what a blank is called that the office has given no label: «дата 2» for date2.
func (s Snippet) label(kind template.FieldKind, name string) string {
	own := strings.ReplaceAll(name, "_", " ")
	if rest, ok := strings.CutPrefix(own, string(kind)); ok && kind != template.Text && slices.Contains(translations.Languages(), s.Language) {
		label := translations.Printed(s.Language).Text("printed-blank-" + string(kind))
		return strings.TrimSpace(label + " " + strings.TrimSpace(rest))
	}
	return own
}

// For is the snippet as it goes into a release in a language: one for any is for that.
func (s Snippet) For(language string) Snippet {
	if s.Language == "" {
		s.Language = language
	}
	return s
}

// kindOf is the kind that a blank's name tells.
func kindOf(name string) template.FieldKind {
	word, _, _ := strings.Cut(name, "_")
	switch kind := template.FieldKind(strings.TrimRight(word, "0123456789")); kind {
	case template.Date, template.Time, template.Place, template.Person, template.People, template.Organisation:
		return kind
	}
	return template.Text
}

// Template is the snippet as a template of a release: its blanks, and the texts that ask
// for them.
func (s Snippet) Template() template.Template {
	return template.Template{Name: s.Title, Title: s.Title, Language: s.Language, Kind: release.News, Fields: s.Asked(), Blocks: s.All()}
}

// Fill makes blocks of the snippet for a release in a language, whose people have the
// posts of a day. What is not given is a template.Blank, which the checks then stop.
// A block of nothing but optional blanks without a value falls away. A value that its
// blank cannot take, or that belongs to none, is an *Error.
func (s Snippet) Fill(house grammar.House, values map[string]template.Value, known register.Registers, language string, day release.Date) (Filled, error) {
	t := s.For(language).Template()
	t.Language = language
	blocks := s.All()
	filled, guesses, err := t.FillTexts(house, values, known, day, texts(blocks))
	var wrong *template.FieldError
	if errors.As(err, &wrong) {
		err = &Error{s.Title, wrong.Value, wrong.Fits}
	}
	if err != nil {
		return Filled{}, err
	}
	withMarks := make([]string, len(blocks))
	for i, b := range blocks {
		withMarks[i] = edged(b)
	}
	edges, _, err := t.FillTexts(house, values, known, day, withMarks)
	if err != nil {
		return Filled{}, err
	}
	out := Filled{Guesses: guesses}
	for i, b := range blocks {
		b.Marks = moved(b.Marks, edges[i], filled[2*i])
		b.Text, b.Speaker = filled[2*i], filled[2*i+1]
		if b.Text != "" || b.Kind == release.Rule {
			out.Blocks = append(out.Blocks, b)
		}
	}
	return out, nil
}

// edge is the first of the signs that stand at the edges of marks while a text is filled:
// from Unicode's private use, which no text has.
const edge = '\U000F0000'

// edged is a block's text with a sign at each edge of its marks.
func edged(b release.Block) string {
	if len(b.Marks) == 0 {
		return b.Text
	}
	var out strings.Builder
	at := 0
	put := func(n int) {
		for i, m := range b.Marks {
			if m.End == n {
				out.WriteRune(edge + rune(2*i+1))
			}
		}
		for i, m := range b.Marks {
			if m.Start == n {
				out.WriteRune(edge + rune(2*i))
			}
		}
	}
	for _, r := range b.Text {
		put(at)
		out.WriteRune(r)
		at++
	}
	put(at)
	return out.String()
}

// moved are the marks of a text that was filled: where the edges stand now. The signs may
// have kept a preposition from what it looks at, so that the text behind it is shifted.
func moved(marks []release.Mark, withEdges, filled string) []release.Mark {
	if len(marks) == 0 {
		return nil
	}
	places := map[rune]int{}
	var bare []rune
	for _, r := range withEdges {
		if r >= edge && int(r-edge) < 2*len(marks) {
			places[r] = len(bare)
			continue
		}
		bare = append(bare, r)
	}
	whole := []rune(filled)
	same := 0
	for same < len(bare) && same < len(whole) && bare[same] == whole[same] {
		same++
	}
	var all []release.Mark
	for i, m := range marks {
		start, begins := places[edge+rune(2*i)]
		end, ends := places[edge+rune(2*i+1)]
		if !begins || !ends {
			continue // it fell away with its words
		}
		if shift := len(whole) - len(bare); shift != 0 {
			if start > same {
				start += shift
			}
			if end > same {
				end += shift
			}
		}
		m.Start, m.End = start, end
		all = append(all, m)
	}
	return release.Normalize(all, utf8.RuneCountInString(filled))
}

// Error says what is wrong with a snippet.
type Error struct{ Title, Placeholder, Fits string }

func (e *Error) Error() string {
	return fmt.Sprintf("snippet %s: %s (fits: %s)", e.Title, e.Placeholder, e.Fits)
}

// Fact names the error for the translations.
func (e *Error) Fact() (string, map[string]any) {
	if e.Title == "" {
		return "snippet-untitled", nil
	}
	return "snippet-placeholder", map[string]any{"Title": e.Title, "Placeholder": e.Placeholder, "Fits": e.Fits}
}

// Check says what is wrong with the snippet: an *Error.
func (s Snippet) Check() error {
	blocks := s.All()
	switch {
	case strings.TrimSpace(s.Title) == "":
		return &Error{s.Title, "title", `title = "…"`}
	case len(blocks) == 0:
		return &Error{s.Title, "text", `text = "…"`}
	case slices.ContainsFunc(blocks, func(b release.Block) bool { return b.Kind == release.Picture }):
		return &Error{s.Title, string(release.Picture), kinds()}
	}
	r := release.New("ru")
	r.Blocks = release.Numbered(blocks)
	if err := r.Validate(); err != nil {
		return &Error{s.Title, err.Error(), kinds()}
	}
	if what, fits := s.Template().Fault(texts(blocks)); fits != "" {
		return &Error{s.Title, what, fits}
	}
	return nil
}

// kinds lists the kinds of block that a snippet can have.
func kinds() string {
	var all []string
	for _, k := range release.BlockKinds() {
		if k != release.Picture {
			all = append(all, string(k))
		}
	}
	return strings.Join(all, ", ")
}

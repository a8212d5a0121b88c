// Package proof checks a release before it leaves the office. The checks stand in one
// table; each returns facts, with their places in the text and, where there is exactly
// one right repair, that. The sentences stand in the translations.
package proof

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"communique/editor/document"
	"communique/editor/moment"
	"communique/editor/release"
)

// Level says how much a finding matters.
type Level string

// The levels: what keeps a release from being issued, what a person should look at,
// and what is only told. Off is the level of a check that an office does without.
const (
	Blocks Level = "block"
	Warns  Level = "warning"
	Hints  Level = "hint"
	Off    Level = "off"
)

// Levels lists the levels of findings, the gravest first.
func Levels() []Level { return []Level{Blocks, Warns, Hints} }

// Finding is one thing a check found.
type Finding struct {
	Code  string
	Level Level
	// TextID names the text; of contacts, repairs, tags, the date, the embargo it
	// names the field.
	release.TextID
	// Index is that of the block in Blocks, -1 outside the body.
	Index int
	// Start and End are code points in the text; in contacts and tags, in the one
	// value that Text is of.
	Start, End int
	// Text is the piece in question; empty where something is missing.
	Text string
	// Put is what takes the place of Text where Mends is set: the one right repair.
	Put   string
	Mends bool
	// Other is what the piece does not agree with: the weekday of the calendar, the
	// date of the release, the name in the register; "" for nothing.
	Other string
	// Accepted says that a person looked at it and wants it as it is.
	Accepted bool
	// More is how many further findings of its kind, accepted or not like this one, are not
	// listed; rest is the sum of their digests.
	More int
	rest uint64
	// Repaired is what intake did or a template guessed, of a finding that tells of that; TextID is then where it
	// stands in the release, or RepairsField where it stands nowhere.
	Repaired release.Repair
}

// OfRepair returns the finding that tells what intake did or a template guessed, at no place of a release. A
// guess is a warning, for it may be wrong.
func OfRepair(r release.Repair) Finding {
	level := Hints
	if r.Code == release.FormGuessed {
		level = Warns
	}
	return Finding{Code: r.Code, Level: level, TextID: release.TextID{Field: release.RepairsField}, Index: -1, Text: r.Text, Repaired: r}
}

// IsRepair reports whether the finding tells of what intake did or a template guessed.
func (f Finding) IsRepair() bool { return f.Repaired.Code != "" }

// Origin is where in its source stands what intake changed.
type Origin struct{ Line, Paragraph int }

// Fact names the place for the translations; it has no name where nobody knows.
func (o Origin) Fact() (name string, args map[string]any) {
	switch {
	case o.Line > 0:
		name = "repair-line"
	case o.Paragraph > 0:
		name = "repair-paragraph"
	}
	return name, map[string]any{"Line": o.Line, "Paragraph": o.Paragraph}
}

// Position is where the finding begins.
func (f Finding) Position() release.Position {
	return release.Position{TextID: f.TextID, Offset: f.Start}
}

// Acceptable reports whether a person may say that it should be so. What is missing or
// cannot be read is not there for anybody; who issues without it gives a reason.
func (f Finding) Acceptable() bool {
	switch f.Code {
	case FieldUnread, HeadlineMissing, LeadMissing, PictureMissing:
		return false
	}
	return true
}

// Acceptance is what accepts the finding in its place; without field and block it
// holds in the whole release.
func (f Finding) Acceptance() release.Accepted {
	text := f.Text
	if f.Other != "" && strings.IndexFunc(text, isLetterOrFigure) < 0 { // a lone quotation mark: the words beside it
		text = f.Other
	}
	if f.IsRepair() { // wherever its words have gone since
		return release.Accepted{Code: f.Code, Text: text, Field: release.RepairsField}
	}
	return release.Accepted{Code: f.Code, Text: text, Field: f.Field, Block: f.Block}
}

// Repair is the transaction that mends the finding; false where there is no one right
// repair, where the place is not in the document (contacts, tags), and where something
// else stands there by now.
func (f Finding) Repair(d *document.Document) (document.Transaction, bool) {
	if !f.Mends || !d.Has(f.TextID) {
		return nil, false
	}
	if there, _ := d.Piece(f.TextID, f.Start, f.End); there != f.Text {
		return nil, false
	}
	return document.Transaction{d.Replacing(f.TextID, []document.Piece{{At: f.Start, Gone: f.Text, Put: f.Put}})}, true
}

// Fact names the finding for the translations, and says how many more are not listed. Of a
// field that cannot be read it says what is missing.
func (f Finding) Fact() (string, map[string]any) {
	if f.More > 0 {
		return f.andMore()
	}
	var unread *moment.Error
	if f.Code == FieldUnread && errors.As(moment.Problem(f.Field, f.Text), &unread) {
		name, args := unread.Fact()
		return "finding-" + name, args
	}
	name := "finding-" + f.Code
	switch {
	case f.IsRepair():
		return f.repaired()
	case f.Code == PictureMissing && f.Text == "":
		name += "-unnamed"
	case f.inEnglish():
		name += "-english"
	}
	return name, map[string]any{"Text": readable(shown(f.Field, f.Text)), "Put": readable(f.Put), "Other": readable(f.Other)}
}

// inEnglish reports a Russian quotation mark in an English text.
func (f Finding) inEnglish() bool {
	return f.Code == QuotesForeign && (f.Text == "«" || f.Text == "»")
}

// andMore is Fact of a finding that tells how many more there are.
func (f Finding) andMore() (string, map[string]any) {
	more := f.More
	f.More = 0
	return "finding-more", map[string]any{"What": f, "Count": more}
}

// repaired is Fact of what intake did.
func (f Finding) repaired() (string, map[string]any) {
	name, r := "finding-"+f.Code, f.Repaired
	if f.Code == DateGlued {
		name += "-repaired"
	}
	if n, err := strconv.Atoi(r.Text); err == nil && r.Count == 0 && strings.HasPrefix(r.Code, "lost-") { // as it was kept before
		r.Count, r.Text = n, "…"
	}
	return name, map[string]any{"Text": readable(r.Text), "Put": readable(r.Put), "Count": max(r.Count, 1), "Where": Origin{r.Line, r.Paragraph}}
}

// Advice names why the finding matters and what to do, for the translations; "" for what
// intake repaired, of which the fact says all.
func (f Finding) Advice() (string, map[string]any) {
	if f.IsRepair() {
		return "", nil
	}
	f.More = 0
	_, args := f.Fact()
	if f.inEnglish() {
		return "advice-" + f.Code + "-english", args
	}
	return "advice-" + f.Code, args
}

// shown is a piece as its field shows it.
func shown(field release.Field, text string) string {
	var day release.Date
	if field == release.DateField && day.UnmarshalText([]byte(text)) == nil {
		return moment.FormatDate(day)
	}
	return text
}

// readable is as much of a piece as a message repeats: what stands there whole may be a paragraph, or a word of any length.
func readable(text string) string {
	const longest = 100 // code points
	n := 0
	for i := range text {
		if n++; n > longest {
			return text[:i] + "…"
		}
	}
	return text
}

// Blocking returns those findings that keep a release from being issued: nobody has
// accepted them.
func Blocking(findings []Finding) []Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f Finding) bool { return f.Level != Blocks || f.Accepted })
}

// Open returns the findings that nobody has accepted.
func Open(findings []Finding) []Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f Finding) bool { return f.Accepted })
}

func inPageOrder(a, b Finding) int {
	if a.Index >= 0 && b.Index >= 0 && a.Index != b.Index {
		return cmp.Compare(a.Index, b.Index)
	}
	return cmp.Or(
		cmp.Compare(slices.Index(fieldsDown, a.Field), slices.Index(fieldsDown, b.Field)),
		cmp.Compare(slices.Index(release.Parts(), a.Part), slices.Index(release.Parts(), b.Part)),
		cmp.Compare(a.Start, b.Start),
	)
}

// fieldsDown are the fields in the order of the page.
var fieldsDown = []release.Field{
	release.RepairsField, release.EmbargoField, release.HeadlineField, release.SubheadlineField, release.DateField, release.PlaceField, release.LeadField,
	release.BlocksField, release.BoilerplateField, release.TagsField, release.ContactsField,
}

// report takes down what one check finds.
type report struct {
	rule    *Rule
	found   []Finding
	further []Finding                // above Most, one of each
	folded  map[release.Accepted]int // where each stands in further
}

// add takes down the bytes from start to end of a text.
func (r *report) add(p *passage, start, end int) *Finding {
	text := p.text[start:end]
	at := p.offset(start)
	return r.take(Finding{
		Code: r.rule.Code, Level: r.rule.Level, TextID: p.TextID, Index: p.index,
		Start: at, End: at + utf8.RuneCountInString(text), Text: text,
	})
}

// mend takes down the bytes from start to end of a text, and what belongs in their place.
func (r *report) mend(p *passage, start, end int, put string) {
	f := r.add(p, start, end)
	f.Put, f.Mends = put, true
}

// in takes down something in a field that is no text, or lacks one.
func (r *report) in(field release.Field, text string) *Finding {
	return r.take(Finding{Code: r.rule.Code, Level: r.rule.Level, TextID: release.TextID{Field: field}, Index: -1, Text: text})
}

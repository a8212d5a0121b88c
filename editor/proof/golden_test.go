package proof

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/editor/document"
	"communique/editor/grammar"
	"communique/editor/moment"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/typography"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestEveryRuleHasItsCases runs each check over the cases of testdata/CODE.txt, texts
// with its errors and texts that only look so, and compares what it says of each.
func TestEveryRuleHasItsCases(t *testing.T) {
	for _, rule := range Rules() {
		t.Run(rule.Code, func(t *testing.T) {
			path := filepath.Join("testdata", rule.Code)
			cases, err := os.ReadFile(path + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			var said strings.Builder
			for line := range strings.Lines(string(cases)) {
				line = strings.TrimSuffix(line, "\n")
				said.WriteString(line + "\n")
				if line == "" || strings.HasPrefix(line, "#") {
					continue
				}
				r, p := read(t, line)
				for _, f := range Check(r, p) {
					if f.Code == rule.Code && f.Field != release.RepairsField {
						said.WriteString("\t" + tell(f) + "\n")
						repaired(t, r, p, f)
					}
				}
			}
			if *update {
				if err := os.WriteFile(path+".golden", []byte(said.String()), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path + ".golden")
			if err != nil {
				t.Fatal(err)
			}
			if got := said.String(); got != string(want) {
				t.Errorf("%s", firstDifference(got, string(want)))
			}
		})
	}
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			return fmt.Sprintf("line %d\ngot  %s\nwant %s", i+1, strings.Join(a[min(i, len(a)):min(i+3, len(a))], "\n     "), strings.Join(b[min(i, len(b)):min(i+3, len(b))], "\n     "))
		}
	}
	return ""
}

// tell is a finding in a line: level, place, piece, repair, what it does not agree with.
func tell(f Finding) string {
	line := fmt.Sprintf("%s %s %d–%d [%s]", f.Level, where(f), f.Start, f.End, f.Text)
	if f.Index >= 0 {
		line = fmt.Sprintf("%s %s%d %d–%d [%s]", f.Level, where(f), f.Index, f.Start, f.End, f.Text)
	}
	if f.Mends {
		line += " → [" + f.Put + "]"
	}
	if f.Other != "" {
		line += " ≠ " + f.Other
	}
	return line
}

// repaired holds a repair to its promise: it applies cleanly and ends its finding.
func repaired(t *testing.T, r release.Release, p Params, f Finding) {
	t.Helper()
	d := document.New(r)
	ops, ok := f.Repair(d)
	if !ok {
		return
	}
	if err := d.Apply(ops); err != nil {
		t.Fatalf("%+v: %v", f, err)
	}
	d.Write(&r)
	for _, left := range Check(r, p) {
		if left.Code == f.Code && left.TextID == f.TextID && left.Start == f.Start && left.Text == f.Text {
			t.Errorf("%q is still found after its repair", f.Text)
		}
	}
}

// read makes the release of a case: paragraphs parted by " | ", or fields such as
// "headline=…" in the place of those of a sound release.
func read(t testing.TB, line string) (release.Release, Params) {
	t.Helper()
	r := sound()
	r.Date, _ = release.NewDate(2024, 9, 11)
	r.Blocks = nil
	p := Params{Now: time.Date(2024, 9, 11, 9, 0, 0, 0, time.UTC)}
	var cards register.Registers
	for piece := range strings.SplitSeq(line, " | ") {
		piece = strings.ReplaceAll(piece, "\\n", "\n")
		piece = escapes.Replace(piece)
		name, text, is := strings.Cut(piece, "=")
		if !is || strings.ContainsAny(name, " <") {
			name, text = "", piece
		}
		switch name {
		case "language":
			r.Language = text
		case "headline":
			r.Headline = text
		case "subheadline":
			r.Subheadline = text
		case "lead":
			r.Lead = text
		case "place":
			r.Place = text
		case "boilerplate":
			r.Boilerplate = text
		case "date":
			day, err := moment.Date(text)
			if err != nil {
				r.Unread = append(r.Unread, release.Unread{Field: release.DateField, Text: text})
			}
			r.Date = day
		case "embargo":
			at, err := moment.Embargo(text)
			if err != nil {
				r.Unread = append(r.Unread, release.Unread{Field: release.EmbargoField, Text: text})
			}
			r.Embargo = at
		case "status":
			r.Status = release.Status(text)
		case "contact":
			r.Contacts = nil
			if text != "" {
				r.Contacts = []release.Contact{{Name: text}}
			}
		case "phone":
			r.Contacts = []release.Contact{{Phones: []release.PhoneNumber{{Number: text, Kind: release.Phone}}}}
		case "email":
			r.Contacts = []release.Contact{{Email: text}}
		case "site":
			r.Contacts = append(r.Contacts, release.Contact{Site: text})
		case "leftover":
			r.Leftovers = append(r.Leftovers, text)
		case "picture":
			r.Blocks = append(r.Blocks, release.Block{Kind: release.Picture, Picture: "lost", Text: text})
			p.Lost = []string{"lost"}
		case "subheading":
			r.Blocks = append(r.Blocks, release.Block{Kind: release.Subheading, Text: text})
		case "list":
			r.Blocks = append(r.Blocks, release.Block{Kind: release.List, Text: text})
		case "quotation":
			r.Blocks = append(r.Blocks, release.Block{Kind: release.Quotation, Text: text})
		case "person": // name; post, from, until; …
			cards.People = append(cards.People, person(t, text))
		case "organisation":
			full, short, _ := strings.Cut(text, "; ")
			cards.Organisations = append(cards.Organisations, register.Organisation{Name: full, Abbreviation: short})
		case "dash":
			p.Typography.Dash = typography.Dash(text)
		default:
			r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: piece})
		}
	}
	r.Blocks = release.Numbered(r.Blocks)
	if cards.Count() > 0 {
		p.Registers = NewRegisters(cards, grammar.House{})
	}
	return r, p
}

// escapes are signs that a file of cases would not show.
var escapes = strings.NewReplacer(`\nbsp`, "\u00a0", `\shy`, "\u00ad", `\zwsp`, "\u200b", `\bom`, "\ufeff", `\breve`, "\u0306", `\dots`, "\u0308", `\fffd`, "\ufffd", `\tab`, "\t", `\stress`, "\u0301")

func person(t testing.TB, text string) register.Person {
	t.Helper()
	parts := strings.Split(text, "; ")
	p := register.Named(parts[0])
	for _, post := range parts[1:] {
		fields := strings.Split(post, ", ")
		card := register.Post{Title: fields[0]}
		for i, day := range fields[1:] {
			at, err := moment.Date(day)
			if err != nil {
				t.Fatal(err)
			}
			if i == 0 {
				card.From = at
			} else {
				card.Until = at
			}
		}
		p.Posts = append(p.Posts, card)
	}
	return p
}

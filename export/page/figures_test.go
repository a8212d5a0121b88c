package page

import (
	"strings"
	"testing"
	"time"

	"communique/export/exporttest"
	"communique/export/style"
)

// figures are what is counted on pages.
type figures struct {
	pages, lines   int
	broken         int // lines that end in a hyphen of ours
	running        int // times that three do in a row
	tails, seconds int // paragraphs that end in the tail of a word; words with a second hyphen
	parted         int // numbers parted from what they count
	widest         float64
	spent          time.Duration
}

// count adds a document's lines of justified text.
func (f *figures) count(doc Document) {
	f.pages += len(doc.Pages)
	parts := map[int][]Line{}
	for _, p := range doc.Pages {
		for _, line := range p.Lines {
			if line.Part == Furniture {
				continue
			}
			switch doc.Parts[line.Part].Role {
			case Lead, Paragraph, Quotation, Item, Boilerplate:
				parts[line.Part] = append(parts[line.Part], line)
			default:
			}
		}
	}
	for _, lines := range parts {
		f.paragraph(lines)
	}
}

func (f *figures) paragraph(lines []Line) {
	running := 0
	for i, line := range lines {
		f.lines++
		f.space(line)
		if !isBroken(line.Runs) {
			running = 0
			f.number(lines[i:])
			continue
		}
		f.broken++
		if running++; running == mostHyphens+1 {
			f.running++
		}
		head, tail := strings.Fields(words(line)), strings.Fields(words(lines[i+1]))
		if strings.Contains(head[len(head)-1], "-") || strings.Contains(tail[0], "-") {
			f.seconds++
		}
		if i == len(lines)-2 && len(tail) == 1 {
			f.tails++
		}
	}
}

// number counts a line that ends in a number whose noun begins the next.
func (f *figures) number(lines []Line) {
	if len(lines) < 2 {
		return
	}
	before, after := strings.TrimSpace(words(lines[0])), strings.TrimSpace(words(lines[1]))
	last, first := before[max(len(before)-1, 0):], []rune(after)[:1]
	if strings.Trim(last, "0123456789") == "" && strings.ToUpper(string(first)) != string(first) {
		f.parted++
	}
}

func (f *figures) space(line Line) {
	for _, r := range line.Runs {
		for _, g := range r.Glyphs {
			if g.Rune == ' ' || g.Rune == noBreakSpace {
				f.widest = max(f.widest, (g.Advance+r.Tracking)/r.Size) // the letter before it is moved, too
			}
		}
	}
}

// TestFigures prints what a strict eye counts on a hundred releases in each style, and holds
// it. Their words are longer than those of most offices: real releases have half as much.
func TestFigures(t *testing.T) {
	for _, name := range style.Names() {
		c, f := compositor(t, name), figures{}
		for seed := range uint64(100) {
			start := time.Now()
			doc := layout(t, c, exporttest.Release(seed, 1500+int(seed)*50))
			f.spent += time.Since(start)
			f.count(doc)
		}
		share := float64(f.broken) / float64(f.lines)
		t.Logf("%s: %d pages, %d lines, %.1f %% broken, %d times three running, %d tails alone, %d second hyphens, %d numbers parted, the widest space %.2f em, %d µs a page",
			name, f.pages, f.lines, 100*share, f.running, f.tails, f.seconds, f.parted, f.widest, f.spent.Microseconds()/int64(f.pages))
		if share > 0.3 || f.running > 0 || f.widest > widestSpace+1e-9 {
			t.Errorf("%s: %.1f %% broken, %d times three running, a space of %.2f em", name, 100*share, f.running, f.widest)
		}
		if most := f.lines / 100; f.tails > most/4 || f.seconds > 2*most || f.parted > most {
			t.Errorf("%s: %d tails alone, %d second hyphens, %d numbers parted", name, f.tails, f.seconds, f.parted)
		}
	}
}

package pdf

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/pdf/objects"
	"communique/editor/regexp"
)

// firstValue is the mark of the first value of a form; no piece of a page's contents has so high a one.
const firstValue = 1 << 30

// mostCompared is how many pieces of pages the places of values are compared with, and values with the names that their
// list has for them, altogether; further values are counted as what is no text.
const mostCompared = 50_000_000

// spot is where the words of an annotation stand: on a page, below a mark.
type spot struct{ page, mark int }

// Flags of fields and of what shows them (12.5.3, 12.7.3, 12.7.4.3).
const (
	unseen    = 1<<1 | 1<<5
	multiline = 1 << 12
	secret    = 1 << 13
)

// of is what a field says under a key, or one above it says for it (12.7.3.1).
func (r *reader) of(field objects.Dict, key objects.Name) any {
	for range deepest {
		if said := field[key]; said != nil || field == nil {
			return r.file.Resolve(said)
		}
		field = r.file.Dict(field["Parent"])
	}
	return nil
}

// value is what somebody has typed into a field or chosen in it; filled says that something was, perhaps no words.
func (r *reader) value(field objects.Dict) (words string, filled bool) {
	v := r.of(field, "V")
	switch r.of(field, "FT") {
	case objects.Name("Tx"):
		if int(r.number(r.of(field, "Ff"), 0))&secret != 0 {
			return "", v != nil
		}
		words, _ = r.file.Text(v)
	case objects.Name("Ch"):
		words = r.chosen(field, v)
	default: // a button, a signature
		return "", v != nil && v != objects.Name("Off")
	}
	words = strings.TrimSpace(words)
	return words, words != ""
}

// chosen are the words that a list shows for what was chosen of it.
func (r *reader) chosen(field objects.Dict, v any) string {
	all := r.file.Array(v)
	if all == nil {
		all = objects.Array{v}
	}
	shown := map[string]string{}
	options, _ := r.of(field, "Opt").(objects.Array)
	const dear = 100 // a name against the comparing of a place
	if r.compared += dear * len(options); r.compared > mostCompared {
		options = nil
	}
	for _, option := range options {
		if pair := r.file.Array(option); len(pair) == 2 {
			value, _ := r.file.Text(pair[0])
			shown[value], _ = r.file.Text(pair[1])
		}
	}
	var words []string
	for _, one := range all {
		word, _ := r.file.Text(one)
		if better := shown[word]; better != "" {
			word = better
		}
		words = append(words, word)
	}
	return strings.Join(words, ", ")
}

// field reads what shows a field on a page. Words are put where they stand; what is filled in else is counted.
func (r *reader) field(p *page, a objects.Dict, ref objects.Ref) {
	words, filled := r.value(a)
	switch {
	case !filled:
	case int(r.number(a["F"], 0))&unseen != 0:
		p.hidden++
	case words == "", !r.put(p, a, ref, words):
		p.fields++
	}
}

// typeSize is the size that an appearance of letters says (12.7.3.3).
var typeSize = regexp.MustCompile(`([0-9.]+)\s+Tf`)

// put puts the words of an annotation where they stand on the page, line by line; false where that would take too long.
func (r *reader) put(p *page, a objects.Dict, ref objects.Ref, words string) bool {
	left, bottom, right, top := r.box(a["Rect"])
	if r.compared += len(p.runs); r.compared > mostCompared {
		return false
	}
	size, of := 0.0, r.of(a, "DA")
	if of == nil {
		of = r.form["DA"]
	}
	said, _ := r.file.Text(of)
	if found := typeSize.FindStringSubmatch(said); found != nil {
		size, _ = strconv.ParseFloat(found[1], 64)
	}
	const usual, filling, descent, leading, wide = 12, 0.7, 0.2, 1.2, 0.5
	if size <= 0 || size > top-bottom {
		size = max(1, min(usual, filling*(top-bottom)))
	}
	y := bottom + (top-bottom-size)/2 + descent*size
	if int(r.number(r.of(a, "Ff"), 0))&multiline != 0 || r.file.Name(a["Subtype"]) == "FreeText" {
		y = top - size
	}
	mark := firstValue + len(r.spots)
	r.spots[ref] = spot{len(r.pages), mark}
	var all []run
	for line := range strings.SplitSeq(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(words), "\n") {
		end := min(right, left+wide*size*float64(utf8.RuneCountInString(line)))
		all = append(all, run{text: line, x: left, y: y, end: max(end, left), size: size, mark: mark, value: true})
		r.all += utf8.RuneCountInString(line)
		y -= leading * size
	}
	r.runs += len(all)
	p.runs = slices.Insert(p.runs, p.behind(all[0]), all...)
	return true
}

// behind is where a run is read among those of a page: behind what stands left of it in its line, or behind the line
// above.
func (p *page) behind(one run) (at int) {
	beside, near := false, math.Inf(1)
	for i, other := range p.runs {
		switch height := other.y - one.y; {
		case other.artifact:
		case math.Abs(height) < max(one.size, other.size)/2:
			if other.x <= one.x && (!beside || other.x >= near) {
				beside, near, at = true, other.x, i+1
			}
		case !beside && height > 0 && height <= near:
			near, at = height, i+1
		}
	}
	return at
}

package proof

import (
	"fmt"
	"strings"
	"testing"

	"communique/editor/release"
)

// TestFindingsOfAKindAreLimited: Most of a kind are listed, the next tells of the rest, and no
// number is lost: in one text, in many, and where people accepted some.
func TestFindingsOfAKindAreLimited(t *testing.T) {
	many := func(word string, n int) string { return strings.TrimSpace(strings.Repeat(word+" и ", n)) }
	for name, tt := range map[string]struct {
		texts           []string
		accepted        []release.Accepted
		open, closed    int // how many there are
		listed, accepts int // how many findings tell of them
	}{
		"as many as are listed": {texts: []string{many("ХХХ", Most)}, open: Most, listed: Most},
		"one that tells itself": {texts: []string{many("ХХХ", Most+1)}, open: Most + 1, listed: Most + 1},
		"one more":              {texts: []string{many("ХХХ", Most+2)}, open: Most + 2, listed: Most + 1},
		"many":                  {texts: []string{many("ХХХ", 5*Most+7)}, open: 5*Most + 7, listed: Most + 1},
		"in several texts":      {texts: []string{many("ХХХ", Most-1), many("ХХХ", 3*Most), many("ХХХ", 3*Most)}, open: 7*Most - 1, listed: Most + 1},
		"a text each":           {texts: strings.Split(strings.Repeat("ХХХ\n", 2*Most+2), "\n"), open: 2*Most + 2, listed: Most + 1},
		"accepted first": {
			texts:    []string{many("ХХХ", 2*Most) + " и " + many("XXXX", 3*Most)},
			accepted: []release.Accepted{{Code: PlaceholderLeft, Text: "ХХХ"}},
			open:     3 * Most, closed: 2 * Most, listed: Most + 1, accepts: Most + 1,
		},
		"all accepted": {
			texts:    []string{many("ХХХ", 4*Most)},
			accepted: []release.Accepted{{Code: PlaceholderLeft, Text: "ХХХ"}},
			closed:   4 * Most, accepts: Most + 1,
		},
	} {
		r := body(tt.texts...)
		r.Blocks, r.Accepted = release.Numbered(r.Blocks), tt.accepted
		var open, closed []Finding
		for _, f := range Check(r, Params{}) {
			switch {
			case f.Code != PlaceholderLeft:
			case f.Accepted:
				closed = append(closed, f)
			default:
				open = append(open, f)
			}
		}
		if Count(open) != tt.open || Count(closed) != tt.closed || len(open) > Most+1 || len(closed) > Most+1 {
			t.Errorf("%s: %d open told by %d, %d accepted told by %d", name, Count(open), len(open), Count(closed), len(closed))
		}
		if name != "accepted first" && (len(open) != tt.listed || len(closed) != tt.accepts) {
			t.Errorf("%s: %d and %d are listed", name, len(open), len(closed))
		}
		if got := len(Blocking(open)) > 0; got != (tt.open > 0) {
			t.Errorf("%s: it is kept from being issued: %v", name, got)
		}
	}
}

// TestTheLastListedTellsOfTheRest in the words of the finding itself.
func TestTheLastListedTellsOfTheRest(t *testing.T) {
	found := by(PlaceholderLeft, passage{text: strings.Repeat("ХХХ ", Most+5)})
	last := found[len(found)-1]
	name, args := last.Fact()
	if name != "finding-more" || fmt.Sprint(args["Count"]) != "4" {
		t.Fatalf("%s %v", name, args)
	}
	inner, its := args["What"].(Finding).Fact()
	if inner != "finding-placeholder-left" || its["Text"] != "ХХХ" {
		t.Errorf("%s %v", inner, its)
	}
	if advice, args := last.Advice(); advice != "advice-placeholder-left" || args["Text"] != "ХХХ" {
		t.Errorf("%s %v", advice, args)
	}
}

// TestRepairsAreListedWhole, however many: a person confirms each.
func TestRepairsAreListedWhole(t *testing.T) {
	r := body("Текст.")
	for i := range 2 * Most {
		r.Repairs = append(r.Repairs, release.Repair{Code: "date-glued", Text: fmt.Sprint(i, "сентября")})
	}
	listed := 0
	for _, f := range Check(r, Params{}) {
		if f.IsRepair() {
			listed++
		}
	}
	if listed != 2*Most {
		t.Errorf("of %d are listed %d", 2*Most, listed)
	}
}

// TestWhatStandsForOthersIsKept where the checks say more of its own place: the others are told by it.
func TestWhatStandsForOthersIsKept(t *testing.T) {
	at := func(code string, more int) Finding { return Finding{Code: code, Start: 3, End: 9, More: more} }
	sources := []Source{{Code: "spelling"}}
	if found := toldOnce([]Finding{at(NameDiffers, 0), at("spelling", 0)}, sources); Count(found) != 1 {
		t.Errorf("what is told of twice is %v", found)
	}
	if found := toldOnce([]Finding{at(NameDiffers, 0), at("spelling", 5)}, sources); Count(found) != 7 {
		t.Errorf("of those that stand elsewhere are left %v", found)
	}
}

// TestManyFindingsTakeLittle: what is not listed takes no memory of its own.
func TestManyFindingsTakeLittle(t *testing.T) {
	p := passage{text: "ХХХ"}
	p.parse()
	out := report{rule: &Rule{Code: PlaceholderLeft}}
	for range 20 * Most {
		out.add(&p, 0, len(p.text))
	}
	if kept := cap(out.found) + cap(out.further); kept > 4*Most || Count(out.all()) != 20*Most {
		t.Errorf("of %d findings %d are told, in the room of %d", 20*Most, Count(out.all()), kept)
	}
}

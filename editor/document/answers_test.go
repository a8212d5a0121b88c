package document

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"communique/editor/release"
)

// TestAMisfitNamesItsOperation: whoever is told that a change was made for another text
// learns which change that was, and the document is as before, though others went first.
func TestAMisfitNamesItsOperation(t *testing.T) {
	lead := release.TextID{Field: release.LeadField}
	bold := []release.Mark{{End: 1, Style: release.Bold}}
	for name, op := range map[string]Op{
		"words behind the end":             Insert{At: release.Position{TextID: lead, Offset: 99}, Words: "!"},
		"marks where there are none":       Insert{At: release.Position{TextID: release.TextID{Field: release.NotesField}}, Words: "!", Marks: bold},
		"words taken that do not stand":    Delete{At: release.Position{TextID: lead}, Words: "Второй"},
		"words taken behind the end":       Delete{At: release.Position{TextID: lead, Offset: 99}, Words: "!"},
		"other marks before":               Mark{lead, bold, nil},
		"words replaced that are others":   Replace{Text: lead, Pieces: []Piece{{At: 0, Gone: "Второй", Put: "Третий"}}},
		"parted behind the end":            Split{release.Position{TextID: lead, Offset: 99}, release.Block{ID: 9, Kind: release.Paragraph}},
		"parted into what a picture has":   Split{release.Position{TextID: lead}, release.Block{ID: 9, Kind: release.Paragraph, Author: "Анна"}},
		"joined elsewhere than at its end": Join{release.Position{TextID: lead, Offset: 3}, release.Block{ID: 4, Kind: release.Paragraph}},
		"joined with another block":        Join{release.Position{TextID: lead, Offset: 12}, release.Block{ID: 2, Kind: release.Paragraph}},
		"a block that is there":            Add{0, release.Block{ID: 4, Kind: release.Paragraph}},
		"a block that stands elsewhere":    Remove{2, release.Block{ID: 4, Kind: release.Paragraph}},
		"a block that was another kind":    Change{4, Shape{Kind: release.List}, Shape{Kind: release.Paragraph}},
		"a speaker without a quotation":    Change{2, Shape{Kind: release.Quotation}, Shape{Kind: release.Paragraph}},
	} {
		t.Run(name, func(t *testing.T) {
			d := ofRelease()
			before := written(d)
			first := Insert{At: release.Position{TextID: lead, Offset: 5}, Words: "…"}
			back := Delete{At: first.At, Words: "…"}
			err := d.Apply(Transaction{op})
			var misfit *MisfitError
			if !errors.As(err, &misfit) || !reflect.DeepEqual(misfit.Op, op) {
				t.Errorf("told %#v", err)
			}
			if err := d.Apply(Transaction{first, back, op}); err == nil {
				t.Error("it was made")
			}
			if !reflect.DeepEqual(written(d), before) {
				t.Errorf("left %+v", written(d))
			}
		})
	}
}

// TestWhereInBytes: a place is told in bytes and in code points; where there is no text it
// is its beginning, and where there is no place the nearest.
func TestWhereInBytes(t *testing.T) {
	d := ofRelease()
	for name, tt := range map[string]struct {
		id                   release.TextID
		offset, byte, length int
		has                  bool
	}{
		"the lead":             {release.TextID{Field: release.LeadField}, 7, 13, 12, true},
		"a block":              {Body(4, release.Words), 2, 4, 12, true},
		"a speaker":            {Body(2, release.SpeakerPart), 4, 8, 4, true},
		"a part without text":  {Body(4, release.SpeakerPart), 0, 0, 0, false},
		"a block that is gone": {Body(9, release.Words), 0, 0, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			if d.Has(tt.id) != tt.has || d.Length(tt.id) != tt.length {
				t.Errorf("there %v, %d letters", d.Has(tt.id), d.Length(tt.id))
			}
			if got := d.Byte(release.Position{TextID: tt.id, Offset: tt.offset}); got != tt.byte {
				t.Errorf("letter %d begins at byte %d", tt.offset, got)
			}
			if got := d.Offset(tt.id, tt.byte); got != tt.offset {
				t.Errorf("before byte %d stand %d letters", tt.byte, got)
			}
			words, marks := d.Piece(tt.id, 0, 1)
			if (words != "") != tt.has || marks != nil {
				t.Errorf("its first letter is %q, %v", words, marks)
			}
			if marks := d.Marks(tt.id); (marks != nil) != (tt.has && tt.id.Part == release.Words) {
				t.Errorf("its marks are %v", marks)
			}
		})
	}
}

// TestBlocksThereAreNot: a document without blocks says so in every way, and a release
// keeps no block that its document has no more.
func TestBlocksThereAreNot(t *testing.T) {
	r := release.New("ru")
	if d := New(r); d.Blocks() != nil || d.Len() != 0 || d.At(0) != 0 || d.At(-1) != 0 || d.Index(1) != -1 {
		t.Errorf("blocks of none: %v", d.Blocks())
	}
	d := ofRelease()
	if got := d.Shape(2); got != (Shape{Kind: release.Quotation}) {
		t.Errorf("a quotation is %+v", got)
	}
	if got := d.Shape(9); got != (Shape{}) {
		t.Errorf("a block that is not is %+v", got)
	}
	d.Write(&r)
	if len(r.Blocks) != 2 {
		t.Fatalf("wrote %+v", r.Blocks)
	}
	for _, id := range []release.BlockID{4, 2} {
		op, _ := d.Removal(id)
		if err := d.Apply(Transaction{op}); err != nil {
			t.Fatal(err)
		}
	}
	if d.Write(&r); len(r.Blocks) != 0 {
		t.Errorf("kept %+v", r.Blocks)
	}
}

// TestReplacingTouchesItsText: words replaced are a text made different, as words put in are.
func TestReplacingTouchesItsText(t *testing.T) {
	lead := release.TextID{Field: release.LeadField}
	got := Transaction{Replace{Text: lead, Pieces: []Piece{{Gone: "а", Put: "б"}}}}.Touched()
	if !reflect.DeepEqual(got.Texts, []release.TextID{lead}) {
		t.Errorf("got %+v", got)
	}
}

// TestMarksOfWhatIsReplaced: word by word where there are as many words as before, otherwise
// those of the first letter; what is only put in has those in whose midst it comes.
func TestMarksOfWhatIsReplaced(t *testing.T) {
	bold := func(start, end int) release.Mark { return release.Mark{Start: start, End: end, Style: release.Bold} }
	for name, c := range map[string]struct {
		at        int
		gone, put string
		marks     []release.Mark
		want      string // bold words in stars
	}{
		"a word":                  {0, "раз", "однажды", []release.Mark{bold(0, 3)}, "*однажды* два"},
		"a part of a word":        {0, "раз", "однажды", []release.Mark{bold(0, 1)}, "*однажды* два"},
		"the end of a word":       {0, "раз", "однажды", []release.Mark{bold(1, 3)}, "однажды два"},
		"the second of two":       {0, "раз два", "три шесть", []release.Mark{bold(4, 7)}, "три *шесть*"},
		"the space between":       {0, "раз два", "три шесть", []release.Mark{bold(0, 4)}, "*три *шесть"},
		"more words, first bold":  {0, "раз два", "три", []release.Mark{bold(0, 3)}, "*три*"},
		"more words, second bold": {0, "раз два", "три", []release.Mark{bold(4, 7)}, "три"},
		"put in the midst":        {1, "", "ё", []release.Mark{bold(0, 3)}, "*рёаз* два"},
		"put in at an edge":       {0, "", "ё", []release.Mark{bold(0, 3)}, "ё*раз* два"},
		"taken out":               {0, "раз", "", []release.Mark{bold(0, 7)}, "* два*"},
	} {
		t.Run(name, func(t *testing.T) {
			r := release.New("ru")
			r.Lead, r.LeadMarks = "раз два", c.marks
			d := New(r)
			lead := release.TextID{Field: release.LeadField}
			if err := d.Apply(Transaction{d.Replacing(lead, []Piece{{At: c.at, Gone: c.gone, Put: c.put}})}); err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			words, marks, _ := d.Text(lead)
			for _, run := range release.Runs(words, marks) {
				if run.Bold {
					got.WriteString("*" + run.Text + "*")
				} else {
					got.WriteString(run.Text)
				}
			}
			if got.String() != c.want {
				t.Errorf("got %s", got.String())
			}
		})
	}
}

// TestBlocksInPartUntilEnough: who looks for a block may stop at it.
func TestBlocksInPartUntilEnough(t *testing.T) {
	d := ofRelease()
	for b := range d.blocks.all() {
		if b.id != 4 {
			t.Fatalf("went on to %d", b.id)
		}
		break
	}
}

package library

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/exporttest/illustrated"
)

// everything is a release with blocks of every kind, and marks.
func everything() release.Release {
	r, _ := illustrated.Release(4)
	return r
}

// filled is everything with something in each of its fields.
func filled(t *testing.T) release.Release {
	r := everything()
	r.UUID, r.Kind, r.Status, r.Number, r.Template = "3f2504e0-4f89-41d3-9a0c-0305e82c3301", release.News, release.Issued, "7", "exercises"
	r.English, r.OnePage, r.Notes = release.EnglishAP, true, "Заметки"
	r.Embargo = release.Embargo{At: time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)}
	r.Tags, r.Leftovers = []string{"учения"}, []string{"Бишкек"}
	r.Repairs = []release.Repair{{Code: "date-glued", Text: "11сентября", Put: "11 сентября", Line: 3}}
	r.Values = []release.Value{{Field: "topic.acc", Text: "учение"}}
	r.Unread = []release.Unread{{Field: release.DateField, Text: "завтра"}}
	r.Accepted = []release.Accepted{{Code: "placeholder-left", Text: "ХХХ"}}
	r.Overrides = []release.Override{{At: time.Date(2027, 3, 2, 9, 0, 0, 0, time.UTC), Who: "Анна", Why: "Срочно", Findings: r.Accepted}}
	for field, value := range reflect.ValueOf(r).Fields() {
		if value.IsZero() {
			t.Errorf("%s is empty", field.Name)
		}
	}
	return r
}

// Whatever was encoded before, an Encoder gives what Encode gives, the error included.
func TestEncoderEncodesAsEncode(t *testing.T) {
	texts := []string{
		"", "Слово", "раз\nдва", "\n[[blocks]]\n", "a\n[[contacts]]\nname = \"\"\n", `[[blocks]]`, "\"\"\"\n[[", "'''", "\\n[[blocks]]\\n",
		"\u0301й\u00ad", "\x00\x1f\u007f", "плохо \xff", "А\tБ\n1\t2",
	}
	kinds := append(release.BlockKinds(), "")
	random := rand.New(rand.NewPCG(7, 26))
	picked := func() string { return texts[random.IntN(len(texts))] }
	sound, full := everything(), filled(t)
	r := sound.Clone()
	var e Encoder
	faults, steps := 0, 1000
	for step := range steps {
		at := random.IntN(len(r.Blocks) + 1)
		switch n := random.IntN(14); {
		case n == 0 || at == len(r.Blocks):
			fresh := release.Block{ID: release.BlockID(1 + random.IntN(60)), Kind: kinds[random.IntN(len(kinds))], Text: picked()}
			r.Blocks = slices.Insert(r.Blocks, at, fresh)
		case n < 5:
			r.Blocks[at].Text = picked()
		case n == 5:
			r.Blocks[at].Kind = kinds[random.IntN(len(kinds))]
		case n == 6:
			r.Blocks[at].Marks = []release.Mark{{Start: 0, End: random.IntN(3), Style: release.Bold}}
		case n == 7:
			r.Blocks[at].ID = release.BlockID(random.IntN(60)) // 0, and another's
		case n == 8:
			r.Blocks = slices.Delete(r.Blocks, at, at+1)
		case n == 9:
			r.Blocks[0], r.Blocks[at] = r.Blocks[at], r.Blocks[0]
		case n == 10:
			r.Lead, r.Place = picked(), picked()
		case n < 13: // any field, filled or empty
			fields := reflect.ValueOf(&r).Elem()
			i := random.IntN(fields.NumField())
			from := reflect.ValueOf([]release.Release{full.Clone(), {}}[random.IntN(2)])
			fields.Field(i).Set(from.Field(i))
		default:
			r.Contacts = []release.Contact{{Name: picked(), Phones: []release.PhoneNumber{{Number: picked(), Kind: release.Phone}}}}
		}
		want, wantErr := Encode(r)
		got, err := e.Encode(r.Clone())
		if fmt.Sprint(err) != fmt.Sprint(wantErr) || string(got) != string(want) {
			t.Fatalf("step %d: %v\n%s\nwant %v\n%s", step, err, got, wantErr, want)
		}
		if wantErr != nil {
			faults++
			r = sound.Clone() // as of another window
		}
	}
	if faults < steps/20 || faults > steps*3/4 {
		t.Errorf("%d of %d could not be encoded", faults, steps)
	}
}

// What an Encoder keeps is its own: texts handed out and releases handed in may be changed.
func TestEncoderKeepsWhatIsItsOwn(t *testing.T) {
	r := everything()
	var e Encoder
	first, err := e.Encode(r)
	if err != nil {
		t.Fatal(err)
	}
	want := string(first)
	copy(first, strings.Repeat("#", len(first)))
	marked := slices.IndexFunc(r.Blocks, func(b release.Block) bool { return len(b.Marks) > 0 })
	r.Blocks[marked].Marks[0].Start++
	if again, err := e.Encode(r); err != nil || string(again) == want {
		t.Errorf("a mark that was moved is not seen, %v", err)
	}
	r.Blocks[marked].Marks[0].Start--
	if again, err := e.Encode(r); err != nil || string(again) != want {
		t.Errorf("%v\n%s\nwant\n%s", err, again, want)
	}
}

// BenchmarkEncoder encodes a long release with a letter more each time. The baseline is
// Encode of the same.
func BenchmarkEncoder(b *testing.B) {
	r := exporttest.Release(1, 160_000)
	var e Encoder
	for name, encode := range map[string]func(release.Release) ([]byte, error){"encoder": e.Encode, "encode": Encode} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				r.Blocks[3].Text += "а"
				if _, err := encode(r.Clone()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

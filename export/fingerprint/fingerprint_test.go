package fingerprint

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/editor/release"
)

// unpublished are the fields that leave the office in no form.
var unpublished = []string{"Notes", "Template", "Status", "Repairs", "Leftovers", "Values", "Accepted", "Overrides", "UUID", "OnePage", "Blocks.ID"}

// whole returns a release with something in every field, so that each can change.
func whole() release.Release {
	at := time.Date(2024, 9, 11, 12, 0, 0, 0, time.UTC)
	marks := []release.Mark{{Start: 0, End: 1, Style: release.Link, Address: "https://b.example"}}
	return release.Release{
		UUID: "3f2b1c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d", LeadMarks: marks, BoilerplateMarks: marks,
		Language: "ru", Kind: release.News, Status: release.Draft, Number: "5", Template: "news",
		Headline: "Заголовок", Subheadline: "Подзаголовок", Date: release.DateOf(at), Place: "Бишкек",
		Embargo: release.Embargo{At: at, Zone: "UTC"}, Tags: []string{"встреча"}, Lead: "Лид.", Boilerplate: "О нас.", Notes: "тайна", OnePage: true,
		Blocks: []release.Block{
			{ID: 1, Kind: release.Quotation, Text: "Да.", Marks: marks, Speaker: "Иван Пробный"},
			{ID: 2, Kind: release.List, Text: "раз", Marks: marks, First: 3},
			{ID: 3, Kind: release.Picture, Text: "Встреча", Marks: marks, Picture: strings.Repeat("ab", 32), Author: "Анна", Alternative: "Двое"},
		},
		Contacts:  []release.Contact{{Name: "Пётр", Post: "секретарь", Organisation: "Совет", Phones: []release.PhoneNumber{{Number: "1", Kind: release.Phone}}, Email: "a@b.example", Site: "b.example"}},
		Repairs:   []release.Repair{{Code: "date-glued", Text: "x"}},
		Leftovers: []string{"Астана"}, Values: []release.Value{{Field: "guest", Text: "x"}},
		Accepted: []release.Accepted{{Code: "leftover", Text: "x", Field: release.LeadField, Block: 1}}, Overrides: []release.Override{{At: at, Who: "Анна", Why: "срочно", Codes: []string{"leftover"}, Findings: []release.Accepted{{Code: "leftover", Text: "x", Field: release.LeadField, Block: 1}}}},
		Unread: []release.Unread{{Field: release.DateField, Text: "завтра"}},
	}
}

// changes calls try after each change that can be made to value, and takes the
// change back: every text in it, every number, every list's length.
func changes(t *testing.T, path string, value reflect.Value, try func(path string)) {
	t.Helper()
	set := func(changed reflect.Value) {
		before := reflect.ValueOf(value.Interface())
		value.Set(changed.Convert(value.Type()))
		try(path)
		value.Set(before)
	}
	if at, ok := value.Interface().(time.Time); ok {
		set(reflect.ValueOf(at.Add(time.Minute)))
		return
	}
	switch value.Kind() {
	case reflect.String:
		set(reflect.ValueOf(value.String() + "x"))
	case reflect.Bool:
		set(reflect.ValueOf(!value.Bool()))
	case reflect.Int:
		set(reflect.ValueOf(value.Int() + 1))
	case reflect.Slice:
		if value.Len() == 0 {
			t.Fatalf("%s: whole leaves it empty", path)
		}
		set(reflect.Zero(value.Type()))
		set(reflect.AppendSlice(value, value))
		for i := range value.Len() {
			changes(t, path, value.Index(i), try)
		}
	case reflect.Struct:
		for i := range value.NumField() {
			changes(t, strings.TrimPrefix(path+"."+value.Type().Field(i).Name, "."), value.Field(i), try)
		}
	case reflect.Map: // only what the drafting fills in has any
		entry := reflect.MakeMap(value.Type())
		entry.SetMapIndex(reflect.New(value.Type().Key()).Elem(), reflect.New(value.Type().Elem()).Elem())
		set(entry)
	default:
		t.Fatalf("%s: no change is known for a %s", path, value.Type())
	}
}

// TestEveryFieldCounts goes through the fields of a release and of what it is made
// of, so that a new one cannot be forgotten.
func TestEveryFieldCounts(t *testing.T) {
	r := whole()
	before, tried := Hash(r), 0
	changes(t, "", reflect.ValueOf(&r).Elem(), func(path string) {
		tried++
		field, _, _ := strings.Cut(path, ".")
		if changed := Hash(r) != before; changed == (slices.Contains(unpublished, field) || slices.Contains(unpublished, path)) {
			t.Errorf("%s: changed %v", path, changed)
		}
	})
	if fields := reflect.TypeFor[release.Release]().NumField(); tried < fields {
		t.Errorf("%d changes of %d fields", tried, fields)
	}
	if Hash(r) != before {
		t.Error("the release was left changed")
	}
}

func TestStoredReleaseIsTheSame(t *testing.T) {
	empty := release.Release{
		Language: "ru", Kind: release.News, Status: release.Draft, Tags: []string{}, Blocks: []release.Block{},
		Contacts: []release.Contact{{Name: "Пётр", Phones: []release.PhoneNumber{}}},
	}
	for name, r := range map[string]release.Release{"whole": whole(), "empty lists": empty} {
		t.Run(name, func(t *testing.T) {
			data, err := r.Encode()
			if err != nil {
				t.Fatal(err)
			}
			again, err := release.Parse(data)
			if err != nil {
				t.Fatal(err)
			}
			if Hash(again) != Hash(r) {
				t.Errorf("another hash after\n%s", data)
			}
		})
	}
}

// TestHashLeavesTheReleaseAlone tries it on lists that it puts in order.
func TestHashLeavesTheReleaseAlone(t *testing.T) {
	r := release.Release{Notes: "тайна", Tags: []string{}, Contacts: []release.Contact{{Phones: []release.PhoneNumber{}}}}
	Hash(r)
	if r.Notes == "" || r.Tags == nil || r.Contacts[0].Phones == nil {
		t.Errorf("changed: %+v", r)
	}
}

// TestKnownHash: packages and newsroom items made earlier bear the hash in their
// names, so it must stay what it was.
func TestKnownHash(t *testing.T) {
	const want = "eb9a613cecd52c5be57e8dd2276b23de9c650c32fce267c27d45d582ccfea336"
	if got := Hash(release.Release{Language: "ru", Headline: "Встреча"}); got != want {
		t.Errorf("got %s", got)
	}
	const wholly = "a940948b7fa60a9b4dcc3ec019c22da7000a9d40fb8057f689b3615745457e7e"
	if got := Hash(whole()); got != wholly {
		t.Errorf("of a whole release: %s", got)
	}
	if got := Hash(release.Release{Language: "ru", Headline: "Встреча", Contacts: []release.Contact{}, Tags: []string{}, Blocks: []release.Block{}}); got != want {
		t.Errorf("with lists that are empty: %s", got)
	}
}

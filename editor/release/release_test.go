package release

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"communique/editor/tomltext"
)

// Files and scripts of offices hold these words: none of them may change, and
// menus show them in this order.
func TestTheWordsOfTheFormat(t *testing.T) {
	for name, tt := range map[string]struct{ got, want string }{
		"kinds":       {listed(Kinds()), "news meeting exercise statement announcement congratulation condolence comment"},
		"statuses":    {listed(Statuses()), "draft review approved issued"},
		"block kinds": {listed(BlockKinds()), "paragraph subheading quotation list table picture rule"},
		"phone kinds": {listed(PhoneKinds()), "phone mobile fax phone-fax"},
		"constants": {
			listed([]Kind{News, Meeting, Exercise, Statement, Announcement, Congratulation, Condolence, Comment}) + " " +
				listed([]Status{Draft, InReview, Approved, Issued}) + " " + listed([]BlockKind{Paragraph, Subheading, Quotation, List, Table, Picture, Rule}) + " " +
				listed([]PhoneKind{Phone, Mobile, Fax, PhoneFax}),
			"news meeting exercise statement announcement congratulation condolence comment draft review approved issued " +
				"paragraph subheading quotation list table picture rule phone mobile fax phone-fax",
		},
		"the ending": {Extension, ".release.toml"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: got %s", name, tt.got)
		}
	}
	if Format != 2 {
		t.Errorf("format %d", Format)
	}
}

func listed[S ~string](all []S) string {
	var words []string
	for _, s := range all {
		words = append(words, string(s))
	}
	return strings.Join(words, " ")
}

func TestNew(t *testing.T) {
	if r := New("tg"); !reflect.DeepEqual(r, Release{Language: "tg", Kind: "news", Status: "draft"}) {
		t.Errorf("got %+v", r)
	}
}

// everything fills every field of a value that nothing has yet, so that a field
// that is added to Release is tried without anybody thinking of it.
func everything(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				everything(f)
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 8)) // room to grow: append must not write into it either
		for i := range v.Len() {
			everything(v.Index(i))
		}
	case reflect.Map:
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		everything(key)
		everything(value)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, value)
	case reflect.String:
		v.SetString("x")
	}
}

// memory lists where the slices and maps of a value lie, by their path.
func memory(v reflect.Value, path string, at map[string]uintptr) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				memory(v.Field(i), path+"."+v.Type().Field(i).Name, at)
			}
		}
	case reflect.Slice:
		at[path] = v.Pointer()
		for i := range v.Len() {
			memory(v.Index(i), fmt.Sprintf("%s[%d]", path, i), at)
		}
	case reflect.Map:
		at[path] = v.Pointer()
	}
}

func TestAClonesMemoryIsItsOwn(t *testing.T) {
	var r Release
	everything(reflect.ValueOf(&r).Elem())
	c := r.Clone()
	if !reflect.DeepEqual(r, c) {
		t.Errorf("the copy differs: %+v", c)
	}
	was, is := map[string]uintptr{}, map[string]uintptr{}
	memory(reflect.ValueOf(r), "Release", was)
	memory(reflect.ValueOf(c), "Release", is)
	if len(was) < 8 {
		t.Errorf("only %d slices were looked at: %v", len(was), was)
	}
	for path := range was {
		if was[path] == is[path] {
			t.Errorf("%s is shared", path)
		}
	}
	contact := r.Contacts[0].Clone()
	if &contact.Phones[0] == &r.Contacts[0].Phones[0] || !reflect.DeepEqual(contact, r.Contacts[0]) {
		t.Errorf("a contact's copy: %+v", contact)
	}
	if empty := (Release{}).Clone(); !reflect.DeepEqual(empty, Release{}) {
		t.Errorf("a copy of nothing: %+v", empty)
	}
}

func TestIsBlank(t *testing.T) {
	r := New("ru")
	r.Number, r.Place, r.Tags, r.Contacts, r.Boilerplate = "1", "Бишкек", []string{"визит"}, []Contact{{Name: "Иван Пробный"}}, "О Совете"
	if !r.IsBlank() {
		t.Error("what every draft brings along counts as written")
	}
	for name, write := range map[string]func(r *Release){
		"headline":    func(r *Release) { r.Headline = "x" },
		"subheadline": func(r *Release) { r.Subheadline = "x" },
		"lead":        func(r *Release) { r.Lead = "x" },
		"blocks":      func(r *Release) { r.Blocks = []Block{{}} },
		"notes":       func(r *Release) { r.Notes = "x" },
	} {
		written := r.Clone()
		write(&written)
		if written.IsBlank() {
			t.Errorf("%s does not count as written", name)
		}
	}
}

func TestValidateNamesTheField(t *testing.T) {
	if err := full().Validate(); err != nil {
		t.Fatal(err)
	}
	for field, spoil := range map[string]func(r *Release){
		"language":             func(r *Release) { r.Language = "" },
		"kind":                 func(r *Release) { r.Kind = "rumour" },
		"status":               func(r *Release) { r.Status = "lost" },
		"blocks.kind":          func(r *Release) { r.Blocks[2].Kind = "song" },
		"blocks.speaker":       func(r *Release) { r.Blocks[0].Speaker = "Иван Пробный" },
		"contacts.phones.kind": func(r *Release) { r.Contacts[0].Phones[1].Kind = "telex" },
	} {
		r := full()
		spoil(&r)
		want := map[string]string{
			"language": "", "kind": "rumour", "status": "lost", "blocks.kind": "song", "blocks.speaker": "Иван Пробный", "contacts.phones.kind": "telex",
		}[field]
		var value *ValueError
		if err := r.Validate(); !errors.As(err, &value) || value.Field != field || value.Value != want {
			t.Errorf("%s: got %v", field, err)
		}
		data, err := r.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Decode(data); !errors.As(err, &value) {
			t.Errorf("%s is read: %v", field, err)
		}
	}
}

// A file that would be written otherwise is refused with the line and both texts.
func TestLayoutErrors(t *testing.T) {
	data, err := New("ru").Encode()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(data), "\n")
	for name, tt := range map[string]struct {
		text string
		want LayoutError
	}{
		"other quotes":      {strings.Replace(string(data), `"ru"`, `'ru'`, 1), LayoutError{2, `language = 'ru'`, `language = "ru"`}},
		"a line too many":   {string(data) + "\n", LayoutError{len(lines) + 1, "", ""}},
		"a comment at last": {string(data) + "# да", LayoutError{len(lines), "# да", ""}},
		"no line feed":      {strings.TrimSuffix(string(data), "\n"), LayoutError{len(lines), "", ""}},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := Parse([]byte(tt.text))
			var layout *LayoutError
			if !errors.As(err, &layout) || *layout != tt.want || !reflect.DeepEqual(r, Release{}) {
				t.Errorf("got %#v, want %#v", err, tt.want)
			}
		})
	}
}

func TestFacts(t *testing.T) {
	for _, tt := range []struct {
		err interface {
			Error() string
			Fact() (string, map[string]any)
		}
		name, text string
		args       map[string]any
	}{
		{&ValueError{"kind", "rumour"}, "release-value", `kind: bad value "rumour"`, map[string]any{"Field": "kind", "Value": "rumour", "Fits": "news, meeting, exercise, statement, announcement, congratulation, condolence, comment"}},
		{&FormatError{7}, "release-format", "release format 7, this program reads 2", map[string]any{"Format": 7, "Known": 2}},
		{&FormatError{0}, "release-format-none", "release format 0, this program reads 2", nil},
		{&FormatError{-3}, "release-format-none", "release format -3, this program reads 2", nil},
		{&LayoutError{3, "a", "b"}, "release-layout", `line 3: "a" would be written as "b"`, map[string]any{"Line": 3, "Got": "a", "Want": "b"}},
	} {
		if name, args := tt.err.Fact(); name != tt.name || !reflect.DeepEqual(args, tt.args) || tt.err.Error() != tt.text {
			t.Errorf("got %s %v, %s", name, args, tt.err)
		}
	}
}

// Every field there is goes out and comes back: one that is forgotten in the
// TOML form would be lost with the next save.
func TestEveryFieldIsKept(t *testing.T) {
	var r Release
	everything(reflect.ValueOf(&r).Elem())
	r.Kind, r.Status, r.Date = News, Draft, Date{2024, 9, 11}
	r.Embargo = full().Embargo
	for i := range r.Unread {
		r.Unread[i].Field = DateField
	}
	r.UUID = full().UUID
	r.LeadMarks, r.BoilerplateMarks = []Mark{{0, 1, Bold, ""}}, []Mark{{0, 1, Italic, ""}}
	r.Blocks = full().Blocks
	for f := range reflect.TypeFor[Block]().Fields() {
		if !slices.ContainsFunc(r.Blocks, func(b Block) bool { return !reflect.ValueOf(b).FieldByIndex(f.Index).IsZero() }) {
			t.Errorf("no block of this test has a value for %s", f.Name)
		}
	}
	for _, c := range r.Contacts {
		for i := range c.Phones {
			c.Phones[i].Kind = Fax
		}
	}
	data, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	back, err := Parse(data)
	if err != nil || !reflect.DeepEqual(back, r) {
		t.Errorf("%v\n got %+v\nwant %+v", err, back, r)
	}
	if !slices.Equal(back.Leftovers, r.Leftovers) || len(back.Values) != 2 {
		t.Errorf("got %+v", back)
	}
}

// TestWhatFits: an error says what a field can be, where that can be listed or shown.
func TestWhatFits(t *testing.T) {
	for field, want := range map[string]string{"status": "draft", "blocks.kind": "quotation", "contacts.phones.kind": "phone-fax", "language": ""} {
		if _, said := (&ValueError{Field: field}).Fact(); !strings.Contains(said["Fits"].(string), want) || (want == "") != (said["Fits"] == "") {
			t.Errorf("%s can be %q", field, said["Fits"])
		}
	}
	for line, want := range map[string]string{`date = "tomorrow"`: "2026-09-11", `embargo = "tomorrow"`: "[Asia/Bishkek]"} {
		_, err := Decode([]byte("format = 2\nlanguage = \"ru\"\n" + line + "\n"))
		var fault tomltext.Fault
		if !errors.As(err, &fault) || !strings.Contains(fault.Fits, want) {
			t.Errorf("%s: %v", line, err)
		}
	}
}

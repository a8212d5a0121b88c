package release

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// stuffed fills every text, number and list of a value.
func stuffed(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			stuffed(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				stuffed(v.Field(i))
			}
		}
	}
}

// sharing names the lists that two values share.
func sharing(path string, a, b reflect.Value) (shared []string) {
	switch a.Kind() {
	case reflect.Slice:
		if a.Len() > 0 && a.Pointer() == b.Pointer() {
			shared = append(shared, path)
		}
		for i := range a.Len() {
			shared = append(shared, sharing(fmt.Sprintf("%s[%d]", path, i), a.Index(i), b.Index(i))...)
		}
	case reflect.Struct:
		for i := range a.NumField() {
			shared = append(shared, sharing(path+"."+a.Type().Field(i).Name, a.Field(i), b.Field(i))...)
		}
	}
	return shared
}

// TestClonesShareNothing goes through all that a release is made of.
func TestClonesShareNothing(t *testing.T) {
	var r Release
	stuffed(reflect.ValueOf(&r).Elem())
	if len(r.Contacts) != 2 || len(r.Contacts[1].Phones) != 2 || len(r.Unread) != 2 {
		t.Fatalf("not filled: %+v", r)
	}
	for name, clone := range map[string]Release{"Clone": r.Clone(), "Copy": r.Copy()} {
		if shared := sharing("", reflect.ValueOf(r), reflect.ValueOf(clone)); len(shared) > 0 {
			t.Errorf("%s shares %q", name, shared)
		}
	}
	if c := r.Contacts[0].Clone(); &c.Phones[0] == &r.Contacts[0].Phones[0] {
		t.Error("a contact's clone shares its phones")
	}
}

// TestCopy names each field that a copy leaves behind; a new field is taken along
// until somebody decides otherwise here.
func TestCopy(t *testing.T) {
	r := full()
	r.Leftovers, r.Values = []string{"Минск"}, []Value{{Field: "guest", Text: "x"}}
	r.Unread = []Unread{{EmbargoField, "потом"}, {DateField, "завтра"}}
	left := map[string]any{
		"UUID": "", "Status": Draft, "Number": "", "Embargo": Embargo{}, "Unread": []Unread{{DateField, "завтра"}},
	}
	before, after := reflect.ValueOf(r), reflect.ValueOf(r.Copy())
	for i := range before.NumField() {
		name, want := before.Type().Field(i).Name, before.Field(i).Interface()
		if now, ok := left[name]; ok {
			if reflect.DeepEqual(want, now) {
				t.Errorf("%s: the test shows nothing", name)
			}
			want = now
		}
		if got := after.Field(i).Interface(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
	if r.Number == "" || len(r.Unread) != 2 || r.UnreadText(EmbargoField) != "потом" {
		t.Error("the original was changed")
	}
	r.Unread = r.Unread[:1]
	if got := r.Copy().Unread; got != nil {
		t.Errorf("an empty list is left: %v", got)
	}
}

func TestUnreadInTOML(t *testing.T) {
	r := New("ru")
	plain, _ := r.Encode()
	if strings.Contains(string(plain), "unread") {
		t.Errorf("a release without one says so:\n%s", plain)
	}
	r.Unread = []Unread{{EmbargoField, "завтра\tв «полдень»"}}
	data, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if back, err := Parse(data); err != nil || !reflect.DeepEqual(back, r) {
		t.Errorf("%v, %+v", err, back)
	}
	var bad *ValueError
	if _, err := Decode([]byte(strings.Replace(string(data), `"embargo"`, `"colour"`, 1))); !errors.As(err, &bad) || bad.Field != "unread.field" {
		t.Errorf("got %v", err)
	}
}

// TestClockChanges asks for times that a zone's clocks show never or twice.
func TestClockChanges(t *testing.T) {
	for name, tt := range map[string]struct {
		day          Date
		hour, minute int
		zone         string
		want         string
	}{
		"before the change":       {Date{2025, 3, 30}, 0, 59, "Europe/London", "2025-03-30T00:59:00Z[Europe/London]"},
		"skipped":                 {Date{2025, 3, 30}, 1, 0, "Europe/London", "0 times"},
		"skipped to the end":      {Date{2025, 3, 30}, 1, 59, "Europe/London", "0 times"},
		"after the change":        {Date{2025, 3, 30}, 2, 0, "Europe/London", "2025-03-30T02:00:00+01:00[Europe/London]"},
		"twice":                   {Date{2025, 10, 26}, 1, 0, "Europe/London", "2 times"},
		"twice to the end":        {Date{2025, 10, 26}, 1, 59, "Europe/London", "2 times"},
		"once again":              {Date{2025, 10, 26}, 2, 0, "Europe/London", "2025-10-26T02:00:00Z[Europe/London]"},
		"half an hour's change":   {Date{2025, 10, 5}, 2, 15, "Australia/Lord_Howe", "0 times"},
		"a day that was left out": {Date{2011, 12, 30}, 12, 0, "Pacific/Apia", "0 times"},
		"no changes":              {Date{2025, 3, 30}, 2, 30, "Asia/Bishkek", "2025-03-30T02:30:00+06:00[Asia/Bishkek]"},
	} {
		t.Run(name, func(t *testing.T) {
			e, err := NewEmbargo(tt.day, tt.hour, tt.minute, tt.zone)
			got := e.String()
			var change *ClockError
			if errors.As(err, &change) {
				got = fmt.Sprintf("%d times", change.Times)
			}
			if got != tt.want {
				t.Errorf("got %s, %v", got, err)
			}
		})
	}
	for _, zone := range []string{"", "Local", "Asia/Nowhere", "МСК"} {
		var bad *ValueError
		if _, err := NewEmbargo(Date{2025, 3, 30}, 1, 0, zone); !errors.As(err, &bad) {
			t.Errorf("%q: %v", zone, err)
		}
	}
}

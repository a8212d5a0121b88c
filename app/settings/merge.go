package settings

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/tomltext"
)

// ConflictError tells which settings were changed here and elsewhere, each in
// a way of its own. What was changed here is written, contacts and searches of
// both sides stay, and the file as it was before is kept as Copy.
type ConflictError struct {
	Keys []string
	Copy string
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("also changed elsewhere: %v, kept as %s", e.Keys, e.Copy)
}

// Fact names the error for the translations.
func (e *ConflictError) Fact() (string, map[string]any) {
	return "settings-conflict", map[string]any{"Keys": strings.Join(e.Keys, ", "), "Copy": e.Copy}
}

// Merge brings together what was done to the settings here and elsewhere:
// known is how they were when both began, wanted how they are to be, stored how
// they are by now. It returns the keys of what the office wrote and both
// changed; there, wanted wins.
func Merge(known, wanted, stored Settings) (Settings, []string) {
	m := merger{}
	merged := stored
	m.fields(reflect.ValueOf(known), reflect.ValueOf(wanted), reflect.ValueOf(&merged).Elem(), "")
	merged.Unread = m.unread(known, wanted, stored)
	return merged, m.conflicts
}

// merger merges settings key by key.
type merger struct {
	changed   []string // here
	conflicts []string
}

func (m *merger) fields(known, wanted, stored reflect.Value, above string) {
	for i := range stored.NumField() {
		name, _, _ := strings.Cut(stored.Type().Field(i).Tag.Get("toml"), ",")
		if name != "-" {
			m.value(known.Field(i), wanted.Field(i), stored.Field(i), above+name)
		}
	}
}

func (m *merger) value(known, wanted, stored reflect.Value, key string) {
	if reflect.DeepEqual(known.Interface(), wanted.Interface()) {
		return
	}
	switch stored.Kind() {
	case reflect.Struct:
		m.fields(known, wanted, stored, key+".")
		return
	case reflect.Map:
		stored.Set(mergedMap(known, wanted, stored))
		return
	}
	m.changed = append(m.changed, key)
	switch was := stored.Interface().(type) {
	case []Contact:
		stored.Set(reflect.ValueOf(m.contacts(known.Interface().([]Contact), wanted.Interface().([]Contact), was)))
		return
	case []Search:
		both := both(m, key, known.Interface().([]Search), wanted.Interface().([]Search), was, func(s Search) string { return s.Name })
		stored.Set(reflect.ValueOf(both))
		return
	case []release.Accepted:
		both := both(m, key, known.Interface().([]release.Accepted), wanted.Interface().([]release.Accepted), was, func(a release.Accepted) string { return a.Code + "\n" + a.Text })
		stored.Set(reflect.ValueOf(both))
		return
	}
	if !reflect.DeepEqual(known.Interface(), stored.Interface()) && !reflect.DeepEqual(wanted.Interface(), stored.Interface()) && written(key) {
		m.conflicts = append(m.conflicts, key)
	}
	stored.Set(wanted)
}

// mergedMap is a map with the keys that were changed here. What has no value any
// more has none there either.
func mergedMap(known, wanted, stored reflect.Value) reflect.Value {
	merged := reflect.MakeMap(stored.Type())
	for _, from := range []reflect.Value{stored, known, wanted} {
		for _, key := range from.MapKeys() {
			now, was, want := stored.MapIndex(key), known.MapIndex(key), wanted.MapIndex(key)
			if !alike(was, want) {
				now = want
			}
			if now.IsValid() {
				merged.SetMapIndex(key, now)
			}
		}
	}
	return merged
}

func alike(a, b reflect.Value) bool {
	return a.IsValid() == b.IsValid() && (!a.IsValid() || reflect.DeepEqual(a.Interface(), b.Interface()))
}

// written reports whether the office wrote what stands under a key. The rest is
// how a window stands and where it was last: there the last one is right.
func written(key string) bool {
	top, _, _ := strings.Cut(key, ".")
	return slices.Contains([]string{"organisation", "contacts", "export", "updates", "searches"}, top)
}

// contacts merges contacts by what they are called; of one that was changed on
// both sides both stay. Which is the default is decided apart from that.
func (m *merger) contacts(known, wanted, stored []Contact) []Contact {
	chosen := defaultOf(stored)
	if mine := defaultOf(wanted); mine != defaultOf(known) {
		chosen = mine
	}
	merged := both(m, "contacts", undefaulted(known), undefaulted(wanted), undefaulted(stored), Contact.Label)
	for i := range merged {
		if merged[i].Label() == chosen {
			merged[i].Default = true
			break
		}
	}
	return merged
}

// defaultOf is what the default contact is called, "" where there is none.
func defaultOf(contacts []Contact) string {
	if i := slices.IndexFunc(contacts, func(c Contact) bool { return c.Default }); i >= 0 {
		return contacts[i].Label()
	}
	return ""
}

func undefaulted(contacts []Contact) []Contact {
	contacts = slices.Clone(contacts)
	for i := range contacts {
		contacts[i].Default = false
	}
	return contacts
}

// both merges a list of cards and keeps both where both sides changed one.
func both[T any](m *merger, key string, known, wanted, stored []T, name func(T) string) []T {
	var more []T
	merged := register.MergeCards(known, wanted, stored, name, func(name string, mine []T) {
		m.conflicts = append(m.conflicts, key+": "+name)
		more = append(more, mine...)
	})
	return append(merged, more...)
}

// unread is what still cannot be read: without what was settled here, and
// without what has a value now.
func (m *merger) unread(known, wanted, stored Settings) []tomltext.Fault {
	among := func(faults []tomltext.Fault, f tomltext.Fault) bool { return slices.ContainsFunc(faults, f.Same) }
	return slices.DeleteFunc(slices.Clone(stored.Unread), func(f tomltext.Fault) bool {
		return among(known.Unread, f) && !among(wanted.Unread, f) || slices.Contains(m.changed, f.Key)
	})
}

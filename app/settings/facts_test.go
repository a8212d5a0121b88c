package settings

import (
	"errors"
	"io/fs"
	"reflect"
	"testing"

	"communique/editor/tomltext"
	"communique/export/style"
)

// TestFacts: what each error is called, what the translations get to show of it, and
// what stands behind it.
func TestFacts(t *testing.T) {
	fault := tomltext.Fault{Key: "theme", Line: 2, Text: "theme = 5", Why: tomltext.NoText}
	for _, tt := range []struct {
		err interface {
			error
			Fact() (string, map[string]any)
		}
		name, text string
		args       map[string]any
		cause      error // nil for none
	}{
		{&ConflictError{[]string{"organisation.name", "contacts: Анна"}, "/c.bak"}, "settings-conflict", "also changed elsewhere: [organisation.name contacts: Анна], kept as /c.bak", map[string]any{"Keys": "organisation.name, contacts: Анна", "Copy": "/c.bak"}, nil},
		{&StyleError{Name: "gost", Cause: &style.UnknownError{Name: "gost"}}, "settings-style-missing", `style gost: no style "gost"`, map[string]any{"Name": "gost"}, &style.UnknownError{Name: "gost"}},
		{&StyleError{"own", "/s/own.toml", fs.ErrPermission}, "settings-style", "style own: permission denied", map[string]any{"Name": "own", "Path": "/s/own.toml"}, fs.ErrPermission},
		{&IncompleteError{"/s.toml", []tomltext.Fault{fault}}, "settings-incomplete", "incomplete settings: /s.toml: " + fault.Error(), map[string]any{"Path": "/s.toml"}, nil},
		{&LogoError{"/l.png", fs.ErrNotExist}, "settings-logo", "logo /l.png: file does not exist", map[string]any{"Path": "/l.png"}, fs.ErrNotExist},
		{&DictionaryError{"/d/kk.aff", fs.ErrNotExist}, "settings-dictionary", "dictionary /d/kk.aff: file does not exist", map[string]any{"Path": "/d/kk.aff"}, fs.ErrNotExist},
		{&UnreadError{Path: "/s.toml", Faults: []tomltext.Fault{fault}}, "settings-unread-still", "/s.toml: " + fault.Error(), map[string]any{"Path": "/s.toml"}, nil},
		{&UnreadError{"/s.toml", "/s.bak", nil}, "settings-unread", "/s.toml: <nil>", map[string]any{"Path": "/s.toml", "Copy": "/s.bak"}, nil},
		{&BusyError{"/config"}, "settings-busy", "settings in use: /config", map[string]any{"Dir": "/config"}, nil},
	} {
		if name, args := tt.err.Fact(); name != tt.name || !reflect.DeepEqual(args, tt.args) || tt.err.Error() != tt.text {
			t.Errorf("%T: %s, %v, %q", tt.err, name, args, tt.err.Error())
		}
		several, has := tt.err.(interface{ Unwrap() []error })
		if tt.cause != nil && (!has || len(several.Unwrap()) != 1 || !reflect.DeepEqual(several.Unwrap()[0], tt.cause)) {
			t.Errorf("%T stands for %v", tt.err, tt.cause)
		}
	}
	if faults := (&IncompleteError{"", []tomltext.Fault{fault}}).Unwrap(); len(faults) != 1 || errors.Unwrap(faults[0]) != nil {
		t.Errorf("the faults of an error: %v", faults)
	}
}

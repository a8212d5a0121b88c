//go:build !windows && !darwin

package settings

import (
	"os"
	"path/filepath"
	"testing"

	"communique/editor/tomltext"
)

// TestWhereEverythingLies: a program that looked elsewhere would come up without its
// settings, or with an empty library.
func TestWhereEverythingLies(t *testing.T) {
	const home = "/home/p"
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	beside := filepath.Join(filepath.Dir(program), "communique-data")
	there := filepath.Join(t.TempDir(), "z.db")
	unread := Settings{Unread: []tomltext.Fault{{Key: "theme"}, {Key: "library", Line: 3}}}
	for name, tt := range map[string]struct {
		env             map[string]string
		portable        bool
		settings        Settings
		config, library string
		existing        bool // the library has to be there
		wrong           bool // it cannot be told which it is
	}{
		"nothing said":                   {nil, false, Settings{}, home + "/.config/communique", home + "/.local/share/communique/library.db", false, false},
		"XDG":                            {map[string]string{"XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "/d"}, false, Settings{}, "/c/communique", "/d/communique/library.db", false, false},
		"a relative XDG is none":         {map[string]string{"XDG_DATA_HOME": "d"}, false, Settings{}, home + "/.config/communique", home + "/.local/share/communique/library.db", false, false},
		"by name":                        {map[string]string{"COMMUNIQUE_CONFIG": "/x", "COMMUNIQUE_LIBRARY": "/y/z.db"}, true, Settings{Library: "/s.db"}, "/x", "/y/z.db", true, false},
		"in a folder that is there":      {map[string]string{"COMMUNIQUE_LIBRARY": there}, false, Settings{}, home + "/.config/communique", there, false, false},
		"there, as the settings say":     {map[string]string{"COMMUNIQUE_LIBRARY": there}, false, Settings{Library: there}, home + "/.config/communique", there, true, false},
		"in the settings":                {nil, true, Settings{Library: "/s.db"}, beside, "/s.db", true, false},
		"in the settings, unread":        {nil, true, unread, beside, "", true, true},
		"unread, and by name":            {map[string]string{"COMMUNIQUE_LIBRARY": "/y/z.db"}, false, unread, home + "/.config/communique", "/y/z.db", true, false},
		"beside the program":             {nil, true, Settings{}, beside, beside + "/library.db", false, false},
		"beside it, whatever XDG says":   {map[string]string{"XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "/d"}, true, Settings{}, beside, beside + "/library.db", false, false},
		"something else that is unread":  {nil, false, Settings{Unread: unread.Unread[:1]}, home + "/.config/communique", home + "/.local/share/communique/library.db", false, false},
		"settings elsewhere, no library": {map[string]string{"COMMUNIQUE_CONFIG": "/x"}, false, Settings{}, "/x", home + "/.local/share/communique/library.db", false, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("HOME", home)
			for _, key := range []string{"XDG_CONFIG_HOME", "XDG_DATA_HOME"} {
				t.Setenv(key, tt.env[key])
			}
			if tt.portable {
				if err := os.Mkdir(beside, 0o700); err != nil {
					t.Fatal(err)
				}
				defer func() { _ = os.Remove(beside) }()
			}
			getenv := func(key string) string { return tt.env[key] }
			if got, err := FolderFrom(getenv); err != nil || got != tt.config {
				t.Errorf("the settings lie in %s, %v", got, err)
			}
			if got, existing, err := LibraryFrom(getenv, tt.settings); got != tt.library || existing != tt.existing || (err != nil) != tt.wrong {
				t.Errorf("the library is %s, existing %v, %v", got, existing, err)
			}
		})
	}
	if err := os.WriteFile(beside, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Remove(beside) }()
	if got := Portable(); got != "" {
		t.Errorf("a file beside the program makes it portable: %s", got)
	}
}

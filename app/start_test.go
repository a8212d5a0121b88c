package app

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/app/library/sqlite"
	"communique/app/settings"
	"communique/assets/translations"
	"communique/editor/release"
)

// world is the environment of a test: folders of its own.
func world(t *testing.T, more map[string]string) (config string, getenv func(string) string) {
	t.Helper()
	dir := t.TempDir()
	config = filepath.Join(dir, "config")
	t.Setenv("XDG_DATA_HOME", filepath.Join(dir, "data"))
	return config, func(name string) string {
		if name == "COMMUNIQUE_CONFIG" {
			return config
		}
		return more[name]
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestAMissingDiskIsNoEmptyLibrary: a library that the settings name and that is
// not there is told; nothing is made in its place.
func TestAMissingDiskIsNoEmptyLibrary(t *testing.T) {
	config, getenv := world(t, nil)
	gone := filepath.Join(t.TempDir(), "usb", "library.db")
	write(t, filepath.Join(config, settings.FileName), "welcomed = true\nlibrary = '"+gone+"'\n")
	o, err := open(getenv, nil)
	var absent *library.AbsentError
	if !errors.As(err, &absent) || absent.Path != gone || o.about() != gone || !o.settings.Welcomed {
		t.Errorf("%+v, %v", o, err)
	}
	if _, err := os.Stat(filepath.Dir(gone)); !errors.Is(err, fs.ErrNotExist) {
		t.Error("something was made where the disk should be")
	}
}

// TestTheUsualPlaceThatWasRemoved: a library that was there once, with its backups, is missed; an empty one in its stead
// would look like a loss. Who wants one names it.
func TestTheUsualPlaceThatWasRemoved(t *testing.T) {
	config, getenv := world(t, nil)
	for range 2 { // a first start makes it, the next one finds it
		o, err := open(getenv, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := o.store.Close(); err != nil {
			t.Fatal(err)
		}
	}
	usual := filepath.Join(os.Getenv("XDG_DATA_HOME"), "communique", "library.db")
	data := filepath.Dir(filepath.Dir(usual))
	if err := os.RemoveAll(data); err != nil {
		t.Fatal(err)
	}
	o, err := open(getenv, nil)
	var absent *library.AbsentError
	if !errors.As(err, &absent) || absent.Path != usual || o.about() != usual {
		t.Errorf("%+v, %v", o, err)
	}
	if _, err := os.Stat(data); !errors.Is(err, fs.ErrNotExist) {
		t.Error("something was made where the library was")
	}
	t.Setenv("XDG_DATA_HOME", filepath.Join(t.TempDir(), "other"))
	if o, err = open(getenv, nil); err != nil {
		t.Fatalf("another person's usual place: %v", err)
	}
	if err := o.store.Close(); err != nil {
		t.Fatal(err)
	}
	if places := settings.LoadPlaces(config); places.Usual != o.path {
		t.Errorf("%s is remembered", places.Usual)
	}
	named := filepath.Join(t.TempDir(), "named.db")
	_, getenv = world(t, map[string]string{"COMMUNIQUE_LIBRARY": named})
	if o, err = open(getenv, nil); err != nil {
		t.Fatal(err)
	}
	if err := o.store.Close(); err != nil {
		t.Fatal(err)
	}
	if places := settings.LoadPlaces(o.config); places.Usual != "" {
		t.Errorf("%s, which was named, is remembered as the usual one", places.Usual)
	}
}

// TestALibraryThatIsNamed is made by the environment in a folder that is there; where the folder is away, so is the
// library. One that the command line names is there, until a person asks for another.
func TestALibraryThatIsNamed(t *testing.T) {
	for name, tt := range map[string]struct {
		path   string
		by     opener
		absent bool
	}{
		"by the environment":         {filepath.Join(t.TempDir(), "named.db"), asItIs, false},
		"by it, the folder is away":  {filepath.Join(t.TempDir(), "usb", "named.db"), asItIs, true},
		"by the command line":        {filepath.Join(t.TempDir(), "named.db"), asNamed, true},
		"by that, the folder is too": {filepath.Join(t.TempDir(), "usb", "named.db"), asNamed, true},
	} {
		t.Run(name, func(t *testing.T) {
			_, getenv := world(t, map[string]string{"COMMUNIQUE_LIBRARY": tt.path})
			o, err := openBy(getenv, nil, tt.by)
			var absent *library.AbsentError
			if errors.As(err, &absent) != tt.absent {
				t.Fatalf("got %v", err)
			}
			if tt.absent {
				if _, err := os.Stat(tt.path); !errors.Is(err, fs.ErrNotExist) {
					t.Error("it was made")
				}
				if o, err = openOther(getenv, filepath.Join(t.TempDir(), "new.db"), nil); err != nil {
					t.Fatalf("one that is asked for: %v", err)
				}
			}
			if err := o.store.Close(); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func TestOpen(t *testing.T) {
	config, getenv := world(t, nil)
	o, err := open(getenv, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = o.store.Close() }()
	if o.config != config || filepath.Base(o.about()) != "library.db" || o.trouble != nil {
		t.Errorf("%+v", o)
	}
}

// TestAnOlderProgramsLibrary is brought up to date where somebody hears of it, and once.
func TestAnOlderProgramsLibrary(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	script, err := os.ReadFile(filepath.Join("library", "sqlite", "testdata", "old", "layout-2.sql"))
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(string(script)); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	_, getenv := world(t, map[string]string{"COMMUNIQUE_LIBRARY": path})
	if o, err := open(getenv, nil); !errors.Is(err, errOutdated) || o.path != path || o.store != nil {
		t.Fatalf("%+v, %v", o, err)
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(path), "backups")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("it was begun unasked")
	}
	var heard []int
	o, err := open(getenv, func(done, of int) { heard = append(heard, done, of) })
	if err != nil || !slices.Equal(heard, []int{0, 10, 5, 10, 10, 10}) { // the index, then the UUIDs
		t.Fatalf("heard %v, %v", heard, err)
	}
	if err := o.store.Close(); err != nil {
		t.Fatal(err)
	}
	if o, err = open(getenv, nil); err != nil {
		t.Fatal(err)
	}
	if err := o.store.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestADamagedLibrary is left alone until a person wants it made anew of its backup; what could not be had again is told
// by the releases that lack it.
func TestADamagedLibrary(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	l, err := sqlite.Open(sqlite.Params{Path: path, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	r := release.New("ru")
	r.Headline, r.Blocks = "Открытие выставки", []release.Block{{ID: 1, Kind: release.Picture, Picture: strings.Repeat("a", 64)}}
	_, saved := l.Save(t.Context(), 0, 0, r)
	if err := errors.Join(saved, l.BackUpDaily(t.Context()), l.Close(), os.WriteFile(path, []byte(strings.Repeat("rubbish ", 1000)), 0o600)); err != nil {
		t.Fatal(err)
	}
	_, getenv := world(t, map[string]string{"COMMUNIQUE_LIBRARY": path})
	var damaged *library.NoLibraryError
	if o, err := open(getenv, nil); !errors.As(err, &damaged) || o.about() != path {
		t.Fatalf("%+v, %v", o, err)
	}
	o, err := openBy(getenv, func(int, int) {}, madeAnew)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = o.store.Close() }()
	for _, lang := range translations.Languages() {
		words, err := translations.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		if told := words.Error(o.trouble); !strings.Contains(told, "-damaged-") || !strings.Contains(told, ": 1.") || !strings.Contains(told, "Открытие выставки (1)") {
			t.Errorf("%s: told %q", lang, told)
		}
	}
}

// TestABackupInItsPlace is put there only when asked for, and told.
func TestABackupInItsPlace(t *testing.T) {
	for name, spoil := range map[string]func(path string) error{
		"damaged": func(path string) error { return os.WriteFile(path, []byte(strings.Repeat("rubbish ", 1000)), 0o600) },
		"empty":   func(path string) error { return os.WriteFile(path, nil, 0o600) },
		"gone":    os.Remove,
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "library.db")
			l, err := sqlite.Open(sqlite.Params{Path: path, Now: time.Now})
			if err != nil {
				t.Fatal(err)
			}
			_, saved := l.Save(t.Context(), 0, 0, release.New("ru"))
			if err := errors.Join(saved, l.BackUpDaily(t.Context()), l.Close(), spoil(path)); err != nil {
				t.Fatal(err)
			}
			_, getenv := world(t, map[string]string{"COMMUNIQUE_LIBRARY": path})
			if _, err := open(getenv, nil); err == nil {
				t.Fatal("it was opened")
			}
			o, err := openBy(getenv, func(int, int) {}, restored)
			var told *library.RestoredError
			if err != nil || !errors.As(o.trouble, &told) || (told.Damaged == "") != (name == "gone") {
				t.Fatalf("%+v, %v", o, err)
			}
			defer func() { _ = o.store.Close() }()
			if n, err := o.store.Count(t.Context(), library.Query{}); err != nil || n != 1 {
				t.Errorf("%d releases, %v", n, err)
			}
		})
	}
}

// TestSettingsThatCannotBeRead are told with their file: there is no library yet.
func TestSettingsThatCannotBeRead(t *testing.T) {
	config, getenv := world(t, nil)
	file := filepath.Join(config, settings.FileName)
	if err := os.MkdirAll(file, 0o700); err != nil {
		t.Fatal(err)
	}
	if o, err := open(getenv, nil); err == nil || o.about() != file || o.path != "" {
		t.Errorf("%+v, %v", o, err)
	}
}

// TestALibraryThatCannotBeRead is no reason to open another.
func TestALibraryThatCannotBeRead(t *testing.T) {
	config, getenv := world(t, nil)
	file := filepath.Join(config, settings.FileName)
	write(t, file, "welcomed = true\nlibrary = 5\n")
	o, err := open(getenv, nil)
	if err == nil || o.about() != file || !strings.Contains(words("en").Error(err), "library") {
		t.Errorf("%+v, %v", o, err)
	}
	if o, err = open(with(getenv, "", filepath.Join(t.TempDir(), "named.db")), nil); err != nil {
		t.Fatalf("one that is named: %v", err)
	}
	if err := o.store.Close(); err != nil || o.trouble == nil {
		t.Errorf("%v, %v", err, o.trouble)
	}
}

// TestAnotherLibrary is the library from now on, but for one that the person
// named for this time.
func TestAnotherLibrary(t *testing.T) {
	for name, named := range map[string]bool{"of the settings": false, "of the command line": true} {
		t.Run(name, func(t *testing.T) {
			more := map[string]string{}
			if named {
				more["COMMUNIQUE_LIBRARY"] = filepath.Join(t.TempDir(), "named.db")
			}
			config, getenv := world(t, more)
			other := filepath.Join(t.TempDir(), "other.db")
			o, err := openOther(getenv, other, nil)
			if err != nil || o.path != other {
				t.Fatalf("%+v, %v", o, err)
			}
			defer func() { _ = o.store.Close() }()
			kept, err := settings.Load(config)
			if err != nil || (kept.Library == other) == named || kept.Library != o.settings.Library {
				t.Errorf("kept is %q, %v", kept.Library, err)
			}
		})
	}
}

func TestAnotherThatIsNoLibrary(t *testing.T) {
	config, getenv := world(t, nil)
	other := filepath.Join(t.TempDir(), "other.db")
	write(t, other, "no library")
	if _, err := openOther(getenv, other, nil); err == nil {
		t.Error("opened")
	}
	if kept, err := settings.Load(config); err != nil || kept.Library != "" {
		t.Errorf("what cannot be opened is kept: %q, %v", kept.Library, err)
	}
}

func TestManifest(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		good bool
	}{
		"whole":      {"[Details]\nName = 'C'\nID = 'org.c'\nVersion = '1.2.3'\nIcon = 'x'\n[LinuxAndBSD]\nComment = 'y'\n", true},
		"no version": {"[Details]\nName = 'C'\nID = 'org.c'\n", false},
		"no TOML":    {"[Details\n", false},
		"nothing":    {"", false},
	} {
		t.Run(name, func(t *testing.T) {
			m, err := readManifest(test.text)
			if (err == nil) != test.good || test.good && m != (manifest{"C", "org.c", "1.2.3"}) {
				t.Errorf("%+v, %v", m, err)
			}
		})
	}
}

func TestTheCommandLineWins(t *testing.T) {
	getenv := with(func(name string) string { return "env:" + name }, "/config", "")
	for name, want := range map[string]string{"COMMUNIQUE_CONFIG": "/config", "COMMUNIQUE_LIBRARY": "env:COMMUNIQUE_LIBRARY", "HOME": "env:HOME"} {
		if got := getenv(name); got != want {
			t.Errorf("%s is %q", name, got)
		}
	}
	if got := with(func(string) string { return "x" }, "", "/l.db")("COMMUNIQUE_LIBRARY"); got != "/l.db" {
		t.Errorf("library %q", got)
	}
}

func TestCheckDisplay(t *testing.T) {
	for name, test := range map[string]struct {
		env  map[string]string
		none bool
	}{
		"X11":     {map[string]string{"DISPLAY": ":0"}, false},
		"Wayland": {map[string]string{"WAYLAND_DISPLAY": "wayland-0"}, false},
		"none":    {nil, true},
	} {
		t.Run(name, func(t *testing.T) {
			if err := checkDisplay(func(name string) string { return test.env[name] }); (err != nil) != test.none {
				t.Error(err)
			}
		})
	}
}

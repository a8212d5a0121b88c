package command

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/app/library/sqlite"
)

const raw = `В Пробном прошла встреча представителей Совета содружества
14.03.202414 марта с.г. в г. Бишкеке состоялась рабочая встреча членов Совета.
Иван Пробный сказал: «Наша встреча своевременна.
Также обсуждались вопросы подготовки юбилейной сесс
_________________________________________________________
Пресс-секретарь Совета Пётр Образцов
+7-000-000-00-01
`

// office is a folder in which commands are run.
type office struct {
	t        *testing.T
	dir      string
	in       io.Reader
	language string
	now      time.Time
	flags    []string // before each command's own words
	env      map[string]string
}

func newOffice(t *testing.T) *office {
	t.Helper()
	dir := t.TempDir()
	return &office{
		t: t, dir: dir, in: strings.NewReader(""), language: "ru", now: time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC),
		flags: []string{"--config", filepath.Join(dir, "config")}, env: map[string]string{"COMMUNIQUE_LIBRARY": filepath.Join(dir, "library.db")},
	}
}

func (o *office) path(name string) string { return filepath.Join(o.dir, name) }

// write lays a file into the office, and returns its path.
func (o *office) write(name, text string) string {
	o.t.Helper()
	if err := os.MkdirAll(filepath.Dir(o.path(name)), 0o700); err != nil {
		o.t.Fatal(err)
	}
	if err := os.WriteFile(o.path(name), []byte(text), 0o600); err != nil {
		o.t.Fatal(err)
	}
	return o.path(name)
}

func (o *office) run(args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = o.runInto(&out, &err, args...)
	return status, out.String(), err.String()
}

func (o *office) runInto(stdout, stderr io.Writer, args ...string) (status int) {
	return Run(Params{
		Args: append(slices.Clone(o.flags), args...), Stdin: o.in, Stdout: stdout, Stderr: stderr, Language: o.language,
		Getenv: func(name string) string { return o.env[name] }, Version: "1.2.3",
		Now: func() time.Time { return o.now }, Library: o.library,
		Recover: func(path string) (library.Recovery, error) {
			store, r, err := sqlite.Recover(o.t.Context(), sqlite.Params{Path: path, Now: func() time.Time { return o.now }})
			return r, closed(store, err)
		},
		RestoreOver: func(path, backup string) (library.Recovery, error) {
			store, r, err := sqlite.RestoreOver(o.t.Context(), sqlite.Params{Path: path, Now: func() time.Time { return o.now }}, backup)
			return r, closed(store, err)
		},
	})
}

// library opens the library as the program does.
func (o *office) library(path string, existing bool, progress func(done, of int)) (library.Store, error) {
	store, err := sqlite.Open(sqlite.Params{Path: path, Now: func() time.Time { return o.now }, Existing: existing, Progress: progress})
	if err != nil {
		return nil, err
	}
	return store, nil
}

func closed(store *sqlite.Library, err error) error {
	if err != nil {
		return err
	}
	return store.Close()
}

func (o *office) must(args ...string) string {
	o.t.Helper()
	status, out, err := o.run(args...)
	if status != done {
		o.t.Fatalf("%v: status %d\n%s", args, status, err)
	}
	return out
}

func (o *office) json(into any, args ...string) {
	o.t.Helper()
	_, out, err := o.run(args...)
	if jsonErr := json.Unmarshal([]byte(out), into); jsonErr != nil {
		o.t.Fatalf("%v: %v in %s\n%s", args, jsonErr, out, err)
	}
}

func (o *office) meeting() {
	o.t.Helper()
	o.must("new", "--template", "meeting", "--set", "date=11.09.2024", "--set", "place=Бишкек", "--set", "place.prep=Бишкеке",
		"--set", "host=Иван Пробный", "--set", "host.gen=Ивана Пробного", "--set", "guest=Пётр Образцов",
		"--set", "guest.тв=Петром Образцовым", "--set", "topic=план работы", "--save")
}

// TestTheUsualPlaceIsRemembered: a library that was in the usual place and went with its backups is missed.
func TestTheUsualPlaceIsRemembered(t *testing.T) {
	o := newOffice(t)
	o.env = map[string]string{}
	t.Setenv("XDG_DATA_HOME", o.path("data"))
	t.Setenv("LocalAppData", o.path("data"))
	t.Setenv("HOME", o.dir)
	o.meeting()
	if err := os.RemoveAll(o.path("data")); err != nil {
		t.Fatal(err)
	}
	if status, _, told := o.run("search", "план"); status == done || !strings.Contains(told, "library.db") {
		t.Errorf("status %d, %s", status, told)
	}
	o.flags = []string{"--config", o.path("another")}
	o.must("search", "план") // of somebody who never had one
}

func TestExport(t *testing.T) {
	o := newOffice(t)
	o.meeting()
	paths := strings.Fields(o.must("export", "1", "--to", "pdf,txt,html", "-o", o.path("out")))
	if len(paths) != 3 || filepath.Base(paths[0]) != "2024-09-11-vstrecha-ivana-probnogo-s-petrom-obraztsovym.pdf" {
		t.Fatalf("export: %v", paths)
	}
	if info, err := os.Stat(o.path("out")); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o750 {
		t.Errorf("the folder is open to %v, %v", info.Mode(), err)
	}
	before, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	if status, _, told := o.run("export", "1", "--to", "pdf", "-o", o.path("out")); status != couldNot || !strings.Contains(told, "уже есть") {
		t.Errorf("an existing file: %d %s", status, told)
	}
	o.must("export", "1", "--to", "pdf", "-o", o.path("out"), "--force")
	if after, err := os.ReadFile(paths[0]); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the same export gave other bytes: %v", err)
	}
}

func TestFileNamesCannotLeaveTheFolder(t *testing.T) {
	o := newOffice(t)
	source := o.write("evil.toml", "format = 1\nlanguage = \"ru\"\nkind = \"news\"\nstatus = \"draft\"\nheadline = \"../../../evil\"\nlead = \"Лид.\"\n")
	out := strings.TrimSpace(o.must("export", source, "--to", "txt", "-o", o.path("out")))
	if filepath.Dir(out) != o.path("out") || filepath.Base(out) != "evil.txt" {
		t.Errorf("got %s", out)
	}
}

func TestNamesDoNotMeet(t *testing.T) {
	n := newNames()
	for _, c := range [][2]string{{"a", "a"}, {"a", "a-2"}, {"b", "b"}, {"a-2", "a-2-2"}, {"a", "a-3"}, {"a-3", "a-3-2"}, {"b-2", "b-2"}, {"b", "b-2-2"}} {
		if got := n.next(c[0]); got != c[1] {
			t.Errorf("%s: got %s, want %s", c[0], got, c[1])
		}
	}
}

func TestBrokenSettingsDoNotStop(t *testing.T) {
	o := newOffice(t)
	if err := os.Mkdir(o.path("config"), 0o700); err != nil {
		t.Fatal(err)
	}
	o.write("config/settings.toml", "language = ")
	status, _, told := o.run("new", "--template", "meeting")
	if status != done || !strings.Contains(told, "settings.toml.bak") {
		t.Errorf("status %d, %q", status, told)
	}
}

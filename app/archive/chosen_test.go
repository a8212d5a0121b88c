//go:build !windows

package archive

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"communique/editor/intake"
)

// became writes down a report, its paths below dir.
func became(t *testing.T, report Report, dir string) string {
	t.Helper()
	var all []string
	for _, f := range report {
		name, err := filepath.Rel(dir, f.Path)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, fmt.Sprintf("%s %s", filepath.ToSlash(name), f.Status))
	}
	return strings.Join(all, ", ")
}

// TestWhatIsChosen imports what a person may choose or drop: each file is named
// in the report once, and the counts are those of all files.
func TestWhatIsChosen(t *testing.T) {
	release := "Совет принял план" + body
	for name, c := range map[string]struct {
		make   func(t *testing.T, dir string)
		choose []string
		want   string
	}{
		"an empty file":     {func(t *testing.T, dir string) { write(t, dir+"/a.txt", "") }, []string{"a.txt"}, "a.txt failed"},
		"blanks":            {func(t *testing.T, dir string) { write(t, dir+"/a.txt", " \n\u00a0\t\n") }, []string{"a.txt"}, "a.txt failed"},
		"a page of no text": {func(t *testing.T, dir string) { write(t, dir+"/a.html", "<html><body></body></html>") }, []string{"a.html"}, "a.html failed"},
		"an empty folder":   {func(t *testing.T, dir string) { _ = os.Mkdir(dir+"/a", 0o700) }, []string{"a"}, "a failed"},
		"hidden files only": {func(t *testing.T, dir string) { write(t, dir+"/a/.DS_Store", "x") }, []string{"a"}, "a/.DS_Store passed, a failed"},
		"an empty archive":  {func(t *testing.T, dir string) { pack(t, dir+"/a.zip", nil) }, []string{"a.zip"}, "a.zip failed"},
		"an archive of macOS": {func(t *testing.T, dir string) {
			pack(t, dir+"/a.zip", map[string]string{"__MACOSX/._a.txt": "x", "__MACOSX/b.txt": release, "a.txt": release})
		}, []string{"a.zip"}, "a.zip!__MACOSX passed, a.zip!a.txt imported"},
		"folders of systems": {func(t *testing.T, dir string) {
			for _, name := range []string{"$RECYCLE.BIN", "System Volume Information", "@eaDir", "lost+found"} {
				write(t, dir+"/a/"+name+"/b.txt", release)
			}
			write(t, dir+"/a/c.txt", release)
		}, []string{"a"}, "a/$RECYCLE.BIN passed, a/@eaDir passed, a/System Volume Information passed, a/c.txt imported, a/lost+found passed"},
		"the bin in an archive": {func(t *testing.T, dir string) {
			pack(t, dir+"/a.zip", map[string]string{"$RECYCLE.BIN/b.txt": release, "a.txt": release, "a.txt~": release})
		}, []string{"a.zip"}, "a.zip!$RECYCLE.BIN passed, a.zip!a.txt imported, a.zip!a.txt~ passed"},
		"states of before": {func(t *testing.T, dir string) {
			write(t, dir+"/a/b.txt~", release)
			write(t, dir+"/a/#b.txt#", release)
			write(t, dir+"/a/c.txt", release)
		}, []string{"a"}, "a/#b.txt# passed, a/b.txt~ passed, a/c.txt imported"},
		"a state of before alone": {func(t *testing.T, dir string) { write(t, dir+"/b.txt~", release) }, []string{"b.txt~"}, "b.txt~ imported"},
		"an archive in another":   {func(t *testing.T, dir string) { pack(t, dir+"/a.zip", map[string]string{"b.zip": "PK"}) }, []string{"a.zip"}, "a.zip!b.zip skipped"},
		"broken TOML":             {func(t *testing.T, dir string) { write(t, dir+"/a.toml", "format = 1\nlanguage = ") }, []string{"a.toml"}, "a.toml failed"},
		"TOML of something else":  {func(t *testing.T, dir string) { write(t, dir+"/a.toml", "[package]\nname = \"x\"") }, []string{"a.toml"}, "a.toml failed"},
		"a huge text":             {func(t *testing.T, dir string) { write(t, dir+"/a.txt", strings.Repeat("а", intake.MaxBytes)) }, []string{"a.txt"}, "a.txt failed"},
		"huge TOML":               {func(t *testing.T, dir string) { write(t, dir+"/a.toml", strings.Repeat("#", intake.MaxBytes+1)) }, []string{"a.toml"}, "a.toml failed"},
		"gone since":              {nil, []string{"a.txt"}, "a.txt failed"},
		"twice":                   {func(t *testing.T, dir string) { write(t, dir+"/a.txt", release) }, []string{"a.txt", "./a.txt", "."}, "a.txt imported"},
		"two of one text":         {func(t *testing.T, dir string) { write(t, dir+"/a.txt", release); write(t, dir+"/b.txt", release) }, []string{"a.txt", "b.txt"}, "a.txt imported, b.txt known"},
		"good and bad":            {func(t *testing.T, dir string) { write(t, dir+"/b.txt", release); write(t, dir+"/c.toml", "?") }, []string{"a.txt", "b.txt", "c.toml"}, "a.txt failed, b.txt imported, c.toml failed"},
		"no ending":               {func(t *testing.T, dir string) { write(t, dir+"/релиз", release) }, []string{"релиз"}, "релиз imported"},
		"another ending":          {func(t *testing.T, dir string) { write(t, dir+"/a.1251", release) }, []string{"a.1251"}, "a.1251 imported"},
		"no ending in a folder":   {func(t *testing.T, dir string) { write(t, dir+"/a/релиз", release) }, []string{"a"}, "a/релиз skipped"},
		"a letter of Outlook": {func(t *testing.T, dir string) {
			write(t, dir+"/a/письмо.msg", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
		}, []string{"a"}, "a/письмо.msg failed"},
		"what Outlook packed":  {func(t *testing.T, dir string) { write(t, dir+"/a/WINMAIL.DAT", "\x78\x9f\x3e\x22") }, []string{"a"}, "a/WINMAIL.DAT failed"},
		"a hidden file":        {func(t *testing.T, dir string) { write(t, dir+"/.a.txt", release) }, []string{".a.txt"}, ".a.txt imported"},
		"a picture":            {func(t *testing.T, dir string) { write(t, dir+"/a.png", "\x89PNG\r\n\x1a\n\x00\x00") }, []string{"a.png"}, "a.png failed"},
		"capitals":             {func(t *testing.T, dir string) { write(t, dir+"/a/A.TXT", release) }, []string{"a"}, "a/A.TXT imported"},
		"a folder called .txt": {func(t *testing.T, dir string) { write(t, dir+"/a.txt/b.txt", release) }, []string{"a.txt"}, "a.txt/b.txt imported"},
		"a folder called .zip": {func(t *testing.T, dir string) { write(t, dir+"/a.zip/b.txt", release) }, []string{"a.zip"}, "a.zip/b.txt imported"},
		"a link to a file":     {func(t *testing.T, dir string) { write(t, dir+"/b.txt", release); link(t, "b.txt", dir+"/a.txt") }, []string{"a.txt"}, "a.txt imported"},
		"a link to a folder":   {func(t *testing.T, dir string) { write(t, dir+"/b/c.txt", release); link(t, "b", dir+"/a") }, []string{"a"}, "a/c.txt imported"},
		"a link in a circle":   {func(t *testing.T, dir string) { link(t, "b", dir+"/a"); link(t, "a", dir+"/b") }, []string{"a"}, "a failed"},
		"a link to its folder": {func(t *testing.T, dir string) { write(t, dir+"/a/b.txt", release); link(t, "..", dir+"/a/up") }, []string{"a"}, "a/b.txt imported, a/up skipped"},
		"a link to nothing":    {func(t *testing.T, dir string) { write(t, dir+"/a/b.txt", release); link(t, "no", dir+"/a/c.txt") }, []string{"a"}, "a/b.txt imported, a/c.txt skipped"},
		"a link to a file inside": {func(t *testing.T, dir string) {
			write(t, dir+"/b.txt", release)
			_ = os.Mkdir(dir+"/a", 0o700)
			link(t, "../b.txt", dir+"/a/b.txt")
		}, []string{"a"}, "a/b.txt skipped"},
		"a pipe": {func(t *testing.T, dir string) { _ = syscall.Mkfifo(dir+"/a.txt", 0o600) }, []string{"a.txt"}, "a.txt skipped"},
		"a pipe in a folder": {func(t *testing.T, dir string) {
			_ = os.Mkdir(dir+"/a", 0o700)
			_ = syscall.Mkfifo(dir+"/a/b.txt", 0o600)
		}, []string{"a"}, "a/b.txt skipped"},
	} {
		t.Run(name, func(t *testing.T) {
			l, dir := fresh(t), t.TempDir()
			if c.make != nil {
				c.make(t, dir)
			}
			t.Chdir(dir)
			report, err := Import(ctx, l, c.choose, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := became(t, report, "."); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			sum := 0
			for _, s := range Statuses() {
				sum += report.Files(s)
			}
			if sum != len(report) {
				t.Errorf("%d of %d files are counted", sum, len(report))
			}
			for _, f := range report {
				if (f.Err != nil) != (f.Status == Failed || f.Status == Skipped) || f.Status == Imported && f.New == 0 || f.Status == Known && f.Known == 0 {
					t.Errorf("%+v", f)
				}
			}
		})
	}
}

func TestAFileThatMayNotBeRead(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("everything may be read")
	}
	l, dir := fresh(t), t.TempDir()
	write(t, dir+"/a.txt", "x")
	write(t, dir+"/b/c.txt", "x")
	for _, name := range []string{"/a.txt", "/b"} {
		if err := os.Chmod(dir+name, 0); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { _ = os.Chmod(dir+"/b", 0o700) })
	report, err := Import(ctx, l, []string{dir}, nil)
	if got := became(t, report, dir); err != nil || got != "a.txt failed, b failed" {
		t.Errorf("%s, %v", got, err)
	}
}

func TestTheOnlyRelease(t *testing.T) {
	for name, c := range map[string]struct {
		report Report
		want   int64
	}{
		"one new":                  {Report{{New: 1, First: 7}}, 7},
		"one known":                {Report{{Known: 1, First: 7}}, 7},
		"one new among known":      {Report{{Known: 1, First: 3}, {New: 1, Known: 2, First: 7}, {Known: 4, First: 5}}, 7},
		"one new before one known": {Report{{New: 1, First: 7}, {Known: 1, First: 3}}, 7},
		"two new":                  {Report{{New: 1, First: 7}, {New: 1, First: 8}}, 0},
		"two new of a file":        {Report{{New: 2, First: 7}}, 0},
		"two known":                {Report{{Known: 2, First: 7}}, 0},
		"one differs":              {Report{{Known: 1, First: 7}, {Differing: []Differing{{ID: 3}}}}, 0},
		"none":                     {Report{{Status: Failed}}, 0},
		"one known among failures": {Report{{Status: Failed}, {Known: 1, First: 7}}, 7},
	} {
		if got := c.report.Only(); got != c.want {
			t.Errorf("%s: %d", name, got)
		}
	}
}

// TestFirstIsTheNewOne imports a feed of which the library has the first item.
func TestFirstIsTheNewOne(t *testing.T) {
	l, dir := fresh(t), t.TempDir()
	item := func(title string) string {
		return "<item><title>" + title + "</title><description>Совет обсудил план дорог и принял его.</description></item>"
	}
	feed := func(items string) string { return "<rss><channel>" + items + "</channel></rss>" }
	write(t, dir+"/a.xml", feed(item("Первый релиз Совета")))
	write(t, dir+"/b.xml", feed(item("Первый релиз Совета")+item("Второй релиз Совета")))
	first, err := Import(ctx, l, []string{dir + "/a.xml"}, nil)
	if err != nil || first.Only() == 0 {
		t.Fatalf("%+v, %v", first, err)
	}
	both, err := Import(ctx, l, []string{dir + "/b.xml"}, nil)
	if err != nil || both[0].New != 1 || both[0].Known != 1 || both.Only() == first.Only() || both.Only() == 0 {
		t.Errorf("%+v, %v", both, err)
	}
	write(t, dir+"/c.xml", feed(item("Первый релиз Совета")+item("Третий релиз Совета")+item("Четвёртый релиз Совета")))
	two, err := Import(ctx, l, []string{dir + "/c.xml"}, nil)
	if err != nil || two[0].New != 2 || two.Only() != 0 {
		t.Fatalf("%+v, %v", two, err)
	}
	if r, _, err := l.Get(ctx, two[0].First); err != nil || r.Headline != "Третий релиз Совета" {
		t.Errorf("the first new one is %q, %v", r.Headline, err)
	}
	again, err := Import(ctx, l, []string{dir + "/a.xml"}, nil)
	if err != nil || again.Only() != first.Only() {
		t.Errorf("%+v, %v", again, err)
	}
}

func TestHugeTOMLIsCalledHuge(t *testing.T) {
	l, dir := fresh(t), t.TempDir()
	write(t, dir+"/a.toml", strings.Repeat("#", intake.MaxBytes+1))
	report, err := Import(ctx, l, []string{dir}, nil)
	var cause *intake.Error
	if err != nil || !errors.As(report[0].Err, &cause) || cause.Reason != "too-large" {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestEndings(t *testing.T) {
	for _, e := range Endings() {
		if e != strings.ToLower(e) || e[0] != '.' {
			t.Errorf("%q", e)
		}
	}
	if !slices.Contains(Endings(), ".docx") || !slices.Contains(Endings(), ".zip") {
		t.Error(Endings())
	}
}

// TestOneFileByTwoPaths: from where one stands and from the root are the same file.
func TestOneFileByTwoPaths(t *testing.T) {
	l, dir := fresh(t), t.TempDir()
	write(t, dir+"/a.txt", "Совет принял план"+body)
	t.Chdir(dir)
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	report, err := Import(ctx, l, []string{"a.txt", filepath.Join(here, "a.txt")}, nil)
	if err != nil || len(report) != 1 || report[0].Status != Imported {
		t.Errorf("%+v, %v", report, err)
	}
}

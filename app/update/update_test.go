package update

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/editor/tomltext"
)

const (
	kind     = "linux-amd64-deb"
	packaged = "communique_9.8.7.deb"
)

var content = bytes.Repeat([]byte("a package\n"), 20_000)

// notice describes content, with other lines in the place of its own.
func notice(replaced ...string) string {
	sum := sha256.Sum256(content)
	return strings.NewReplacer(replaced...).Replace(fmt.Sprintf(`# what lies beside
format = 1
version = "9.8.7"
date = "2026-09-11"
[news]
ru = "Новое."
en = "News."
[[packages]]
kind = "windows-amd64-setup"
file = "setup.exe"
size = 5
sha256 = "%064d"
[[packages]]
kind = "%s"
file = "%s"
size = %d
sha256 = "%s"
`, 0, kind, packaged, len(content), hex.EncodeToString(sum[:])))
}

// folder holds a notice and the package.
func folder(t *testing.T, notice string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range map[string][]byte{noticeName: []byte(notice), packaged: content} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func look(t *testing.T, s Source) (Offer, Package) {
	t.Helper()
	o, err := s.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if first, found := o.For([]string{"windows-amd64-setup"}); !found || first.File != "setup.exe" {
		t.Errorf("the first package: %+v", first)
	}
	p, found := o.For([]string{"linux-amd64-rpm", kind})
	if !found || p.File != packaged || o.Version != (Version{9, 8, 7}) || o.NewsIn("ru") != "Новое." || o.NewsIn("de") != "News." {
		t.Fatalf("offered %+v, of this kind %+v", o.Notice, p)
	}
	return o, p
}

func TestAFolder(t *testing.T) {
	dir := folder(t, notice())
	for _, from := range []string{dir, "  " + dir + "\n", dir + string(filepath.Separator), filepath.Join(dir, noticeName)} {
		o, p := look(t, Source{From: from})
		if o.Folder() != filepath.Clean(dir) || o.Where(p) != filepath.Join(dir, packaged) {
			t.Errorf("%q: in %s, %s", from, o.Folder(), o.Where(p))
		}
		fetched(t, o, p)
	}
	for _, name := range []string{"testing.toml", "TESTING.TOML"} {
		other := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(other, []byte(notice()), 0o600); err != nil {
			t.Fatal(err)
		}
		look(t, Source{From: other})
	}
}

// fetched fetches the package twice, and tells how often something came.
func fetched(t *testing.T, o Offer, p Package) {
	t.Helper()
	into := filepath.Join(t.TempDir(), "a", "b")
	for i := range 2 {
		var told []int64
		path, err := o.Fetch(t.Context(), p, into, func(n int64) { told = append(told, n) })
		data, _ := os.ReadFile(path)
		if err != nil || path != filepath.Join(into, packaged) || !bytes.Equal(data, content) {
			t.Fatalf("fetched %d bytes to %q: %v", len(data), path, err)
		}
		if i == 0 && (len(told) < 2 || !slices.IsSorted(told) || told[len(told)-1] != int64(len(content))) {
			t.Errorf("told %v", told)
		}
		if i == 1 && told != nil {
			t.Error("what is there was fetched again")
		}
	}
	if entries, err := os.ReadDir(into); err != nil || len(entries) != 1 {
		t.Errorf("beside it: %v %v", entries, err)
	}
}

func TestWrongPackages(t *testing.T) {
	for name, spoil := range map[string]func(path string) error{
		"another": func(path string) error { return os.WriteFile(path, bytes.ToUpper(content), 0o600) },
		"shorter": func(path string) error { return os.WriteFile(path, content[1:], 0o600) },
		"longer": func(path string) error {
			return os.WriteFile(path, append(content[:len(content):len(content)], 0), 0o600)
		},
		"not there": os.Remove,
	} {
		dir, into := folder(t, notice()), t.TempDir()
		o, p := look(t, Source{From: dir})
		if err := spoil(filepath.Join(dir, packaged)); err != nil {
			t.Fatal(err)
		}
		path, err := o.Fetch(t.Context(), p, into, func(int64) {})
		var wrong *WrongError
		if good := errors.As(err, &wrong) && wrong.Where == filepath.Join(dir, packaged) || name == "not there" && errors.Is(err, fs.ErrNotExist); !good {
			t.Errorf("%s: %q, %v", name, path, err)
		}
		if entries, _ := os.ReadDir(into); len(entries) > 0 {
			t.Errorf("%s: left %v", name, entries)
		}
	}
	dir, into := folder(t, notice()), t.TempDir()
	mine := filepath.Join(into, packaged)
	if err := os.WriteFile(mine, bytes.ToUpper(content), 0o600); err != nil {
		t.Fatal(err)
	}
	o, p := look(t, Source{From: dir})
	if _, err := o.Fetch(t.Context(), p, into, func(int64) {}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over another file: %v", err)
	}
	if data, err := os.ReadFile(mine); err != nil || !bytes.Equal(data, bytes.ToUpper(content)) {
		t.Error("a person's file was written over")
	}
}

// TestASizeThatIsNotSo: a package is none of another size, even if its checksum fits.
func TestASizeThatIsNotSo(t *testing.T) {
	size := fmt.Sprintf("size = %d", len(content))
	o, p := look(t, Source{From: folder(t, notice(size, size+"0"))})
	var wrong *WrongError
	if path, err := o.Fetch(t.Context(), p, t.TempDir(), func(int64) {}); !errors.As(err, &wrong) {
		t.Errorf("%q, %v", path, err)
	}
}

// endless is a package that never ends; come counts its bytes.
type endless struct{ come int64 }

func (e *endless) Read(into []byte) (int, error) {
	e.come += int64(len(into))
	if e.come > 8*int64(len(content)) {
		return 0, io.EOF
	}
	return len(into), nil
}

func (e *endless) Close() error { return nil }

// TestAPackageWithoutEnd is read as far as its size, and hardly further.
func TestAPackageWithoutEnd(t *testing.T) {
	n, err := parseNotice([]byte(notice()))
	if err != nil {
		t.Fatal(err)
	}
	p, _ := n.For([]string{kind})
	var body endless
	from, err := Source{From: "https://example.org/", Transport: carrier(func(r *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: http.StatusOK, Body: &body, Request: r}, nil
	})}.place()
	if err != nil {
		t.Fatal(err)
	}
	var wrong *WrongError
	if _, err := (Offer{n, from}).Fetch(t.Context(), p, t.TempDir(), func(int64) {}); !errors.As(err, &wrong) || body.come > 2*p.Size {
		t.Errorf("%d bytes of %d were read: %v", body.come, p.Size, err)
	}
}

func TestNotices(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		good bool
	}{
		"whole":                  {notice(), true},
		"keys of later versions": {notice("[news]", "urgent = true\n[news]", "size = 5", "size = 5\narchitecture = 7"), true},
		"no news, no packages":   {"format = 1\nversion = \"1.0.0\"\n", true},
		"garbage":                {"<html>404</html>", false},
		"empty":                  {"", false},
		"another form":           {notice("format = 1", "format = 2"), false},
		"no form":                {notice("format = 1", ""), false},
		"no version":             {notice(`version = "9.8.7"`, ""), false},
		"a version of words":     {notice("9.8.7\"\ndate", "latest\"\ndate"), false},
		"a folder in a name":     {notice(`"setup.exe"`, `"../setup.exe"`), false},
		"a folder of Windows":    {notice(`"setup.exe"`, `'..\setup.exe'`), false},
		"a stream of Windows":    {notice(`"setup.exe"`, `"setup.exe:hidden"`), false},
		"a hidden name":          {notice(`"setup.exe"`, `".profile"`), false},
		"no name":                {notice(`"setup.exe"`, `""`), false},
		"no size":                {notice("size = 5", "size = 0"), false},
		"too large":              {notice("size = 5", "size = 536870913"), false},
		"a short sum":            {notice(strings.Repeat("0", 64), "00"), false},
		"a sum in capitals":      {notice(strings.Repeat("0", 64), strings.Repeat("A", 64)), false},
		"a size of words":        {notice("size = 5", `size = "5"`), false},
	} {
		if _, err := parseNotice([]byte(c.text)); (err == nil) != c.good {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := parseNotice([]byte(notice("9.8.7\"\ndate", "latest\"\ndate")))
	var fault tomltext.Fault
	if !errors.As(err, &fault) || fault.Key != "version" {
		t.Errorf("a version that is none is not told where it stands: %v", err)
	}
}

func TestVersions(t *testing.T) {
	for text, want := range map[string]bool{
		"0.1.0": true, "10.20.30": true, "1.2": false, "1.2.3.4": false, "1.2.x": false, "": false, "1.-2.3": false, "01.2.3": false, "+1.2.3": false, " 1.2.3": false,
	} {
		if v, err := ParseVersion(text); (err == nil) != want || want && v.String() != text {
			t.Errorf("%q: %v %v", text, v, err)
		}
	}
	order := []Version{{0, 1, 0}, {0, 1, 9}, {0, 1, 10}, {0, 2, 0}, {1, 0, 0}, {10, 0, 0}}
	for i, a := range order {
		for j, b := range order {
			if a.Newer(b) != (i > j) {
				t.Errorf("%v newer than %v: %v", a, b, a.Newer(b))
			}
		}
	}
}

func TestCompared(t *testing.T) {
	n, err := parseNotice([]byte(notice()))
	if err != nil {
		t.Fatal(err)
	}
	for own, want := range map[Version]string{{9, 8, 6}: "update-newer", {9, 8, 7}: "update-same", {9, 9, 0}: "update-older"} {
		c := Compared{n, own}
		if name, args := c.Fact(); name != want || c.Newer() != (want == "update-newer") || args["Version"] != "9.8.7" || args["Own"] != own.String() || args["Date"] != "11.09.2026" {
			t.Errorf("%v: %s %v", own, name, args)
		}
	}
	n.Date = "soon"
	if _, args := (Compared{n, Version{}}).Fact(); args["Date"] != "" {
		t.Errorf("no day: %v", args)
	}
}

func TestKinds(t *testing.T) {
	for want, c := range map[string]struct {
		system             string
		isPortable, forAll bool
		tools              string
	}{
		"windows-amd64-setup":    {"windows", false, false, ""},
		"windows-amd64-msi":      {"windows", false, true, ""},
		"windows-amd64-portable": {"windows", true, true, ""},
		"linux-amd64-portable":   {"linux", true, false, "dpkg"},
		"darwin-amd64-app":       {"darwin", false, false, ""},
		"linux-amd64-deb linux-amd64-rpm linux-amd64-appimage": {"linux", false, false, "dpkg rpm"},
		"linux-amd64-arch linux-amd64-appimage":                {"linux", false, false, "pacman"},
	} {
		got := kinds(c.system, "amd64", c.isPortable, c.forAll, func(tool string) bool { return slices.Contains(strings.Fields(c.tools), tool) })
		if strings.Join(got, " ") != want {
			t.Errorf("%+v: %v", c, got)
		}
	}
	if len(Kinds(false)) == 0 {
		t.Error("no kind suits this computer")
	}
	slash := string(filepath.Separator)
	for _, c := range []struct {
		path, folder string
		want         bool
	}{
		{slash + filepath.Join("Program Files", "C", "c.exe"), slash + "program files", true},
		{slash + filepath.Join("Program Files", "C", "c.exe"), slash + "Program Files" + slash, true},
		{slash + filepath.Join("Program Files (x86)", "c.exe"), slash + "Program Files", false},
		{slash + filepath.Join("Users", "c.exe"), "", false},
		{"", slash + "Program Files", false},
	} {
		if within(c.path, c.folder) != c.want {
			t.Errorf("%+v", c)
		}
	}
}

// TestASilentShare does not answer: it is waited for as long as there is time, and no longer.
func TestASilentShare(t *testing.T) {
	answer := make(chan struct{})
	s := Source{From: folder(t, notice()), Go: func(f func()) {
		go func() { <-answer; f() }()
	}}
	ctx, stop := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer stop()
	var silent *UnansweredError
	if _, err := s.Check(ctx); !errors.As(err, &silent) || silent.Cause != nil {
		t.Errorf("waited, and then %v", err)
	}
	close(answer)
	o, p := look(t, s)
	fetched(t, o, p)
}

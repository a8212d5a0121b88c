package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"hash/crc32"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"communique/editor/intake"
	"communique/editor/release"
	"communique/editor/tomltext"
)

// tomlOf is a release as a file holds it.
func tomlOf(t testing.TB, headline string) string {
	t.Helper()
	r := release.New("ru")
	r.Headline = headline
	data, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// historyOf is the history of a release with one version in a file of that name.
func historyOf(name string) string {
	return "format = 1\n[[versions]]\nsaved = \"2024-09-11T14:02:00Z\"\nfile = '" + name + "'\n"
}

// What a history names is read only where it lies in the release's own folder.
// Each of the names leads to a release that could be read.
func TestNoHistoryLeadsOutOfItsFolder(t *testing.T) {
	for name, tt := range map[string]struct {
		file   func(outside string) string
		inside bool
	}{
		"beside the history":       {func(string) string { return "release.toml" }, true},
		"in a folder":              {func(string) string { return "versions/0001.toml" }, true},
		"above":                    {func(string) string { return "../secret.toml" }, false},
		"down and above":           {func(string) string { return "versions/../../secret.toml" }, false},
		"above with a dot":         {func(string) string { return "./../secret.toml" }, false},
		"far above":                {func(outside string) string { return strings.Repeat("../", 30) + strings.TrimPrefix(outside, "/") }, false},
		"absolute":                 {func(outside string) string { return outside }, false},
		"a link":                   {func(string) string { return "link.toml" }, false},
		"through a linked folder":  {func(string) string { return "folder/secret.toml" }, false},
		"backslashes":              {func(string) string { return `..\secret.toml` }, false},
		"a drive":                  {func(string) string { return `C:\secret.toml` }, false},
		"a drive, with slashes":    {func(string) string { return `C:/secret.toml` }, false},
		"another computer":         {func(string) string { return `\\server\secret.toml` }, false},
		"nothing":                  {func(string) string { return "" }, false},
		"the folder itself":        {func(string) string { return "." }, false},
		"a folder":                 {func(string) string { return "versions" }, false},
		"a name that nothing has":  {func(string) string { return "gone.toml" }, false},
		"the history, no release":  {func(string) string { return historyName }, false},
		"a file that is no TOML":   {func(string) string { return "release.txt" }, false},
		"a link within the folder": {func(string) string { return "inner.toml" }, true},
	} {
		t.Run(name, func(t *testing.T) {
			store, dir := &fake{}, t.TempDir()
			outside := filepath.Join(dir, "secret.toml")
			write(t, outside, tomlOf(t, "Чужое"))
			own := filepath.Join(dir, "Архив")
			write(t, filepath.Join(own, "release.toml"), tomlOf(t, "Своё"))
			write(t, filepath.Join(own, "release.txt"), "Своё")
			write(t, filepath.Join(own, "versions", "0001.toml"), tomlOf(t, "Своё"))
			if strings.Contains(name, "link") {
				link(t, outside, filepath.Join(own, "link.toml"))
				link(t, dir, filepath.Join(own, "folder"))
				link(t, "release.toml", filepath.Join(own, "inner.toml"))
			}
			write(t, filepath.Join(own, historyName), historyOf(tt.file(outside)))
			report, err := Import(ctx, store, []string{own}, nil)
			if err != nil || len(report) != 1 {
				t.Fatal(report, err)
			}
			want, there := Failed, 0
			if tt.inside {
				want, there = Imported, 1
			}
			if f := report[0]; f.Status != want || (f.Err == nil) != tt.inside || len(store.saved) != there {
				t.Errorf("%s, %v; %d releases", f.Status, f.Err, len(store.saved))
			}
		})
	}
}

// A history that is itself a link may show any file of the computer.
func TestAHistoryThatIsALink(t *testing.T) {
	store, dir := &fake{}, t.TempDir()
	write(t, filepath.Join(dir, "elsewhere.toml"), historyOf("release.toml"))
	own := filepath.Join(dir, "Архив")
	write(t, filepath.Join(own, "release.toml"), tomlOf(t, "Своё"))
	link(t, filepath.Join(dir, "elsewhere.toml"), filepath.Join(own, historyName))
	report, err := Import(ctx, store, []string{own}, nil)
	if err != nil || len(report) != 1 || report[0].Status != Failed || len(store.saved) != 0 {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestHistoriesThatCannotBeRead(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want any
	}{
		"no versions":     {"format = 1\n", new(*fs.PathError)},
		"an unknown key":  {"format = 1\ncommand = \"rm\"\n" + historyOf("release.toml")[len("format = 1\n"):], new(tomltext.Fault)},
		"no time":         {strings.Replace(historyOf("release.toml"), "2024-09-11T14:02:00Z", "вчера", 1), nil},
		"a newer program": {strings.Replace(historyOf("release.toml"), "format = 1", "format = 2", 1), new(*release.FormatError)},
		"no format":       {strings.Replace(historyOf("release.toml"), "format = 1", "", 1), new(*release.FormatError)},
	} {
		t.Run(name, func(t *testing.T) {
			store, dir := &fake{}, t.TempDir()
			write(t, filepath.Join(dir, "release.toml"), tomlOf(t, "Своё"))
			write(t, filepath.Join(dir, historyName), tt.text)
			report, err := Import(ctx, store, []string{dir}, nil)
			if err != nil || len(report) != 1 || report[0].Status != Failed || report[0].Path != dir || len(store.saved) != 0 {
				t.Fatalf("%+v, %v", report, err)
			}
			if tt.want != nil && !errors.As(report[0].Err, tt.want) {
				t.Errorf("got %T %v", report[0].Err, report[0].Err)
			}
		})
	}
}

// A release that lies within another's folder belongs to that, on the disk as in a ZIP archive: somebody
// has put a copy there.
func TestAReleaseWithinAnother(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{}
	for _, folder := range []string{"Свой", "Свой/versions", "Свой/копия/ещё"} {
		files[folder+"/"+historyName], files[folder+"/release.toml"] = historyOf("release.toml"), tomlOf(t, folder)
	}
	for name, text := range files {
		write(t, filepath.Join(dir, "папка", name), text)
	}
	pack(t, filepath.Join(dir, "ящик.zip"), files)
	for _, from := range []string{"папка", "ящик.zip"} {
		store := &fake{}
		report, err := Import(ctx, store, []string{filepath.Join(dir, from)}, nil)
		if err != nil || len(report) != 1 || report[0].Status != Imported || len(store.saved) != 1 || !strings.Contains(store.saved[0], `"Свой"`) {
			t.Errorf("%s: %+v, %v, %q", from, report, err, store.saved)
		}
	}
}

// TestAHistoryThatWasEdited: a text that somebody has written in another program comes in as this one writes it.
func TestAHistoryThatWasEdited(t *testing.T) {
	store, dir := &fake{}, t.TempDir()
	want := tomlOf(t, "Своё")
	write(t, filepath.Join(dir, historyName), historyOf("release.toml"))
	write(t, filepath.Join(dir, "release.toml"), strings.Replace(want, `"Своё"`, "'Своё'   # правлено", 1))
	if _, err := Import(ctx, store, []string{dir}, nil); err != nil || len(store.saved) != 1 || store.saved[0] != want {
		t.Errorf("%v: %q", err, store.saved)
	}
}

// A file of a ZIP archive that only a password opens is told as that, whatever its letters say.
func TestAFileWithAPassword(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, flags := range map[string]uint16{"тайна.toml": encrypted, "явно.toml": 0} {
		text := tomlOf(t, name)
		part, err := w.CreateRaw(&zip.FileHeader{
			Name: name, Flags: flags, CRC32: crc32.ChecksumIEEE([]byte(text)), CompressedSize64: uint64(len(text)), UncompressedSize64: uint64(len(text)),
		})
		if err == nil {
			_, err = part.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	store, dir := &fake{}, t.TempDir()
	write(t, filepath.Join(dir, "ящик.zip"), b.String())
	report, err := Import(ctx, store, []string{dir}, nil)
	var locked *intake.Error
	if failed := report.Of(Failed); err != nil || len(failed) != 1 || !errors.As(failed[0].Err, &locked) || locked.Reason != "password" || len(store.saved) != 1 {
		t.Errorf("%+v, %v", report, err)
	}
}

// A ZIP archive may hold folders and links and names that lead anywhere: files
// are read where they are, nothing is written, and a link is not followed.
func TestWhatAZipMayHold(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	add := func(name string, mode fs.FileMode, text string) {
		header := &zip.FileHeader{Name: name, Method: zip.Deflate}
		header.SetMode(mode)
		part, err := w.CreateHeader(header)
		if err == nil {
			_, err = part.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	store, dir := &fake{}, t.TempDir()
	secret := filepath.Join(dir, "secret.toml")
	add("папка/", fs.ModeDir|0o700, "")
	add("папка/один.toml", 0o600, tomlOf(t, "Один"))
	add("ссылка.toml", fs.ModeSymlink|0o777, secret)
	add("../../два.toml", 0o600, tomlOf(t, "Два"))
	add(`..\..\три.toml`, 0o600, tomlOf(t, "Три"))
	add("/четыре.toml", 0o600, tomlOf(t, "Четыре"))
	add(`C:\пять.toml`, 0o600, tomlOf(t, "Пять"))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	box := filepath.Join(dir, "deep", "ящик.zip")
	write(t, box, b.String())
	write(t, secret, tomlOf(t, "Чужое"))
	report, err := Import(ctx, store, []string{box}, nil)
	if fresh, known, failed := report.Count(); err != nil || fresh != 5 || known+failed != 0 || len(report) != 6 {
		t.Errorf("%+v, %v", report, err)
	}
	names := map[string]bool{}
	for _, f := range report {
		names[f.Path] = true
	}
	if !names[box+"!папка/один.toml"] || !names[box+"!../../два.toml"] || report.Of(Skipped)[0].Path != box+"!ссылка.toml" {
		t.Errorf("got %v", names)
	}
	var files []string
	err = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) != 2 {
		t.Errorf("an import wrote files: %v, %v", files, err)
	}
}

// A link in a folder that is imported leads out of it as well.
func TestLinksAreNotFollowed(t *testing.T) {
	store, dir := &fake{}, t.TempDir()
	write(t, filepath.Join(dir, "outside", "чужое.toml"), tomlOf(t, "Чужое"))
	write(t, filepath.Join(dir, "own", "своё.toml"), tomlOf(t, "Своё"))
	link(t, "../outside/чужое.toml", filepath.Join(dir, "own", "файл.toml"))
	link(t, "../outside", filepath.Join(dir, "own", "папка"))
	report, err := Import(ctx, store, []string{filepath.Join(dir, "own")}, nil)
	if err != nil || report.Files(Skipped) != 2 || len(report) != 3 || len(store.saved) != 1 {
		t.Errorf("%+v, %v", report, err)
	}
	for _, f := range report {
		var skipped *SkippedError
		if f.Status == Skipped && (!errors.As(f.Err, &skipped) || skipped.Reason != "link") {
			t.Errorf("%s: %v", f.Path, f.Err)
		}
	}
}

package settings

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"communique/assets/paths"
	"communique/editor/register"
	"communique/editor/template"
	"communique/export/style"
)

// put writes a file below the settings' folder.
func put(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
		t.Fatal(err)
	}
}

// below lists the files below a folder.
func below(t *testing.T, dir string) []string {
	t.Helper()
	var all []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all = append(all, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestOwnStyles: an own style lies in the folder, and takes the place of a shipped one.
func TestOwnStyles(t *testing.T) {
	dir := t.TempDir()
	shipped, err := StyleNames(dir)
	if err != nil || !slices.Equal(shipped, style.Names()) {
		t.Fatal(shipped, err)
	}
	source, err := StyleSource(dir, style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	own := strings.Replace(string(source), "size = 11.5", "size = 12.5", 1)
	put(t, dir, "styles/наш.toml", own)
	put(t, dir, "styles/"+style.Plain+".toml", own)
	put(t, dir, "styles/заметки.txt", "no style")
	put(t, dir, "styles/folder.toml/x", "no style")
	if names, err := StyleNames(dir); err != nil || !slices.Equal(names, append(slices.Clone(shipped), "наш")) {
		t.Errorf("%v, %v", names, err)
	}
	plain, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"наш", style.Plain, ""} {
		got, err := Style(dir, name)
		if err != nil || got.Text.Size == plain.Text.Size {
			t.Errorf("%q: the own style is not read: %v, %v", name, got.Text.Size, err)
		}
		if text, err := StyleSource(dir, name); name != "" && (err != nil || string(text) != own) {
			t.Errorf("%q: the source is\n%s\n%v", name, text, err)
		}
	}
	put(t, dir, "secret.toml", own)
	for name, path := range map[string]string{
		"нет": "", "../secret": "", "folder": "styles/folder.toml", "ours/наш": "",
	} {
		_, err := Style(dir, name)
		var broken *StyleError
		if path != "" {
			path = filepath.Join(dir, path)
		}
		if !errors.As(err, &broken) || broken.Name != name || broken.Path != path {
			t.Errorf("%q: %#v", name, err)
		}
	}
	if _, err := StyleSource(dir, "../secret"); err == nil {
		t.Error("the source of a style leads to another folder")
	}
	none := t.TempDir()
	put(t, none, "styles", "a file in the folder's place")
	if names, err := StyleNames(none); err == nil || !slices.Equal(names, shipped) {
		t.Errorf("the shipped ones: %v; the trouble: %v", names, err)
	}
}

// TestSaveAndDropTemplate writes a template into the file that is its own: that of its
// name and language, wherever it lies.
func TestSaveAndDropTemplate(t *testing.T) {
	dir := t.TempDir()
	shipped, err := Templates(dir)
	if err != nil {
		t.Fatal(err)
	}
	find := func(name, language string) template.Template {
		one, err := shipped.Find(name, language)
		if err != nil {
			t.Fatal(err)
		}
		return one
	}
	meeting, english, visit := find("meeting", "ru"), find("meeting", "en"), find("visit", "ru")
	if err := DropTemplate(dir, meeting); err != nil {
		t.Errorf("where there is none: %v", err)
	}
	for name, one := range map[string]template.Template{"a.toml": english, "sub/b.toml": meeting, "z.toml": visit} {
		data, err := one.Encode()
		if err != nil {
			t.Fatal(err)
		}
		put(t, dir, "templates/"+name, string(data))
	}
	put(t, dir, "templates/broken.toml", "name = ")
	put(t, dir, "templates/sub/b.txt", "no template")
	before := below(t, dir)
	meeting.Title = "Наша встреча"
	if err := SaveTemplate(dir, meeting); err != nil || !slices.Equal(below(t, dir), before) {
		t.Fatalf("%v: %v", below(t, dir), err)
	}
	all, _ := Templates(dir)
	for _, c := range []struct{ name, language, want string }{
		{"meeting", "ru", "Наша встреча"}, {"meeting", "en", english.Title}, {"visit", "ru", visit.Title},
	} {
		if got, err := all.Find(c.name, c.language); err != nil || got.Title != c.want {
			t.Errorf("%s in %s is %q, %v", c.name, c.language, got.Title, err)
		}
	}
	if err := DropTemplate(dir, meeting); err != nil {
		t.Fatal(err)
	}
	after := below(t, dir)
	if !slices.Contains(after, "templates/sub/b.toml.bak") || slices.Contains(after, "templates/sub/b.toml") || len(after) != len(before) {
		t.Errorf("dropped: %v", after)
	}
	fresh := find("visit", "en")
	if err := SaveTemplate(dir, fresh); err != nil || !slices.Contains(below(t, dir), "templates/en/visit.toml") {
		t.Errorf("a new one: %v, %v", below(t, dir), err)
	}
	wrong := fresh
	wrong.Title = "" // no template has none
	wrong.Name = "wrong"
	if err := SaveTemplate(dir, wrong); err == nil || slices.Contains(below(t, dir), "templates/en/wrong.toml") {
		t.Errorf("what cannot be read back was written: %v", err)
	}
}

// TestRegistersInTheWay: what is no file of cards is an error, not an empty register
// that would be written over it.
func TestRegistersInTheWay(t *testing.T) {
	for _, name := range []string{"people", "organisations", "places"} {
		dir := t.TempDir()
		put(t, dir, name+".toml/x", "")
		if _, err := LoadRegisters(dir); err == nil {
			t.Errorf("%s: a folder counts as an empty register", name)
		}
		_, err := UpdateRegisters(dir, func(r register.Registers) (register.Registers, error) {
			t.Errorf("%s: changed as if it were empty", name)
			return r, nil
		})
		if err == nil {
			t.Errorf("%s: changed without having been read", name)
		}
		if Forget(dir) == nil {
			t.Errorf("%s: what cannot be read is let go of", name)
		}
	}
}

// TestKindsOfFolders: they are kept in the settings under these names.
func TestKindsOfFolders(t *testing.T) {
	want := "import import-folder export archive library logo registers templates pictures"
	var got []string
	for _, k := range []FolderKind{ForImport, ForImportFolder, ForExport, ForArchive, ForLibrary, ForLogo, ForRegisters, ForTemplates, ForPictures} {
		got = append(got, string(k))
	}
	if strings.Join(got, " ") != want {
		t.Errorf("got %v", got)
	}
}

// TestCopiesTakeNobodysPlace: a copy goes where nothing stands, or the same already.
func TestCopiesTakeNobodysPlace(t *testing.T) {
	for name, c := range map[string]struct {
		there map[string]string // the files that are there, below the folder
		want  string
	}{
		"nothing":       {nil, "a.toml.bak"},
		"the same":      {map[string]string{"a.toml.bak": "data"}, "a.toml.bak"},
		"another":       {map[string]string{"a.toml.bak": "other"}, "a.toml.bak2"},
		"two others":    {map[string]string{"a.toml.bak": "other", "a.toml.bak2": ""}, "a.toml.bak3"},
		"the second":    {map[string]string{"a.toml.bak": "other", "a.toml.bak2": "data"}, "a.toml.bak2"},
		"a folder":      {map[string]string{"a.toml.bak/x": ""}, "a.toml.bak2"},
		"a gap between": {map[string]string{"a.toml.bak": "other", "a.toml.bak3": "data"}, "a.toml.bak2"},
	} {
		dir := t.TempDir()
		for file, text := range c.there {
			put(t, dir, file, text)
		}
		got, err := copyAside(filepath.Join(dir, "a.toml"), []byte("data"))
		if err != nil || got != filepath.Join(dir, c.want) {
			t.Errorf("%s: %s, %v", name, got, err)
		}
		if data, err := os.ReadFile(got); err != nil || string(data) != "data" {
			t.Errorf("%s: the copy holds %q, %v", name, data, err)
		}
		for file, text := range c.there {
			if data, err := os.ReadFile(filepath.Join(dir, file)); err != nil || string(data) != text {
				t.Errorf("%s: %s now holds %q, %v", name, file, data, err)
			}
		}
	}
	dir := t.TempDir()
	put(t, dir, "file", "")
	if name, err := copyAside(filepath.Join(dir, "file", "a.toml"), nil); err == nil || name != "" {
		t.Errorf("below a file: %q, %v", name, err)
	}
}

// TestAFileInTheFoldersPlace: own styles and templates that cannot be there are told, beside
// the shipped ones.
func TestAFileInTheFoldersPlace(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "styles", "")
	put(t, dir, "templates", "")
	var in *paths.Error
	if names, err := StyleNames(dir); !errors.As(err, &in) || in.Why != paths.NoFolder || !slices.Equal(names, style.Names()) {
		t.Errorf("styles: %v, %v", names, err)
	}
	if set, err := Templates(dir); !errors.As(err, &in) || in.Path != filepath.Join(dir, "templates") || len(set) == 0 {
		t.Errorf("templates: %d, %v", len(set), err)
	}
	if _, err := StyleSource(dir, style.Plain); !errors.As(err, &in) || in.Path != filepath.Join(dir, "styles") {
		t.Errorf("the source of a style: %v", err)
	}
}

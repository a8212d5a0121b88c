//go:build !windows && !darwin

package settings

import (
	"maps"
	"os"
	"path/filepath"
	"testing"
)

func TestDocumentsFolder(t *testing.T) {
	for name, c := range map[string]struct {
		dirs    string // user-dirs.dirs
		folders []string
		want    string
	}{
		"by its Russian name":   {"XDG_DOCUMENTS_DIR=\"$HOME/Документы\"\n", []string{"Документы", "Documents"}, "Документы"},
		"no file":               {"", []string{"Documents"}, "Documents"},
		"no file and no folder": {"", nil, ""},
		"gone since":            {"XDG_DOCUMENTS_DIR=\"$HOME/Документы\"\n", []string{"Documents"}, "Documents"},
		"gone with all others":  {"XDG_DOCUMENTS_DIR=\"$HOME/Документы\"\n", nil, ""},
		"switched off":          {"XDG_DOCUMENTS_DIR=\"$HOME/\"\n", []string{"Documents"}, ""},
		"in another's line":     {"XDG_DOWNLOAD_DIR=\"$HOME/Загрузки\"\n#XDG_DOCUMENTS_DIR=\"$HOME/Старые\"\n", []string{"Загрузки", "Старые"}, ""},
		"the last line":         {"XDG_DOCUMENTS_DIR=\"$HOME/a\"\nXDG_DOCUMENTS_DIR=\"$HOME/b\"", []string{"a", "b"}, "b"},
		"with signs":            {"XDG_DOCUMENTS_DIR=\"$HOME/Мои \\\"дела\\\" 100\\$\"\n", []string{`Мои "дела" 100$`}, `Мои "дела" 100$`},
		"not ended":             {"XDG_DOCUMENTS_DIR=\"$HOME/Док\n", []string{"Док"}, ""},
		"not below home":        {"XDG_DOCUMENTS_DIR=\"$HOMEDocs\"\n", []string{"Docs"}, ""},
		"without quotes":        {"XDG_DOCUMENTS_DIR=$HOME/Док\n", []string{"Док"}, ""},
		"spaces around":         {"  XDG_DOCUMENTS_DIR = \"$HOME/Док\" # да\n", []string{"Док"}, "Док"},
		"a backslash at last":   {"XDG_DOCUMENTS_DIR=\"$HOME/Док\\", []string{"Док"}, ""},
		"one that cannot be read behind one that can": {"XDG_DOCUMENTS_DIR=\"$HOME/Док\"\nXDG_DOCUMENTS_DIR=\"$HOME/Иное\n", []string{"Док", "Иное"}, "Док"},
		"neither": {"XDG_DOCUMENTS_DIR=\"Docs\"\n", []string{"Docs"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			home := t.TempDir()
			t.Setenv("HOME", home)
			t.Setenv("XDG_CONFIG_HOME", "")
			for _, f := range c.folders {
				if err := os.MkdirAll(filepath.Join(home, f), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			if c.dirs != "" {
				if err := os.MkdirAll(filepath.Join(home, ".config"), 0o700); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(home, ".config", "user-dirs.dirs"), []byte(c.dirs), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if got := Documents(); got != filepath.Join(home, c.want) {
				t.Errorf("got %s", got)
			}
		})
	}
}

func TestDocumentsElsewhere(t *testing.T) {
	config, other := t.TempDir(), t.TempDir()
	t.Setenv("HOME", t.TempDir())
	t.Setenv("XDG_CONFIG_HOME", config)
	if err := os.WriteFile(filepath.Join(config, "user-dirs.dirs"), []byte("XDG_DOCUMENTS_DIR=\""+other+"\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := Documents(); got != other {
		t.Errorf("got %s", got)
	}
}

func TestFoldersAreRememberedByKind(t *testing.T) {
	var s Settings
	s.RememberFolder(ForImport, "/a")
	before := s
	s.RememberFolder(ForImport, "/b")
	s.RememberFolder(ForExport, "/c")
	s.RememberFolder(ForLogo, "/d")
	if before.LastFolder(ForImport) != "/a" || !maps.Equal(before.Folders, map[string]string{"import": "/a"}) {
		t.Errorf("a copy changed: %v", before.Folders)
	}
	for kind, want := range map[FolderKind]string{ForImport: "/b", ForExport: "/c", ForLogo: "/d", ForTemplates: ""} {
		if got := s.LastFolder(kind); got != want {
			t.Errorf("%s: %s", kind, got)
		}
	}
	dir := t.TempDir()
	if _, err := Save(dir, Settings{}, s); err != nil {
		t.Fatal(err)
	}
	read, err := Load(dir)
	if err != nil || read.LastFolder(ForImport) != "/b" || read.LastFolder(ForExport) != "/c" {
		t.Errorf("%v, %v", read, err)
	}
}

func TestStanding(t *testing.T) {
	there, home := t.TempDir(), t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", home)
	if got := Standing("", filepath.Join(there, "gone"), there); got != there {
		t.Errorf("got %s", got)
	}
	if got := Standing(filepath.Join(there, "gone")); got != home {
		t.Errorf("got %s", got)
	}
}

// FuzzUserDir looks for a panic, and for a folder that is not absolute.
func FuzzUserDir(f *testing.F) {
	f.Add("XDG_DOCUMENTS_DIR=\"$HOME/Документы\"\n")
	f.Add("XDG_DOCUMENTS_DIR=\"/a\\")
	f.Fuzz(func(t *testing.T, text string) {
		if dir := userDir(text, "XDG_DOCUMENTS_DIR", "/home/p"); dir != "" && !filepath.IsAbs(dir) {
			t.Errorf("%q", dir)
		}
	})
}

package pasting

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestBeside: Word's pictures lie in the temporary folder; nothing else is read, whatever a page names.
func TestBeside(t *testing.T) {
	home := t.TempDir()
	temporary := filepath.Join(home, "Temp")
	t.Setenv("TMPDIR", temporary)
	t.Setenv("TMP", temporary)
	clip := filepath.Join(temporary, "msohtmlclip1", "01")
	if err := os.MkdirAll(clip, 0o700); err != nil {
		t.Fatal(err)
	}
	own, word := filepath.Join(home, "own.png"), filepath.Join(clip, "clip image002.jpg")
	large := filepath.Join(clip, "large.png")
	for path, size := range map[string]int64{own: 3, word: 3, large: most + 1} {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, size); err != nil {
			t.Fatal(err)
		}
	}
	link := filepath.Join(clip, "link.png")
	linked := os.Symlink(own, link) == nil
	at := func(path string) string {
		return "file:///" + strings.TrimPrefix(strings.ReplaceAll(filepath.ToSlash(path), " ", "%20"), "/")
	}
	for address, there := range map[string]bool{
		at(word):                       true,
		at(own):                        false,
		at(clip) + "/../../../own.png": false,
		at(large):                      false,
		at(clip):                       false,
		at(clip) + "/none":             false,
		strings.Replace(at(word), "file:", "https:", 1):               false,
		strings.Replace(at(word), "file:///", "file://elsewhere/", 1): false,
		"clip%20image002.jpg": false,
		"%":                   false,
	} {
		if got := new(beside).file(address); (got != nil) != there {
			t.Errorf("%s: %d bytes", address, len(got))
		}
	}
	if linked && new(beside).file(at(link)) != nil {
		t.Error("a link out of the folder was followed")
	}
	full := beside{taken: most - 4}
	if full.file(at(word)) == nil || full.file(at(word)) != nil {
		t.Error("more was taken than one page may bring")
	}
	if all := (beside{taken: most - 3}); all.file(at(word)) == nil {
		t.Error("as much as one page may bring was not taken")
	}
}

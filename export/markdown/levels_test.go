package markdown

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"communique/assets/translations"
	"communique/editor/release"
)

// TestLevels has pandoc read lists within lists.
func TestLevels(t *testing.T) {
	for name, c := range map[string]struct {
		list       release.Block
		text, want string
	}{
		"numbers": {
			release.Block{First: 9, Text: "один\n\tдва\nтри\n\tчетыре\n\t\tпять"},
			"9. один\n   1. два\n10. три\n    1. четыре\n       1. пять",
			"<ol start=9><li>один<ol><li>два</li></ol></li><li>три<ol><li>четыре<ol><li>пять</li></ol></li></ol></li></ol>",
		},
		"bullets": {
			release.Block{Text: "один\n\tдва\nтри"},
			"- один\n  - два\n- три",
			"<ul><li>один<ul><li>два</li></ul></li><li>три</li></ul>",
		},
		"numbers under bullets": {
			release.Block{Mixed: true, Text: "один\n\tдва\n\tтри"},
			"- один\n  1. два\n  2. три",
			"<ul><li>один<ol><li>два</li><li>три</li></ol></li></ul>",
		},
	} {
		c.list.Kind = release.List
		got := string(Render(release.Release{Language: "ru", Status: release.Issued, Blocks: []release.Block{c.list}}, nil, translations.Wording{}))
		if strings.TrimSpace(got) != c.text {
			t.Errorf("%s:\n%s", name, got)
		}
		path := filepath.Join(t.TempDir(), "list.md")
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		page, err := exec.Command("pandoc", "-f", "commonmark", "-t", "html", path).CombinedOutput()
		if err != nil {
			t.Fatalf("pandoc (make test installs it): %v\n%s", err, page)
		}
		if read := regexp.MustCompile(`\s*\n\s*|"| type="1"`).ReplaceAllString(string(page), ""); read != c.want {
			t.Errorf("%s is read as %s", name, read)
		}
	}
}

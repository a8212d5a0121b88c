package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestJourneySendOut writes a release, looks at it larger, and sends it out: as a
// package by one key and Enter, and as headline and lead for the website.
func TestJourneySendOut(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	if err := os.Mkdir(filepath.Join(d.home, "Documents"), 0o700); err != nil {
		t.Fatal(err)
	}
	d.open()
	d.keys("ctrl+shift+n")
	d.write("Состоялась встреча")
	d.keys("ctrl+t")
	d.write("Сегодня в Пробном состоялась встреча представителей Совета содружества.")
	d.wait("the draft in the library", func() bool {
		return len(d.list()) == 1 && strings.Contains(string(d.communique("show", "1")), "представителей Совета содружества.")
	})
	d.keys("ctrl+equal", "ctrl+0", "ctrl+shift+1")
	d.wait("the headline on the clipboard", func() bool {
		return strings.TrimSpace(d.clipboard()) == "Состоялась встреча"
	})
	d.keys("ctrl+shift+2")
	d.wait("the lead on the clipboard", func() bool {
		return strings.HasPrefix(d.clipboard(), "Сегодня в Пробном")
	})
	d.keys("ctrl+shift+c")
	d.wait("text and HTML together on the clipboard", func() bool {
		html, _ := d.tool("timeout", "1", "xclip", "-o", "-selection", "clipboard", "-t", "text/html")
		return strings.HasPrefix(d.clipboard(), "Состоялась встреча\n\nСегодня") && strings.HasPrefix(html, "<h1>Состоялась встреча</h1>")
	})
	d.dialog("ctrl+k")
	d.keys("Return")
	files := func() []string {
		found, _ := filepath.Glob(filepath.Join(d.home, "Documents", "*-sostoyalas-vstrecha", "*"))
		return found
	}
	d.wait("the package", func() bool { return len(files()) == 8 })
	for _, path := range files() {
		switch filepath.Ext(path) {
		case ".pdf":
			if out, err := d.tool("qpdf", "--check", path); err != nil {
				t.Errorf("qpdf: %v\n%s", err, out)
			}
		case ".docx":
			if out, err := d.tool("pandoc", path, "-t", "plain", "--wrap=none"); err != nil || !strings.Contains(out, "Сегодня в Пробном состоялась встреча") {
				t.Errorf("pandoc: %v\n%s", err, out)
			}
		}
	}
}

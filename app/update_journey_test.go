package app_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"communique/app/update"
)

// TestJourneyAnUpdate offers a newer version in a folder: the window tells of it by itself, and
// when it is asked; the folder is shown, and the package given to the system, by buttons alone.
func TestJourneyAnUpdate(t *testing.T) {
	d := newDesktop(t)
	folder, bin, opened := filepath.Join(d.home, "Программы"), filepath.Join(d.home, "bin"), filepath.Join(d.home, "opened")
	const content = "package"
	notice := fmt.Sprintf("format = 1\nversion = \"99.0.0\"\n[news]\nru = \"Новое окно.\"\n[[packages]]\nkind = %q\nfile = \"communique-99\"\nsize = %d\nsha256 = \"%x\"\n",
		update.Kinds(false)[0], len(content), sha256.Sum256([]byte(content)))
	d.put("Программы/communique-update.toml", notice)
	d.put("Программы/communique-99", content)
	d.put("bin/xdg-open", "#!/bin/sh\necho \"$1\" >> "+opened+"\n")
	if err := os.Chmod(filepath.Join(bin, "xdg-open"), 0o700); err != nil {
		t.Fatal(err)
	}
	d.env = append(d.env, "PATH="+bin+":"+os.Getenv("PATH"), "XDG_CACHE_HOME="+filepath.Join(d.home, "cache"))
	d.settleAs(office + fmt.Sprintf("\n[updates]\nfrom = %q\n", folder))
	window := d.open()
	last := func() string {
		data, _ := os.ReadFile(opened)
		lines := strings.Split(strings.TrimSpace(string(data)), "\n")
		return lines[len(lines)-1]
	}
	d.follow(764)
	d.look("update")
	d.keys("Tab", "Return")
	d.wait("the folder", func() bool { return last() == folder })
	d.leaveAll()
	d.look("update-left")
	d.command(341, 62)
	d.keys("ctrl+Return")
	d.wait("the package", func() bool {
		data, err := os.ReadFile(last())
		return err == nil && filepath.Base(last()) == "communique-99" && filepath.Dir(last()) != folder && string(data) == content
	})
	d.leaveAll()
	d.leaves(window)
}

package command

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"communique/app/update"
)

// offer lays a notice of a version and the package for this computer into a folder. The
// office's own version is 1.2.3.
func (o *office) offer(version, content string) (folder string) {
	o.t.Helper()
	o.write("share/communique.package", content)
	return filepath.Dir(o.write("share/communique-update.toml", fmt.Sprintf(
		"format = 1\nversion = %q\ndate = \"2024-09-10\"\n[news]\nru = \"Новое окно.\\nИ ещё.\"\nen = \"A new window.\"\n[[packages]]\nkind = %q\nfile = \"communique.package\"\nsize = 7\nsha256 = \"%x\"\n",
		version, update.Kinds(false)[0], sha256.Sum256([]byte("package")))))
}

func TestUpdate(t *testing.T) {
	o := newOffice(t)
	share := o.offer("1.10.0", "package")
	o.config(map[string]string{"settings.toml": fmt.Sprintf("[updates]\nfrom = '%s'\n", share)})
	there := filepath.Join(share, "communique.package")
	told := o.must("update", "--check")
	if told != "Есть версия 1.10.0 от 10.09.2024. У вас 1.2.3.\nНовое окно.\nИ ещё.\nПакет для этого компьютера: "+there+"\n" {
		t.Errorf("told:\n%s", told)
	}
	var row listedUpdate
	o.json(&row, "update", "--check", "--json")
	if want := (listedUpdate{
		Version: "1.10.0", Own: "1.2.3", Newer: true, Date: "2024-09-10", News: "Новое окно.\nИ ещё.", Where: there,
		SHA256: fmt.Sprintf("%x", sha256.Sum256([]byte("package"))),
	}); row != want {
		t.Errorf("as JSON: %+v", row)
	}
	if entries, _ := os.ReadDir("."); contains(entries, "communique.package") {
		t.Error("a package was fetched, which was not asked for")
	}
	into := o.path("fetched")
	told = o.must("update", "-o", into)
	if !strings.HasSuffix(told, "\nПакет получен, контрольная сумма верна: "+filepath.Join(into, "communique.package")+"\n") {
		t.Errorf("told:\n%s", told)
	}
	if data, err := os.ReadFile(filepath.Join(into, "communique.package")); err != nil || string(data) != "package" {
		t.Errorf("fetched %q: %v", data, err)
	}
	for version, want := range map[string]string{
		"1.2.3": "Новее ничего нет: там тоже версия 1.2.3.\n",
		"1.2.2": "Там лежит версия 1.2.2, а у вас новее: 1.2.3. Ставить её не нужно.\n",
	} {
		o.offer(version, "package")
		empty := o.path("empty")
		if told := o.must("update", "-o", empty); told != want {
			t.Errorf("%s: %s", version, told)
		}
		if _, err := os.Stat(empty); err == nil {
			t.Errorf("%s was fetched", version)
		}
	}
}

func contains(entries []os.DirEntry, name string) bool {
	for _, e := range entries {
		if e.Name() == name {
			return true
		}
	}
	return false
}

// TestNoUpdate: what keeps a newer version away is told in words, and nothing is left.
func TestNoUpdate(t *testing.T) {
	for name, c := range map[string]struct {
		args   []string
		change func(o *office)
		told   string
	}{
		"no address":    {nil, func(o *office) { o.config(map[string]string{"settings.toml": ""}) }, "Где искать обновления, не указано."},
		"wrong sum":     {nil, func(o *office) { o.offer("2.0.0", "PACKAGE") }, "контрольная сумма не сходится"},
		"garbage":       {nil, func(o *office) { o.write("share/communique-update.toml", "<html>") }, "не описание версии"},
		"no notice":     {nil, func(o *office) { _ = os.Remove(o.path("share/communique-update.toml")) }, "communique-update.toml"},
		"no package":    {nil, func(o *office) { o.write("share/communique-update.toml", "format = 1\nversion = \"2.0.0\"\n") }, "пакета версии 2.0.0 там нет"},
		"no server":     {[]string{"--from", "https://127.0.0.1:1/"}, func(*office) {}, "https://127.0.0.1:1/communique-update.toml не отвечает"},
		"no encryption": {[]string{"--from", "http://127.0.0.1:1/"}, func(*office) {}, "«http://127.0.0.1:1/» не годится"},
	} {
		o := newOffice(t)
		o.config(map[string]string{"settings.toml": fmt.Sprintf("[updates]\nfrom = '%s'\n", o.offer("2.0.0", "package"))})
		c.change(o)
		status, out, told := o.run(append([]string{"update", "-o", o.path("fetched")}, c.args...)...)
		if status != couldNot || out != "" || !strings.Contains(told, c.told) || strings.Contains(told, "⟦") {
			t.Errorf("%s: status %d, %q, %q", name, status, out, told)
		}
		if entries, _ := os.ReadDir(o.path("fetched")); len(entries) > 0 {
			t.Errorf("%s: left %v", name, entries)
		}
	}
}

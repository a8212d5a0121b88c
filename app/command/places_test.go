package command

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestSomethingInTheWay names files where folders are wanted and folders where files are, in
// every place that a command takes a path: each says what lies there, and none goes on as if
// nobody had made it yet.
func TestSomethingInTheWay(t *testing.T) {
	o := newOffice(t)
	o.must("new", "--template", "statement", "--save")
	file, folder := o.write("файл.txt", "Заголовок"), o.path("папка")
	in := func(part ...string) string { return filepath.Join(append([]string{file}, part...)...) }
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	const notFolder, notFile = "«%» — не папка", "«%» — папка, а нужен файл"
	for _, tt := range []struct{ line, want, at string }{
		{"--config " + file + " typeset " + file, notFolder, file},
		{"--config " + in("a") + " check " + file, notFolder, file},
		{"--config " + in("a", "b") + " export 1 --to txt -o " + o.path("out"), notFolder, file},
		{"--library " + folder + " list", notFile, folder},
		{"--library " + in("l.db") + " list", notFolder, file},
		{"import " + in("a.txt"), notFolder, file},
		{"typeset " + folder, notFile, folder},
		{"typeset " + in("a"), notFolder, file},
		{"check " + in("a"), notFolder, file},
		{"export 1 --to txt -o " + file, notFolder, file},
		{"export 1 --to txt -o " + in("a"), notFolder, file},
		{"export --all --to toml -o " + in("a", "b"), notFolder, file},
		{"backup " + in("l.db"), notFolder, file},
		{"merge " + folder, notFile, folder},
		{"merge " + in("l.db"), notFolder, file},
	} {
		status, out, told := o.run(strings.Fields(tt.line)...)
		if want := strings.ReplaceAll(tt.want, "%", tt.at); status == done || out != "" || !strings.Contains(told, want) {
			t.Errorf("%s: status %d, %q, %q", tt.line, status, out, told)
		}
	}
}

// TestSomethingInTheWayOfTheOfficesOwn: its styles and templates are not passed over.
func TestSomethingInTheWayOfTheOfficesOwn(t *testing.T) {
	for name, line := range map[string]string{"styles": "styles list", "templates": "templates list"} {
		o := newOffice(t)
		at := o.write(filepath.Join("config", name), "")
		if status, _, told := o.run(strings.Fields(line)...); status == done || !strings.Contains(told, "«"+at+"» — не папка") {
			t.Errorf("%s: status %d, %q", line, status, told)
		}
	}
}

// TestALinkToNothing is told as such, and is no settings that nobody has written.
func TestALinkToNothing(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows lets few make a link")
	}
	o := newOffice(t)
	at, file := o.path("ссылка"), o.write("файл.txt", "Заголовок")
	if err := os.Symlink(o.path("нет"), at); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"--config " + at + " typeset " + file, "import " + at, "export --to txt " + at, "check " + filepath.Join(at, "a")} {
		if status, _, told := o.run(strings.Fields(line)...); status == done || !strings.Contains(told, "«"+at+"» — ссылка на то, чего нет") {
			t.Errorf("%s: status %d, %q", line, status, told)
		}
	}
}

// TestAnArchiveReplacesNothing: nobody is told to give --force who gave it, or whom it
// would not help.
func TestAnArchiveReplacesNothing(t *testing.T) {
	o := newOffice(t)
	o.must("new", "--template", "statement", "--save")
	line := []string{"export", "--all", "--to", "toml", "-o", o.path("out")}
	o.must(line...)
	for _, again := range [][]string{line, append(line, "--force")} {
		if status, _, told := o.run(again...); status == done || !strings.Contains(told, "ничего не заменяет") || strings.Contains(told, "--force") {
			t.Errorf("%v: status %d, %q", again, status, told)
		}
	}
}

// TestAFolderWithoutFilesIsNotChecked in silence.
func TestAFolderWithoutFilesIsNotChecked(t *testing.T) {
	o := newOffice(t)
	folder := o.path("папка")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if status, _, told := o.run("check", folder); status == done || !strings.Contains(told, folder) {
		t.Errorf("status %d, %q", status, told)
	}
}

// TestALibraryThatIsNamed by the environment: an empty file there is not filled by a command that only reads, and where
// its folder is away, as a share is that is not connected, nothing is made.
func TestALibraryThatIsNamed(t *testing.T) {
	o := newOffice(t)
	text := o.write("wire.txt", "Заголовок\n\nВ Пробном состоялась встреча.\n")
	empty := o.write("empty.db", "")
	away := o.path(filepath.Join("share", "library.db"))
	for _, tt := range []struct{ at, line, want string }{
		{empty, "list", "не библиотека"},
		{empty, "verify", "не библиотека"},
		{empty, "care", "не библиотека"},
		{empty, "backup", "не библиотека"},
		{away, "list", "нет на месте"},
		{away, "care", "нет на месте"},
		{away, "import --save " + text, "нет на месте"},
	} {
		o.env["COMMUNIQUE_LIBRARY"] = tt.at
		if status, _, told := o.run(strings.Fields(tt.line)...); status == done || !strings.Contains(told, tt.want) {
			t.Errorf("%s: status %d, %q", tt.line, status, told)
		}
		if info, err := os.Stat(empty); err != nil || info.Size() != 0 {
			t.Errorf("%s: the empty file was filled", tt.line)
		}
		if _, err := os.Stat(filepath.Dir(away)); err == nil {
			t.Fatalf("%s: the folder was made", tt.line)
		}
	}
	o.env["COMMUNIQUE_LIBRARY"] = empty
	o.must("import", "--save", text)
}

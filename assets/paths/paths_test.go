package paths

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestInTheWay lays in the way of a file, and of a folder, what can lie there.
func TestInTheWay(t *testing.T) {
	dir := t.TempDir()
	file, folder := filepath.Join(dir, "файл.txt"), filepath.Join(dir, "папка")
	if err := errors.Join(os.WriteFile(file, nil, 0o600), os.Mkdir(folder, 0o700)); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ path, file, folder string }{
		{file, "", file + ": no-folder"},
		{folder, folder + ": is-folder", ""},
		{filepath.Join(dir, "нет"), "", ""},
		{filepath.Join(dir, "нет", "и", "этого"), "", ""},
		{filepath.Join(folder, "нет"), "", ""},
		{filepath.Join(file, "a"), file + ": no-folder", file + ": no-folder"},
		{filepath.Join(file, "a", "b"), file + ": no-folder", file + ": no-folder"},
	} {
		expect(t, tt.path, tt.file, tt.folder)
	}
}

// TestALinkToNothing is told from a file that nobody has made.
func TestALinkToNothing(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(dir, "ссылка")
	made := os.Symlink(filepath.Join(dir, "нет"), link)
	if to, err := os.Readlink(link); err != nil || to == "" { // Windows lets few make a link, and wine makes none
		t.Skip("links are not tried here:", made, err)
	}
	for _, path := range []string{link, filepath.Join(link, "a", "b")} {
		expect(t, path, link+": link-nowhere", link+": link-nowhere")
	}
}

// expect asks what is in the way of a path, as a file and as a folder.
func expect(t *testing.T, path, file, folder string) {
	t.Helper()
	for want, got := range map[*string]error{&file: File(path), &folder: Folder(path)} {
		said := ""
		if got != nil {
			said = got.Error()
		}
		if said != *want {
			t.Errorf("%s: %q instead of %q", path, said, *want)
		}
	}
}

package archive

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"communique/app/library"
	"communique/app/library/librarytest"
	"communique/app/library/sqlite"
	"communique/editor/release"
)

// showing is a release that shows pictures.
func showing(headline string, hashes ...string) release.Release {
	r := release.New("ru")
	r.Headline = headline
	for _, hash := range hashes {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Picture, Text: "Встреча", Picture: hash})
	}
	r.Blocks = release.Numbered(r.Blocks)
	return r
}

func hashed(n int) string { return fmt.Sprintf("%x", sha256.Sum256(librarytest.Picture(n))) }

// illustrated is a library with pictures: one of two releases, one of an older version
// only, a JPEG, and one that is not there.
func illustrated(t *testing.T) (l *sqlite.Library, jpeg []byte) {
	t.Helper()
	l = fresh(t)
	jpeg = []byte("\xff\xd8\xff\xe0 as good as a photograph")
	for _, file := range [][]byte{librarytest.Picture(1), librarytest.Picture(2), jpeg} {
		if _, err := l.AddPicture(ctx, file); err != nil {
			t.Fatal(err)
		}
	}
	e, err := l.Save(ctx, 0, 0, showing("Один", hashed(1), hashed(2)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.SaveVersion(ctx, e.ID, e.Revision, showing("Один", hashed(1))); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Save(ctx, 0, 0, showing("Два", hashed(1), fmt.Sprintf("%x", sha256.Sum256(jpeg)), hashed(9))); err != nil {
		t.Fatal(err)
	}
	return l, jpeg
}

// zipOf packs a folder.
func zipOf(t *testing.T, dir string) string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path) //nolint:gosec // the test's own folder
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "архив.zip")
	pack(t, path, files)
	return path
}

// TestPicturesThereAndBack exports a library with pictures, and imports its folder and
// a ZIP of that.
func TestPicturesThereAndBack(t *testing.T) {
	l, jpeg := illustrated(t)
	dir := filepath.Join(t.TempDir(), "Архив")
	n, unseen, err := Export(ctx, l, dir, nil)
	if err != nil || n != 2 {
		t.Fatal(n, err)
	}
	var incomplete *IncompleteError
	var missing *library.MissingPictureError
	if !errors.As(unseen, &incomplete) || incomplete.Headline != "Два" || !errors.As(unseen, &missing) || missing.Hash != hashed(9) || strings.Contains(unseen.Error(), "Один") {
		t.Errorf("that one picture is nowhere: %v", unseen)
	}
	var names []string
	for _, ending := range []string{"jpg", "png"} {
		found, err := filepath.Glob(filepath.Join(dir, "undated", "*", "*."+ending))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range found {
			names = append(names, filepath.Base(name))
		}
	}
	if got := strings.Join(names, " "); strings.Count(got, hashed(1)+".png") != 2 || !strings.Contains(got, hashed(2)+".png") || len(names) != 4 {
		t.Errorf("beside the texts: %s", got)
	}
	for name, from := range map[string]string{"the folder": dir, "a ZIP": zipOf(t, dir)} {
		t.Run(name, func(t *testing.T) {
			other := fresh(t)
			report, err := Import(ctx, other, []string{from}, nil)
			if fresh, known, failed := report.Count(); err != nil || fresh != 2 || known+failed != 0 || len(report) != 2 {
				t.Fatalf("%+v, %v", report, err)
			}
			if got, want := everything(t, other), everything(t, l); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			for n, want := range [][]byte{librarytest.Picture(1), librarytest.Picture(2), jpeg} {
				if got, err := other.Picture(ctx, fmt.Sprintf("%x", sha256.Sum256(want))); err != nil || !bytes.Equal(got, want) {
					t.Errorf("picture %d: %v", n+1, err)
				}
			}
			told := 0
			for _, f := range report {
				var missing *library.MissingPictureError
				if errors.As(f.Err, &missing) && missing.Hash == hashed(9) {
					told++
				} else if f.Err != nil {
					t.Error(f.Err)
				}
			}
			if told != 1 {
				t.Errorf("that one picture is nowhere was told %d times", told)
			}
		})
	}
}

// TestPicturesBesideATOML takes a release's pictures from the folder that it lies in.
func TestPicturesBesideATOML(t *testing.T) {
	toml := func(t *testing.T, hashes ...string) string {
		t.Helper()
		text, err := showing("Встреча", hashes...).Encode()
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	png := string(librarytest.Picture(1))
	noise := make([]byte, library.MaxPicture) // a picture packs to little less
	_, _ = rand.NewChaCha8([32]byte{}).Read(noise)
	large := png + string(noise)
	largeHash := fmt.Sprintf("%x", sha256.Sum256([]byte(large)))
	gif := fmt.Sprintf("%x", sha256.Sum256([]byte("GIF89a")))
	for name, tt := range map[string]struct {
		hash, ending, file string
		want               any // of the file; nil where the picture comes
	}{
		"a PNG":            {hashed(1), ".png", png, nil},
		"a PNG as a JPEG":  {hashed(1), ".jpeg", png, nil},
		"another picture":  {hashed(1), ".png", string(librarytest.Picture(2)), new(*library.DamagedPictureError)},
		"cut short":        {hashed(1), ".png", png[:100], new(*library.DamagedPictureError)},
		"no picture":       {gif, ".png", "GIF89a", new(*library.PictureError)},
		"too large":        {largeHash, ".png", large, new(*library.PictureError)},
		"of another name":  {hashed(1), "-1.png", png, new(*library.MissingPictureError)},
		"not there at all": {hashed(1), ".txt", "x", new(*library.MissingPictureError)},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "a.toml"), toml(t, tt.hash))
			write(t, filepath.Join(dir, tt.hash+tt.ending), tt.file)
			for _, from := range []string{dir, filepath.Join(dir, "a.toml"), zipOf(t, dir)} {
				l := fresh(t)
				report, err := Import(ctx, l, []string{from}, nil)
				if err != nil || len(report) == 0 {
					t.Fatal(report, err)
				}
				for _, f := range report {
					if strings.HasSuffix(f.Path, ".toml") && (f.Status != Imported && tt.want == nil || f.Status != Partly && tt.want != nil || f.New != 1 || (f.Err == nil) != (tt.want == nil) || tt.want != nil && !errors.As(f.Err, tt.want)) {
						t.Errorf("%s: %+v", from, f)
					}
				}
				if _, err := l.Picture(ctx, tt.hash); (err == nil) != (tt.want == nil) {
					t.Errorf("the picture: %v", err)
				}
			}
		})
	}
}

// A known release brings a picture that the library has lost; one that is there already
// need not be beside it.
func TestPicturesOfWhatIsKnown(t *testing.T) {
	l, dir := fresh(t), t.TempDir()
	text, err := showing("Встреча", hashed(1)).Encode()
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "a.toml"), string(text))
	status := func(want Status, troubled bool) {
		t.Helper()
		report, err := Import(ctx, l, []string{dir}, nil)
		if err != nil || len(report) != 1 || report[0].Status != want || (report[0].Err != nil) != troubled {
			t.Errorf("%+v, %v", report, err)
		}
	}
	status(Partly, true)
	write(t, filepath.Join(dir, hashed(1)+".png"), string(librarytest.Picture(1)))
	status(Known, false)
	if err := os.Remove(filepath.Join(dir, hashed(1)+".png")); err != nil {
		t.Fatal(err)
	}
	status(Known, false)
	if _, err := l.Picture(ctx, hashed(1)); err != nil {
		t.Error(err)
	}
}

// A library that takes no picture ends the import, as one that takes no text does: no
// release is there without a picture that could have come.
func TestALibraryThatTakesNoPicture(t *testing.T) {
	dir := t.TempDir()
	text, err := showing("Встреча", hashed(1)).Encode()
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "a.toml"), string(text))
	write(t, filepath.Join(dir, hashed(1)+".png"), string(librarytest.Picture(1)))
	full := &library.StorageError{Reason: "full", Cause: errors.New("no")}
	store := &fake{pictureErr: full}
	report, err := Import(ctx, store, []string{dir}, nil)
	if !errors.Is(err, full) || len(store.saved) != 0 || report[0].Status != Left {
		t.Errorf("%+v, %v, saved %v", report, err, store.saved)
	}
}

// TestAPictureThatTwoReleasesShow is written once into their folder; where it cannot be
// written that is told.
func TestAPictureThatTwoReleasesShow(t *testing.T) {
	l, jpeg := illustrated(t)
	dir, photograph := t.TempDir(), fmt.Sprintf("%x", sha256.Sum256(jpeg))
	for range 2 {
		if unseen, err := WritePictures(ctx, l, dir, []string{hashed(1), photograph, hashed(1)}); unseen != nil || err != nil {
			t.Errorf("got %v, %v", unseen, err)
		}
	}
	for name, want := range map[string][]byte{hashed(1) + ".png": librarytest.Picture(1), photograph + ".jpg": jpeg} {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
	}
	other := filepath.Join(dir, hashed(2)+".png")
	write(t, other, "somebody's own")
	if unseen, err := WritePictures(ctx, l, dir, []string{hashed(2)}); unseen != nil || err != nil {
		t.Errorf("where a file is: %v, %v", unseen, err)
	}
	if got, err := os.ReadFile(other); err != nil || string(got) != "somebody's own" {
		t.Errorf("a file that was there holds %d bytes, %v", len(got), err)
	}
	if _, err := WritePictures(ctx, l, filepath.Join(dir, "nowhere"), []string{hashed(1)}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("into a folder that there is not: %v", err)
	}
}

func link(t *testing.T, to, at string) {
	t.Helper()
	made := os.Symlink(to, at)
	if to, err := os.Readlink(at); err != nil || to == "" { // Windows lets few make a link, and wine makes none
		t.Skip("no links here:", made, err)
	}
}

// A link or a pipe under a picture's name is none.
func TestAPictureThatIsALink(t *testing.T) {
	dir := t.TempDir()
	text, err := showing("Встреча", hashed(1)).Encode()
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "in", "a.toml"), string(text))
	write(t, filepath.Join(dir, "secret.png"), string(librarytest.Picture(1)))
	link(t, filepath.Join(dir, "secret.png"), filepath.Join(dir, "in", hashed(1)+".png"))
	l := fresh(t)
	report, err := Import(ctx, l, []string{filepath.Join(dir, "in")}, nil)
	var missing *library.MissingPictureError
	if err != nil || len(report) != 1 || !errors.As(report[0].Err, &missing) {
		t.Errorf("%+v, %v", report, err)
	}
}

// What lies in the trash is told as such.
func TestKnownInTheTrash(t *testing.T) {
	l, dir := fresh(t), t.TempDir()
	write(t, filepath.Join(dir, "a.toml"), tomlOf(t, "Встреча"))
	report, err := Import(ctx, l, []string{dir}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Trash(ctx, report.Only()); err != nil {
		t.Fatal(err)
	}
	report, err = Import(ctx, l, []string{dir}, nil)
	if err != nil || report[0].Status != Known || report[0].Known != 1 || report[0].Trashed != 1 || count(t, l) != 0 {
		t.Errorf("%+v, %v", report, err)
	}
}

package archive

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"communique/app/library"
	"communique/editor/intake"
)

// fake is a store that says what a test wants it to say.
type fake struct {
	saved        []string // headlines
	known        map[string]bool
	newErr       error
	withErr      error
	refused      string // no text with it is taken with its versions
	pictureErr   error
	afterBatches func()
}

func (f *fake) SaveNew(ctx context.Context, incoming []library.Incoming) ([]library.Brought, error) {
	if err := cmp.Or(f.newErr, ctx.Err()); err != nil { // as every store has to
		return nil, err
	}
	var all []library.Brought
	for _, in := range incoming {
		f.saved = append(f.saved, in.Release.Headline)
		all = append(all, library.Brought{Known: f.known[in.Release.Headline]})
	}
	if f.afterBatches != nil {
		f.afterBatches()
	}
	return all, nil
}

func (f *fake) SaveWithHistory(_ context.Context, archived []library.Archived) ([]library.Brought, error) {
	if f.withErr != nil {
		return nil, f.withErr
	}
	var all []library.Brought
	for _, a := range archived {
		if f.refused != "" && strings.Contains(string(a.Past[len(a.Past)-1].Text), f.refused) {
			return nil, errors.New("refused")
		}
	}
	for _, a := range archived {
		f.saved = append(f.saved, string(a.Past[len(a.Past)-1].Text))
		all = append(all, library.Brought{Known: f.known["архив"]})
	}
	return all, nil
}

// TestOneOfAnArchiveStandsInNobodysWay: releases with versions are saved all at once, and where one
// cannot be, each by itself.
func TestOneOfAnArchiveStandsInNobodysWay(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"Архив", "Беда", "Встреча"} {
		write(t, filepath.Join(dir, name, historyName), historyOf("release.toml"))
		write(t, filepath.Join(dir, name, "release.toml"), tomlOf(t, name))
	}
	store := fake{refused: "Беда"}
	report, err := Import(ctx, &store, []string{dir}, nil)
	if got := strings.Join(told(dir, report), ", "); err != nil || got != "Архив imported 1/0 false, Беда failed 0/0 true, Встреча imported 1/0 false" {
		t.Errorf("%s, %v", got, err)
	}
	if len(store.saved) != 2 {
		t.Errorf("saved %q", store.saved)
	}
}

func (f *fake) AddPicture(context.Context, []byte) (string, error) { return "", f.pictureErr }

func (f *fake) Picture(_ context.Context, hash string) ([]byte, error) {
	return nil, cmp.Or(f.pictureErr, error(&library.MissingPictureError{Hash: hash}))
}

func (f *fake) All(context.Context, func(library.Entry, []library.Past) error) error { return nil }

// told writes a report: the name, status and counts of each file.
func told(dir string, report Report) []string {
	var lines []string
	for _, f := range report {
		name, _ := filepath.Rel(dir, f.Path)
		lines = append(lines, fmt.Sprintf("%s %s %d/%d %t", filepath.ToSlash(name), f.Status, f.New, f.Known, f.Err != nil))
	}
	return lines
}

// What became of a release is told of the file it came from, however many
// releases the files before it had.
func TestEachFileIsToldItsOwn(t *testing.T) {
	dir := t.TempDir()
	two := "Совет принял план" + body + "\n______\nКонтакт Пробный Иван\n+7-000-000-00-01\n\nСовет принял ещё один план" + body
	write(t, filepath.Join(dir, "a.txt"), two)
	write(t, filepath.Join(dir, "b.toml"), tomlOf(t, "Б"))
	write(t, filepath.Join(dir, "c.exe"), "MZ")
	write(t, filepath.Join(dir, "d.toml"), "format = ")
	write(t, filepath.Join(dir, "e.toml"), tomlOf(t, "Е"))
	write(t, filepath.Join(dir, "f", historyName), historyOf("release.toml"))
	write(t, filepath.Join(dir, "f", "release.toml"), tomlOf(t, "Архив"))
	write(t, filepath.Join(dir, "g.toml"), tomlOf(t, "Г"))
	for name, tt := range map[string]struct {
		store fake
		want  string
	}{
		"all new":           {fake{}, "a.txt imported 2/0 false, b.toml imported 1/0 false, c.exe skipped 0/0 true, d.toml failed 0/0 true, e.toml imported 1/0 false, f imported 1/0 false, g.toml imported 1/0 false"},
		"one is known":      {fake{known: map[string]bool{"Е": true}}, "a.txt imported 2/0 false, b.toml imported 1/0 false, c.exe skipped 0/0 true, d.toml failed 0/0 true, e.toml known 0/1 false, f imported 1/0 false, g.toml imported 1/0 false"},
		"one of two":        {fake{known: map[string]bool{"Совет принял план": true}}, "a.txt imported 1/1 false, b.toml imported 1/0 false, c.exe skipped 0/0 true, d.toml failed 0/0 true, e.toml imported 1/0 false, f imported 1/0 false, g.toml imported 1/0 false"},
		"the archived one":  {fake{known: map[string]bool{"архив": true}}, "a.txt imported 2/0 false, b.toml imported 1/0 false, c.exe skipped 0/0 true, d.toml failed 0/0 true, e.toml imported 1/0 false, f known 0/1 false, g.toml imported 1/0 false"},
		"it cannot be kept": {fake{withErr: errors.New("no")}, "a.txt imported 2/0 false, b.toml imported 1/0 false, c.exe skipped 0/0 true, d.toml failed 0/0 true, e.toml imported 1/0 false, f failed 0/0 true, g.toml imported 1/0 false"},
	} {
		t.Run(name, func(t *testing.T) {
			var heard []string
			report, err := Import(ctx, &tt.store, []string{dir}, func(done, of int) { heard = append(heard, fmt.Sprintf("%d/%d", done, of)) })
			if got := strings.Join(told(dir, report), ", "); err != nil || got != tt.want {
				t.Errorf("%v\n got %s\nwant %s", err, got, tt.want)
			}
			if strings.Join(heard, " ") != "7/7" {
				t.Errorf("heard %v", heard)
			}
		})
	}
}

func TestAStoreThatFailsEndsTheImport(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.toml"), tomlOf(t, "А"))
	no := errors.New("no")
	report, err := Import(ctx, &fake{newErr: no}, []string{dir}, func(int, int) { t.Error("progress of nothing") })
	if !errors.Is(err, no) || report.Files(Left) != 1 {
		t.Errorf("%+v, %v", report, err)
	}
	stopped, stop := context.WithCancel(ctx)
	stop()
	store := &fake{}
	if report, err := Import(stopped, store, []string{dir}, nil); !errors.Is(err, context.Canceled) || report.Files(Left) != 1 || len(store.saved) != 0 {
		t.Errorf("%+v, %v, %v", report, err, store.saved)
	}
}

// What was saved before an import was stopped stands in the report.
func TestAStoppedImportTellsWhatIsDone(t *testing.T) {
	dir := t.TempDir()
	for n := range savedAtOnce + 1 {
		write(t, filepath.Join(dir, fmt.Sprintf("%04d.toml", n)), tomlOf(t, fmt.Sprint("Релиз ", n)))
	}
	stopped, stop := context.WithCancel(ctx)
	store := &fake{afterBatches: stop}
	report, err := Import(stopped, store, []string{dir}, nil)
	if !errors.Is(err, context.Canceled) || report.Files(Imported) != savedAtOnce || report.Files(Left) != 1 || len(store.saved) != savedAtOnce || report[savedAtOnce].Status != Left {
		t.Errorf("%d files, %d saved, %v", len(report), len(store.saved), err)
	}
	store = &fake{}
	var heard []string
	report, err = Import(ctx, store, []string{dir}, func(done, of int) { heard = append(heard, fmt.Sprintf("%d/%d", done, of)) })
	if err != nil || len(report) != savedAtOnce+1 || strings.Join(heard, " ") != "125/501 250/501 375/501 500/501 501/501" {
		t.Errorf("%d files, heard %v, %v", len(report), heard, err)
	}
	if !slices.IsSorted(store.saved[:10]) || store.saved[savedAtOnce] != fmt.Sprint("Релиз ", savedAtOnce) {
		t.Errorf("not in the order of the names: %v", store.saved[:10])
	}
}

func TestWhatIsRead(t *testing.T) {
	html := "<html><body><h1>Совет принял план</h1><p>" + strings.TrimSpace(body) + "</body></html>"
	plain, rss := "Совет принял план"+body, "<rss><channel><item><title>Совет принял план</title></item></channel></rss>"
	for name, content := range map[string]string{
		"а.txt": plain, "а.md": "# " + plain, "а.text": plain, "а.html": html, "а.htm": html, "а.xml": rss, "а.rss": rss, "а.toml": tomlOf(t, "Совет принял план"),
		"А.TXT": plain, "А.HTML": html, "А.Toml": tomlOf(t, "Совет принял план"),
		"без имени": "", "а.xlsx": "", "а.exe": "", "а.txt.bak": "", "txt": "",
	} {
		t.Run(name, func(t *testing.T) {
			dir, store := t.TempDir(), &fake{}
			path := filepath.Join(dir, name)
			write(t, path, content)
			report, err := Import(ctx, store, []string{dir}, nil) // a file that is named itself is read whatever its ending
			if err != nil || len(report) != 1 {
				t.Fatal(report, err)
			}
			want := Imported
			if content == "" {
				want = Skipped
			}
			if report[0].Status != want || content != "" && !slices.Equal(store.saved, []string{"Совет принял план"}) {
				t.Errorf("%+v, saved %q", report[0], store.saved)
			}
		})
	}
	for _, ending := range []string{".docx", ".odt", ".pdf"} { // an empty one is refused, and not passed by
		path := filepath.Join(t.TempDir(), "а"+ending)
		write(t, path, "")
		if report, err := Import(ctx, &fake{}, []string{path}, nil); err != nil || report[0].Status != Failed {
			t.Errorf("%s: %+v, %v", ending, report, err)
		}
	}
}

func TestHiddenAndMissing(t *testing.T) {
	dir, store := t.TempDir(), &fake{}
	hidden := filepath.Join(dir, ".скрыто")
	write(t, filepath.Join(hidden, "а.toml"), tomlOf(t, "А"))
	write(t, filepath.Join(dir, ".б.toml"), tomlOf(t, "Б"))
	write(t, filepath.Join(dir, "в.ZIP"), "PK")
	report, err := Import(ctx, store, []string{dir, filepath.Join(dir, "нет")}, nil)
	if got := strings.Join(told(dir, report), ", "); err != nil || got != ".б.toml passed 0/0 false, .скрыто passed 0/0 false, в.ZIP failed 0/0 true, нет failed 0/0 true" {
		t.Errorf("%s, %v", got, err)
	}
	if !errors.Is(report[3].Err, os.ErrNotExist) {
		t.Errorf("got %v", report[3].Err)
	}
	if report, err := Import(ctx, store, []string{hidden}, nil); err != nil || len(report) != 1 || report[0].New != 1 {
		t.Errorf("a hidden folder that was asked for: %+v, %v", report, err)
	}
}

// A folder that may not be read is told, and what lies beside it is read.
func TestAClosedFolderIsTold(t *testing.T) {
	dir, store := t.TempDir(), &fake{}
	closed := filepath.Join(dir, "а")
	write(t, filepath.Join(closed, "а.toml"), tomlOf(t, "А"))
	write(t, filepath.Join(dir, "б.toml"), tomlOf(t, "Б"))
	if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(closed, 0o700) })
	if _, err := os.ReadDir(closed); err == nil {
		t.Skip("nothing is closed to this user")
	}
	report, err := Import(ctx, store, []string{dir}, nil)
	if got := strings.Join(told(dir, report), ", "); err != nil || got != "а failed 0/0 true, б.toml imported 1/0 false" {
		t.Errorf("%s, %v", got, err)
	}
}

func TestAFileThatIsTooLargeIsTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "а.txt")
	write(t, path, "слово")
	if err := os.Truncate(path, intake.MaxDocument+10); err != nil {
		t.Fatal(err)
	}
	report, err := Import(ctx, &fake{}, []string{path}, nil)
	var own *intake.Error
	if err != nil || len(report) != 1 || !errors.As(report[0].Err, &own) || own.Reason != "too-large" {
		t.Errorf("%+v, %v", report, err)
	}
}

// A file within an archive may be damaged while the others are whole.
func TestADamagedFileInAZip(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range []string{"а.toml", "б.toml"} {
		part, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = part.Write([]byte(tomlOf(t, "Релиз "+name)))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	dir, store := t.TempDir(), &fake{}
	write(t, filepath.Join(dir, "ящик.zip"), strings.Replace(b.String(), "Релиз а", "Релиз я", 1))
	report, err := Import(ctx, store, []string{dir}, nil)
	if got := strings.Join(told(dir, report), ", "); err != nil || got != "ящик.zip!а.toml failed 0/0 true, ящик.zip!б.toml imported 1/0 false" || !errors.Is(report[0].Err, zip.ErrChecksum) {
		t.Errorf("%s, %v, %v", got, report[0].Err, err)
	}
}

// An import of ten thousand files must not keep them open.
func TestNoFileStaysOpen(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "а.toml"), tomlOf(t, "А"))
	write(t, filepath.Join(dir, "б", historyName), historyOf("release.toml"))
	write(t, filepath.Join(dir, "б", "release.toml"), tomlOf(t, "Б"))
	pack(t, filepath.Join(dir, "в.zip"), map[string]string{"в.toml": tomlOf(t, "В")})
	if _, err := Import(ctx, &fake{}, []string{dir}, nil); err != nil {
		t.Fatal(err)
	}
	open, err := filepath.Glob("/proc/self/fd/*")
	if err != nil || len(open) == 0 {
		t.Skip("this system does not tell which files are open")
	}
	for _, link := range open {
		if target, err := os.Readlink(link); err == nil && strings.HasPrefix(target, dir) {
			t.Errorf("%s is open", target)
		}
	}
}

package archive

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/sync/errgroup"

	"communique/app/library"
	"communique/editor/intake/layout"
	"communique/editor/release"
)

// padded is a release of so many bytes, which pack to next to nothing.
func padded(t *testing.T, headline string, size int) string {
	t.Helper()
	return tomlOf(t, headline) + "#" + strings.Repeat(" ", size) + "\n"
}

// TestABloatedArchive unpacks to more than any archive of texts: its first files are read, the
// others are told, and so is a folder with versions of which one is too much.
func TestABloatedArchive(t *testing.T) {
	dir := t.TempDir()
	const half = unpackedFreely / 2
	path := filepath.Join(dir, "архив.zip")
	pack(t, path, map[string]string{
		"а.toml": padded(t, "Первый", half), "б.toml": padded(t, "Второй", half/2),
		"в/history.toml": historyOf("m.toml"), "в/m.toml": tomlOf(t, "Третий"), "в/n.toml": padded(t, "Третий", 2*half), "в/o.toml": tomlOf(t, "Третий"),
		"г.toml": tomlOf(t, "Четвёртый"),
	})
	report, err := Import(ctx, &fake{}, []string{path}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{"а.toml", "б.toml", "в", "г.toml"} {
		var bloated *BloatedError
		if refused := i >= 2; len(report) != 4 || report[i].Path != path+"!"+name || errors.As(report[i].Err, &bloated) != refused || refused && bloated.Path != path {
			t.Errorf("%s, want %s refused: %v", told(dir, report), name, refused)
		}
	}
}

// keeping notes how many releases come at a time.
type keeping struct {
	fake
	together []int
}

func (k *keeping) SaveNew(ctx context.Context, incoming []library.Incoming) ([]library.Brought, error) {
	k.together = append(k.together, len(incoming))
	return k.fake.SaveNew(ctx, incoming)
}

// TestLongFilesAreSavedSoon: a folder may hold more of them than fit into memory.
func TestLongFilesAreSavedSoon(t *testing.T) {
	dir := t.TempDir()
	const all, length = 40, mostHeld/2 + 1
	for n := range all {
		write(t, filepath.Join(dir, fmt.Sprintf("%02d.toml", n)), padded(t, fmt.Sprint("Релиз ", n), length))
	}
	var done []int
	store := &keeping{}
	report, err := Import(ctx, store, []string{dir}, func(n, _ int) { done = append(done, n) })
	if err != nil || report.Files(Imported) != all || done[len(done)-1] != all {
		t.Fatal(told(dir, report), done, err)
	}
	for _, n := range store.together {
		if n > 1+runtime.GOMAXPROCS(0) {
			t.Errorf("%d came together", n)
		}
	}
}

// TestLongFilesAreDecodedOneByOne: each takes a hundred times its own room meanwhile.
func TestLongFilesAreDecodedOneByOne(t *testing.T) {
	text := []byte(tomlOf(t, "Релиз") + strings.Repeat("#\n", long))
	var g errgroup.Group
	left := atomic.Int32{}
	for range 8 {
		left.Add(1)
		g.Go(func() error {
			defer left.Add(-1)
			_, err := decode(text)
			return err
		})
	}
	stacks := make([]byte, 1<<20)
	for left.Load() > 0 {
		running := string(stacks[:runtime.Stack(stacks, true)])
		if n := strings.Count(running, "release.Decode("); n > 1 {
			t.Errorf("%d at once", n)
			break
		}
	}
	if err := g.Wait(); err != nil {
		t.Error(err)
	}
}

// lined is a text of so many paragraphs.
func lined(paragraphs int) string {
	return "Совет принял план\n\n" + strings.Repeat("Стороны рады.\n\n", paragraphs)
}

// TestAnArchiveOfTooManyPieces: reading it is more work than any archive of its size, though it unpacks to no more than may
// be. What was refused for its length or its keys was work, too, and so were the bytes of a document that is packed itself.
func TestAnArchiveOfTooManyPieces(t *testing.T) {
	many := lined(piecesFreely * 2 / 3)
	for name, tt := range map[string]struct {
		files []string
		read  int // how many are, before the others are refused as the archive's
	}{
		"paragraphs": {[]string{many, lined(1), many, lined(2), lined(3)}, 3},
		"too long":   {[]string{lined(layout.MaxParagraphs), lined(1), lined(2)}, 1},
		"unpacked":   {[]string{packedLetters(t, 9<<20), lined(1), lined(2)}, 1},
		"keys":       {[]string{strings.Repeat("a.b = 1\n", piecesFreely*3/2), lined(1), lined(2)}, 1},
		"few":        {[]string{lined(1), lined(2), lined(3)}, 3},
	} {
		t.Run(name, func(t *testing.T) {
			dir, files := t.TempDir(), map[string]string{}
			for i, text := range tt.files {
				files[fmt.Sprint(i, map[bool]string{true: tomlEnding, false: ".txt"}[name == "keys" && i == 0])] = text
			}
			path := filepath.Join(dir, "архив.zip")
			pack(t, path, files)
			report, err := Import(ctx, &fake{}, []string{path}, nil)
			if err != nil || len(report) != len(tt.files) {
				t.Fatal(told(dir, report), err)
			}
			for i, f := range report {
				var bloated *BloatedError
				if errors.As(f.Err, &bloated) != (i >= tt.read) {
					t.Errorf("%s, want the first %d read", told(dir, report), tt.read)
				}
			}
		})
	}
}

// packedLetters is a document of Word whose one paragraph has so many letters.
func packedLetters(t *testing.T, letters int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "а.docx")
	pack(t, path, map[string]string{"word/document.xml": "<w:document><w:body><w:p><w:r><w:t>" + strings.Repeat("a", letters) + "</w:t></w:r></w:p></w:body></w:document>"})
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestOrderDecidesWhatIsRefused: which of the sources that were read side by side was read first is chance.
func TestOrderDecidesWhatIsRefused(t *testing.T) {
	a := &packed{path: "а.zip", most: 10}
	of := func(blocks int) content {
		return content{releases: []release.Release{{Blocks: make([]release.Block, blocks)}}}
	}
	sources := []source{{zip: a}, {}, {zip: a}, {zip: a}}
	contents := []content{of(11), of(11), of(1), of(1)}
	refuseFurther(sources, contents)
	for i, refused := range []bool{false, false, true, true} {
		if (contents[i].err != nil) != refused || refused && len(contents[i].releases) > 0 {
			t.Errorf("%d: %v", i, contents[i].err)
		}
	}
}

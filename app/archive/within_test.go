package archive

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io/fs"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"communique/app/library"
	"communique/app/library/librarytest"
)

// crowd is a library that notes how many pictures it is given, and whether two at once.
type crowd struct {
	fake
	within, total atomic.Int32
	crowded       atomic.Bool
}

func (c *crowd) AddPicture(context.Context, []byte) (string, error) {
	if c.within.Add(1) > 1 {
		c.crowded.Store(true)
	}
	for range 20_000 { // while others read
		runtime.Gosched()
	}
	c.within.Add(-1)
	c.total.Add(1)
	return "", nil
}

// TestAPictureAtATime: texts are read side by side, and the pictures within them come to
// the library one after another.
func TestAPictureAtATime(t *testing.T) {
	dir := t.TempDir()
	for i := range 12 {
		picture := base64.StdEncoding.EncodeToString(librarytest.Picture(i + 1))
		page := fmt.Sprintf("<p>Совет принял план %d%s</p><img src='data:image/png;base64,%s' alt='Зал'><p>Заседание прошло в Бишкеке.</p>", i, body, picture)
		write(t, filepath.Join(dir, fmt.Sprint(i, ".html")), page)
	}
	store := &crowd{}
	report, err := Import(ctx, store, []string{dir}, nil)
	if err != nil || report.Files(Partly) != 12 {
		t.Fatalf("%+v, %v", report, err)
	}
	if store.total.Load() != 12 || store.crowded.Load() {
		t.Errorf("%d pictures came, two at once: %v", store.total.Load(), store.crowded.Load())
	}
}

// TestPicturesAreLetGo: a folder may hold more of them than fit into memory.
func TestPicturesAreLetGo(t *testing.T) {
	c := content{pictures: map[string][]byte{hashed(1): librarytest.Picture(1)}}
	if err := (&importer{store: &fake{}}).keepPictures(ctx, &c); err != nil || c.pictures != nil {
		t.Errorf("%d are held, %v", len(c.pictures), err)
	}
}

// TestReadPicture: a picture is the one of its hash, no larger than a library takes, and
// a file: a pipe keeps one waiting for ever.
func TestReadPicture(t *testing.T) {
	largest := make([]byte, library.MaxPicture)
	hash := fmt.Sprintf("%x", sha256.Sum256(largest))
	damaged, missing := &library.DamagedPictureError{Hash: hash}, &library.MissingPictureError{Hash: hash}
	for name, c := range map[string]struct {
		file fstest.MapFile
		name string
		want error
	}{
		"as large as may be":  {fstest.MapFile{Data: largest}, hash + ".png", nil},
		"one byte more":       {fstest.MapFile{Data: append(slices.Clip(largest), 0)}, hash + ".png", &library.PictureError{Reason: "large"}},
		"another picture":     {fstest.MapFile{Data: []byte("another")}, hash + ".jpg", damaged},
		"a pipe":              {fstest.MapFile{Mode: fs.ModeNamedPipe}, hash + ".png", missing},
		"a folder":            {fstest.MapFile{Mode: fs.ModeDir}, hash + ".jpeg", missing},
		"no ending":           {fstest.MapFile{Data: largest}, hash, missing},
		"an ending we do not": {fstest.MapFile{Data: largest}, hash + ".gif", missing},
	} {
		t.Run(name, func(t *testing.T) {
			data, err := readPicture(fstest.MapFS{c.name: &c.file}, hash)
			if !reflect.DeepEqual(err, c.want) || (len(data) > 0) != (c.want == nil) {
				t.Errorf("%d bytes, %v", len(data), err)
			}
		})
	}
}

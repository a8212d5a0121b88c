package librarytest

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	"image/png"
	"math/rand/v2"
	"testing"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// Picture makes a picture of about 4 KB, the same one for the same n.
func Picture(n int) []byte {
	random := rand.New(rand.NewPCG(uint64(n), 7)) //nolint:gosec // the same picture each time is what is wanted
	img := image.NewNRGBA(image.Rect(0, 0, 32, 32))
	for i := range img.Pix {
		img.Pix[i] = byte(random.UintN(256)) //nolint:gosec // below 256
	}
	var buf bytes.Buffer
	if err := png.Encode(&buf, img); err != nil {
		panic(err) // a buffer takes everything
	}
	return buf.Bytes()
}

// photographed is a draft that shows pictures.
func photographed(headline string, hashes ...string) release.Release {
	r := draft(headline, "")
	for _, hash := range hashes {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Picture, Picture: hash})
	}
	r.Blocks = release.Numbered(r.Blocks)
	return r
}

func (d *desk) addPicture(n int) string {
	d.Helper()
	hash, err := d.store.AddPicture(ctx, Picture(n))
	if err != nil {
		d.Fatal(err)
	}
	return hash
}

// has reports whether the store has picture n, whole.
func (d *desk) has(n int) bool {
	d.Helper()
	file, err := d.store.Picture(ctx, fmt.Sprintf("%x", sha256.Sum256(Picture(n))))
	var missing *library.MissingPictureError
	if err != nil && !errors.As(err, &missing) {
		d.Fatal(err)
	}
	if err == nil && !bytes.Equal(file, Picture(n)) {
		d.Errorf("picture %d came back changed", n)
	}
	return err == nil
}

func pictures(t *testing.T, d *desk) {
	hash := d.addPicture(1)
	if again := d.addPicture(1); again != hash || hash != fmt.Sprintf("%x", sha256.Sum256(Picture(1))) {
		t.Errorf("got %s, then %s", hash, again)
	}
	d.reopen()
	if !d.has(1) || d.has(2) {
		t.Error("not what was added")
	}
	for reason, file := range map[string][]byte{"type": []byte("GIF89a"), "large": append(Picture(1), make([]byte, library.MaxPicture)...)} {
		var refused *library.PictureError
		if _, err := d.store.AddPicture(ctx, file); !errors.As(err, &refused) || refused.Reason != reason {
			t.Errorf("%s: %v", reason, err)
		}
	}
	if problems, err := d.store.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Error(problems, err)
	}
}

// pictureToCome: words are never refused, be the picture they show not there yet.
func pictureToCome(t *testing.T, d *desk) {
	hash := fmt.Sprintf("%x", sha256.Sum256(Picture(1)))
	e := d.save(0, 0, photographed("Встреча", hash))
	if d.has(1) {
		t.Error("nobody has added it")
	}
	if problems, err := d.store.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Error(problems, err)
	}
	d.addPicture(1)
	d.at = d.at.Add(48 * time.Hour)
	d.sweep()
	if r, _ := d.get(e.ID); !d.has(1) || r.Pictures()[0] != hash {
		t.Error("it did not stay")
	}
}

// sweep makes and erases a release, whereupon the store erases what nothing shows.
func (d *desk) sweep() {
	d.Helper()
	e := d.save(0, 0, draft("На выброс", ""))
	if err := errors.Join(d.store.Trash(ctx, e.ID), d.store.Erase(ctx, e.ID)); err != nil {
		d.Fatal(err)
	}
}

// picturesErased: a picture goes with the last release that shows it, in the trash and
// in older versions too, and never within a day of being added.
func picturesErased(t *testing.T, d *desk) {
	one, two := d.addPicture(1), d.addPicture(2)
	first := d.save(0, 0, photographed("Первый", one, two))
	second := d.save(0, 0, photographed("Второй", one))
	d.at = d.at.Add(time.Hour)
	second = d.save(second.ID, second.Revision, draft("Второй", "без снимка")) // its first version still shows one
	d.at = d.at.Add(48 * time.Hour)
	d.addPicture(3)
	erase := func(id int64, left ...bool) {
		t.Helper()
		if err := d.store.Trash(ctx, id); err != nil {
			t.Fatal(err)
		}
		d.sweep()
		if !d.has(1) || d.has(2) != (id == first.ID) {
			t.Error("what lies in the trash lost a picture")
		}
		if err := d.store.Erase(ctx, id); err != nil {
			t.Fatal(err)
		}
		for n, want := range left {
			if d.has(n+1) != want {
				t.Errorf("picture %d is there: %t", n+1, !want)
			}
		}
	}
	erase(first.ID, true, false, true)
	erase(second.ID, false, false, true)
	d.at = d.at.Add(24*time.Hour + time.Second)
	d.sweep()
	if d.has(3) {
		t.Error("what nobody shows stays for ever")
	}
}

// pictureUndone: what a save of a typing person writes over may come back by undoing.
func pictureUndone(t *testing.T, d *desk) {
	hash := d.addPicture(1)
	e := d.save(0, 0, draft("Встреча", "а"))
	d.at = d.at.Add(48 * time.Hour)
	e = d.save(e.ID, e.Revision, photographed("Встреча", hash))
	d.at = d.at.Add(10 * time.Second)
	e = d.save(e.ID, e.Revision, draft("Встреча", "б")) // joins the version before, which nobody sees any more
	d.sweep()
	if !d.has(1) {
		t.Fatal("it is gone before it can be undone")
	}
	d.at = d.at.Add(10 * time.Second)
	d.save(e.ID, e.Revision, photographed("Встреча", hash))
	d.at = d.at.Add(48 * time.Hour)
	d.sweep()
	if !d.has(1) {
		t.Error("it was undone, and is gone")
	}
}

package archive

import (
	"errors"
	"path/filepath"
	"reflect"
	"testing"

	"communique/app/library"
	"communique/app/library/librarytest"
	"communique/editor/release"
)

// TestBringPictures: of what was read from a file the pictures come that came within it and
// that lie beside it; those that are nowhere are told; a library that takes none ends it.
func TestBringPictures(t *testing.T) {
	l, dir := fresh(t), t.TempDir()
	write(t, filepath.Join(dir, hashed(2)+".png"), string(librarytest.Picture(2)))
	releases := []release.Release{showing("Один", hashed(1), hashed(2)), showing("Два", hashed(3), hashed(1))}
	unseen, err := BringPictures(ctx, l, filepath.Join(dir, "a.toml"), releases, map[string][]byte{hashed(1): librarytest.Picture(1)})
	var missing *library.MissingPictureError
	if err != nil || !errors.As(unseen, &missing) || missing.Hash != hashed(3) {
		t.Errorf("unseen %v, %v", unseen, err)
	}
	for n, there := range map[int]bool{1: true, 2: true, 3: false} {
		if _, err := l.Picture(ctx, hashed(n)); (err == nil) != there {
			t.Errorf("picture %d: %v", n, err)
		}
	}
	if unseen, err := BringPictures(ctx, l, filepath.Join(dir, "a.toml"), []release.Release{showing("Три")}, nil); unseen != nil || err != nil {
		t.Errorf("of none: %v, %v", unseen, err)
	}
	full := &library.StorageError{Reason: "full", Cause: errors.New("no")}
	for name, within := range map[string]map[string][]byte{"within": {hashed(1): librarytest.Picture(1)}, "beside": nil} {
		if _, err := BringPictures(ctx, &fake{pictureErr: full}, filepath.Join(dir, "a.toml"), []release.Release{showing("Два", hashed(2))}, within); !errors.Is(err, full) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestWaysToBring are read by their names.
func TestWaysToBring(t *testing.T) {
	for name, want := range map[string]Bringing{"": "", "version": AsVersion, "copy": AsCopy} {
		if got, err := ParseBringing(name); got != want || err != nil {
			t.Errorf("%q: %q, %v", name, got, err)
		}
	}
	var wrong *BringingError
	if got, err := ParseBringing("Version"); got != "" || !errors.As(err, &wrong) || wrong.Name != "Version" {
		t.Errorf("got %q, %v", got, err)
	}
	if name, args := wrong.Fact(); name != "archive-bringing" || !reflect.DeepEqual(args, map[string]any{"Name": "Version"}) || wrong.Error() != `no way "Version" to bring releases` {
		t.Errorf("%s %v, %v", name, args, wrong)
	}
	if all := Bringings(); len(all) != 2 || all[0] != AsVersion {
		t.Errorf("ways %v", all)
	}
}

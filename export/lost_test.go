package export_test

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export"
	"communique/export/exporttest"
	"communique/export/picture"
)

// TestLost: of the pictures that a release shows those are lost whose file is gone or is
// none, each told once; where nobody has files, all.
func TestLost(t *testing.T) {
	hash := func(sign string) string { return strings.Repeat(sign, 64) }
	r := release.New("ru")
	for _, sign := range []string{"a", "b", "c", "b"} {
		r.Blocks = append(r.Blocks, release.Block{ID: r.NextID(), Kind: release.Picture, Picture: hash(sign)})
	}
	have := func(signs string) func(string) ([]byte, error) {
		return func(wanted string) ([]byte, error) {
			switch {
			case strings.Contains(signs, wanted[:1]):
				return exporttest.Photograph(20, 10, 1), nil
			case wanted == hash("c"):
				return []byte("снимок"), nil
			}
			return nil, errors.New("gone")
		}
	}
	for name, c := range map[string]struct {
		pictures func(string) ([]byte, error)
		want     []string
	}{
		"none":                   {have("abc"), nil},
		"one that is gone":       {have("ac"), []string{hash("b")}},
		"one that is no picture": {have("ab"), []string{hash("c")}},
		"all":                    {have(""), []string{hash("a"), hash("b"), hash("c")}},
		"nobody has files":       {nil, []string{hash("a"), hash("b"), hash("c")}},
	} {
		if got := export.Lost(r, c.pictures); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", name, got)
		}
		ready, lost := export.Ready(r, picture.Screen, nil, c.pictures)
		if !slices.Equal(lost, c.want) || len(ready) != 3-len(c.want) {
			t.Errorf("%s: %d are ready, and lost are %q", name, len(ready), lost)
		}
		if again, lost := export.Ready(r, picture.Screen, ready, nil); !maps.EqualFunc(ready, again, func(a, b picture.Picture) bool { return &a.Data[0] == &b.Data[0] }) || !slices.Equal(lost, c.want) {
			t.Errorf("%s: what is known is made ready again", name)
		}
	}
	if got := export.Lost(release.New("ru"), nil); got != nil {
		t.Errorf("of a release without pictures: %q", got)
	}
}

// TestThePictureThatIsLacking is called by what is said of it, or by nothing, and why it is
// lacking goes along.
func TestThePictureThatIsLacking(t *testing.T) {
	for called, want := range map[string]struct {
		fact string
		args map[string]any
	}{
		"":            {"export-picture-unnamed", nil},
		"Двое в зале": {"export-picture", map[string]any{"Caption": "Двое в зале"}},
	} {
		o := office(t)
		o.Pictures = nil
		r := exporttest.Release(1, 100)
		r.Blocks = append(r.Blocks, release.Block{ID: r.NextID(), Kind: release.Picture, Picture: strings.Repeat("e", 64), Text: called})
		_, err := export.NewPress(o).Print(export.HTML, r)
		var lacking *export.PictureError
		if !errors.As(err, &lacking) || lacking.Called != called || lacking.Cause == nil || !errors.Is(err, lacking.Cause) {
			t.Fatalf("%q: %v", called, err)
		}
		if fact, args := lacking.Fact(); fact != want.fact || !reflect.DeepEqual(args, want.args) {
			t.Errorf("%q: %s, %v", called, fact, args)
		}
	}
}

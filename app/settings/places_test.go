package settings

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"communique/editor/release"
)

// TestPlaces: the newest hundred are kept, each release once.
func TestPlaces(t *testing.T) {
	dir := t.TempDir()
	if got := LoadPlaces(dir); !reflect.DeepEqual(got, Places{}) {
		t.Errorf("there is nothing yet: %+v", got)
	}
	lead := release.Position{TextID: release.TextID{Field: release.LeadField}, Offset: 5}
	author := release.TextID{Field: release.BlocksField, Block: 7, Part: release.AuthorPart}
	for i := range 130 {
		err := UpdatePlaces(dir, func(p Places) Places {
			p.Shown = "u7"
			return p.With(Place{UUID: fmt.Sprint("u", i%120), ID: int64(i), Anchor: lead, Caret: lead, Top: author, Above: 2.5})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	p := LoadPlaces(dir)
	if len(p.Visits) != mostPlaces || p.Shown != "u7" || p.Visits[0].ID != 129 || p.Visits[mostPlaces-1].UUID != "u30" {
		t.Errorf("%d places of %q, from %+v to %+v", len(p.Visits), p.Shown, p.Visits[0], p.Visits[len(p.Visits)-1])
	}
	if got, known := p.Of("u9"); !known || got != (Place{"u9", 129, lead, lead, author, 2.5}) {
		t.Errorf("%v, %+v", known, got)
	}
	if _, known := p.Of("u10"); known {
		t.Error("the oldest is known")
	}
	if err := os.WriteFile(filepath.Join(dir, placesName), []byte(`{"Visits":[{`), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := LoadPlaces(dir); !reflect.DeepEqual(got, Places{}) {
		t.Errorf("of a file that broke off: %+v", got)
	}
}

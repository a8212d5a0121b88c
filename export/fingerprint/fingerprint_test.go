package fingerprint

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"communique/editor/release"
)

// unpublished are the fields that leave the office in no form.
var unpublished = []string{"Notes", "Template", "Status", "Repairs", "Leftovers", "Values"}

// TestEveryFieldCounts goes through the fields of a release, so that a new one
// cannot be forgotten.
func TestEveryFieldCounts(t *testing.T) {
	empty := Hash(release.Release{})
	kind := reflect.TypeFor[release.Release]()
	for i := range kind.NumField() {
		var r release.Release
		field := reflect.ValueOf(&r).Elem().Field(i)
		switch value := field.Addr().Interface().(type) {
		case *release.Date:
			value.Year, value.Month, value.Day = 2024, 9, 11
		case *release.Embargo:
			value.At = time.Date(2024, 9, 11, 12, 0, 0, 0, time.UTC)
		default:
			if field.Kind() == reflect.String {
				field.SetString("x")
				break
			}
			field.Set(reflect.MakeSlice(field.Type(), 1, 1))
		}
		name := kind.Field(i).Name
		if changed := Hash(r) != empty; changed == slices.Contains(unpublished, name) {
			t.Errorf("%s: changed %v", name, changed)
		}
	}
}

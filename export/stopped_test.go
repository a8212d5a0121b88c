package export

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"communique/editor/release"
)

// TestAJobThatComesAfterTheStop is told with the reason, and writes nothing: neither its
// forms nor its package.
func TestAJobThatComesAfterTheStop(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	dir := t.TempDir()
	for _, packed := range []bool{false, true} {
		job := Job{Name: "4", Release: release.Release{Headline: "Встреча"}, Target: filepath.Join(dir, "x"), Forms: []Form{Text}, Package: packed}
		if got := NewPress(Office{}).do(ctx, job); len(got) != 1 || got[0].Name != "4" || !errors.Is(got[0].Err, context.Canceled) {
			t.Errorf("package %v: got %+v", packed, got)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("%v was written, %v", left, err)
	}
}

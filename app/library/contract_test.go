package library_test

import (
	"path/filepath"
	"testing"
	"time"

	"communique/app/library"
	"communique/app/library/librarytest"
)

func TestContract(t *testing.T) {
	librarytest.Contract(t, func(t testing.TB, dir string, now func() time.Time) librarytest.Store {
		l, err := library.Open(library.Params{Path: filepath.Join(dir, "library.db"), Now: now})
		if err != nil {
			t.Fatal(err)
		}
		return l
	})
}

package sqlite_test

import (
	"path/filepath"
	"testing"
	"time"

	"communique/app/library/librarytest"
	"communique/app/library/sqlite"
)

func TestContract(t *testing.T) {
	librarytest.Contract(t, func(t testing.TB, dir string, now func() time.Time) librarytest.Store {
		l, err := sqlite.Open(sqlite.Params{Path: filepath.Join(dir, "library.db"), Now: now, Author: "Анна Пробная"})
		if err != nil {
			t.Fatal(err)
		}
		return l
	})
}

package command

import (
	"context"
	"math"
	"runtime/debug"
	"testing"
	"time"

	"communique/app/library"
)

// collected is a library that notes how the collector is set while releases come.
type collected struct {
	library.Store
	percent int
	bound   int64
}

func (c *collected) SaveNew(ctx context.Context, incoming []library.Incoming) ([]library.Brought, error) {
	c.percent = debug.SetGCPercent(importGC)
	debug.SetGCPercent(c.percent)
	c.bound = debug.SetMemoryLimit(-1)
	return c.Store.SaveNew(ctx, incoming)
}

// TestAnImportCollectsByWhatItHolds, and not at a bound: a file that takes more than that would keep
// the collector running as long as it is read.
func TestAnImportCollectsByWhatItHolds(t *testing.T) {
	o := newOffice(t)
	before := debug.SetGCPercent(importGC)
	debug.SetGCPercent(before)
	store, err := o.library(o.env["COMMUNIQUE_LIBRARY"], false, nil)
	if err != nil {
		t.Fatal(err)
	}
	c := &collected{Store: store}
	o.write("in/a.txt", "Совет принял план\n\nБишкек, 11 сентября 2024 г. Заседание прошло в Бишкеке.\n")
	if status := Run(Params{
		Args: append(o.flags, "import", "--save", o.path("in")), Stdin: o.in, Stdout: t.Output(), Stderr: t.Output(), Language: o.language,
		Getenv: func(name string) string { return o.env[name] }, Now: func() time.Time { return o.now },
		Library: func(string, bool, func(done, of int)) (library.Store, error) { return c, nil },
	}); status != done {
		t.Fatal(status)
	}
	after := debug.SetGCPercent(before)
	if c.percent != importGC || c.bound != math.MaxInt64 || after != before {
		t.Errorf("%d %% and a bound of %d, then %d %%, which was %d", c.percent, c.bound, after, before)
	}
}

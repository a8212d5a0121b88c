package file

import (
	"errors"
	"io/fs"
	"slices"
	"testing"
	"time"
)

// TestPersist waits for a file that is let go, for one that is not only so long, and for
// nothing else.
func TestPersist(t *testing.T) {
	open := errors.New("open elsewhere")
	for name, test := range map[string]struct {
		fails func(n int) error // the nth time
		busy  bool
		is    error
		slept func(time.Duration) bool
	}{
		"at once":       {func(int) error { return nil }, false, nil, func(d time.Duration) bool { return d == 0 }},
		"let go soon":   {func(n int) error { return map[bool]error{true: open}[n < 3] }, false, nil, func(d time.Duration) bool { return d > 0 && d < patience/10 }},
		"held on":       {func(int) error { return open }, true, open, func(d time.Duration) bool { return d >= patience && d < patience+patience/4 }},
		"forbidden":     {func(int) error { return fs.ErrPermission }, false, fs.ErrPermission, func(d time.Duration) bool { return d == 0 }},
		"then too full": {func(n int) error { return map[bool]error{true: open, false: fs.ErrInvalid}[n < 3] }, false, fs.ErrInvalid, func(d time.Duration) bool { return d > 0 }},
	} {
		t.Run(name, func(t *testing.T) {
			n, slept := 0, time.Duration(0)
			err := persist(
				func() error { n++; return test.fails(n) },
				func(err error) *BusyError {
					if errors.Is(err, open) {
						return &BusyError{"a.pdf", err}
					}
					return nil
				},
				func(d time.Duration) { slept += d },
			)
			var busy *BusyError
			if !errors.Is(err, test.is) || errors.As(err, &busy) != test.busy || !test.slept(slept) {
				t.Errorf("%v after %v", err, slept)
			}
		})
	}
}

// TestPauses: what is held for a moment is tried again soon, what is held on less and less
// often, and five times a second at least.
func TestPauses(t *testing.T) {
	var pauses []time.Duration
	held := &BusyError{"a.pdf", fs.ErrInvalid}
	err := persist(func() error { return held }, func(error) *BusyError { return held }, func(d time.Duration) { pauses = append(pauses, d/time.Millisecond) })
	if want := []time.Duration{10, 20, 40, 80, 160, 200, 200}; !errors.Is(err, held) || len(pauses) < len(want) || !slices.Equal(pauses[:len(want)], want) || slices.Max(pauses) > 200 {
		t.Errorf("%v after pauses of %v ms", err, pauses)
	}
}

// TestBusyNamesThePersonsFile: our own file beside it is nobody's to close.
func TestBusyNamesThePersonsFile(t *testing.T) {
	for at, want := range map[string]string{
		"dir/.communique-ABC":         "a.pdf",
		"dir/.communique-ABC/own.pdf": "a.pdf",
		"package/release.pdf":         "package/release.pdf",
	} {
		var busy *BusyError
		if err := named(&BusyError{at, fs.ErrInvalid}, "a.pdf"); !errors.As(err, &busy) || busy.Path != want || !errors.Is(err, fs.ErrInvalid) {
			t.Errorf("%s: %v", at, err)
		}
	}
	if name, args := (&BusyError{"a.pdf", fs.ErrInvalid}).Fact(); name != "file-busy" || args["Path"] != "a.pdf" {
		t.Error(name, args)
	}
}

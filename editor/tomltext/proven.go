package tomltext

import (
	"bytes"
	"fmt"
	"slices"
)

// UnwritableError says that a value was not written, because it could not be
// read again. Fault is what stands in the way; its line is that of the file
// that would have been.
type UnwritableError struct{ Fault Fault }

func (e *UnwritableError) Error() string { return fmt.Sprintf("not written: %v", e.Fault) }

// Fact names the error for the translations.
func (e *UnwritableError) Fact() (string, map[string]any) {
	return "toml-unwritable", map[string]any{"Key": e.Fault.Key, "Text": e.Fault.head()}
}

// EncodeProven writes v as Encode does, after it has read it back whole: what
// Salvage would not give again is an *UnwritableError.
func EncodeProven[T any](v T, check Check) ([]byte, error) {
	data, err := Encode(v)
	if err != nil {
		return nil, err
	}
	var back T
	faults := slices.DeleteFunc(Salvage(data, &back, check), func(f Fault) bool { return f.Mended })
	if len(faults) > 0 {
		return nil, &UnwritableError{faults[0]}
	}
	again, err := Encode(back)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(again, data) {
		return nil, &UnwritableError{firstDifference(data, again)}
	}
	return data, nil
}

func firstDifference(want, got []byte) Fault {
	wants, gots := bytes.Split(want, []byte("\n")), bytes.Split(got, []byte("\n"))
	for i, line := range wants {
		if i >= len(gots) || !bytes.Equal(line, gots[i]) {
			return Fault{Line: i + 1, Text: string(line), Why: Misfit}
		}
	}
	return Fault{Line: len(wants), Why: Misfit}
}

package export_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"communique/editor/release"
	"communique/export"
	"communique/export/exporttest"
)

// TestAnOverrideCoversTheLettersThatWereSeen: an issued release leaves without those that
// somebody let it go without, and not without others. An older file says nothing of letters
// but that some are missing, which lets all go.
func TestAnOverrideCoversTheLettersThatWereSeen(t *testing.T) {
	older := release.Override{Codes: []string{export.LettersMissing}}
	seen := func(letters string) release.Override {
		return release.Override{Findings: export.Seen([]rune(letters))}
	}
	for name, tt := range map[string]struct {
		overrides []release.Override
		want      string
	}{
		"none":            {nil, "字漢"},
		"one of them":     {[]release.Override{seen("漢")}, "字"},
		"another":         {[]release.Override{seen("文")}, "字漢"},
		"both":            {[]release.Override{seen("字漢")}, ""},
		"one by each":     {[]release.Override{seen("漢"), seen("字")}, ""},
		"of an older one": {[]release.Override{older}, ""},
	} {
		r := exporttest.Release(1, 300)
		r.Status, r.Lead, r.Overrides = release.Issued, r.Lead+" 漢字漢.", tt.overrides
		letters, err := export.Lacking(office(t), []export.Form{export.PDF}, r)
		if err != nil || string(letters) != tt.want {
			t.Errorf("%s: lacks %q, %v", name, string(letters), err)
		}
		for _, packed := range []bool{false, true} {
			job := export.Job{Release: r, Target: filepath.Join(t.TempDir(), "release"), Forms: []export.Form{export.PDF}, Package: packed, Whole: true}
			results, err := run(t, context.Background(), slices.Values([]export.Job{job}))
			if err != nil {
				t.Fatal(err)
			}
			var lacking *export.LettersError
			if errors.As(results[0].Err, &lacking) != (tt.want != "") || lacking != nil && string(lacking.Letters) != tt.want {
				t.Errorf("%s, packed %v: %v", name, packed, results[0].Err)
			}
			if job.Whole = false; tt.want != "" {
				if results, err := run(t, context.Background(), slices.Values([]export.Job{job})); err != nil || results[0].Err != nil || string(results[0].Missing) != "字漢" {
					t.Errorf("%s, packed %v: for a reason: %v, %+v", name, packed, err, results)
				}
			}
		}
	}
}

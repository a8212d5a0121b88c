package importing_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"communique/app/archive"
	"communique/app/window/importing"
)

// TestWhatDiffersIsBroughtAsAsked: what the library has with other words is told, and comes
// as a version or a copy where a person says so; one is opened, or offered out of the trash,
// several are counted, and what went wrong is told.
func TestWhatDiffersIsBroughtAsAsked(t *testing.T) {
	for name, c := range map[string]struct {
		files, trash int
		as           archive.Bringing
		fails        int // of them
		did          string
		told         string
	}{
		"one as a version":              {1, 0, archive.AsVersion, 0, "bring 1 version, reload, open 11", "1"},
		"one as a copy":                 {1, 0, archive.AsCopy, 0, "bring 1 copy, reload, open 11", "1"},
		"two":                           {2, 0, archive.AsVersion, 0, "bring 1 version, bring 2 version, reload", "2"},
		"one as a version in the trash": {1, 1, archive.AsVersion, 0, "bring 1 version, reload", ""},
		"a copy of one in the trash":    {1, 1, archive.AsCopy, 0, "bring 1 copy, reload, open 11", "1"},
		"one that fails":                {1, 0, archive.AsCopy, 1, "bring 1 copy, reload", ""},
		"one of two that fails":         {2, 0, archive.AsCopy, 1, "bring 1 copy, bring 2 copy, reload", "1"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t)
			var paths []string
			for i := range c.files {
				importing.Import(s.params, []string{s.file(t, "план.txt", strings.ReplaceAll(planText, "план", fmt.Sprint("план номер ", i)))})
				id := int64(i + 1)
				s.wait("the release", "Импортирован 1 релиз")
				r, _, err := s.store.Get(t.Context(), id)
				if err != nil {
					t.Fatal(err)
				}
				r.Lead += " И ещё."
				text, err := r.Encode()
				if err != nil {
					t.Fatal(err)
				}
				paths = append(paths, s.file(t, fmt.Sprint("иной", i, ".toml"), string(text)))
				if s.Told = ""; c.trash > i {
					if err := s.store.Trash(t.Context(), id); err != nil {
						t.Fatal(err)
					}
				}
			}
			s.did = nil
			failed := errors.New("no room")
			s.params.Reload = func() { s.did = append(s.did, "reload") }
			var brought []string // away from the UI goroutine, before it hears of the end
			s.params.Bring = func(_ context.Context, d archive.Differing, as archive.Bringing) (int64, error) {
				brought = append(brought, fmt.Sprint("bring ", d.ID, " ", as))
				if int(d.ID) <= c.fails {
					return 0, failed
				}
				return d.ID + 10, nil
			}
			importing.Import(s.params, paths)
			s.wait("the report", s.Base.Text("import-differing-count", map[string]any{"Count": c.files}))
			if trashed := s.Base.Text("import-known-trashed"); strings.Contains(s.Texts(), trashed) != (c.trash > 0) {
				t.Errorf("of the trash it says\n%s", s.Texts())
			}
			s.did, s.Told = nil, ""
			s.Tap(s.Base.Text("import-as-" + string(c.as)))
			if s.Open() {
				t.Error("the report stays")
			}
			s.Wait("what was done", func() bool { return strings.Contains(strings.Join(s.did, ", "), "reload") })
			if got := strings.Join(append(brought, s.did...), ", "); got != c.did {
				t.Errorf("did %s", got)
			}
			want := ""
			if c.told != "" {
				want = s.Base.Text("import-brought-"+string(c.as), map[string]any{"Count": c.told})
			}
			if c.trash > 0 && c.as == archive.AsVersion {
				want = s.Base.Text("import-in-trash")
			}
			if s.Told != want || len(s.Failed) != c.fails || c.fails > 0 && !errors.Is(s.Failed[0], failed) {
				t.Errorf("told %q, not %q; failed %v", s.Told, want, s.Failed)
			}
			if want == s.Base.Text("import-in-trash") {
				if s.way(); s.did[len(s.did)-1] != "restore 11" || s.Told != "" {
					t.Errorf("did %v, told %q", s.did, s.Told)
				}
			}
		})
	}
}

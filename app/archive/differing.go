package archive

import (
	"context"
	"fmt"
	"slices"

	"communique/app/library"
	"communique/editor/release"
)

// Differing is a release that was read from a file and that the library has, by its
// UUID, but has never had with these words. An import leaves both as they are.
type Differing struct {
	ID      int64 // of the library's
	Trashed bool  // that one lies in the trash
	Release release.Release
}

// Bringing says what becomes of what differs, where a person asks for it.
type Bringing string

// The ways to bring what differs.
const (
	// AsVersion makes it the newest version of the release; what was there stays a version.
	AsVersion Bringing = "version"
	// AsCopy makes it a release of its own, with a UUID of its own.
	AsCopy Bringing = "copy"
)

// Bringings lists every Bringing.
func Bringings() []Bringing { return []Bringing{AsVersion, AsCopy} }

// BringingError names a way to bring releases that there is not.
type BringingError struct{ Name string }

func (e *BringingError) Error() string { return fmt.Sprintf("no way %q to bring releases", e.Name) }

// Fact names the error for the translations.
func (e *BringingError) Fact() (string, map[string]any) {
	return "archive-bringing", map[string]any{"Name": e.Name}
}

// ParseBringing reads a Bringing by its name; "" leaves what differs. An unknown one is a
// *BringingError.
func ParseBringing(name string) (Bringing, error) {
	if name != "" && !slices.Contains(Bringings(), Bringing(name)) {
		return "", &BringingError{name}
	}
	return Bringing(name), nil
}

// Keeper is what bringing takes of the library.
type Keeper interface {
	Get(ctx context.Context, id int64) (release.Release, library.Entry, error)
	Save(ctx context.Context, id, revision int64, r release.Release) (library.Entry, error)
	SaveVersion(ctx context.Context, id, revision int64, r release.Release) (library.Entry, error)
}

// Bring writes the release as it was read. Its errors are the library's: a
// *library.ConflictError where somebody saves at the same time.
func (d Differing) Bring(ctx context.Context, k Keeper, as Bringing) (library.Entry, error) {
	if as == AsCopy {
		r := d.Release.Clone()
		r.UUID = ""
		return k.Save(ctx, 0, 0, r)
	}
	_, e, err := k.Get(ctx, d.ID)
	if err != nil {
		return library.Entry{}, err
	}
	return k.SaveVersion(ctx, d.ID, e.Revision, d.Release)
}

// DifferingOf picks what differs out of what was brought of releases.
func DifferingOf(releases []release.Release, brought []library.Brought) []Differing {
	var all []Differing
	for i, b := range brought {
		if b.Differs {
			all = append(all, Differing{b.ID, !b.Trashed.IsZero(), releases[i]})
		}
	}
	return all
}

// Differing returns the releases of all files that the library has with other words.
func (r Report) Differing() []Differing {
	var all []Differing
	for _, f := range r {
		all = append(all, f.Differing...)
	}
	return all
}

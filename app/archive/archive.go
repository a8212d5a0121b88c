// Package archive brings folders of old releases into the library and writes
// the whole library out as files that can be read without this program.
package archive

import (
	"context"

	"communique/app/library"
	"communique/editor/release"
)

// Store is what an archive needs of the library.
type Store interface {
	SaveNew(ctx context.Context, all []library.Incoming) ([]library.Brought, error)
	SaveWithHistory(ctx context.Context, all []library.Archived) ([]library.Brought, error)
	All(ctx context.Context, visit func(e library.Entry, past []library.Past) error) error
	AddPicture(ctx context.Context, file []byte) (hash string, err error)
	Picture(ctx context.Context, hash string) ([]byte, error)
}

// Status is what became of a file.
type Status string

// What may become of a file.
const (
	Imported Status = "imported"
	Partly   Status = "partly"  // imported, but for what Err or its repairs tell
	Known    Status = "known"   // the library had everything in it
	Differs  Status = "differs" // the library has its releases, but with other words
	Offered  Status = "offered" // a picture beside a release, which may be added to it
	Added    Status = "added"   // a picture that was offered, and stands in the release now
	Skipped  Status = "skipped" // no kind of file we read, as Err tells
	Passed   Status = "passed"  // no file of a person's: a system's, or a lock
	Failed   Status = "failed"
	Left     Status = "left" // the import ended before it
)

// Statuses lists what may become of a file, what a person has to look at first.
func Statuses() []Status {
	return []Status{Failed, Left, Differs, Partly, Offered, Skipped, Known, Imported, Added, Passed}
}

// File is a file of an import, with what became of it. One in a ZIP archive
// has the archive's path, "!" and its name there.
type File struct {
	Path   string
	Status Status
	// New and Known count its releases; Trashed are those of Known that lie in the trash.
	New, Known, Trashed int
	// Differing are its releases that are neither: the library has them with other words.
	Differing []Differing
	// Repairs are what reading its releases put right, guessed or left out.
	Repairs []release.Repair
	// First is the id of its first new release, or of the first the library had; of a
	// picture that is offered or added, of the release beside it.
	First int64
	// Err is why it failed or was skipped; of one that is imported or known, which pictures
	// of its releases did not come along; of a picture that is offered, why it could not be added.
	Err error

	source source // of a picture that is offered
}

// The files of a release in an archive that Export writes.
const (
	newestName   = "release.toml"
	textName     = "release.txt"
	historyName  = "history.toml"
	versionsName = "versions"
)

// historyFormat is the version of historyName's contents. A higher one comes
// from a newer program and is refused.
const historyFormat = 1

// history is historyName's contents.
type history struct {
	Format  int  `toml:"format"`
	Trashed bool `toml:"trashed,omitempty"`
	// Since is when it went to the trash: RFC 3339, UTC. Earlier programs did not write it.
	Since    string    `toml:"trashed_since,omitempty"`
	Versions []version `toml:"versions"` // oldest first; the last is newestName
}

type version struct {
	Saved string `toml:"saved"` // RFC 3339, UTC
	Name  string `toml:"name,omitempty"`
	// Author is who saved it.
	Author string `toml:"author,omitempty"`
	File   string `toml:"file"` // below the release's folder, with slashes
}

// Package library is the contract of every store of releases: what it keeps, what it is
// asked, and what it answers. A file on this computer keeps it (app/library/sqlite); a
// store on a server keeps it too, or librarytest.Contract tells why not. Ids and Positions
// are handles of one store; what another store, an archive or a backup knows a release
// by is its UUID.
package library

import (
	"context"
	"time"

	"communique/editor/release"
)

// Store is a library that is open. It may be used by several goroutines, and what is
// under it by several copies of the program.
type Store interface {
	Releases
	History
	Search
	Desk
	// Unwritable returns why nothing can be written to the library, a *StorageError that all that
	// writes returns too; nil where it can be.
	Unwritable() error
	// Close closes the library, and leaves what it holds; everything saved was durable before.
	Close() error
}

// Entry is a release as lists show it.
type Entry struct {
	ID   int64
	UUID string
	// Revision counts the saves; Save takes it to notice another's.
	Revision int64
	Headline string
	Place    string
	Lead     string // its first 200 characters
	Date     release.Date
	Status   release.Status
	Kind     release.Kind
	Language string
	Embargo  release.Embargo
	Number   string // that the office gave the release
	Saved    time.Time
	Author   string    // who saved it
	State    State     // where that save has come to
	Trashed  time.Time // when it went to the trash; zero outside it
	Twin     bool      // another release has the same words
	// Findings counts what the checks had to say of this very text when it was checked
	// last; 0 where that was nothing, and where it was not checked.
	Findings int
}

// State is where a text has come to.
type State string

// The states. A library that belongs to no office has its texts Here.
const (
	Here   State = ""       // in the library of this computer; the office has not got it yet
	Sent   State = "sent"   // the office's library has it too
	Beside State = "beside" // only here: the office's text had become another meanwhile
)

// leadRunes is how much of a lead a list keeps: a headline's worth.
const leadRunes = 200

// EntryOf returns what lists show of a release that follows from its text alone.
func EntryOf(r release.Release) Entry {
	return Entry{
		UUID: r.UUID, Headline: r.Headline, Place: r.Place, Lead: firstRunes(r.Lead, leadRunes), Date: r.Date, Status: r.Status,
		Kind: r.Kind, Language: r.Language, Embargo: r.Embargo, Number: r.Number,
	}
}

func firstRunes(text string, n int) string {
	for i := range text {
		if n--; n < 0 {
			return text[:i]
		}
	}
	return text
}

// Incoming is a release that is brought in.
type Incoming struct {
	Release release.Release
	Text    []byte // the TOML form that release.Decode read it from; nil where it read none
}

// IncomingOf are releases that were read from no TOML form.
func IncomingOf(releases ...release.Release) []Incoming {
	all := make([]Incoming, len(releases))
	for i, r := range releases {
		all[i].Release = r
	}
	return all
}

// Brought is what became of a release that was brought in.
type Brought struct {
	Entry
	// Known says that the library had it: the same UUID, or where it came without one, the
	// same words under the same date. What comes with another UUID is another release,
	// whatever it says.
	Known bool
	// Differs says that what was brought is known by the UUID it came with, but says
	// something that no version of the release has said. It was not written.
	Differs bool
}

// Releases keeps releases and the pictures that they show.
type Releases interface {
	// Save writes r as release id, or as a new one where id is 0, and returns
	// when it is durable. A release that is there keeps its UUID; a new one keeps the
	// one it brings, unless another has it, or gets one. What changed the text is a new
	// version, but for saves of one author within FoldWithin of each other, which make one. A revision
	// that is not the newest is a *ConflictError; an id that is not there a *MissingError.
	// What says the very words of the newest text is no save, whatever its revision, and
	// what WithRequest repeats is answered as it was the first time. A new release (id 0) under the id of
	// a request that made one is that release, written on: a revision of it that is not the
	// newest is a *ConflictError then, too.
	Save(ctx context.Context, id, revision int64, r release.Release) (Entry, error)
	// SaveVersion is Save, but what it takes the place of stays a version of its own,
	// however lately that was saved.
	SaveVersion(ctx context.Context, id, revision int64, r release.Release) (Entry, error)
	// SaveNew writes new releases all at once: all of them or none. What the
	// library has already, be it in the trash, is not written again. What comes without
	// a UUID gets the one that follows from its words and date. What is
	// written as it was read is not read once more to prove that it can be.
	SaveNew(ctx context.Context, all []Incoming) ([]Brought, error)
	// Get returns release id as it was saved last. A text that does not fit its
	// checksum is a *DamagedError.
	Get(ctx context.Context, id int64) (release.Release, Entry, error)
	// Duplicate saves a copy of release id as a new draft: what a release's Copy takes along.
	Duplicate(ctx context.Context, id int64) (Entry, error)
	// NoteChecked keeps how many findings the text of a revision has, for lists to show. Of a
	// text that is not the newest, and of a release that is gone, nothing is kept.
	NoteChecked(ctx context.Context, id, revision int64, findings int) error

	// Trash moves releases to the trash, whence Restore brings them back: all of them or none.
	Trash(ctx context.Context, ids ...int64) error
	Restore(ctx context.Context, ids ...int64) error
	// Erase deletes releases of the trash for ever, with their versions and the pictures
	// that no other release shows.
	Erase(ctx context.Context, ids ...int64) error
	// Trashed returns what lies in the trash, what was trashed last first.
	Trashed(ctx context.Context) ([]Entry, error)

	// AddPicture keeps the file of a picture, once however often it is added, and returns
	// the hash that releases know it by. It is there, for a day at least, when AddPicture
	// returns. What is no JPEG or PNG, or larger than MaxPicture, is a *PictureError.
	AddPicture(ctx context.Context, file []byte) (hash string, err error)
	// Picture returns the file of a picture. One that is not there is a
	// *MissingPictureError, one that is not what was added a *DamagedPictureError.
	Picture(ctx context.Context, hash string) ([]byte, error)
}

// TrashLife is how long the trash keeps a release: since it went there, and since it was brought
// into the library there.
const TrashLife = 90 * 24 * time.Hour

// Version is one state of a release's text.
type Version struct {
	Number int64 // from 1
	Saved  time.Time
	Name   string // given by a person; empty for most
	Author string // who saved it last
	State  State
}

// FoldWithin is how long saves of a typing person make one version. The first version and
// named ones are never joined.
const FoldWithin = time.Minute

// Past is a version as an archive brings it back.
type Past struct {
	Version
	Text []byte // TOML
}

// Archived is a release as an archive brings it back.
type Archived struct {
	Past    []Past    // its versions, oldest first; the last is the newest
	Trashed time.Time // since when it lies in the trash; zero where it does not
}

// Added is what AddVersions has done to a release.
type Added struct {
	Entry
	Versions int // how many there are more
	// Beneath says that the other copy's newest text is among them, and did not become the
	// newest: both copies have changed the release.
	Beneath bool
}

// History keeps what releases have said before.
type History interface {
	// History returns the versions of a release, newest first.
	History(ctx context.Context, id int64) ([]Version, error)
	// Version returns a release as it was in one of its versions. One that is not
	// there is a *MissingVersionError, one that cannot be read a *DamagedError.
	Version(ctx context.Context, id, number int64) (release.Release, error)
	// RestoreVersion makes the text of an older version the newest. What was there
	// stays a version of its own.
	RestoreVersion(ctx context.Context, id, revision, number int64) (Entry, error)
	// NameVersion names a version, so that no later save joins it. An empty name
	// takes the name away.
	NameVersion(ctx context.Context, id, number int64, name string) error
	// SaveWithHistory writes releases of an archive with all their versions: all of them or none.
	// For what lies in the trash TrashLife begins today at the earliest. What the library has is
	// not written again.
	SaveWithHistory(ctx context.Context, all []Archived) ([]Brought, error)
	// AddVersions brings in what another copy of the library has made of release id: its
	// versions, oldest first, the last being its newest. Those that the release has never
	// had become its versions. Where the other copy went on from the newest text here to one that
	// is new here, what it wrote after that is newer here too; all else lies beneath the newest
	// text, which stays that, and its revision with it. name is given to the other's newest text where
	// that came to lie beneath. What is there is not written again.
	AddVersions(ctx context.Context, id int64, past []Past, name string) (Added, error)
	// All calls visit with every release there is, in the trash too, in the order
	// they were made, with all its versions, oldest first. What is damaged is left out, and
	// told by a *PartlyError when all others have been visited.
	All(ctx context.Context, visit func(e Entry, past []Past) error) error
}

// Search finds releases.
type Search interface {
	// Find returns where the releases stand that q asks for, at most limit of them
	// (0: all), in q's order.
	Find(ctx context.Context, q Query, limit int) ([]Position, error)
	// Count returns how many releases q asks for.
	Count(ctx context.Context, q Query) (int, error)
	// Entries returns the releases at positions, in their order. One that has gone
	// or moved meanwhile is left out.
	Entries(ctx context.Context, positions []Position) ([]Entry, error)
	// Nearest returns, for each word that q asks for and no release has, those nearest to it
	// that releases have; nothing where there are none.
	Nearest(ctx context.Context, q Query) ([]Near, error)
	// Quotes returns what the people that q's filter «сказал» names have said, in
	// q's order.
	Quotes(ctx context.Context, q Query) ([]Quote, error)
}

// Holder is who has a release open for editing.
type Holder struct {
	User string `json:"user"`
	Host string `json:"host"`
	PID  int    `json:"pid"`
}

// Desk knows who edits which release, among all copies of the program.
type Desk interface {
	// Claim takes release id for editing. Where another copy of the program has
	// it, ok is false and holder says whose that is. What is held is asked for anew: a
	// claim that was lost is a *LostClaimError, once, and is held no more. Where the library's
	// file has gone, nobody can tell who has what: a *LostFileError.
	Claim(ctx context.Context, id int64) (holder Holder, ok bool, err error)
	// Leave lets others edit release id.
	Leave(id int64)
	// Changes returns the releases that others have changed, thrown away or erased since
	// it was asked last, the first time since the library was opened; each once. What this
	// Store itself changes is not among them. Where the library lies in a file that is not
	// the one that was opened any more, that is told here too, as a *LostFileError.
	Changes(ctx context.Context) ([]Change, error)
}

// Change is a release that somebody else changed; without an ID, any of them may be.
type Change struct {
	ID   int64
	UUID string
}

package librarytest

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// Store is what the contract tries. The library that a person keeps is looked after too;
// what an office's server keeps answers to Verify alone. A store that is a library.Keeper is tried as one, too.
type Store interface {
	library.Store
	Verify(ctx context.Context, progress func(done int)) ([]library.Problem, error)
}

// Opener opens the store that lies in a folder of the test's own, making it
// where there is none. now is the store's clock.
type Opener func(t testing.TB, dir string, now func() time.Time) Store

// Contract tests what every store keeps.
func Contract(t *testing.T, open Opener) {
	for name, test := range map[string]func(t *testing.T, d *desk){
		"a save is read back":                           saved,
		"a save is there after closing":                 reopened,
		"an old revision is a conflict":                 conflicting,
		"what is missing is told":                       missing,
		"what is known is not brought twice":            known,
		"what was read from texts":                      read,
		"newest first":                                  newestFirst,
		"every form of a word":                          forms,
		"every passage is found":                        everyPassage,
		"the trash":                                     trash,
		"history":                                       history,
		"a duplicate is a new draft":                    duplicate,
		"what cannot be read stays":                     unread,
		"two desks":                                     twoDesks,
		"who edits what":                                claims,
		"saving what another holds":                     savingWhatAnotherHolds,
		"every filter":                                  everyFilter,
		"quotes":                                        quotes,
		"twins":                                         twins,
		"findings are of one text":                      checked,
		"who saved what":                                authors,
		"a repeated save is one save":                   repeated,
		"a new one is written on before it is answered": writtenOn,
		"what others change is told":                    changes,
		"much that others change":                       manyChanges,
		"what is called off":                            calledOff,
		"all of many or none":                           allOrNone,
		"what cannot be read is not kept":               unreadable,
		"the same text is no save":                      sameText,
		"the trash keeps its order":                     trashInOrder,
		"what lies in the trash is edited":              editedInTheTrash,
		"entries are as asked for":                      entries,
		"entries lie not in the trash":                  entriesLessTheTrash,
		"out of the trash, or erased":                   outOfTheTrash,
		"orders":                                        orders,
		"a history comes back":                          archived,
		"a history that cannot be read":                 archivedUnreadable,
		"an error ends a visit to all":                  allUntilAnError,
		"a list tells what the text says":               listed,
		"any order of work":                             anyOrder,
		"what is asked again":                           askedAgain,
		"each has a UUID":                               identities,
		"one file is one release":                       sameFile,
		"known by the UUID":                             knownByUUID,
		"a history is one release's":                    oneHistory,
		"the same words are not the same":               alike,
		"the nearest words":                             nearest,
		"words side by side":                            phrases,
		"nothing hides a word":                          hidden,
		"a history that repeats itself":                 repeatedVersion,
		"what is known but says more":                   differing,
		"two copies of a library":                       twoCopies,
		"versions of what is missing":                   versionsOfMissing,
		"pictures":                                      pictures,
		"a picture may come later":                      pictureToCome,
		"pictures are erased":                           picturesErased,
		"a picture comes back":                          pictureUndone,
	} {
		t.Run(name, func(t *testing.T) { test(t, atDesk(t, open)) })
	}
	if _, kept := atDesk(t, open).store.(library.Keeper); !kept {
		return
	}
	for name, test := range map[string]func(t *testing.T, d *desk){
		"a backup takes its place":            backedUp,
		"a backup that fails":                 backupsThatFail,
		"daily care":                          dailyCare,
		"what is whole is recovered as it is": recoveredWhole,
		"another copy is read":                otherCopies,
		"of what is whole nothing is told":    nothingToTell,
		"copies are set aside whole":          setAside,
	} {
		t.Run("looked after: "+name, func(t *testing.T) { test(t, atDesk(t, open)) })
	}
}

// atDesk is a desk with a store that has nothing in it.
func atDesk(t *testing.T, open Opener) *desk {
	d := &desk{T: t, open: open, dir: filepath.Join(t.TempDir(), "library"), at: time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC)}
	d.reopen()
	t.Cleanup(func() { _ = d.store.Close() })
	return d
}

// desk is somebody at work with a store, at a time of the test's choosing.
type desk struct {
	*testing.T
	open  Opener
	dir   string
	at    time.Time
	store Store
}

var ctx = context.Background()

func (d *desk) now() time.Time { return d.at }

// reopen closes the store and opens it again.
func (d *desk) reopen() {
	d.Helper()
	if d.store != nil {
		if err := d.store.Close(); err != nil {
			d.Fatal(err)
		}
	}
	d.store = d.open(d, d.dir, d.now)
}

func draft(headline, lead string) release.Release {
	r := release.New("ru")
	r.Headline, r.Lead = headline, lead
	return r
}

// as is r as a store returns it: with the UUID that the store gave it.
func as(r release.Release, e library.Entry) release.Release {
	r.UUID = e.UUID
	return r
}

func (d *desk) save(id, revision int64, r release.Release) library.Entry {
	d.Helper()
	e, err := d.store.Save(ctx, id, revision, r)
	if err != nil {
		d.Fatal(err)
	}
	return e
}

func (d *desk) get(id int64) (release.Release, library.Entry) {
	d.Helper()
	r, e, err := d.store.Get(ctx, id)
	if err != nil {
		d.Fatal(err)
	}
	return r, e
}

// found returns the headlines of what a query finds, and that the count agrees.
func (d *desk) found(query string) string {
	d.Helper()
	q := library.ParseQuery(query, false, nil)
	positions, err := d.store.Find(ctx, q, 0)
	if err != nil {
		d.Fatal(err)
	}
	entries, err := d.store.Entries(ctx, positions)
	if err != nil {
		d.Fatal(err)
	}
	if n, err := d.store.Count(ctx, q); err != nil || n != len(entries) {
		d.Errorf("%s: counted %d, found %d, %v", query, n, len(entries), err)
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, e.Headline)
	}
	return strings.Join(names, ", ")
}

package app

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"communique/app/library"
	"communique/app/library/sqlite"
	"communique/app/settings"
	"communique/editor/register"
)

// opened is what a start reads from the disk before there is a window.
type opened struct {
	config    string // the folder of the settings
	settings  settings.Settings
	path      string // of the library; empty where the settings do not tell it
	store     *sqlite.Library
	registers register.Registers
	trouble   error // what the person is told once the window is open
}

// errOutdated says that the library is an older program's.
var errOutdated = errors.New("the library is to be brought up to date")

// open reads the settings, opens the library and reads the registers. On an
// error the rest says how far it came. An older program's library is brought up to
// date, of which progress hears; where that is nil, it is an errOutdated.
func open(getenv func(string) string, progress func(done, of int)) (o opened, err error) {
	return openBy(getenv, progress, asItIs)
}

// opener opens a library, and says what the person is to be told of it.
type opener func(p sqlite.Params) (store *sqlite.Library, told, err error)

func asItIs(p sqlite.Params) (store *sqlite.Library, told, err error) {
	store, err = sqlite.Open(p)
	if err != nil {
		return nil, nil, err
	}
	if log := store.PutAside(); log != "" {
		told = &library.OtherLogError{Path: p.Path, Log: log}
	}
	return store, told, nil
}

// asNamed is asItIs for a library that --library names, which has to be there: of a name that was mistyped one with
// nothing in it would come.
func asNamed(p sqlite.Params) (store *sqlite.Library, told, err error) {
	p.Existing = true
	return asItIs(p)
}

// madeAnew makes a library that cannot be opened anew of its newest good backup and of what
// can be read of it.
func madeAnew(p sqlite.Params) (store *sqlite.Library, told, err error) {
	store, report, err := sqlite.Recover(context.Background(), p)
	if err != nil {
		return nil, nil, err
	}
	return store, &library.RecoveredError{Recovery: report}, nil
}

// restored puts the newest good backup in the place of a library that cannot be opened.
func restored(p sqlite.Params) (store *sqlite.Library, told, err error) {
	store, report, err := sqlite.RestoreOver(context.Background(), p, "")
	if err != nil {
		return nil, nil, err
	}
	return store, &library.RestoredError{Backup: report.Backup, Damaged: report.Damaged}, nil
}

func openBy(getenv func(string) string, progress func(done, of int), by opener) (o opened, err error) {
	if o.config, err = settings.FolderFrom(getenv); err != nil {
		return o, err
	}
	kept, trouble := settings.Load(o.config)
	o.settings = kept
	var unread *settings.UnreadError
	if trouble != nil && !errors.As(trouble, &unread) {
		return o, trouble
	}
	path, existing, err := settings.LibraryFrom(getenv, kept)
	if err != nil {
		return o, err
	}
	if o.path, err = filepath.Abs(path); err != nil {
		return o, err
	}
	if progress == nil && sqlite.Outdated(o.path) {
		return o, errOutdated
	}
	store, told, err := by(sqlite.Params{Path: o.path, Now: time.Now, Author: sqlite.Ourselves().User, Beside: beside(getenv), Existing: existing, Progress: progress})
	if err != nil {
		return o, err
	}
	o.store = store
	_ = settings.RememberLibrary(getenv, o.path) // where it cannot be, a missing one is made, as on a first start
	registers, lost := settings.LoadRegisters(o.config)
	o.registers, o.trouble = registers, errors.Join(trouble, told, lost)
	return o, nil
}

// openOther opens the library at path in the stead of one that could not be
// opened. It is the library from now on, unless the environment or the command
// line named the other one: then it is so this time.
func openOther(getenv func(string) string, path string, progress func(done, of int)) (opened, error) {
	o, err := open(with(getenv, "", path), progress)
	if err == nil && getenv("COMMUNIQUE_LIBRARY") == "" {
		known := o.settings
		o.settings.Library = path
		_, unsaved := settings.Save(o.config, known, o.settings)
		o.trouble = errors.Join(o.trouble, unsaved)
	}
	return o, err
}

// about is the file that a start failed on: the library, or before it is known,
// the settings.
func (o opened) about() string {
	if o.path != "" {
		return o.path
	}
	return filepath.Join(o.config, settings.FileName)
}

// beside is the folder for texts that the library's file cannot take: with the settings, on
// this computer's own disk. Where that is not known, it is beside the library.
func beside(getenv func(string) string) string {
	config, err := settings.FolderFrom(getenv)
	if err != nil {
		return ""
	}
	return filepath.Join(config, "beside")
}

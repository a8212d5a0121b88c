// Package app starts the program and wires its rooms together: it is the one
// place that knows them all, and does nothing else.
package app

import (
	"context"
	"os"
	"runtime/debug"
	"time"

	"communique/app/command"
	"communique/app/console"
	"communique/app/library"
	"communique/app/library/sqlite"
	"communique/assets/translations"
)

// commandGC makes the collector start later than by default: most commands are over
// before it would have been worth its while.
const commandGC = 400

// Main runs the program, of which FyneApp.toml's text tells name and version,
// and returns its exit status: 0 done, 1 could not, 2 wrong usage.
func Main(args []string, manifestText string) int {
	console.Attach()
	debug.SetGCPercent(commandGC)
	about, err := readManifest(manifestText)
	if err != nil {
		panic(err) // it is part of the program: no test can have run
	}
	return command.Run(command.Params{
		Args: expanded(args), Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Language: systemLanguage(), Getenv: os.Getenv, Now: time.Now, Version: about.Version,
		Library: func(path string, existing bool, progress func(done, of int)) (library.Store, error) {
			store, err := sqlite.Open(sqlite.Params{Path: path, Now: time.Now, Author: sqlite.Ourselves().User, Beside: beside(os.Getenv), Existing: existing, Progress: progress})
			if err != nil {
				return nil, err
			}
			return store, nil
		},
		Recover: func(path string) (library.Recovery, error) {
			store, r, err := sqlite.Recover(context.Background(), sqlite.Params{Path: path, Now: time.Now, Author: sqlite.Ourselves().User})
			return r, closed(store, err)
		},
		RestoreOver: func(path, backup string) (library.Recovery, error) {
			store, r, err := sqlite.RestoreOver(context.Background(), sqlite.Params{Path: path, Now: time.Now, Author: sqlite.Ourselves().User}, backup)
			return r, closed(store, err)
		},
		Window: func(config, path string, files []string) int {
			console.Leave()
			by := asItIs
			if path != "" {
				by = asNamed
			}
			return openWindow(about, with(os.Getenv, config, path), by, files)
		},
	})
}

// closed closes a library that was only made.
func closed(store *sqlite.Library, err error) error {
	if err != nil {
		return err
	}
	return store.Close()
}

// with is the environment as the command line corrects it.
func with(getenv func(string) string, config, path string) func(string) string {
	return func(name string) string {
		switch {
		case name == "COMMUNIQUE_CONFIG" && config != "":
			return config
		case name == "COMMUNIQUE_LIBRARY" && path != "":
			return path
		}
		return getenv(name)
	}
}

// words returns the words of an interface language; "" is the system's.
func words(language string) *translations.Words {
	if language == "" {
		language = systemLanguage()
	}
	w, err := translations.New(language)
	if err != nil {
		panic(err) // the embedded words are wrong: no test can have run
	}
	return w
}

// Package app starts the program and wires its rooms together: it is the one
// place that knows them all, and does nothing else.
package app

import (
	"fmt"
	"os"
	"time"

	"communique/app/command"
	"communique/assets/translations"
)

// Version is the program's version, as FyneApp.toml has it.
const Version = "0.1.0"

// Main runs the program and returns its exit status: 0 done, 1 could not,
// 2 wrong usage.
func Main(args []string) int {
	if len(args) == 0 {
		if err := openWindow(); err != nil {
			fmt.Fprintln(os.Stderr, words("").Error(err))
			return 1
		}
		return 0
	}
	return command.Run(command.Params{
		Args: args, Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Language: systemLanguage(), Getenv: os.Getenv, Now: time.Now, Version: Version,
	})
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

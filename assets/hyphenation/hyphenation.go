// Package hyphenation embeds where words may be broken: TeX's patterns, one a
// line, then words whose breaks are given outright ("биз-нес-мен").
//
// They are the patterns of the hyph-utf8 package, each list of patterns with
// its list of exceptions behind it and otherwise unchanged but for what its licence's file
// tells: Russian by Alexander I. Lebedev (LPPL 1.2 or later), British English by Dominik
// Wujastyk and Graham Toal (MIT), Belarusian by Maksim Salau (MIT), Ukrainian by Maksym
// Polyakov (LPPL), Georgian by Levan Shoshiashvili (LPPL 1.3 or later), Turkmen by Nazar
// Annagurban (MIT), French by Daniel Flipo, Bernard Gaulle and Arthur Reutenauer (MIT), German
// by the Deutschsprachige Trennmustermannschaft (MIT). What is seldom asked for is compressed.
//
// The package has others that are not here: the Armenian patterns are under the LGPL, and the
// Romanian ones name no licence.
package hyphenation

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"io"
)

//go:embed ru.txt
var russian string

//go:embed en.txt
var english string

//go:embed *.gz
var compressed embed.FS

// Patterns returns the list for a language ("ru", "uk"); "" where there is none.
func Patterns(language string) string {
	switch language {
	case "ru":
		return russian
	case "en":
		return english
	}
	data, err := compressed.ReadFile(language + ".txt.gz")
	if err != nil {
		return ""
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		panic(fmt.Sprintf("patterns of %s: %v", language, err)) // they are part of the program
	}
	patterns, err := io.ReadAll(unpacked)
	if err != nil {
		panic(fmt.Sprintf("patterns of %s: %v", language, err))
	}
	return string(patterns)
}

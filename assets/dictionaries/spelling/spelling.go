// Package spelling embeds the words that Russian and English are checked against.
package spelling

import _ "embed" // the words

// Russian and English are automata (editor/spelling/automaton, which says how they are
// written; editor/spelling/compile makes them). Russian has the words of Alexander
// Lebedev's dictionary for hunspell and of OpenCorpora, and the names that the program
// declines; English those of SCOWL, as written in the United States and in Britain. How
// frequent words are is wordfreq's. Their licences stand beside them.
var (
	//go:embed ru.words
	Russian string
	//go:embed en.words
	English string
	// Yo has the words of OpenCorpora that can be read with ё alone: with a frequency of 2,
	// or of 1 where a name is written so too.
	//go:embed yo.words
	Yo string
)

// Package dictionaries embeds what is known of words.
package dictionaries

import _ "embed"

// Russian lists Russian words with their forms, ё as е. How it is written
// stands in paradigms.py, which makes it. It is derived from OpenCorpora
// (opencorpora.org), CC BY-SA 3.0: see LICENSE-OpenCorpora.txt.
//
//go:embed russian.txt
var Russian string

package settings

import "communique/editor/snippet"

// snippets is the file of the office's own pieces of text.
var snippets = list[snippet.Set]{"snippets.toml", snippet.Decode, snippet.Set.Encode}

// LoadSnippets reads snippets.toml in dir; where it is not there, there are none.
// Snippets that cannot be read are left out, and told by an *UnreadError beside the rest;
// other errors are the file system's. Nothing is written.
func LoadSnippets(dir string) (snippet.Set, error) { return snippets.load(dir) }

// UpdateSnippets changes the snippets as they are on the disk, while nobody else does.
// What could not be read stays. The file is written whole or not at all.
func UpdateSnippets(dir string, change func(snippet.Set) (snippet.Set, error)) (snippet.Set, error) {
	return snippets.update(dir, change)
}

package grammar

import (
	_ "embed" // the table of posts
	"strings"
)

//go:embed posts.txt
var postsText string

// The words of posts.txt by their marks, which it explains.
var (
	postNouns, ranks, substantives, postNeuters, stillPosts = postWords("nmftu0"), postWords("r"), postWords("s"), postWords("h"), postWords("0")
	menPosts, womenPosts, titledMen, titledWomen            = postWords("m"), postWords("f"), postWords("t"), postWords("u")
)

// postWords are the words under any of the marks.
func postWords(marks string) map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(postsText) {
		mark, list, _ := strings.Cut(strings.TrimSpace(line), " ")
		if mark == "" || !strings.Contains(marks, mark) {
			continue
		}
		for word := range strings.FieldsSeq(list) {
			words[word] = true
		}
	}
	return words
}

// titleGender is the gender of a monarch's, nobleman's or clergyman's title,
// Unknown for any other word.
func titleGender(word string) Gender {
	word = word[lastHyphen(word)+1:] // Католикос-Патриарх
	switch {
	case titledMen[word]:
		return Masculine
	case titledWomen[word]:
		return Feminine
	}
	return Unknown
}

// GenderOfPost is the gender of who holds a post, where its first noun tells:
// король, вдова; Unknown for министр.
func GenderOfPost(post string) Gender {
	for word := range strings.FieldsSeq(post) {
		word = bare(lower(word))
		switch {
		case word == "его": // Его Превосходительство
			return Masculine
		case word == "её", word == "ее":
			return Feminine
		case titleGender(word) == Masculine || menPosts[word]:
			return Masculine
		case titleGender(word) == Feminine, womenPosts[word], isWomansAdjective(word): // бывшая министр
			return Feminine
		case isPostNoun(word):
			return Unknown
		}
	}
	return Unknown
}

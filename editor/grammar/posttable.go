package grammar

import (
	_ "embed" // the table of posts
	"iter"
	"strings"
	"sync"

	"communique/editor/wordset"
)

//go:embed posts.txt
var postsText string

// postMarks are marks of posts.txt, which explains them.
type postMarks uint16

const marksOfPosts = "nmfturs0h" // each is a bit, the first one the lowest

const (
	eitherPosts postMarks = 1 << iota
	menPosts
	womenPosts
	titledMen
	titledWomen
	ranks
	substantives
	stillPosts
	postNeuters
	postNouns = eitherPosts | menPosts | womenPosts | titledMen | titledWomen | stillPosts
)

// posts are the words of posts.txt with their marks.
var posts = sync.OnceValue(func() *wordset.Table[postMarks] {
	const about = 800
	all := make(map[string]postMarks, about)
	for line := range strings.Lines(postsText) {
		mark, list, _ := strings.Cut(strings.TrimSpace(line), " ")
		if mark == "" || !strings.Contains(marksOfPosts, mark) {
			continue
		}
		for word := range strings.FieldsSeq(list) {
			all[word] |= 1 << strings.Index(marksOfPosts, mark)
		}
	}
	return wordset.TableOf(all)
})

// Has reports whether a word is under any of the marks.
func (m postMarks) Has(word string) bool { return posts().Of(word)&m != 0 }

// All are the words under any of the marks, in no order.
func (m postMarks) All() iter.Seq[string] {
	return func(yield func(string) bool) {
		for word, marks := range posts().All() {
			if marks&m != 0 && !yield(word) {
				return
			}
		}
	}
}

// titleGender is the gender of a monarch's, nobleman's or clergyman's title,
// Unknown for any other word.
func titleGender(word string) Gender {
	word = word[lastHyphen(word)+1:] // Католикос-Патриарх
	switch {
	case titledMen.Has(word):
		return Masculine
	case titledWomen.Has(word):
		return Feminine
	}
	return Unknown
}

// GenderOfPost is the gender of who holds a post, where its first noun tells:
// король, вдова; Unknown for министр.
func GenderOfPost(post string) Gender { return genderOfPost(strings.Fields(lower(post)), post) }

// genderOfPost is GenderOfPost of which the words are known in small letters.
func genderOfPost(words []string, post string) Gender {
	for _, word := range words {
		word = bare(word)
		switch {
		case word == "его": // Его Превосходительство
			return Masculine
		case word == "её", word == "ее":
			return Feminine
		case titleGender(word) == Masculine || menPosts.Has(word):
			return Masculine
		case titleGender(word) == Feminine, womenPosts.Has(word), isWomansAdjective(word): // бывшая министр
			return Feminine
		case isPostNoun(word):
			return genderOfCourtesy(post)
		}
	}
	return Unknown
}

// genderOfCourtesy is that of the word with which a post ends before a name, and of the places
// behind it: президент клуба госпожа, председатель отдела митрополит Пробский; Unknown for a
// word that is another's in the genitive.
func genderOfCourtesy(post string) Gender {
	word := post
	for {
		before, last := "", word
		if at := strings.LastIndexByte(word, ' '); at >= 0 {
			before, last = word[:at], word[at+1:]
		}
		if before == "" || last != "и" && !isTitleAdjective(lower(last)) {
			word = last // in small letters: мэр Королева is of a town
			break
		}
		word = before
	}
	if courtesy := (menPosts | womenPosts | titledMen | titledWomen).Has(word); !courtesy || anotherInGenitive.Has(word) {
		return Unknown
	}
	if (menPosts | titledMen).Has(word) {
		return Masculine
	}
	return Feminine
}

// anotherInGenitive are women's titles that may be men's in the genitive.
var anotherInGenitive = wordset.Of("шейха маркиза супруга внука племянника")

package link

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/regexp"
)

// Found is a web or mail address that stands in a text.
type Found struct {
	Start, End int // code points from the start of the text; End is beyond the last
	Address    string
}

// bare is what may be such an address: a web address by its scheme or its www, up to
// a space or a quotation mark, or a mail address.
var bare = regexp.MustCompile(`(?i)(?:https?://|www\.[\p{L}\p{N}_-]+\.)[^\s\p{Z}\p{C}<>"«»“”„\x{FFFD}]+|` +
	`[a-z0-9][a-z0-9._%+-]*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:xn--[a-z0-9-]*[a-z0-9]|\p{L}{2,})`)

// signs are what every such address has one of.
var signs = []string{"@", "://", "www.", "WWW.", "Www."}

// Find returns the addresses that stand bare in a text, in their order. The signs
// that end a sentence or a bracket around an address are no part of it.
func Find(text string) []Found {
	if !slices.ContainsFunc(signs, func(sign string) bool { return strings.Contains(text, sign) }) {
		return nil
	}
	var all []Found
	counted, letters := 0, 0 // bytes of text, and the letters they are
	for _, at := range bare.FindAllStringIndex(text, -1) {
		words := text[at[0]:at[1]]
		address := ""
		if strings.Contains(words, "://") || strings.HasPrefix(strings.ToLower(words), "www.") {
			words = unclosed(words)
			address = Site(words)
		} else if next, _ := utf8.DecodeRuneInString(text[at[1]:]); !partOfWord(next) {
			address = Mail(words)
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at[0]])
		if address == "" || partOfWord(before) {
			continue
		}
		letters += utf8.RuneCountInString(text[counted:at[0]])
		start := letters
		letters += utf8.RuneCountInString(words)
		counted = at[0] + len(words)
		all = append(all, Found{start, letters, address})
	}
	return all
}

// partOfWord reports whether an address cannot begin behind r, nor a mail address
// end before it.
func partOfWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("_@/", r))
}

// unclosed takes the signs from the end of an address that belong to the sentence
// around it; a bracket that the address opens is its own.
func unclosed(address string) string {
	for {
		last, size := utf8.DecodeLastRuneInString(address)
		opening := map[rune]string{')': "(", ']': "[", '}': "{"}[last]
		switch {
		case opening != "" && strings.Count(address, opening) < strings.Count(address, string(last)):
		case strings.ContainsRune(".,;:!?…'’‘*", last):
		default:
			return address
		}
		address = address[:len(address)-size]
	}
}

// Address returns the address of a link as a person gave it: a web address, with or
// without its scheme, a mailto: or tel: address, or a mail address.
func Address(given string) string {
	given = strings.TrimSpace(given)
	scheme, rest, _ := strings.Cut(given, ":")
	switch strings.ToLower(scheme) {
	case "tel":
		return Tel(rest)
	case "mailto":
		to, about, asked := strings.Cut(rest, "?")
		if plain, err := url.PathUnescape(to); err == nil {
			to = plain
		}
		address := Mail(to)
		if address != "" && asked {
			address += "?" + query(about)
		}
		return address
	}
	if !strings.ContainsAny(given, "/:?#") && strings.Contains(given, "@") {
		return Mail(given)
	}
	return Site(given)
}

// Says reports whether words show where a link leads, so that nobody needs to be
// told.
func Says(words, address string) bool {
	core := func(address string) string {
		for _, scheme := range []string{"https://", "http://"} {
			address = strings.TrimPrefix(address, scheme)
		}
		return strings.TrimSuffix(address, "/")
	}
	address = Address(address)
	return core(Address(words)) == core(address) || strings.HasPrefix(address, "tel:") && Tel(words) == address
}

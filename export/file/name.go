package file

import (
	"errors"
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"communique/editor/release"
)

// nameLength is where a headline is cut off, in letters after the date: the
// whole path must fit into Windows' 260.
const nameLength = 60

// Name returns the file name of r without its ending: the date first, then the
// headline in Latin letters ("2024-09-11-vstrecha-s-prezidentom"). It holds
// only a–z, 0–9 and hyphens.
func Name(r release.Release) string {
	var parts []string
	if day := r.Date.String(); day != "" {
		parts = append(parts, day)
	}
	words := r.Headline
	if strings.TrimSpace(words) == "" {
		words = r.Lead
	}
	if slug := cut(Slug(words)); slug != "" {
		parts = append(parts, slug)
	}
	name := strings.Join(parts, "-")
	switch {
	case name == "":
		return "release"
	case device.MatchString(name):
		return "release-" + name
	}
	return name
}

// device is what Windows takes for a device, whatever the ending (Microsoft, "Naming
// Files, Paths, and Namespaces").
var device = regexp.MustCompile(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

// cut shortens a slug to whole words.
func cut(slug string) string {
	if len(slug) <= nameLength {
		return slug
	}
	slug = slug[:nameLength]
	if i := strings.LastIndexByte(slug, '-'); i > nameLength/2 {
		slug = slug[:i]
	}
	return slug
}

// Slug writes text in Latin letters for a file name: what is no letter or
// digit parts words with a hyphen.
func Slug(text string) string {
	var b strings.Builder
	var gap bool
	for _, r := range strings.ToLower(norm.NFC.String(text)) {
		latin, known := transliteration[r]
		if !known {
			latin = plainLatin(r)
		}
		if latin == "" {
			gap = gap || !known
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteString(latin)
	}
	return b.String()
}

// plainLatin takes the marks off a Latin letter (é → e), and leaves digits; "" for
// anything else.
func plainLatin(r rune) string {
	base := []rune(norm.NFD.String(string(r)))[0]
	if base < unicode.MaxASCII && (unicode.IsLetter(base) || unicode.IsDigit(base)) {
		return string(base)
	}
	return ""
}

// transliteration writes Cyrillic letters in Latin ones: Russian after
// BGN/PCGN 1947 with the signs left out, the other languages of the region by
// the nearest letter.
var transliteration = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ё': "e", 'ж': "zh", 'з': "z", 'и': "i",
	'й': "y", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t",
	'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "y",
	'ь': "", 'э': "e", 'ю': "yu", 'я': "ya",
	'ә': "a", 'ғ': "g", 'қ': "k", 'ң': "n", 'ө': "o", 'ұ': "u", 'ү': "u", 'һ': "h", 'і': "i",
	'ӣ': "i", 'ӯ': "u", 'ҳ': "h", 'ҷ': "j", 'ў': "u", 'ґ': "g", 'є': "ye", 'ї': "i", '\'': "", '’': "",
}

// Numbered returns base for the first of a name, and base with a number behind
// it for the others.
func Numbered(base string, n int) string {
	if n == 1 {
		return base
	}
	return base + "-" + strconv.Itoa(n)
}

// Exists reports whether a path is taken.
func Exists(path string) (bool, error) {
	_, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

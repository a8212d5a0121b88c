package file

import (
	"errors"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"unicode"

	"github.com/gosimple/unidecode"
	"golang.org/x/text/unicode/norm"

	"communique/editor/regexp"
	"communique/editor/release"
)

// nameLength is where a headline is cut off, in letters after the date: the
// whole path must fit into Windows' 260.
const nameLength = 60

// Name returns the file name of r without its ending: the date first, then the
// headline in Latin letters ("2024-09-11-vstrecha-s-prezidentom"). It holds
// only a–z, 0–9 and hyphens. Of a release whose words give no name it ends with the
// beginning of its UUID, so that two of a day are told apart.
func Name(r release.Release) string {
	words := r.Headline
	if strings.TrimSpace(words) == "" {
		words = r.Lead
	}
	slug := cut(Slug(words))
	if slug == "" {
		slug = Slug(r.UUID[:min(len(r.UUID), tellingLength)])
		if slug != "" && r.Date.IsZero() {
			slug = nameless + "-" + slug
		}
	}
	name := strings.Trim(r.Date.String()+"-"+slug, "-")
	switch {
	case name == "":
		return nameless
	case device.MatchString(name):
		return nameless + "-" + name
	}
	return name
}

const (
	nameless = "release"
	// tellingLength is how much of a UUID tells two releases of a day apart.
	tellingLength = 8
)

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
	for _, r := range pairs.Replace(strings.ToLower(norm.NFC.String(text))) {
		latin := latinOf(r)
		if latin == "" {
			gap = gap || !silent(r)
			continue
		}
		for _, l := range latin {
			if l == '-' {
				gap = true
				continue
			}
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(l)
		}
	}
	return b.String()
}

// pairs are letters written with two signs, and one that stands for two.
var pairs = strings.NewReplacer("ու", "u", "և", "ev")

// silent reports whether what says nothing in Latin letters parts no word either: signs
// within words, and marks upon letters.
func silent(r rune) bool {
	_, known := transliteration[r]
	return known || unicode.In(r, unicode.L, unicode.M)
}

// latinOf writes a letter or digit in Latin ones: by our own table, or as unidecode does, which
// drops marks (é → e) and knows every script by its sounds. What may part words is a hyphen,
// as between the syllables of Chinese; "" is for anything that is no letter.
func latinOf(r rune) string {
	if latin, known := transliteration[r]; known {
		return latin
	}
	if !unicode.In(r, unicode.L, unicode.M, unicode.Nd) {
		return ""
	}
	return strings.Map(func(l rune) rune {
		switch {
		case l == ' ':
			return '-'
		case l >= 'a' && l <= 'z' || l >= '0' && l <= '9':
			return l
		}
		return -1
	}, strings.ToLower(unidecode.Unidecode(string(r))))
}

// transliteration writes Cyrillic letters in Latin ones: Russian after
// BGN/PCGN 1947 with the signs left out, the other languages of the region by
// the nearest letter. Signs within words are silent.
var transliteration = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ё': "e", 'ж': "zh", 'з': "z", 'и': "i",
	'й': "y", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t",
	'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "y",
	'ь': "", 'э': "e", 'ю': "yu", 'я': "ya",
	'ә': "a", 'ғ': "g", 'қ': "k", 'ң': "n", 'ө': "o", 'ұ': "u", 'ү': "u", 'һ': "h", 'і': "i",
	'ӣ': "i", 'ӯ': "u", 'ҳ': "h", 'ҷ': "j", 'ў': "u", 'ґ': "g", 'є': "ye", 'ї': "i", 'ə': "a", '\'': "", '’': "", '‘': "", '`': "",
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

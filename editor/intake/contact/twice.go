package contact

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// twoNames are a name in Cyrillic and one in Latin letters, in either order: «Алия Нурова / Aliya Nurova», «Алия Нурова (Aliya Nurova)».
var twoNames = regexp.MustCompile(`^([\p{L}.' -]+?)\s*[/(|]\s*([\p{L}.’' -]+?)\)?$`)

// isNameTwice reports whether words are one person's name in two scripts.
func isNameTwice(text string) bool {
	m := twoNames.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	cyrillic, latin := m[1], m[2]
	if !wording.InCyrillic(cyrillic) {
		cyrillic, latin = latin, cyrillic
	}
	if !wording.InCyrillic(cyrillic) || wording.InCyrillic(latin) || !isName(cyrillic) || !isName(latin) {
		return false
	}
	its, other := strings.Fields(cyrillic), strings.Fields(latin)
	return soundsAs(its[0], other[0]) && soundsAs(its[len(its)-1], other[len(other)-1])
}

// soundsAs reports whether a word in Latin letters may begin as one in Cyrillic does.
func soundsAs(cyrillic, latin string) bool {
	first, _ := utf8.DecodeRuneInString(cyrillic)
	other, _ := utf8.DecodeRuneInString(latin)
	for letters := range strings.FieldsSeq(latinFirst) {
		if its, begins := strings.CutPrefix(letters, string(unicode.ToLower(first))); begins {
			return strings.ContainsRune(its, unicode.ToLower(other))
		}
	}
	return false
}

// latinFirst are the letters that a name begins with in Latin, each behind the one that it begins with in Cyrillic.
const latinFirst = `
	аa бb вvw гgh дd еeyj ёyjeo жzjg зzs иiy йyji кkcq лl мm нn оo пp рr сsc тt уuwo фfp хhkx цct чct шs щs эe юyji яyji қqk ғg өo
	үu ұu һh ҳh ўouw іiy әae ҷj їyi єye`

// toldByMail takes the name of an organisation that stands above a person's for what it is, where both look like names and the address of mail has
// words of the person's alone before its sign, or of the organisation's behind it: "Sample Transit" over "June Sample", june@transit.example.
func (r *Reader) toldByMail() {
	for i := range r.Release.Contacts {
		c := &r.Release.Contacts[i]
		local, domain, _ := strings.Cut(plainLetters(c.Email), "@")
		domain = domain[:max(0, strings.LastIndexByte(domain, '.'))]
		if c.Post != "" || c.Organisation == "" || wording.InCyrillic(c.Name) || !isName(c.Organisation) {
			continue
		}
		name, organisation := strings.Fields(plainLetters(c.Name)), strings.Fields(plainLetters(c.Organisation))
		if holdsOne(local, organisation) && !holdsOne(local, name) || holdsOne(domain, name) && !holdsOne(domain, organisation) && !holdsOne(local, name) {
			c.Name, c.Organisation = c.Organisation, c.Name
		}
	}
}

package pdf

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"

	"communique/editor/intake/pdf/objects"
)

// coding reads the letter that a string begins with, and tells how many bytes its code has; "" where no letter has such
// a code.
type coding func(s objects.String) (letter string, length int)

// codingOf is how the maps read that PDF has names for and that are in no file (9.7.5.2): the codes that they give
// glyphs to are those of Unicode, or of what was written before it. It is nil for all others.
func codingOf(name string) coding {
	name = strings.TrimSuffix(strings.TrimSuffix(name, "-H"), "-V")
	unicode, is := strings.CutPrefix(name, "Uni")
	switch {
	case is && strings.Contains(unicode, "UTF32"):
		return utf32Letter
	case is && strings.Contains(unicode, "UTF8"):
		return utf8Letter
	case is:
		return utf16Letter
	case name == "H", name == "V":
		return inCharset("euc-jp", 0x80)
	}
	charset := charsetOf(name)
	if charset == "" {
		return nil
	}
	return inCharset(charset, 0)
}

// charsetOf is what the Web calls the codes of a map; "" for those that it has no name for.
func charsetOf(name string) string {
	switch name {
	case "GB-EUC", "GBpc-EUC", "GBK-EUC", "GBKp-EUC", "GBK2K":
		return "gb18030"
	case "B5pc", "HKscs-B5", "ETen-B5", "ETenms-B5":
		return "big5"
	case "83pv-RKSJ", "90ms-RKSJ", "90msp-RKSJ", "90pv-RKSJ", "Add-RKSJ", "Ext-RKSJ":
		return "shift_jis"
	case "EUC":
		return "euc-jp"
	case "KSC-EUC", "KSCms-UHC", "KSCms-UHC-HW", "KSCpc-EUC":
		return "euc-kr"
	}
	return ""
}

func utf16Letter(s objects.String) (letter string, length int) {
	length = min(2, len(s))
	if s[0]&0xfc == 0xd8 { // the first of a pair
		length = min(4, len(s))
	}
	return objects.UTF16([]byte(s[:length])), length
}

func utf32Letter(s objects.String) (letter string, length int) {
	length = min(4, len(s))
	return string(rune(codeOf(s[:length]))), length //nolint:gosec // what is no letter becomes U+FFFD
}

func utf8Letter(s objects.String) (letter string, length int) {
	r, length := utf8.DecodeRuneInString(string(s))
	return string(r), length
}

// inCharset reads codes of a charset, which have added to each of their bytes what makes them those of the charset.
func inCharset(name string, added byte) coding {
	charset, err := htmlindex.Get(name)
	if err != nil {
		return nil
	}
	decoder := charset.NewDecoder()
	known := map[string]string{}
	least := 1
	if added > 0 {
		least = 2
	}
	return func(s objects.String) (letter string, length int) {
		for _, n := range []int{1, 2, 4} {
			if n < least || n > len(s) {
				continue
			}
			code := []byte(s[:n])
			for i := range code {
				code[i] += added
			}
			letter, has := known[string(code)]
			if !has {
				read, err := decoder.Bytes(code)
				if letter = string(read); err != nil || strings.Contains(letter, unnamed) {
					letter = ""
				}
				known[string(code)] = letter
			}
			if letter != "" {
				return letter, n
			}
		}
		return "", min(2, len(s))
	}
}

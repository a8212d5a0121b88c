package hunspell

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// flag is a mark of a word or an affix: a letter, two bytes or a number. None is no flag.
type flag uint32

const none flag = 0

// flags are those of one entry or affix.
type flags []flag

func (f flags) has(one flag) bool { return one != none && slices.Contains(f, one) }

// flagType is how flags are written.
type flagType int

const (
	letters flagType = iota // one letter each
	long                    // two bytes each
	numbers                 // numbers with commas between
)

// maxFlag is the highest number a flag has.
const maxFlag = 65_535

// parse reads a list of flags; what makes none is left out.
func (t flagType) parse(text string) flags {
	var list flags
	switch t {
	case numbers:
		for part := range strings.SplitSeq(text, ",") {
			if n, err := strconv.ParseUint(strings.TrimSpace(part), 10, 32); err == nil && n > 0 && n <= maxFlag {
				list = append(list, flag(n))
			}
		}
	case long:
		runes := []rune(text)
		for i := 0; i+1 < len(runes); i += 2 {
			list = append(list, flag(runes[i])<<16|flag(runes[i+1]&0xffff))
		}
	case letters:
		for _, r := range text {
			if r != utf8.RuneError {
				list = append(list, flag(r)) //nolint:gosec // a rune is no negative number
			}
		}
	}
	return list
}

// flags reads the flags behind a slash: a list, or the number of one that the affix
// file gives once for all (AF).
func (a *affixFile) flags(text string) flags {
	if len(a.aliases) > 0 {
		if n, err := strconv.Atoi(text); err == nil {
			if n >= 1 && n <= len(a.aliases) {
				return a.aliases[n-1]
			}
			return nil
		}
	}
	return a.flagType.parse(text)
}

// flag reads the one flag of an option.
func (a *affixFile) flag(text string) flag {
	if list := a.flagType.parse(text); len(list) > 0 {
		return list[0]
	}
	return none
}

package hunspell

import (
	"bytes"
	"iter"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
)

// affixFile is what an affix file says.
type affixFile struct {
	encoding encoding.Encoding // nil for UTF-8
	flagType flagType
	aliases  []flags

	prefixes, suffixes affixes

	needAffix, forbidden, keepCase, noSuggest, circumfix flag
	fullStrip                                            bool
	ignored                                              string // letters that do not count

	compound compounding

	try         string
	replaced    []replacement // what is often written instead of what
	related     []string      // letters that are taken for one another
	input       *strings.Replacer
	output      *strings.Replacer
	breaks      []string
	inputPairs  []string
	outputPairs []string
}

// replacement is a line of REP: ^ at its start and $ at its end stand for the word's.
type replacement struct {
	from, to   string
	start, end bool
}

// lines goes through the lines of a text that say something.
func lines(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			line = strings.TrimRightFunc(line, unicode.IsSpace)
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// isCount reports whether a line is a number.
func isCount(line string) bool {
	_, err := strconv.Atoi(strings.TrimSpace(line))
	return err == nil
}

// decode gives a file of the dictionary in UTF-8.
func (a *affixFile) decode(data []byte) (string, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if a.encoding == nil {
		return strings.ToValidUTF8(string(data), "\ufffd"), nil
	}
	text, err := a.encoding.NewDecoder().Bytes(data)
	return string(text), err
}

// setEncoding looks for the line that names the encoding, before anything is decoded.
func (a *affixFile) setEncoding(data []byte) error {
	for line := range bytes.Lines(bytes.TrimPrefix(data, []byte("\ufeff"))) {
		name, ok := bytes.CutPrefix(line, []byte("SET"))
		if fields := bytes.Fields(name); ok && len(fields) > 0 && len(name) > 0 && (name[0] == ' ' || name[0] == '\t') {
			return a.named(string(fields[0]))
		}
	}
	return a.named("ISO8859-1") // what hunspell takes where none is named
}

func (a *affixFile) named(name string) error {
	low := strings.ToLower(name)
	low = strings.TrimPrefix(low, "microsoft-")
	if rest, ok := strings.CutPrefix(low, "iso8859"); ok {
		low = "iso-8859" + rest
	}
	if rest, ok := strings.CutPrefix(low, "cp12"); ok {
		low = "windows-12" + rest
	}
	if low == "utf-8" || low == "utf8" {
		return nil
	}
	var err error
	if a.encoding, err = htmlindex.Get(low); err != nil {
		return &EncodingError{name}
	}
	return nil
}

// readAffixes reads an affix file, and counts the lines that make no sense.
func readAffixes(data []byte) (a affixFile, skipped int, err error) {
	a = affixFile{breaks: []string{"-", "^-", "-$"}, compound: newCompounding()}
	if err := a.setEncoding(data); err != nil {
		return a, 0, err
	}
	text, err := a.decode(data)
	if err != nil {
		return a, 0, err
	}
	for line := range lines(text) { // flags are read in all that follows, and options may stand above their type
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == "FLAG" {
			a.flagType = map[string]flagType{"long": long, "num": numbers}[fields[1]]
		}
	}
	counts := map[string]int{}
	for line := range lines(text) {
		fields := strings.Fields(line)
		if fields[0] != "SFX" && fields[0] != "PFX" {
			if !a.option(fields, counts) {
				skipped++
			}
			continue
		}
		if a.prefixes.n+a.suffixes.n > maxAffixes {
			return a, skipped, &TooLargeError{}
		}
		if !a.affix(fields) {
			skipped++
		}
	}
	a.input, a.output = strings.NewReplacer(a.inputPairs...), strings.NewReplacer(a.outputPairs...)
	return a, skipped, nil
}

// option reads a line that is no affix. Lists begin with a line that counts theirs.
func (a *affixFile) option(fields []string, counts map[string]int) bool {
	name := fields[0]
	if flag, ok := a.marks()[name]; ok {
		if len(fields) > 1 {
			*flag = a.flag(fields[1])
		}
		return len(fields) > 1
	}
	if read, ok := a.lists()[name]; ok {
		counts[name]++
		if counts[name] == 1 && len(fields) == 2 && isCount(fields[1]) {
			if name == "BREAK" {
				a.breaks = nil
			}
			return true
		}
		return len(fields) > 1 && read(fields[1:])
	}
	return a.setting(fields)
}

// marks are the options that name a flag.
func (a *affixFile) marks() map[string]*flag {
	c := &a.compound
	return map[string]*flag{
		"NEEDAFFIX": &a.needAffix, "PSEUDOROOT": &a.needAffix, "FORBIDDENWORD": &a.forbidden, "KEEPCASE": &a.keepCase, "NOSUGGEST": &a.noSuggest,
		"CIRCUMFIX": &a.circumfix, "COMPOUNDFLAG": &c.anywhere, "COMPOUNDBEGIN": &c.begin, "COMPOUNDMIDDLE": &c.middle, "COMPOUNDEND": &c.end,
		"COMPOUNDLAST": &c.end, "ONLYINCOMPOUND": &c.only, "COMPOUNDPERMITFLAG": &c.permit, "COMPOUNDFORBIDFLAG": &c.forbid,
	}
}

// lists are the options of several lines.
func (a *affixFile) lists() map[string]func(fields []string) bool {
	pair := func(to *[]string) func([]string) bool {
		return func(fields []string) bool {
			if len(fields) < 2 {
				return false
			}
			*to = append(*to, strings.Trim(fields[0], "_"), strings.ReplaceAll(fields[1], "_", " "))
			return true
		}
	}
	return map[string]func([]string) bool{
		"AF": func(fields []string) bool {
			a.aliases = append(a.aliases, a.flagType.parse(fields[0]))
			return true
		},
		"REP": func(fields []string) bool {
			if len(fields) < 2 {
				return false
			}
			r := replacement{from: strings.ReplaceAll(fields[0], "_", " "), to: strings.ReplaceAll(fields[1], "_", " ")}
			r.from, r.start = strings.CutPrefix(r.from, "^")
			r.from, r.end = strings.CutSuffix(r.from, "$")
			if r.from == "" {
				return false
			}
			a.replaced = append(a.replaced, r)
			return true
		},
		"MAP": func(fields []string) bool {
			a.related = append(a.related, fields[0])
			return true
		},
		"BREAK": func(fields []string) bool {
			a.breaks = append(a.breaks, fields[0])
			return true
		},
		"COMPOUNDRULE": func(fields []string) bool { return a.compound.addRule(a.flagType, fields[0]) },
		"ICONV":        pair(&a.inputPairs),
		"OCONV":        pair(&a.outputPairs),
	}
}

// setting reads an option of one line that names no flag. What is known and not needed
// for looking words up counts as read.
func (a *affixFile) setting(fields []string) bool {
	c := &a.compound
	value := ""
	if len(fields) > 1 {
		value = fields[1]
	}
	number, err := strconv.Atoi(value)
	switch fields[0] {
	case "FULLSTRIP":
		a.fullStrip = true
	case "IGNORE":
		a.ignored = value
	case "TRY":
		a.try = value
	case "COMPOUNDMIN":
		c.shortest = max(number, 1)
		return err == nil
	case "COMPOUNDWORDMAX":
		c.most = number
		return err == nil
	case "CHECKCOMPOUNDDUP":
		c.noDouble = true
	case "CHECKCOMPOUNDCASE":
		c.noCapital = true
	case "CHECKCOMPOUNDTRIPLE":
		c.noTriple = true
	case "CHECKCOMPOUNDREP":
		c.noReplaced = true
	default:
		return strings.ToUpper(fields[0]) == fields[0]
	}
	return true
}

// entry reads a line of the list of words: the word, its flags behind a slash, and
// morphology that is not read. A slash of the word's own has a backslash before it.
func (a *affixFile) entry(line string) (word string, list flags, ok bool) {
	line, _, _ = strings.Cut(line, "\t")
	if at := morphology(line); at > 0 {
		line = line[:at]
	}
	at := 0
	for {
		slash := strings.IndexByte(line[at:], '/')
		if slash < 0 {
			return unescaped(line), nil, line != ""
		}
		if at += slash; at > 0 && line[at-1] != '\\' {
			break
		}
		at++
	}
	word = unescaped(line[:at])
	return word, a.flags(strings.TrimSpace(line[at+1:])), word != ""
}

func unescaped(word string) string { return strings.ReplaceAll(word, `\/`, "/") }

// morphology is where fields such as " po:noun" begin, 0 where there are none.
func morphology(line string) int {
	for i := 1; i+3 < len(line); i++ {
		if line[i] == ' ' && line[i+3] == ':' && isLower(line[i+1]) && isLower(line[i+2]) {
			return i
		}
	}
	return 0
}

func isLower(b byte) bool { return 'a' <= b && b <= 'z' }

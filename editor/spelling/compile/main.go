// Compile makes the spelling dictionaries that the program embeds, out of hunspell's
// dictionaries, OpenCorpora's forms and wordfreq's frequencies, and of the names that
// the program knows how to decline:
//
//	python3 assets/dictionaries/spelling.py FOLDER   (forms.txt, yo.txt, ru.txt, en.txt)
//	FOLDER also holds ru_RU, en_US and en_GB, .aff and .dic: of Debian's hunspell-ru
//	7.5.0 and hunspell-en-us 2020.12.07, and of npm's dictionary-en-gb 3.0.0
//	go run ./editor/spelling/compile FOLDER
package main

import (
	"bufio"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/spelling/automaton"
	"communique/editor/spelling/hunspell"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./editor/spelling/compile FOLDER")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(folder string) error {
	russian := list{}
	if err := russian.addHunspell(folder, "ru_RU"); err != nil {
		return err
	}
	err := eachLine(filepath.Join(folder, "forms.txt"), func(line string) error {
		// Of two letters OpenCorpora has sounds, notes and parts of names («ди», «ти»).
		if utf8.RuneCountInString(line) > 2 {
			russian.add(line)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := russian.addNames(); err != nil {
		return err
	}
	if err := russian.correct(); err != nil {
		return err
	}
	if err := russian.write(folder, "ru"); err != nil {
		return err
	}
	if err := writeYo(folder); err != nil {
		return err
	}
	english := list{}
	for _, name := range []string{"en_US", "en_GB"} {
		if err := english.addHunspell(folder, name); err != nil {
			return err
		}
	}
	for word := range strings.FieldsSeq("cyber crypto blockchain vis dealmaker dealmakers webinar webinars fintech biotech cybersecurity onboarding livestream rollout geopolitics") {
		english.add(word)
	}
	for _, place := range register.Shipped() {
		for name := range strings.FieldsSeq(place.English) {
			english.add(strings.Trim(name, "(),"))
		}
	}
	return english.write(folder, "en")
}

// list is the words of a language.
type list map[string]bool

// add adds a word that is made of letters, hyphens and apostrophes.
func (l list) add(word string) {
	if word != "" && strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' }) < 0 {
		l[word] = true
	}
}

func (l list) addHunspell(folder, name string) error {
	aff, err := os.Open(filepath.Join(folder, name+".aff")) //nolint:gosec // the folder of whoever calls
	if err != nil {
		return err
	}
	defer func() { _ = aff.Close() }()                      // only read
	dic, err := os.Open(filepath.Join(folder, name+".dic")) //nolint:gosec // as above
	if err != nil {
		return err
	}
	defer func() { _ = dic.Close() }() // only read
	d, err := hunspell.Read(aff, dic)
	if err != nil {
		return err
	}
	for word := range d.Forms() {
		l.add(word)
	}
	return nil
}

// correct adds words that are likened to others, or stand by themselves, and takes out what is misspelt.
func (l list) correct() error {
	like := map[string][]string{}
	err := eachLine(filepath.Join("editor", "spelling", "compile", "likened.txt"), func(line string) error {
		if added, known, likened := strings.Cut(line, " "); likened {
			like[known] = append(like[known], added)
		} else {
			l.add(line)
		}
		return nil
	})
	if err != nil {
		return err
	}
	var wrong []string
	err = eachLine(filepath.Join("editor", "spelling", "compile", "misspelt.txt"), func(line string) error {
		wrong = append(wrong, line)
		return nil
	})
	if err != nil {
		return err
	}
	for _, word := range slices.Collect(maps.Keys(l)) {
		for at := range len(word) + 1 {
			for _, added := range like[word[:at]] {
				l.add(added + word[at:])
			}
		}
		if slices.ContainsFunc(wrong, func(begin string) bool { return strings.HasPrefix(foldYo(word)+".", begin) }) {
			delete(l, word)
		}
	}
	return nil
}

// addNames adds the names that the grammar declines, in all their forms.
func (l list) addNames() error {
	house := grammar.House{}
	decline := func(kind grammar.Kind, gender grammar.Gender, name string) {
		for _, form := range house.Decline(kind, gender, name).Forms {
			for word := range strings.FieldsSeq(form) {
				if r := []rune(word); unicode.IsUpper(r[0]) {
					l.add(word)
				}
			}
		}
	}
	genders := map[string][]grammar.Gender{
		"b": {grammar.Masculine, grammar.Feminine}, "bs": {grammar.Masculine, grammar.Feminine},
		"m": {grammar.Masculine}, "me": {grammar.Masculine}, "mr": {grammar.Masculine}, "ms": {grammar.Masculine}, "mw": {grammar.Masculine},
		"f": {grammar.Feminine}, "fr": {grammar.Feminine}, "fs": {grammar.Feminine}, "fw": {grammar.Feminine},
	}
	for _, file := range []string{"names", "rarenames", "easternpeople"} {
		err := eachLine(filepath.Join("editor", "grammar", file+".txt"), func(line string) error {
			fields := strings.Fields(line)
			if genders[fields[0]] == nil {
				return fmt.Errorf("%s: names of an unknown kind: %s", file, fields[0])
			}
			for _, gender := range genders[fields[0]] {
				for _, name := range fields[1:] {
					decline(grammar.Person, gender, capitalised(strings.Trim(name, ",")))
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	for _, file := range []string{"states", "cities", "gazetteer"} {
		err := eachLine(filepath.Join("editor", "grammar", file+".txt"), func(line string) error {
			for name := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == ',' || r == '|' }) {
				if i := strings.IndexAny(name, "/=~@"); i >= 0 {
					name = name[:i]
				}
				decline(grammar.Place, grammar.Unknown, capitalised(strings.TrimSpace(name)))
				l.addAdjective(strings.TrimSpace(name))
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	for _, place := range register.Shipped() {
		decline(grammar.Place, grammar.Unknown, place.Name)
		decline(grammar.Place, grammar.Unknown, place.Official)
	}
	return nil
}

// addAdjective adds the adjective of a place whose shape leaves no doubt of it:
// «бишкекский», «астанинский».
func (l list) addAdjective(place string) {
	stem := strings.ToLower(place)
	r, _ := utf8.DecodeLastRuneInString(stem)
	switch {
	case utf8.RuneCountInString(stem) < 4 || strings.Contains(stem, " "):
		return
	case r == 'а':
		stem = strings.TrimSuffix(stem, "а") + "ин"
	case strings.ContainsRune("бвгдзклмнпрстфхш", r):
	default:
		return
	}
	for ending := range strings.FieldsSeq("ий ого ому им ом ая ой ую ое ие их ими") {
		l.add(stem + "ск" + ending)
	}
}

// capitalised gives each part of a name its capital.
func capitalised(name string) string {
	start := true
	return strings.Map(func(r rune) rune {
		if start {
			r = unicode.ToUpper(r)
		}
		start = r == '-' || r == ' '
		return r
	}, name)
}

// mostOften and rarest are frequencies in hundredths of an order of magnitude below 1.
const (
	mostOften = 150
	rarest    = 750
)

// write writes the automaton of the list, with the frequencies of its language.
func (l list) write(folder, language string) error {
	often := map[string]automaton.Frequency{}
	err := eachLine(filepath.Join(folder, language+".txt"), func(line string) error {
		word, rank, _ := strings.Cut(line, "\t")
		n, err := strconv.Atoi(rank)
		word = foldYo(word)
		f := automaton.MostFrequent - automaton.Frequency(max(n-mostOften, 0)*int(automaton.MostFrequent-2)/(rarest-mostOften)) //nolint:gosec // 0 to 13
		often[word] = max(often[word], f)
		return err
	})
	if err != nil {
		return err
	}
	words := make(map[string]automaton.Frequency, len(l))
	for word := range l {
		words[word] = max(1, often[foldYo(strings.ToLower(word))])
	}
	return write(words, language)
}

// writeYo writes the automaton of the words that can be read with ё alone. Their frequency
// says whether a name is written so too.
func writeYo(folder string) error {
	words := map[string]automaton.Frequency{}
	err := eachLine(filepath.Join(folder, "yo.txt"), func(line string) error {
		word, sure, _ := strings.Cut(line, "\t")
		n, err := strconv.ParseUint(sure, 10, 8)
		words[word] = automaton.Frequency(n)
		return err
	})
	if err != nil {
		return err
	}
	return write(words, "yo")
}

// write writes an automaton.
func write(words map[string]automaton.Frequency, name string) error {
	out, err := os.Create(filepath.Join("assets", "dictionaries", "spelling", name+".words")) //nolint:gosec // part of the sources
	if err != nil {
		return err
	}
	buffered := bufio.NewWriter(out)
	if err := automaton.Build(buffered, words); err != nil {
		return err
	}
	if err := buffered.Flush(); err != nil {
		return err
	}
	fmt.Printf("%s: %d words\n", name, len(words))
	return out.Close()
}

func foldYo(word string) string { return strings.ReplaceAll(word, "ё", "е") }

// eachLine goes through the lines of a file that say something.
func eachLine(path string, visit func(line string) error) error {
	data, err := os.ReadFile(path) //nolint:gosec // part of the sources, or of the folder of whoever calls
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			if err := visit(line); err != nil {
				return err
			}
		}
	}
	return nil
}

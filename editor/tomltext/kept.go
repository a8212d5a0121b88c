package tomltext

import (
	"strings"
	"unicode"
)

// The signs before what a file could not be read of, when the program writes
// the file anew: a piece with its key, and its further lines.
const (
	keptMark = "#? "
	moreMark = "#+ "
)

// Keep returns notes that hold what could not be read, to stand at the top of
// the file that is written in its place. Salvage finds them again, so that
// what is wrong stays told until somebody puts it right.
func Keep(faults []Fault) []byte {
	var b strings.Builder
	for _, f := range faults {
		if !f.Mended {
			b.WriteString(f.note())
		}
	}
	return []byte(b.String())
}

func (f Fault) note() string {
	text := f.Text
	if f.Whole != "" {
		text = f.Whole
	}
	text = strings.Map(plain, strings.TrimSpace(text))
	return keptMark + strings.Map(plain, f.Key) + ": " + strings.ReplaceAll(text, "\n", "\n"+moreMark) + "\n"
}

// plain leaves out what no note of a TOML file may hold.
func plain(r rune) rune {
	if unicode.IsControl(r) && r != '\t' && r != '\n' || r == unicode.ReplacementChar {
		return '?'
	}
	return r
}

// kept reads the notes that Keep has written.
func kept(text string) []Fault {
	var faults []Fault
	var last strings.Builder // the text of the last of them
	line := 0
	for row := range strings.Lines(text) {
		line++
		row = strings.TrimRight(row, "\r\n")
		note, first := strings.CutPrefix(row, keptMark)
		more, further := strings.CutPrefix(row, moreMark)
		switch {
		case first:
			closeNote(faults, &last)
			key, what, _ := strings.Cut(note, ": ")
			faults = append(faults, Fault{Line: line, Key: key, Why: KeptAside})
			last.WriteString(what)
		case further && len(faults) > 0:
			last.WriteString("\n" + more)
		}
		if !first && !further {
			break // they stand at the top
		}
	}
	closeNote(faults, &last)
	return faults
}

// closeNote gives the last of faults its text.
func closeNote(faults []Fault, text *strings.Builder) {
	if len(faults) > 0 {
		faults[len(faults)-1].Text = text.String()
	}
	text.Reset()
}

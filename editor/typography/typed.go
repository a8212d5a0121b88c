package typography

import (
	"strings"
	"unicode/utf8"
)

// Typed returns what to set as a key falls: before is the line up to the caret, whose last
// letter was typed, and after is the rest of it. A quotation mark is set when it is typed, a
// hyphen between words with the space behind it, a space with the letter or the word that
// follows. The edits lie in before, their places are from its beginning; what stands
// further away is left alone, so that what was taken back stays as somebody wants it.
func (t Typesetter) Typed(before, after string) []Edit {
	last, size := utf8.DecodeLastRuneInString(before)
	switch last {
	case '"':
		edits := t.typedQuote(before[:len(before)-size], after)
		if edits == nil {
			return nil
		}
		return append(t.typedSpace(Apply(before, edits), after), edits...)
	case ' ':
		if e := t.typedDash(before, after); e != nil {
			return e
		}
	}
	return t.typedSpace(before, after)
}

// typedQuote sets a quotation mark behind a piece of a line. It opens where nothing that it
// could close stands before it.
func (t Typesetter) typedQuote(before, after string) []Edit {
	s := setter{tokens: tokens(before + after)}
	depth := strings.Count(before, "«") + strings.Count(before, "„") - strings.Count(before, "»")
	if english := s.tokens[0].english; english {
		depth = strings.Count(before, "“") + strings.Count(before, "‘") - strings.Count(before, "”")
	} else {
		depth -= strings.Count(before, "“")
	}
	left, _ := utf8.DecodeLastRuneInString(before)
	at := utf8.RuneCountInString(before)
	behind := tokens(before)
	last := behind[len(behind)-1]
	switch {
	case last.kind == literal && (depth <= 0 || isOfAddress(before[last.start:])):
		return nil
	case before == "" || last.kind != literal && !s.holds(left) || left == '\u00a0' || left == '“' && s.tokens[0].english:
		return []Edit{{Quotes, at, `"`, quoteForms(s.tokens[0].english, max(0, depth))[0]}}
	case depth > 0:
		return []Edit{{Quotes, at, `"`, quoteForms(s.tokens[0].english, depth-1)[1]}}
	}
	return nil // inches, or the end of what nobody began
}

// isOfAddress reports whether a mark behind an address is part of it, and not the one that closes
// the quotation it stands in.
func isOfAddress(address string) bool {
	return strings.ContainsAny(address[len(address)-1:], "=?&(") || withClosing(address+`"`, len(address)) > len(address)
}

// typedDash sets the hyphen, or the two, before the space that was typed.
func (t Typesetter) typedDash(before, after string) []Edit {
	if !strings.HasSuffix(before, "- ") {
		return nil
	}
	length := utf8.RuneCountInString(before)
	var edits []Edit
	for _, e := range t.near(before, probe(after)) {
		if e.End() == length-1 && e.Kind == Dashes || e.End() >= length-3 && e.End() < length-1 && e.Kind == NoBreak {
			edits = append(edits, e)
		}
	}
	if len(edits) == 0 || edits[len(edits)-1].Kind != Dashes {
		return nil
	}
	return edits
}

// typedSpace sets the space before the letter that was typed, or before the word that it
// ends.
func (t Typesetter) typedSpace(before, after string) []Edit {
	end := len(before)
	last, size := utf8.DecodeLastRuneInString(before)
	if !isLetter(last) && (last < '0' || last > '9') && last != '«' && last != '„' {
		word := strings.TrimRightFunc(before[:end-size], func(r rune) bool { return isLetter(r) || r >= '0' && r <= '9' })
		if len(word) == end-size {
			return nil
		}
		end = len(word)
	} else {
		end -= size
	}
	if !strings.HasSuffix(before[:end], " ") {
		return nil
	}
	at := utf8.RuneCountInString(before[:end]) - 1
	for _, e := range t.near(before, after) {
		if e.Kind == NoBreak && e.At == at && e.Old == " " {
			return []Edit{e}
		}
	}
	return nil
}

// near returns the edits of what stands around the caret, without the rest of a long line.
func (t Typesetter) near(before, after string) []Edit {
	const reach = 240 // bytes
	skipped := 0
	if from := len(before) - reach; from > 0 {
		if at := strings.IndexByte(before[from:], ' '); at >= 0 {
			skipped = utf8.RuneCountInString(before[:from+at])
			before = before[from+at:]
		}
	}
	if len(after) > reach {
		if at := strings.LastIndexByte(after[:reach], ' '); at > 0 {
			after = after[:at]
		}
	}
	edits := t.Edits(before + after)
	for i := range edits {
		edits[i].At += skipped
	}
	return edits
}

// probe is what follows a caret, or a letter that stands for what is going to be typed.
func probe(after string) string {
	if after == "" {
		return "а"
	}
	return after
}

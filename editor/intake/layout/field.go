package layout

import "strings"

// Unshown is what is lost of a field that has a code and no result, by its name: words that ask
// for others, or what its code draws; "" for one that shows nothing.
func Unshown(name string) Loss {
	switch strings.ToUpper(name) {
	case "MACROBUTTON", "GOTOBUTTON":
		return Questions
	case "EQ", "SYMBOL":
		return Objects
	}
	return ""
}

// Keeps reports whether a field keeps words for other fields, and shows none itself, by its name.
func Keeps(name string) bool {
	return strings.EqualFold(name, "SET") || strings.EqualFold(name, "ASK")
}

// Ticked is how a box of a form is written that somebody has ticked, or may tick.
func Ticked(on bool) string {
	if on {
		return "☒"
	}
	return "☐"
}

// The forms of EQ that are read in a line: a fraction, a root, and letters over others, whose last part is the text.
const (
	fraction = 'f'
	root     = 'r'
	over     = 'o'
)

// InLine is what a field draws by its code, where that is written in a line as well; "" where it is not.
func InLine(code string) string {
	name, rest, _ := strings.Cut(strings.TrimSpace(code), " ")
	open := strings.IndexByte(rest, '(')
	at := strings.LastIndex(rest[:max(open, 0)], `\`+string(over))
	if at < 0 {
		at = strings.LastIndexByte(rest[:max(open, 0)], '\\')
	}
	if !strings.EqualFold(name, "EQ") || at < 0 || at+1 >= len(rest) {
		return ""
	}
	args, whole := arguments(rest[open:])
	if !whole || len(args) < 2 || strings.ContainsAny(args[len(args)-1], `\()`) {
		return ""
	}
	simple := !strings.ContainsAny(args[0], `\()`) && len(args) == 2
	switch last := args[len(args)-1]; {
	case rest[at+1] == over:
		return last
	case rest[at+1] == fraction && simple:
		return args[0] + "/" + last
	case rest[at+1] == root && simple && args[0] == "":
		return "√" + last
	}
	return ""
}

// arguments parts what stands in brackets, by commas or, as a language may have it, semicolons; whole is false where more
// follows behind them, or they do not end.
func arguments(text string) (args []string, whole bool) {
	depth, from := 0, 1
	for at, c := range text {
		switch {
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				return append(args, strings.TrimSpace(text[from:at])), strings.TrimSpace(text[at+1:]) == ""
			}
		case (c == ',' || c == ';') && depth == 1:
			args, from = append(args, strings.TrimSpace(text[from:at])), at+1
		}
	}
	return nil, false
}

package crash

import (
	"path"
	"strings"

	"communique/editor/regexp"
)

// The lines of a Go stack that say where and nothing else. Whatever is none of
// them is left out.
var (
	goroutine = regexp.MustCompile(`^(goroutine \d+|runtime stack:)(?: [a-z]+=\S+)*( \[[^\]]*\]:)?$`)
	called    = regexp.MustCompile(`^([\w./*()\[\]…~·%-]+)\(.*\)$`)
	createdBy = regexp.MustCompile(`^created by ([\w./*()\[\]…~·%-]+)( in goroutine \d+)?$`)
	placed    = regexp.MustCompile(`^\t(.+):(\d+)( \+0x[0-9a-f]+.*)?$`)
	// The runtime's own words, which are the same for every text.
	fatal  = regexp.MustCompile(`^(fatal error: [a-zA-Z ,.'\-]+|SIG[A-Z]+: [a-z ]+|\[signal [^"]*\])$`)
	thrown = regexp.MustCompile(`^panic: (runtime error: [a-zA-Z0-9 ,.:'\[\]*(){}\-]+)( \[recovered\])?$`)
)

// sanitise leaves of a stack, or of what the runtime writes as it dies, what
// says where in the program it happened: no words of a panic, no values of
// arguments, no folders of the computer it was built on.
func sanitise(stack string) string {
	var kept strings.Builder
	in := false // inside a goroutine, where a stack's lines are
	for line := range strings.SplitSeq(stack, "\n") {
		line = strings.TrimSuffix(line, "\r")
		if m := goroutine.FindStringSubmatch(line); m != nil {
			in = true
			kept.WriteString("\n" + m[1] + m[2] + "\n")
			continue
		}
		if line == "" {
			in = false
			continue
		}
		said, ok := aside(line)
		if in {
			said, ok = step(line)
		}
		if ok {
			kept.WriteString(said + "\n")
		}
	}
	return strings.TrimPrefix(kept.String(), "\n")
}

// aside is what is kept of a line outside a stack.
func aside(line string) (string, bool) {
	switch {
	case fatal.MatchString(line):
		return line, true
	case thrown.MatchString(line):
		return "panic: " + thrown.FindStringSubmatch(line)[1], true
	case strings.HasPrefix(line, "panic: "):
		return "panic: (its words are left out)", true
	}
	return "", false
}

// step is what is kept of a line of a stack: the function without the values it
// was called with, or the place in its file.
func step(line string) (string, bool) {
	if m := createdBy.FindStringSubmatch(line); m != nil {
		return "created by " + m[1] + m[2], true
	}
	if m := placed.FindStringSubmatch(line); m != nil {
		return "\t" + lastTwo(m[1]) + ":" + m[2], true
	}
	if m := called.FindStringSubmatch(line); m != nil {
		return m[1] + "(…)", true
	}
	return "", false
}

// lastTwo is a file with its folder, which tell which it is.
func lastTwo(file string) string {
	file = strings.ReplaceAll(file, `\`, "/")
	return path.Join(path.Base(path.Dir(file)), path.Base(file))
}

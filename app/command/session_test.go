package command

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestMain sets the clock's zone, in which the program tells times: another
// than UTC, to see which is which.
func TestMain(m *testing.M) {
	time.Local = time.FixedZone("", 6*60*60)
	os.Exit(m.Run())
}

// session is a person at the command line: commands, one after another, in a
// folder with what stock lays there.
//
// Words stand between spaces, or in apostrophes; «< file» gives a file to
// standard input. «cat FILE…» and «ls DIR» show what the commands have written.
type session struct {
	stock func(*office)
	lines []string
}

// played is what came of one line.
type played struct {
	line, out, told string
	status          int
	writes          int // to standard output
}

// play types the lines, with room for so many writes to standard output each.
func (s session) play(t *testing.T, language string, room func(i int) int) []played {
	t.Helper()
	o := newOffice(t)
	o.language = language
	t.Chdir(o.dir)
	o.flags = []string{}
	o.env = map[string]string{"COMMUNIQUE_LIBRARY": "library.db", "COMMUNIQUE_CONFIG": "config"}
	if s.stock != nil {
		s.stock(o)
	}
	var all []played
	for i, line := range s.lines {
		o.now = o.now.Add(5 * time.Minute)
		out, told := &full{room: room(i)}, &bytes.Buffer{}
		p := played{line: line}
		words, input := typed(line)
		o.in = strings.NewReader(input)
		if show := shows[words[0]]; show != nil {
			show(out, words[1:])
		} else {
			p.status = o.runInto(out, told, words...)
		}
		here := strings.NewReplacer(o.dir, "/office", "\r", "␍")
		p.out, p.told, p.writes = randomUUID.ReplaceAllString(here.Replace(out.String()), "a-random-UUID"), madeNow.ReplaceAllString(here.Replace(told.String()), "${1}NOW"), out.writes
		all = append(all, p)
	}
	return all
}

// randomUUID is that of a release which was begun, not brought in (RFC 9562, version 4).
var randomUUID = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}`)

// madeNow is when a backup was written that bears the time of the disk, and not that of the session.
var madeNow = regexp.MustCompile(`(backup of |копии от )\d{2}\.\d{2}\.\d{4} \d{2}:\d{2}`)

// typed parts a line into words and what is on standard input.
func typed(line string) (words []string, input string) {
	for i, part := range strings.Split(line, "'") {
		if i%2 == 1 {
			words = append(words, part)
		} else {
			words = append(words, strings.Fields(part)...)
		}
	}
	if i := slices.Index(words, "<"); i >= 0 {
		data, err := os.ReadFile(words[i+1])
		if err != nil {
			panic(err)
		}
		return words[:i], string(data)
	}
	return words, ""
}

// shows are the lines that look at files.
var shows = map[string]func(io.Writer, []string){
	"cat": func(out io.Writer, paths []string) {
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				data = []byte(err.Error() + "\n")
			}
			_, _ = out.Write(data)
		}
	},
	"ls": func(out io.Writer, dirs []string) {
		_ = filepath.WalkDir(dirs[0], func(path string, d os.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				_, _ = fmt.Fprintln(out, filepath.ToSlash(path))
			}
			return nil
		})
	},
}

// script is how a session looks: what was typed, what was printed, «!» before
// what was told on standard error, and the exit status where it is not 0.
func script(all []played) string {
	var b strings.Builder
	for _, p := range all {
		fmt.Fprintf(&b, "$ %s\n", p.line)
		b.WriteString(p.out)
		if p.out != "" && !strings.HasSuffix(p.out, "\n") {
			b.WriteString("⏎\n")
		}
		for told := range strings.Lines(p.told) {
			b.WriteString("! " + told)
		}
		if p.status != done {
			fmt.Fprintf(&b, "= %d\n", p.status)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestSessions compares what the commands print, tell and return with what it
// was, in both languages. Then it fails the first write of each command, and
// the last: what could not be printed is told, and the status is 1.
func TestSessions(t *testing.T) {
	for name, s := range sessions {
		t.Run(name, func(t *testing.T) {
			var good []played
			for _, language := range []string{"en", "ru"} {
				good = s.play(t, language, func(int) int { return 1 << 20 })
				text := script(good)
				if strings.Contains(text, "⟦") || strings.Contains(text, "<no value>") {
					t.Error("words are missing")
				}
				t.Chdir(home)
				golden(t, filepath.Join("sessions", name+"."+language+".txt"), text)
			}
			s.playOnFullDisk(t, good, 1, func(int) int { return 0 })
			s.playOnFullDisk(t, good, 2, func(i int) int { return max(good[i].writes-1, 0) })
		})
	}
}

// playOnFullDisk plays as far as lines write so often, without room for all
// that is good.
func (s session) playOnFullDisk(t *testing.T, good []played, writes int, room func(i int) int) {
	t.Helper()
	prints := func(p played) bool {
		return p.writes >= writes && shows[strings.Fields(p.line)[0]] == nil && p.line != "--version"
	}
	for len(good) > 0 && !prints(good[len(good)-1]) {
		good = good[:len(good)-1]
	}
	s.lines = s.lines[:len(good)]
	for i, p := range s.play(t, "ru", room) {
		if prints(good[i]) && (p.status != couldNot || !strings.Contains(p.told, "/dev/stdout")) {
			t.Errorf("%s: status %d, told %q", p.line, p.status, p.told)
		}
	}
}

// home is the package's folder.
var home = func() string {
	dir, err := os.Getwd()
	if err != nil {
		panic(err)
	}
	return dir
}()

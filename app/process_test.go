package app_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// process is a program that runs, seen from outside as Linux's proc(5) tells of it.
type process struct {
	t   testing.TB
	pid int
}

// cpu is what all of its threads have had of the processors, those that ended
// included, to a hundredth of a second.
func (p process) cpu() time.Duration {
	p.t.Helper()
	const ticks = 100 // a second: USER_HZ
	stat := p.read("stat")
	fields := strings.Fields(stat[strings.LastIndex(stat, ")")+1:]) // the third field and on
	var sum int
	for _, field := range fields[11:13] { // utime, stime
		n, err := strconv.Atoi(field)
		if err != nil {
			p.t.Fatal(err)
		}
		sum += n
	}
	return time.Duration(sum) * time.Second / ticks
}

// memory is what of it lies in memory, in MB.
func (p process) memory() float64 {
	p.t.Helper()
	lines := bufio.NewScanner(strings.NewReader(p.read("smaps_rollup")))
	for lines.Scan() {
		var kb float64
		if _, err := fmt.Sscanf(lines.Text(), "Rss: %f kB", &kb); err == nil {
			return kb / 1024
		}
	}
	p.t.Fatal("no Rss among what is told of the memory")
	return 0
}

// atRest is what of it lies in memory when it has rested long enough to give back what
// it has to spare.
func (p process) atRest() float64 {
	p.t.Helper()
	const long = 7 * time.Second // the window gives back after 5
	p.rest()
	time.Sleep(long)
	return p.memory()
}

func (p process) read(name string) string {
	p.t.Helper()
	data, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(p.pid), name))
	if err != nil {
		p.t.Fatal(err)
	}
	return string(data)
}

// rest waits until the process does no more than an idle window, and returns what it
// has had of the processors by then. While it is spread over the wait, a caret may blink.
func (p process) rest() time.Duration {
	p.t.Helper()
	const (
		look = time.Second            // longer than a long draft waits to be saved
		idle = 400 * time.Millisecond // of an entry whose caret fades, on a slow computer
	)
	before := p.cpu()
	for end := time.Now().Add(patience); time.Now().Before(end); {
		time.Sleep(look)
		now := p.cpu()
		if now-before <= idle {
			return now
		}
		before = now
	}
	p.t.Fatal("it does not come to rest")
	return 0
}

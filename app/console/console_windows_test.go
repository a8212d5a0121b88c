package console

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/windows"
)

// said is what a program without a console tells of its streams.
type said struct {
	Out, Trouble bool // written to
	Console      bool // Windows has one for it
	After        bool // and still has it, after Leave
}

const tellsIn = "COMMUNIQUE_CONSOLE_TELLS"

// TestMain is such a program, where a test asks for one.
func TestMain(m *testing.M) {
	path := os.Getenv(tellsIn)
	if path == "" {
		os.Exit(m.Run())
	}
	var s said
	Attach()
	_, err := fmt.Fprintln(os.Stdout, "out")
	s.Out = err == nil
	_, err = fmt.Fprintln(os.Stderr, "trouble")
	s.Trouble = err == nil
	s.Console = hasConsole()
	Leave()
	s.After = hasConsole()
	data, err := json.Marshal(s)
	if err == nil {
		err = os.WriteFile(path, data, 0o600)
	}
	if err != nil {
		os.Exit(1)
	}
}

func hasConsole() bool {
	page, err := windows.GetConsoleCP()
	return err == nil && page != 0
}

// TestAttachAndLeave: what leads nowhere leads to the console that started the program,
// what leads to a file stays, and a window keeps no console.
func TestAttachAndLeave(t *testing.T) {
	Leave() // what go test may have been started in
	if ok, _, err := kernel32.NewProc("AllocConsole").Call(); ok == 0 {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		toFile []int // the streams that lead to files
		want   said
	}{
		"typed into a console":      {nil, said{Out: true, Trouble: true, Console: true}},
		"with its output in a file": {[]int{1}, said{Out: true, Trouble: true, Console: true}},
		"with all in files":         {[]int{0, 1, 2}, said{Out: true, Trouble: true}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			streams := make([]*os.File, 3)
			for _, n := range test.toFile {
				f, err := os.Create(filepath.Join(dir, fmt.Sprint(n)))
				if err != nil {
					t.Fatal(err)
				}
				defer func() { _ = f.Close() }()
				streams[n] = f
			}
			tells := filepath.Join(dir, "tells")
			p, err := os.StartProcess(self, []string{self}, &os.ProcAttr{
				Files: streams,
				Env:   append(os.Environ(), tellsIn+"="+tells),
				Sys:   &windows.SysProcAttr{CreationFlags: windows.DETACHED_PROCESS},
			})
			if err != nil {
				t.Fatal(err)
			}
			if state, err := p.Wait(); err != nil || !state.Success() {
				t.Fatal(state, err)
			}
			var got said
			data, err := os.ReadFile(tells)
			if err == nil {
				err = json.Unmarshal(data, &got)
			}
			if err != nil || got != test.want {
				t.Errorf("got %+v, want %+v, %v", got, test.want, err)
			}
			if streams[1] != nil {
				if data, err := os.ReadFile(streams[1].Name()); err != nil || string(data) != "out\n" {
					t.Errorf("the file has %q, %v", data, err)
				}
			}
		})
	}
}

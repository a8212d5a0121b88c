package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// unwatched are the files whose goroutines end the program without keeping the
// draft when they fail: crash starts those that are watched, and what library
// computes on every core saves nothing.
var unwatched = map[string]bool{"crash/crash.go": true, "library/sqlite/row.go": true, "provoke_crashtest.go": true}

// TestEveryGoroutineIsWatched finds goroutines that are started by anything else
// than the Go of a room's Params, which is the crash watch's.
func TestEveryGoroutineIsWatched(t *testing.T) {
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && strings.HasSuffix(path, "test") { // what tests are made with is no part of the program
			return fs.SkipDir
		}
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || unwatched[filepath.ToSlash(path)] {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if start, ok := n.(*ast.GoStmt); ok {
				t.Errorf("%s: a goroutine that nobody watches", set.Position(start.Pos()))
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

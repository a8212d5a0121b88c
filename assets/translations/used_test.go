package translations

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// use is where the program names a sentence, with the arguments it gives.
type use struct {
	at   token.Position
	name string
	args []string
	open bool // what is given is not written there
}

// program is what the source says of the sentences.
type program struct {
	set      *token.FileSet
	uses     []use
	literals map[string]bool // all strings it has
}

// TestEverySentenceIsThere: what the program says by a name, and each fact that its
// packages return, has a sentence, and each argument of that is given.
func TestEverySentenceIsThere(t *testing.T) {
	sentences, said := read(t, "ru"), source(t)
	if len(said.uses) < 300 {
		t.Fatalf("only %d uses were found", len(said.uses))
	}
	for _, u := range said.uses {
		text, ok := sentences[u.name]
		if !ok {
			t.Errorf("%s: no sentence %s", u.at, u.name)
			continue
		}
		for _, arg := range arguments(text) {
			if name := strings.Trim(arg, "{.}"); !u.open && !slices.Contains(u.args, name) {
				t.Errorf("%s: %s takes %s, which is not given", u.at, u.name, name)
			}
		}
	}
}

// TestEverySentenceIsSaid finds sentences that nothing says any more: whose name, or
// the beginning of whose name, the program does not have.
func TestEverySentenceIsSaid(t *testing.T) {
	said := source(t)
	for _, name := range slices.Sorted(maps.Keys(read(t, "ru"))) {
		if !said.has(name) && !said.has(strings.TrimPrefix(name, "error-")) {
			t.Errorf("nothing says %s", name)
		}
	}
}

func (p *program) has(name string) bool {
	if p.literals[name] {
		return true
	}
	for i, r := range name { // put together: "month-" and a number
		if r == '-' && (p.literals[name[:i+1]] || p.literals[name[i:]] || p.literals[name[:i+1]+"%d"]) {
			return true
		}
	}
	return false
}

// source reads the program's files.
func source(t *testing.T) *program {
	t.Helper()
	p := &program{set: token.NewFileSet(), literals: map[string]bool{}}
	root := filepath.Join("..", "..")
	for _, room := range []string{"app", "editor", "export", "assets"} {
		err := filepath.WalkDir(filepath.Join(root, room), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(p.set, path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, p.note)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return p
}

// note notes what a piece of source says.
func (p *program) note(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.BasicLit:
		if text, ok := literal(n); ok {
			p.literals[text] = true
		}
	case *ast.CallExpr:
		if called, ok := n.Fun.(*ast.SelectorExpr); ok && len(n.Args) > 0 {
			p.call(called.Sel.Name, n.Args)
		}
	case *ast.FuncDecl:
		if n.Name.Name == "Fact" && n.Recv != nil && n.Body != nil {
			ast.Inspect(n.Body, func(n ast.Node) bool {
				if r, ok := n.(*ast.ReturnStmt); ok && len(r.Results) == 2 {
					p.add("error-", r.Results[0], r.Results[1:])
				}
				return true
			})
		}
	}
	return true
}

// call notes a call that says something; the argument after the name holds what the
// sentence shows.
func (p *program) call(function string, args []ast.Expr) {
	switch function {
	case "Text", "text":
		p.add("", args[0], args[1:])
	case "Plural":
		if name, ok := literal(args[0]); ok {
			p.uses = append(p.uses, use{p.set.Position(args[0].Pos()), name, []string{"Count"}, false})
		}
	}
}

func (p *program) add(prefix string, name ast.Expr, args []ast.Expr) {
	text, ok := literal(name)
	if !ok {
		return
	}
	u := use{at: p.set.Position(name.Pos()), name: prefix + text}
	for _, arg := range args {
		switch arg := arg.(type) {
		case *ast.CompositeLit:
			for _, e := range arg.Elts {
				key, _ := literal(e.(*ast.KeyValueExpr).Key)
				u.args = append(u.args, key)
			}
		case *ast.Ident:
			u.open = arg.Name != "nil"
		default:
			u.open = true
		}
	}
	p.uses = append(p.uses, u)
}

func literal(e ast.Expr) (string, bool) {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(l.Value)
	return text, err == nil
}

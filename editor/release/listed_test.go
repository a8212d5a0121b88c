package release

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"testing"
)

// TestEveryConstantIsListed reads the source: who adds a kind, a field, a part or a style
// and not to its list reads here where that stands.
func TestEveryConstantIsListed(t *testing.T) {
	lists := map[string][]string{
		"Kind": texts(Kinds()), "Status": texts(Statuses()), "PhoneKind": texts(PhoneKinds()), "BlockKind": texts(BlockKinds()),
		"Field": texts(Fields()), "Part": texts(Parts()), "Style": texts(Styles()),
	}
	for _, file := range []string{"release.go", "block.go", "passage.go", "mark.go"} {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			kind, typed := spec.Type.(*ast.Ident)
			value, literal := spec.Values[0].(*ast.BasicLit)
			if !typed || !literal || lists[kind.Name] == nil {
				return true
			}
			if word, err := strconv.Unquote(value.Value); err != nil || !slices.Contains(lists[kind.Name], word) {
				t.Errorf("%s: the list of every %s lacks %s", file, kind.Name, spec.Names[0].Name)
			}
			return true
		})
	}
}

func texts[S ~string](all []S) []string {
	var list []string
	for _, s := range all {
		list = append(list, string(s))
	}
	return list
}

package window

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// rooms are the window's folder and those beneath it.
func rooms(t *testing.T) []string {
	t.Helper()
	found := map[string]bool{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && filepath.Ext(path) == ".go" && !strings.HasSuffix(path, "_test.go") {
			found[filepath.Dir(path)] = true
		}
		return err
	})
	if err != nil || len(found) == 0 {
		t.Fatal(found, err)
	}
	return slices.Sorted(maps.Keys(found))
}

// source parses the files of folders, tests left out.
func source(t *testing.T, dirs ...string) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	for _, dir := range dirs {
		paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil || len(paths) == 0 {
			t.Fatal(dir, err)
		}
		for _, path := range paths {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			files[path] = file
		}
	}
	return files
}

// TestEveryDialogIsAudited finds the functions that make dialogs, and who of them
// is missing among those that are tried with the keyboard.
func TestEveryDialogIsAudited(t *testing.T) {
	audited := map[string]bool{}
	for _, d := range everyDialog {
		audited[d.by] = true
	}
	made := map[string]bool{}
	for _, file := range source(t, append(rooms(t), filepath.Join("..", "chooser"))...) {
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if call, ok := n.(*ast.SelectorExpr); ok && call.Sel.Name == "New" {
					if of, ok := call.X.(*ast.SelectorExpr); ok && strings.EqualFold(of.Sel.Name, "dialogs") {
						made[file.Name.Name+"."+f.Name.Name] = true
					}
				}
				return true
			})
		}
	}
	for name := range made {
		if !audited[name] {
			t.Errorf("%s makes a dialog that everyDialog does not have", name)
		}
	}
	for name := range audited {
		if !made[name] {
			t.Errorf("everyDialog has %s, which makes none", name)
		}
	}
}

// What a person works with comes from editor/controls, and dialogs from the base
// in screen: Fyne's own can be neither named nor left with Escape, and Tab goes
// through a Border from the middle.
func TestNoControlIsFynesOwn(t *testing.T) {
	allowed := map[string][]string{
		"widget": {
			"BaseWidget", "NewLabel", "NewLabelWithStyle", "Label", "RichText", "NewRichText", "RichTextStyle", "RichTextSegment", "TextSegment",
			"RichTextStyleInline", "RichTextStyleParagraph", "NewSeparator", "NewIcon", "NewProgressBar", "ProgressBar", "NewSimpleRenderer",
			"Icon", "PopUp", "NewModalPopUp", "NewPopUp", "ShowPopUpMenuAtRelativePosition", "ListItemID",
			"Importance", "LowImportance", "MediumImportance", "HighImportance", "DangerImportance", "WarningImportance", "ButtonAlignLeading",
		},
		"dialog": {},
	}
	for path, file := range source(t, append(rooms(t), filepath.Join("..", "chooser"), filepath.Join("..", "..", "editor", "surface"))...) {
		ast.Inspect(file, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			of, ok := s.X.(*ast.Ident)
			if !ok {
				return true
			}
			if names, checked := allowed[of.Name]; checked && !slices.Contains(names, s.Sel.Name) {
				t.Errorf("%s: %s.%s", path, of.Name, s.Sel.Name)
			}
			if of.Name == "container" && s.Sel.Name == "NewBorder" || s.Sel.Name == "Selectable" {
				t.Errorf("%s: %s.%s", path, of.Name, s.Sel.Name)
			}
			return true
		})
	}
}

// TestOneTheme: nothing has a theme of its own, for which Fyne would load each of its faces
// once more: seven megabytes.
func TestOneTheme(t *testing.T) {
	for path, file := range source(t, append(rooms(t), filepath.Join("..", "chooser"), filepath.Join("..", "..", "editor", "controls"))...) {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.SelectorExpr); ok && call.Sel.Name == "NewThemeOverride" {
				t.Errorf("%s overrides the theme", path)
			}
			return true
		})
	}
}

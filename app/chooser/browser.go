package chooser

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/editor/controls"
)

// browser is the window's own chooser. Fyne's cannot be left with Escape once
// something in it has the keyboard, and shows English names.
type browser struct {
	chooser *Chooser
	request Request
	dir     string
	found   []row // all that is in it
	rows    []row // those that are shown
	looking *look // at the disk; nil for none, and answers to others are dropped

	path   *controls.Entry
	list   *rowList
	all    *controls.Check
	fault  *controls.Wrapped
	dialog *screen.Dialog
}

// row is a file or a folder in the list.
type row struct {
	name   string
	folder bool
}

// up is the row that leads to the folder above.
const up = ".."

// browse asks in the window.
func (c *Chooser) browse(r Request) {
	w, keys := c.params.Words(), c.params.Keys
	b := &browser{chooser: c, request: r, path: keys.NewEntry(), fault: screen.Wrapped("")}
	b.path.SetName(w.Text("chooser-path"))
	b.path.OnSubmitted = func(string) { b.submit() }
	b.path.OnKey = func(key fyne.KeyName) bool {
		if key == fyne.KeyDown {
			c.params.Window.Canvas().Focus(b.list)
		}
		return key == fyne.KeyDown
	}
	b.list = newRowList(b)
	b.list.SetName(r.Title)
	b.all = keys.NewCheck(w.Text("chooser-all"), func(bool) { b.sift() })
	kinds := widget.NewLabel("")
	if len(r.Filters) > 0 {
		kinds.SetText(r.Filters[0].Name)
	}
	kinds.Wrapping = fyne.TextWrapWord
	b.fault.Importance, b.fault.Hidden = widget.DangerImportance, true
	kinds.Hidden, b.all.Hidden = len(r.Filters) == 0, len(r.Filters) == 0

	b.dialog = c.params.Dialogs.New(r.Title, controls.Border(b.path, container.NewVBox(b.fault, kinds, b.all), nil, nil, b.list), w.Text("button-cancel"))
	b.dialog.OnNo(b.close)
	b.dialog.Yes(r.Confirm, nil, b.confirm)
	b.dialog.Show(fyne.NewSize(820, 600), b.path)
	b.begin()
}

func (b *browser) close() {
	b.looking = nil // nothing that is still looked at is wanted
	b.dialog.Close()
}

// look is a question to the disk.
type look struct {
	typed   string // what stood in the entry
	entered bool   // a person entered it: only another that is entered takes its place
	next    func() // enters the name that was entered before the folder of that was there; nil for none
}

// goOn enters the name that has waited.
func (l *look) goOn() {
	if l.next != nil {
		l.next()
	}
}

// begin looks at the folder to begin in.
func (b *browser) begin() {
	b.ask(&look{}, func() string { return b.chooser.params.Start(b.request.Last) }, b.listed)
}

// show looks at a path.
func (b *browser) show(path string, then func(seen)) {
	b.ask(&look{}, func() string { return path }, then)
}

// enter looks at what a person entered. A name waits for the folder that is on its way. The entry
// is ready for the next name: what is typed before the answer must not find itself at the end
// of this one.
func (b *browser) enter(typed string, then func(seen)) {
	if l := b.looking; l != nil && !filepath.IsAbs(typed) {
		if !l.entered || l.typed != typed || b.path.SelectedText() == "" { // it is another than the one on its way, or was typed again
			l.next = func() { b.enter(typed, then) }
		}
		return
	}
	path := b.absolute(typed)
	b.path.SelectAll()
	b.ask(&look{entered: true}, func() string { return path }, then)
}

// seen is what is at a path.
type seen struct {
	look   *look
	path   string
	folder bool
	rows   []row
	err    error
}

// ask reads what is at a path, away from the UI goroutine.
func (b *browser) ask(l *look, path func() string, then func(seen)) {
	if b.looking != nil && b.looking.entered && !l.entered {
		return
	}
	l.typed = b.path.Text
	b.looking = l
	b.chooser.params.Go(func() {
		s := see(path())
		s.look = l
		b.chooser.params.Do(func() {
			if b.looking == l {
				b.looking = nil
				then(s)
			}
		})
	})
}

// isWanted reports whether a row is shown.
func (b *browser) isWanted(r row) bool {
	var endings []string
	if len(b.request.Filters) > 0 && !b.all.Checked {
		endings = b.request.Filters[0].Endings
	}
	return r.folder || !b.request.Folder && (len(endings) == 0 || slices.Contains(endings, strings.ToLower(filepath.Ext(r.name))))
}

func see(path string) seen {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		return seen{path: path, err: err}
	}
	entries, err := os.ReadDir(path)
	s := seen{path: path, folder: true, err: err}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		r := row{e.Name(), e.IsDir()}
		if e.Type()&fs.ModeSymlink != 0 {
			info, err := os.Stat(filepath.Join(path, e.Name()))
			r.folder = err == nil && info.IsDir()
		}
		s.rows = append(s.rows, r)
	}
	slices.SortFunc(s.rows, func(x, y row) int {
		if x.folder != y.folder {
			return cmp.Compare(rank(x), rank(y))
		}
		return cmp.Compare(strings.ToLower(x.name), strings.ToLower(y.name))
	})
	if filepath.Dir(path) != path {
		s.rows = slices.Insert(s.rows, 0, row{up, true})
	}
	return s
}

// rank puts folders before files.
func rank(r row) int {
	if r.folder {
		return 0
	}
	return 1
}

// listed shows a folder.
func (b *browser) listed(s seen) {
	if b.failed(s) {
		return
	}
	b.dir, b.found = s.path, s.rows
	b.sift()
	if b.path.Text == s.look.typed { // the person has not gone on typing
		b.path.SetText(b.dir)
		// What is typed or pasted next is the whole path, or a name in this folder: a person
		// who was faster than the disk must not find it at the end of another path.
		b.path.SelectAll()
	}
	s.look.goOn()
}

// sift lists what is wanted of the folder.
func (b *browser) sift() {
	b.rows = nil
	for _, r := range b.found {
		if b.isWanted(r) {
			b.rows = append(b.rows, r)
		}
	}
	b.list.UnselectAll()
	b.list.Refresh()
	b.list.ScrollToTop()
}

// failed shows what went wrong, and reports whether anything did.
func (b *browser) failed(s seen) bool {
	b.fault.Hidden = s.err == nil
	if s.err != nil {
		b.fault.SetText(b.chooser.params.Words().Error(s.err))
		if b.path.Text == s.look.typed {
			b.path.CaretToEnd() // to be mended
		}
	}
	b.fault.Refresh()
	return s.err != nil
}

// absolute is what a person typed, seen from the folder that is shown.
func (b *browser) absolute(typed string) string {
	if filepath.IsAbs(typed) {
		return filepath.Clean(typed)
	}
	return filepath.Join(b.dir, typed)
}

// into goes into a folder; of a file nothing comes.
func (b *browser) into(path string) {
	b.show(b.absolute(path), func(s seen) {
		if s.folder {
			b.listed(s)
			return
		}
		s.look.goOn()
	})
}

// submit goes into a folder, or chooses what is shown or a file.
func (b *browser) submit() {
	b.enter(b.path.Text, func(s seen) {
		if s.folder && s.path != b.dir {
			b.listed(s)
			return
		}
		b.choose(s)
	})
}

// confirm chooses what stands in the path.
func (b *browser) confirm() { b.enter(b.path.Text, b.choose) }

func (b *browser) choose(s seen) {
	switch {
	case b.failed(s):
	case s.folder == b.request.Folder:
		b.close()
		b.request.Chosen([]string{s.path})
	case !s.folder:
		b.refuse(s, syscall.ENOTDIR)
	case s.path == b.dir:
		b.refuse(s, syscall.EISDIR) // its list is there already: to show it anew would look as if nothing had been pressed
	default:
		b.listed(s)
	}
}

// refuse says that something else is wanted than what was chosen.
func (b *browser) refuse(s seen, err error) {
	s.err = &fs.PathError{Op: "open", Path: s.path, Err: err}
	b.failed(s)
}

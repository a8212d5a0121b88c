// Package window is the main window: library, drafting pane and preview side
// by side, the menu with its shortcuts, and the dialogs. It brings the panes
// and the rooms below together and computes nothing itself.
package window

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"communique/app/appearance"
	"communique/app/archive"
	"communique/app/chooser"
	"communique/app/chooser/system"
	"communique/app/clipboard"
	"communique/app/crash"
	"communique/app/library"
	"communique/app/settings"
	"communique/app/viewer"
	"communique/app/window/background"
	"communique/app/window/backups"
	"communique/app/window/claims"
	"communique/app/window/drafting"
	"communique/app/window/exporting"
	"communique/app/window/files"
	"communique/app/window/history"
	"communique/app/window/inspector"
	"communique/app/window/look"
	"communique/app/window/lookup"
	"communique/app/window/mentions"
	"communique/app/window/panes"
	"communique/app/window/photograph"
	"communique/app/window/places"
	"communique/app/window/preview"
	"communique/app/window/releases"
	"communique/app/window/saving"
	"communique/app/window/screen"
	"communique/app/window/searching"
	"communique/app/window/shared"
	"communique/app/window/trash"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/editing"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/snippet"
	"communique/editor/spelling"
	"communique/editor/template"
	"communique/export"
	"communique/export/page"
	"communique/export/style"
)

// Store is what the window needs of the library.
type Store interface {
	saving.Store
	claims.Claimer
	archive.Store
	archive.MergeStore
	history.Store
	mentions.Store
	photograph.Store
	releases.Store
	trash.Store
	Get(ctx context.Context, id int64) (release.Release, library.Entry, error)
	Duplicate(ctx context.Context, id int64) (library.Entry, error)
	NoteChecked(ctx context.Context, id, revision int64, findings int) error
	Changes(ctx context.Context) ([]library.Change, error)
	Unwritable() error

	Trash(ctx context.Context, ids ...int64) error
	Restore(ctx context.Context, ids ...int64) error
}

// Params are what a Window needs.
type Params struct {
	App      fyne.App
	Store    Store
	Keeper   library.Keeper // nil where the library is looked after elsewhere
	Settings settings.Settings
	// SaveSettings keeps what was changed of the settings, known being how they
	// were and wanted how they are to be; it returns them with what others have
	// changed. Without an error, or with a *settings.ConflictError, they are durable.
	SaveSettings func(known, wanted settings.Settings) (settings.Settings, error)
	// Reread reads the settings and registers where others have changed them
	// since it was last called; the error tells of lines that cannot be read.
	Reread func() (settings.Settings, register.Registers, bool, error)
	// RereadWords reports whether others have changed the office's words since it was asked
	// last; nil where nobody can have. It is called on one goroutine.
	RereadWords func() bool
	// Places is where the person was in releases; SavePlaces changes that on the disk, and
	// is nil where it is not kept.
	Places     settings.Places
	SavePlaces func(change func(settings.Places) settings.Places) error
	// Forget lets go of what could not be read of the settings and registers.
	Forget func() error
	// Office returns what the forms take from the office, and what is wrong with it.
	Office func(settings.Settings) (export.Office, settings.Troubles)
	// Words returns the words of an interface language; "" is the system's.
	Words func(language string) *translations.Words
	// Registers are the people, organisations and places to write about;
	// SaveRegisters keeps what was changed of them, as SaveSettings does, and
	// returns the cards that others have changed too.
	Registers     register.Registers
	SaveRegisters func(known, wanted register.Registers) (register.Registers, []register.Conflict, error)
	// Speller makes what checks the spelling, with the registers' names and the office's
	// own words; an error beside it tells of words and dictionaries that cannot be read.
	// AddWord keeps a word as the office's own. Both are called away from the UI goroutine.
	Speller func(register.Registers, grammar.House) (*spelling.Checker, error)
	AddWord func(word string) error
	// Templates returns the templates to choose from, the user's own included.
	Templates func() (template.Set, error)
	// SaveTemplate keeps a template as the office's own; DropTemplate puts the
	// office's own aside, so that the shipped one is back.
	SaveTemplate, DropTemplate func(template.Template) error
	// Snippets reads the office's snippets: those that can be read, and an error beside
	// them that tells of the others. ChangeSnippets changes them as they are on the disk
	// by then. Both are called away from the UI goroutine.
	Snippets       func() (snippet.Set, error)
	ChangeSnippets func(change func(snippet.Set) (snippet.Set, error)) (snippet.Set, error)
	// CopyBoth puts plain text and HTML on the clipboard together; an error where
	// the system cannot.
	CopyBoth func(text, html string) error
	// ReadClipboard takes what lies on the clipboard: clipboard.Read. It is called away
	// from the UI goroutine.
	ReadClipboard func(ctx context.Context) (clipboard.Contents, error)
	// Styles lists the house styles; Style reads one, "" being the plain one.
	Styles func() ([]string, error)
	Style  func(name string) (style.Style, error)
	Now    func() time.Time
	// Do runs a function on the UI goroutine: fyne.Do. (The test driver's own
	// runs it wherever it is called.)
	Do func(func())
	// Ask asks for files in the system's chooser: system.Ask. An error leaves it to
	// the window's own.
	Ask func(ctx context.Context, q system.Question) ([]string, error)
	// Documents is the folder of the person's documents.
	Documents string
	// Modifier returns the modifiers that are held now: Ctrl, Shift.
	Modifier func() fyne.KeyModifier
	// Physical returns the digit or the sign that a Latin keyboard has at a
	// scancode; KeyUnknown for other keys.
	Physical func(scancode int) fyne.KeyName
	// Go runs a function on a goroutine of its own. A panic there is not let to
	// take what was typed with it.
	Go func(func())
	// Tidy gives memory back after a rest; it is called away from the UI goroutine.
	Tidy func()
	// OpenFile opens a file or a folder in the system's own program, and returns
	// when the system has said how that went. It is called away from the UI goroutine.
	OpenFile func(path string) error
	// Appearance asks the system how programs are to look; it is called away from the
	// UI goroutine. ReduceMotion hears whether nothing is to move that need not.
	Appearance   func(ctx context.Context) appearance.Preferences
	ReduceMotion func(reduced bool)
	// Version is the program's; Packages are the kinds of packages that a newer one can be
	// installed from, and Downloads is the folder to put such a package in.
	Version   string
	Packages  []string
	Downloads string
	// Reports are what is left of faults that the person does not know of; Told
	// notes that one is known.
	Reports []crash.Report
	Told    func(crash.Report) error
	// LibraryPath is the library's file, to be told where it lies.
	LibraryPath string
	// Trouble is what start-up has to tell: nil, or why the settings were not read.
	Trouble error
}

// The waits that typing sets off. A draft is on the disk well within a second of the
// first key, or it is told that it is not: at once where a save fails, and where the disk
// does not answer, within saveDelay and savePatience. A long draft waits twice as long: to
// save it takes as much as several keys do.
const (
	saveDelay    = 400 * time.Millisecond
	longDelay    = 2 * saveDelay
	longDraft    = 50_000 // characters
	savePatience = 2500 * time.Millisecond
	retryDelay   = 3 * time.Second
	placesDelay  = time.Second // from a move of the caret until its place is kept
)

// Window is the main window. Everything but the saver runs on
// the UI goroutine.
type Window struct {
	params   Params
	win      fyne.Window
	base     screen.Base // what screens are made with, in the words of now
	keys     *controls.Keyboard
	dialogs  *screen.Dialogs
	words    *translations.Words
	settings settings.Settings
	office   *export.Office    // what the forms take from it; nil until it is read
	troubles settings.Troubles // what is wrong with that

	registers register.Registers // as the writes have them

	sharedSettings *shared.Value[settings.Settings]
	writes         *shared.Writes
	cards          *shared.Kept[register.Registers] // belongs to the goroutine of the writes
	setting        bool                             // the settings are open
	gone           register.Registers               // cards that others took away, which were told last
	unread         error                            // of what others wrote last

	lookup    *lookup.Lookup
	listAgain func() // lists the registers anew where they are open

	library   *releases.Pane
	pane      *drafting.Pane
	inspector *inspector.Inspector
	search    *searching.Bar
	preview   *preview.Preview
	middle    *fyne.Container                                  // the drafting pane, or what to do while there is none
	welcome   fyne.Focusable                                   // the first field of the welcome page; nil before it was asked for
	answers   func() (settings.Organisation, settings.Contact) // what stands on the welcome page; nil where that is not shown
	panes     *panes.Panes
	commands  *fyne.MainMenu
	ticks     []tick
	notice    *screen.Notice
	chooser   *chooser.Chooser
	files     *files.Files
	clipboard *exporting.Clipboard

	theme  *look.Theme
	system appearance.Preferences // the system's, as they were told last

	doc      *document      // on the screen; nil for none
	asked    *screen.Dialog // asked last about doc, or about one before; nil for none
	away     []*document    // put away, and on their way to the disk
	places   *places.Places // where the person was in releases
	claims   *claims.Claims
	saver    *saving.Saver[*document]
	told     told
	follower *preview.Follower

	openings *background.Questions // the release that is to be on the screen
	others   *background.Questions // what others have changed
	waiting  *background.Questions // a release on the screen that another has
	offices  *background.Questions // what the forms take from the office
	leaving  *background.Questions // whether the window may close
	repairs  *background.Questions // the draft with all repairs made

	toText      bool // the text was asked for since a release was
	sought      sought
	unlisted    bool // the library has another text than the list of it shows
	claimTimer  *background.Timer
	othersTimer *background.Timer
	caredFor    string // the day of the last daily care
	watch       *backups.Watch
	textTimer   *background.Timer
	panesTimer  *background.Timer
	piece       editing.Fragment // of the text, that was copied last
	copies      viewer.Copies    // of what was printed
}

// New builds the window; Show brings it on the screen.
func New(params Params) *Window {
	w := &Window{params: params, settings: params.Settings, registers: params.Registers, listAgain: func() {}, theme: look.New("", false), claims: claims.New(params.Store, params.Go)}
	for _, questions := range []**background.Questions{&w.openings, &w.waiting, &w.others, &w.offices, &w.leaving, &w.repairs} {
		*questions = background.New(params.Go, params.Do)
	}
	for _, timer := range []**background.Timer{&w.claimTimer, &w.othersTimer, &w.textTimer, &w.panesTimer} {
		*timer = background.NewTimer(params.Do)
	}
	w.share()
	w.watch = backups.NewWatch(w.backups)
	w.places = w.newPlaces()
	w.follower = w.newFollower()
	w.lookup = w.newLookup()
	params.App.Lifecycle().SetOnEnteredForeground(func() {
		w.lookAgain()
		w.AskAppearance()
	})
	w.saver = saving.New(params.Store, saving.Times{Retry: retryDelay, Patience: savePatience}, params.Go, func(o outcome) { params.Do(func() { w.saved(o) }) })
	w.win = params.App.NewWindow(programName)
	w.win.SetMaster()
	w.win.SetPadded(false)
	w.win.SetCloseIntercept(w.quit)
	w.win.SetOnDropped(w.dropped)
	w.listen()
	w.notice = screen.NewNotice(screen.NoticeParams{Keys: w.keys, Now: params.Now, Settle: w.dialogs.Settle})
	w.base = screen.Base{
		Keys: w.keys, Dialogs: w.dialogs, Canvas: w.win.Canvas(), Colours: w.textColours, Loading: background.New(params.Go, params.Do),
		Tell: w.tell, Fail: w.fail, Go: params.Go, Do: params.Do,
	}
	size := fyne.NewSize(1280, 800)
	if w.settings.Window.Width > 0 && w.settings.Window.Height > 0 {
		size = fyne.NewSize(float32(w.settings.Window.Width), float32(w.settings.Window.Height))
	}
	w.chooser = w.newChooser()
	w.clipboard = &exporting.Clipboard{System: params.App.Clipboard(), Both: params.CopyBoth}
	w.showTheme()
	w.build()
	w.win.Resize(size)
	return w
}

// Show brings the window up with the library and, the first time, the welcome page.
func (w *Window) Show() {
	w.library.Reload()
	w.watchOthers()
	w.win.Show()
	w.reopen()
	w.careDaily()
	w.AskAppearance()
	if w.params.Keeper != nil {
		w.watch.FindShared()
		w.watch.FindLeft()
	}
	if n := len(w.params.Reports); n > 0 {
		w.tellFault(w.params.Reports[n-1])
	}
	w.isWritable()
	if w.params.Trouble != nil {
		w.fail(w.params.Trouble)
	}
}

// build makes the panes in the language of the settings; it is called again when
// that changes.
func (w *Window) build() {
	w.words = w.params.Words(w.settings.Language)
	w.base.Words = w.words
	w.files = w.newFiles()
	w.library = w.newLibrary()
	if w.pane != nil {
		w.pane.Close()
	}
	w.preview = preview.New(w.keys, w.words, preview.Actions{
		GoTo: func(at page.Source) { w.goTo(at.Position) }, Paint: w.follower.Repaint, Print: w.print,
	})
	w.search = w.newSearch()
	w.pane = w.newPane()
	w.inspector = w.newInspector()
	w.middle = container.NewStack()
	w.panes = w.newPanes()
	w.notice.Stand(w.words, w.pane.Status(), w.panes.Sides)
	w.readOffice()
	w.commands = w.menu()
	w.showMenu()
	panes := container.New(layout.NewCustomPaddedLayout(0, -theme.Padding(), 0, 0), w.panes.Object()) // down to the status line, from which a border parts them
	w.win.SetContent(container.NewStack(controls.Border(nil, w.pane.Status(), nil, nil, panes), w.notice.Object()))
	w.showMiddle()
}

// showMiddle shows the draft, the welcome page, or what to do next.
func (w *Window) showMiddle() {
	var content fyne.CanvasObject
	if w.doc != nil {
		w.keepTyped()
	}
	w.answers = nil
	switch {
	case w.doc != nil:
		content = w.pane.Object()
	case !w.settings.Welcomed:
		content = w.welcomePage()
	default:
		content = w.emptyPage()
	}
	if status := w.pane.Status().(*fyne.Container); status.Hidden != (w.doc == nil) {
		status.Hidden = w.doc == nil
		w.notice.Fit()
	}
	w.showTitle()
	if shown := []fyne.CanvasObject{content}; !slices.Equal(w.middle.Objects, shown) { // to draw all anew takes longer than to open a release
		w.middle.Objects = shown
		w.middle.Refresh()
	}
	w.arrange()
	w.showTicks()
	if w.doc != nil {
		w.pane.Open(w.doc.session)
		w.inspector.Open(w.doc.session)
		w.setReadOnly(w.doc.reading)
		w.showSaved()
		w.follower.Begin()
	}
	w.dialogs.Settle()
}

func (w *Window) text(name string, args ...map[string]any) string {
	return w.words.Text(name, args...)
}

func (w *Window) contacts() []inspector.Contact {
	var contacts []inspector.Contact
	for _, c := range w.settings.Contacts {
		contacts = append(contacts, inspector.Contact{Title: c.Label(), Contact: c.Release()})
	}
	return contacts
}

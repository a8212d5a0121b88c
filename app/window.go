package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"communique/app/appearance"
	"communique/app/chooser/system"
	"communique/app/clipboard"
	"communique/app/crash"
	"communique/app/graphics"
	"communique/app/library/sqlite"
	"communique/app/memory"
	"communique/app/messagebox"
	"communique/app/settings"
	"communique/app/temporary"
	"communique/app/update"
	"communique/app/viewer"
	"communique/app/window"
	"communique/app/window/look"
	"communique/app/window/start"
	"communique/assets/icons"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/snippet"
	"communique/editor/spelling"
	"communique/editor/template"
	"communique/export"
	"communique/export/style"
)

// windowGC makes the collector start twice as often as by default: a window
// waits for keys nearly all of its day, and lies in memory for all of it.
const windowGC = 50

// program is one run of the window.
type program struct {
	about  manifest
	getenv func(string) string
	by     opener // of the library that it is started with
	app    motionApp
	watch  *crash.Watch
	ui     *uiQueue
	opened opened
	main   *window.Window // nil until a library is open
	shown  bool           // a window has been on the screen
	files  []string       // to be read once a library is open
	status int
	exit   func(status int) // os.Exit
}

// openWindow runs the window until it is closed, with files read into it, and returns the exit status.
func openWindow(about manifest, getenv func(string) string, by opener, files []string) int {
	if err := checkDisplay(getenv); err != nil {
		_, _ = fmt.Fprintln(os.Stderr, words("").Error(err))
		return 1
	}
	debug.SetGCPercent(windowGC)
	graphics.Prepare(getenv)
	outliveXErrors()
	if cache, err := os.UserCacheDir(); err == nil {
		_ = os.MkdirAll(cache, 0o700) // Fyne keeps its own there and complains without it
	}
	p := &program{about: about, getenv: getenv, by: by, ui: &uiQueue{run: fyne.Do}, files: files, exit: os.Exit}
	p.watch = p.newWatch()
	p.watch.UI(p.run)
	return p.status
}

// run opens the library and shows the window, or what is in the way.
func (p *program) run() {
	o, err := openBy(p.getenv, nil, p.by)
	p.speak(o)
	p.app = newApp(p.about, p.leave)
	p.app.Settings().SetTheme(look.New(o.settings.Theme, o.settings.Contrast == settings.HighContrast))
	trouble := show(p.app, func() { p.present(o, err) })
	if trouble == nil {
		p.shown = true
		p.bring()
		p.app.Run()
	}
	p.ui.end()
	p.finish()
	if trouble != nil && !graphics.Restart(p.getenv) {
		p.sayOutside(trouble)
		p.status = 1
	}
}

func newApp(about manifest, leave func()) motionApp {
	a := fyneapp.NewWithID(about.ID)
	a.SetIcon(fyne.NewStaticResource("communique.png", icons.Communique()))
	return withMotion(a, leave)
}

// leave takes the windows away, lets go of what they had and ends the program.
func (p *program) leave() {
	for _, w := range p.app.Driver().AllWindows() {
		w.Hide()
	}
	p.finish()
	p.exit(p.status)
}

// present shows the window on what was opened, or a window that tells why
// nothing was.
func (p *program) present(o opened, err error) {
	defer func() {
		fit(p.app)
		p.follow()
	}()
	p.opened = o
	if errors.Is(err, errOutdated) {
		p.update(o)
		return
	}
	if err != nil {
		p.status = 1 // unless a way out is found
		p.troubled(o, err)
		return
	}
	p.status = 0
	reports := p.reports()
	p.main = compose(p.app, o, p.about, p.watch.Go, p.ui.do, reports, p.watch.Told)
	p.main.Show()
	p.bring()
	p.watch.Go(temporary.Sweep)
}

// bring reads the files that the program was started with, once there is a window to show
// them in.
func (p *program) bring() {
	if p.shown && p.main != nil && len(p.files) > 0 {
		p.main.Import(p.files)
		p.files = nil
	}
}

// update shows how the library is brought up to date, and then the window on it.
func (p *program) update(o opened) {
	w := start.NewUpdating(start.Params{
		App: p.app, Words: words(o.settings.Language), Do: fyne.Do, Quit: p.app.Quit,
		Modifier: func() fyne.KeyModifier { return heldKeys(p.app) }, Physical: physicalKey,
	})
	w.Show()
	p.watch.Go(func() {
		o, err := openBy(p.getenv, w.Progress, p.by)
		fyne.Do(func() {
			p.present(o, err)
			w.Close()
		})
	})
}

// troubled shows why the start failed, and the ways out.
func (p *program) troubled(o opened, err error) {
	var w *start.Window
	try := func(open func() (opened, error)) {
		p.watch.Go(func() {
			o, err := open()
			p.ui.do(func() {
				p.speak(o)
				if err != nil {
					w.Tell(err, o.about())
					return
				}
				p.present(o, nil)
				w.Close()
			})
		})
	}
	w = start.New(start.Params{
		App: p.app, Words: words(o.settings.Language), Reveal: viewer.Open, Do: p.ui.do, Go: p.watch.Go,
		Modifier: func() fyne.KeyModifier { return heldKeys(p.app) }, Physical: physicalKey,
		Ask: system.Ask, Documents: settings.Documents(),
		Library: o.path != "", Quit: p.app.Quit,
		HasBackups: sqlite.HasBackups,
		Again:      func() { try(func() (opened, error) { return openBy(p.getenv, w.Progress, p.by) }) },
		Recover:    func() { try(func() (opened, error) { return openBy(p.getenv, w.Progress, madeAnew) }) },
		Restore:    func() { try(func() (opened, error) { return openBy(p.getenv, w.Progress, restored) }) },
		Other:      func(path string) { try(func() (opened, error) { return openOther(p.getenv, path, w.Progress) }) },
	})
	w.Tell(err, o.about())
	w.Show()
}

// compose builds the window on what was opened. run starts a function on a
// goroutine of its own, do has one run on the UI goroutine. reports are what is left of
// faults; told is called when the person knows of one.
func compose(a motionApp, o opened, about manifest, run, do func(func()), reports []crash.Report, told func(crash.Report) error) *window.Window {
	config := o.config
	downloads, _ := settings.UpdatesFolder() // where there is none, what is put there fails and is told
	return window.New(window.Params{
		App: a, Version: about.Version, Packages: update.Kinds(settings.Portable() != ""), Downloads: downloads, Store: o.store, Keeper: o.store, Settings: o.settings, Words: words, Now: time.Now, Do: do, Go: run, Tidy: memory.Trim,
		Appearance: appearance.Read, ReduceMotion: a.reduced.Store, Trouble: o.trouble, LibraryPath: o.path, Reports: reports, Told: told, OpenFile: viewer.Open,
		Ask: system.Ask, Documents: settings.Documents(),
		Modifier: func() fyne.KeyModifier { return heldKeys(a) }, Physical: physicalKey,
		SaveSettings: func(known, wanted settings.Settings) (settings.Settings, error) {
			return settings.Save(config, known, wanted)
		},
		Reread: settings.Rereader(config), RereadWords: settings.WordsRereader(config),
		Places:     settings.LoadPlaces(config),
		SavePlaces: func(change func(settings.Places) settings.Places) error { return settings.UpdatePlaces(config, change) },
		Forget:     func() error { return settings.Forget(config) },
		Office: func(s settings.Settings) (export.Office, settings.Troubles) {
			office, troubles := s.Office(config, s.Export.Style, func(name string) (style.Style, error) { return settings.Style(config, name) })
			office.Pictures = func(hash string) ([]byte, error) { return o.store.Picture(context.Background(), hash) }
			return office, troubles
		},
		Registers: o.registers,
		SaveRegisters: func(known, wanted register.Registers) (register.Registers, []register.Conflict, error) {
			return settings.SaveRegisters(config, known, wanted)
		},
		Speller: func(known register.Registers, house grammar.House) (*spelling.Checker, error) {
			words, unread := settings.LoadWords(config)
			more, broken := settings.LoadDictionaries(config)
			return spelling.New(spelling.Params{Registers: known, Words: words, House: house, More: more}), errors.Join(unread, broken)
		},
		AddWord: func(word string) error {
			_, err := settings.UpdateWords(config, func(stored spelling.Words) (spelling.Words, error) { return stored.With(word), nil })
			return err
		},
		Templates:    func() (template.Set, error) { return settings.Templates(config) },
		SaveTemplate: func(t template.Template) error { return settings.SaveTemplate(config, t) },
		Snippets:     func() (snippet.Set, error) { return settings.LoadSnippets(config) },
		ChangeSnippets: func(change func(snippet.Set) (snippet.Set, error)) (snippet.Set, error) {
			return settings.UpdateSnippets(config, change)
		},
		CopyBoth:      func(text, html string) error { return clipboard.Offer(text, html, run) },
		ReadClipboard: clipboard.Read,
		Styles:        func() ([]string, error) { return settings.StyleNames(config) },
		Style:         func(name string) (style.Style, error) { return settings.Style(config, name) },
		DropTemplate:  func(t template.Template) error { return settings.DropTemplate(config, t) },
	})
}

// finish lets go of what the window had.
func (p *program) finish() {
	if p.main != nil {
		p.main.Close()
	}
	if p.opened.store != nil {
		_ = p.opened.store.Close() // every save was durable before
	}
}

// sayOutside tells an error where no window of ours can be drawn: on standard
// error, and in a box that needs no graphics.
func (p *program) sayOutside(err error) {
	w := words(p.opened.settings.Language)
	text := w.Error(err)
	_, _ = fmt.Fprintln(os.Stderr, text)
	_ = messagebox.Leave(p.about.Name, text, w.Text("button-close")) // standard error has it
}

// heldKeys asks the driver which modifiers are held; a driver of a phone knows none.
func heldKeys(a fyne.App) fyne.KeyModifier {
	if d, ok := a.Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// speak makes Fyne's own dialogs use the interface's language: Fyne follows
// the locale and has no other way to be told.
func (p *program) speak(o opened) {
	language := words(o.settings.Language).Language
	_ = os.Setenv("LANGUAGE", language) // an error leaves the system's language
	_ = lang.AddTranslationsForLocale([]byte("{}"), fyne.Locale(language))
}

package app

import (
	"context"
	"errors"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"fyne.io/fyne/v2"

	"communique/app/chooser/system"
	"communique/app/clipboard"
	"communique/app/library"
	"communique/app/settings"
	"communique/app/window"
	"communique/assets/icons"
	"communique/editor/register"
	"communique/editor/template"
	"communique/export"
	"communique/export/style"
)

// appID names the program to the desktop; FyneApp.toml has the same.
const appID = "org.communique.editor"

// noDisplayError says that there is nowhere to show a window.
type noDisplayError struct{}

func (*noDisplayError) Error() string { return "no display" }

// Fact names the error for the translations.
func (*noDisplayError) Fact() (string, map[string]any) { return "no-display", nil }

// checkDisplay spares a person the driver's panic where there is no screen.
func checkDisplay() error {
	switch runtime.GOOS {
	case "windows", "darwin":
		return nil
	}
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return &noDisplayError{}
	}
	return nil
}

// windowGC makes the collector start twice as often as by default: a window
// waits for keys nearly all of its day, and lies in memory for all of it.
const windowGC = 50

// openWindow runs the window until it is closed.
func openWindow() error {
	if err := checkDisplay(); err != nil {
		return err
	}
	debug.SetGCPercent(windowGC)
	if cache, err := os.UserCacheDir(); err == nil {
		_ = os.MkdirAll(cache, 0o700) // Fyne keeps its own there and complains without it
	}
	config, err := settings.FolderFrom(os.Getenv)
	if err != nil {
		return err
	}
	kept, trouble := settings.Load(config)
	var unread *settings.UnreadError
	if trouble != nil && !errors.As(trouble, &unread) {
		return trouble
	}
	path, err := settings.LibraryFrom(os.Getenv, kept)
	if err != nil {
		return err
	}
	store, recovered, err := openLibrary(library.Params{Path: path, Now: time.Now})
	if err != nil {
		return err
	}
	registers, lost := settings.LoadRegisters(config)
	trouble = errors.Join(trouble, recovered, lost)
	defer func() { _ = store.Close() }() // every save was durable before
	speak(words(kept.Language).Language)
	a := fyneapp.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("communique.png", icons.Communique()))
	w := window.New(window.Params{
		App: a, Store: store, Settings: kept, Words: words, Now: time.Now, Do: fyne.Do, Trouble: trouble, LibraryPath: path,
		Ask: system.Ask, Documents: settings.Documents(),
		Modifier: func() fyne.KeyModifier { return heldKeys(a) }, Physical: physicalKey,
		SaveSettings: func(known, wanted settings.Settings) (settings.Settings, error) {
			return settings.Save(config, known, wanted)
		},
		Reread: settings.Rereader(config),
		Forget: func() error { return settings.Forget(config) },
		Office: func(s settings.Settings) (export.Office, settings.Troubles) {
			return s.Office(config, s.Export.Style, func(name string) (style.Style, error) { return settings.Style(config, name) })
		},
		Registers: registers,
		SaveRegisters: func(known, wanted register.Registers) (register.Registers, []register.Conflict, error) {
			return settings.SaveRegisters(config, known, wanted)
		},
		Templates:    func() (template.Set, error) { return settings.Templates(config) },
		SaveTemplate: func(t template.Template) error { return settings.SaveTemplate(config, t) },
		CopyBoth:     clipboard.Offer,
		Styles:       func() ([]string, error) { return settings.StyleNames(config) },
		Style:        func(name string) (style.Style, error) { return settings.Style(config, name) },
		DropTemplate: func(t template.Template) error { return settings.DropTemplate(config, t) },
	})
	w.Show()
	a.Run()
	return nil
}

// openLibrary opens the library. A damaged one is put aside and made anew of
// its newest good backup, which recovered then tells; where there is no
// backup, nothing is touched.
func openLibrary(p library.Params) (store *library.Library, recovered, err error) {
	store, err = library.Open(p)
	var damaged *library.NoLibraryError
	if !errors.As(err, &damaged) || !library.HasBackups(p.Path) {
		return store, nil, err
	}
	store, report, err := library.Recover(context.Background(), p)
	if err != nil {
		return nil, nil, err
	}
	return store, &library.RecoveredError{Recovery: report}, nil
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
func speak(language string) {
	_ = os.Setenv("LANGUAGE", language) // an error leaves the system's language
	_ = lang.AddTranslationsForLocale([]byte("{}"), fyne.Locale(language))
}

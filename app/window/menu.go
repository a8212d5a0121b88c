package window

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"communique/app/window/backups"
	"communique/app/window/drafting"
	"communique/app/window/inspector"
	"communique/app/window/preview"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/release"
	"communique/editor/surface"
	"communique/export"
)

const (
	control      = fyne.KeyModifierShortcutDefault
	controlShift = fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift
	controlAlt   = fyne.KeyModifierShortcutDefault | fyne.KeyModifierAlt
)

// menu holds every command of the window, each with its shortcut.
func (w *Window) menu() *fyne.MainMenu {
	separator := fyne.NewMenuItemSeparator
	w.ticks = nil
	quit := w.item("menu-quit", fyne.KeyQ, control, nil)
	quit.Action, quit.IsQuit = w.quit, true
	return fyne.NewMainMenu(
		fyne.NewMenu(
			w.text("menu-release"),
			w.item("menu-new", fyne.KeyN, control, w.newFromTemplate),
			w.item("menu-blank", fyne.KeyN, controlShift, w.newBlank),
			w.item("menu-duplicate", fyne.KeyD, control, w.duplicate),
			w.item("menu-new-from", fyne.KeyD, controlShift, w.newFromThis),
			separator(),
			w.item("menu-import", fyne.KeyO, control, w.importFiles),
			w.item("menu-save", fyne.KeyS, control, w.saveNow),
			w.item("menu-save-elsewhere", fyne.KeyS, controlShift, w.saveElsewhere),
			separator(),
			w.item("menu-export-pdf", fyne.KeyE, control, w.exportAs(export.PDF)),
			w.item("menu-export-text", fyne.KeyE, controlShift, w.exportAs(export.Text)),
			w.exportMenu(),
			w.item("menu-package", fyne.KeyK, control, w.packRelease),
			w.item("menu-print", fyne.KeyP, control, w.print),
			separator(),
			w.item("menu-history", fyne.KeyR, control, w.showHistory),
			w.item("menu-trash", fyne.KeyDelete, controlShift, w.trash),
			separator(),
			quit,
		),
		fyne.NewMenu(
			w.text("menu-edit"),
			w.undoItem("menu-undo", &fyne.ShortcutUndo{}, func() { w.pane.Undo() }),
			w.undoItem("menu-redo", &fyne.ShortcutRedo{}, func() { w.pane.Redo() }),
			separator(),
			w.item("menu-find", fyne.KeyF, control, func() { w.find(false) }),
			w.item("menu-replace", fyne.KeyH, control, func() { w.find(true) }),
			w.item("menu-find-next", fyne.KeyF3, 0, func() { w.search.Next() }),
			w.item("menu-find-previous", fyne.KeyF3, fyne.KeyModifierShift, func() { w.search.Previous() }),
			w.item("menu-substitute", fyne.KeyU, controlShift, w.substitute),
			separator(),
			w.item("menu-fields", fyne.KeyF, controlShift, w.showFields),
			w.item("menu-insert", fyne.KeySpace, control, w.showInsert),
			w.item("menu-snippet-make", fyne.KeySpace, controlShift, w.makeSnippet),
			w.item("menu-picture", fyne.KeyI, controlShift, w.putPicture),
			w.item("menu-paste-plain", fyne.KeyV, controlShift, func() { w.paste(true) }),
			separator(),
			w.item("menu-copy-text", fyne.KeyC, controlShift, w.withRelease(w.clipboard.CopyForWebsite)),
			w.item("menu-copy-footer", fyne.Key3, controlShift, w.withRelease(w.clipboard.CopyWithFooter)),
			w.item("menu-copy-html", fyne.KeyH, controlShift, w.withRelease(w.clipboard.CopyHTML)),
			w.item("menu-copy-headline", fyne.Key1, controlShift, w.withRelease(w.clipboard.CopyHeadline)),
			w.item("menu-copy-lead", fyne.Key2, controlShift, w.withRelease(w.clipboard.CopyLead)),
			separator(),
			w.item("menu-registers", fyne.KeyP, controlShift, w.showRegisters),
			w.item("menu-templates", fyne.KeyL, controlShift, w.showTemplates),
			w.item("menu-snippets", fyne.KeyR, controlShift, w.showSnippets),
			w.item("menu-settings", fyne.KeyComma, control, w.showSettings),
		),
		w.formatMenu(),
		fyne.NewMenu(
			w.text("menu-library"),
			w.item("menu-search", fyne.KeyF4, 0, w.focusSearch),
			w.item("menu-mentions", fyne.KeyM, control, w.showMentions),
			w.item("menu-mark-all", fyne.KeyA, controlShift, func() { w.library.SelectAll() }),
			separator(),
			w.item("menu-export-marked", fyne.KeyM, controlShift, w.onSelected(w.exportSelected)),
			w.item("menu-tag", fyne.KeyG, control, w.onSelected(w.tagSelected)),
			w.item("menu-digest", fyne.KeyG, controlShift, w.onSelected(w.digest)),
			separator(),
			w.item("menu-import-folder", fyne.KeyO, controlShift, w.importFolder),
			w.command("menu-export-library", w.exportLibrary),
			w.item("menu-backups", fyne.KeyB, controlShift, w.keeping(backups.Params.Show)),
			w.command("menu-move-library", w.keeping(backups.Params.MoveLibrary)),
			w.command("menu-merge", w.keeping(backups.Params.ShowCopies)),
			w.item("menu-trash-show", fyne.KeyT, controlShift, w.showTrash),
		),
		fyne.NewMenu(
			w.text("menu-view"),
			w.item("menu-text", fyne.KeyT, control, w.focusText),
			w.item("menu-pane-next", fyne.KeyF6, 0, func() { w.turnPane(1) }),
			w.item("menu-pane-previous", fyne.KeyF6, fyne.KeyModifierShift, func() { w.turnPane(-1) }),
			w.item("menu-preview-page", fyne.Key1, control, func() { w.showTab(inspector.PageTab) }),
			w.item("menu-preview-text", fyne.Key2, control, func() { w.showTab(inspector.TextTab) }),
			w.item("menu-findings", fyne.Key3, control, w.toFindings),
			w.item("menu-details", fyne.Key4, control, func() { w.showTab(inspector.DetailsTab) }),
			separator(),
			w.ticked(w.item("menu-library-pane", fyne.KeyF9, 0, func() { w.showLibrary(w.panes.State().LibraryFolded) }), w.lists),
			w.ticked(w.item("menu-inspector", fyne.KeyF10, 0, func() { w.showInspector(!w.inspects()) }), w.inspects),
			w.ticked(w.item("menu-only-text", fyne.KeyF11, 0, w.onlyText), func() bool { return w.doc != nil && !w.lists() && !w.inspects() }),
			separator(),
			w.item("menu-text-larger", fyne.KeyEqual, controlAlt, func() { w.setTextSize(w.textSize() + 1) }),
			w.item("menu-text-smaller", fyne.KeyMinus, controlAlt, func() { w.setTextSize(w.textSize() - 1) }),
			w.ticked(w.command("menu-text-sans", w.switchSerifs), func() bool { return w.settings.Window.Sans }),
			separator(),
			w.item("menu-zoom-in", fyne.KeyEqual, control, func() { w.preview.ZoomBy(preview.ZoomStep) }),
			w.item("menu-zoom-out", fyne.KeyMinus, control, func() { w.preview.ZoomBy(1 / preview.ZoomStep) }),
			w.item("menu-zoom-fit", fyne.Key0, control, w.preview.Fit),
			w.pageItem("menu-page-next", fyne.KeyPageDown, 1),
			w.pageItem("menu-page-back", fyne.KeyPageUp, -1),
			separator(),
			w.themeItem("menu-light", "light"),
			w.themeItem("menu-dark", "dark"),
			w.themeItem("menu-system-theme", ""),
		),
		fyne.NewMenu(
			w.text("menu-help"),
			w.item("menu-shortcuts", fyne.KeySlash, control, w.showShortcuts),
			w.command("menu-update", w.checkUpdates),
			w.command("menu-about", w.showAbout),
		),
	)
}

// showMenu shows the menu as it is now.
func (w *Window) showMenu() { w.win.SetMainMenu(controls.MainMenu(w.commands)) }

// tick is an item of the menu that shows whether something is so.
type tick struct {
	item *fyne.MenuItem
	is   func() bool
}

// ticked has an item show whether something is so; showTicks is called where that may have changed.
func (w *Window) ticked(item *fyne.MenuItem, is func() bool) *fyne.MenuItem {
	item.Checked = is()
	w.ticks = append(w.ticks, tick{item, is})
	return item
}

// showTicks shows what is so by now.
func (w *Window) showTicks() {
	changed := false
	for _, t := range w.ticks {
		if is := t.is(); is != t.item.Checked {
			t.item.Checked, changed = is, true
		}
	}
	if changed {
		w.showMenu()
	}
}

// themeItem chooses a theme of the settings.
func (w *Window) themeItem(name, theme string) *fyne.MenuItem {
	return w.ticked(w.command(name, func() { w.chooseTheme(theme) }), func() bool { return w.settings.Theme == theme })
}

// formatMenu holds what is done to the words: styles, links, kinds of blocks.
func (w *Window) formatMenu() *fyne.Menu {
	items := []*fyne.MenuItem{
		w.item("menu-bold", fyne.KeyB, control, func() { w.pane.Toggle(release.Bold) }),
		w.item("menu-italic", fyne.KeyI, control, func() { w.pane.Toggle(release.Italic) }),
		w.item("menu-link", fyne.KeyL, control, func() { w.pane.Link() }),
		fyne.NewMenuItemSeparator(),
	}
	for i, k := range surface.KindChoices() {
		key := fyne.KeyName(rune('0' + i))
		items = append(items, w.item(drafting.KindName(k), key, controlAlt, func() { w.pane.SetKind(k) }))
	}
	table := fyne.NewMenuItem(w.text("menu-table"), nil)
	table.ChildMenu = fyne.NewMenu("", w.pane.TableItems()...)
	levels := fyne.NewMenuItem(w.text("menu-levels"), nil)
	levels.ChildMenu = fyne.NewMenu("", w.pane.LevelItems()...)
	items = append(items, levels, table, fyne.NewMenuItemSeparator(),
		w.item("menu-typeset", fyne.KeyY, controlShift, w.typeset),
		w.onePageItem(),
		w.item("menu-next-finding", fyne.KeyF8, 0, func() { w.pane.NextFinding() }),
		w.item("menu-previous-finding", fyne.KeyF8, fyne.KeyModifierShift, func() { w.pane.PreviousFinding() }),
	)
	return fyne.NewMenu(w.text("menu-format"), items...)
}

// exportMenu holds the forms that are asked for less often.
func (w *Window) exportMenu() *fyne.MenuItem {
	item := fyne.NewMenuItem(w.text("menu-export-other"), nil)
	item.ChildMenu = fyne.NewMenu("",
		w.item("menu-export-docx", fyne.KeyW, controlShift, w.exportAs(export.DOCX)),
		w.item("menu-export-html", fyne.KeyX, controlShift, w.exportAs(export.HTML)),
		w.item("menu-export-md", fyne.KeyK, controlShift, w.exportAs(export.Markdown)),
		w.item("menu-export-eml", fyne.KeyJ, control, w.exportAs(export.Mail)),
		w.item("menu-export-ninjs", fyne.KeyJ, controlShift, w.exportAs(export.NINJS)),
	)
	return item
}

// command is a command of the menu. An open dialog is finished first: a second
// one over it would hide what the first asks.
func (w *Window) command(name string, do func()) *fyne.MenuItem {
	return fyne.NewMenuItem(w.text(name), func() {
		if w.win.Canvas().Overlays().Top() == nil {
			do()
		}
	})
}

// item is a command with its shortcut.
func (w *Window) item(name string, key fyne.KeyName, modifier fyne.KeyModifier, do func()) *fyne.MenuItem {
	item := w.command(name, do)
	keys := shortcut{key, modifier}.on(runtime.GOOS)
	item.Shortcut = &desktop.CustomShortcut{KeyName: keys.key, Modifier: keys.held}
	return item
}

// pageItem turns pages; in a dialog with tabs it turns those, as the same keys do in other
// programs.
func (w *Window) pageItem(name string, key fyne.KeyName, by int) *fyne.MenuItem {
	item := w.item(name, key, control, func() { w.preview.Turn(by) })
	turn := item.Action
	item.Action = func() {
		if !w.dialogs.Turn(by) {
			turn()
		}
	}
	return item
}

// undoItem carries the shortcut that entries know, so that one key means one
// thing wherever the caret is: an entry of a dialog and the search field keep
// their own undo, and no dialog changes the draft behind it.
func (w *Window) undoItem(name string, shortcut fyne.Shortcut, do func()) *fyne.MenuItem {
	draft := w.command(name, do)
	item := fyne.NewMenuItem(draft.Label, func() {
		if entry, ok := w.win.Canvas().Focused().(undoer); ok {
			entry.TypedShortcut(shortcut)
			return
		}
		draft.Action()
	})
	item.Shortcut = shortcut
	return item
}

// undoer is an entry: it takes back what was typed into it.
type undoer interface {
	fyne.Shortcutable
	Undo()
}

// onSelected does something with the releases that are selected, or with the one
// on the screen.
func (w *Window) onSelected(do func(ids []int64)) func() {
	return func() {
		if ids := w.selected(); len(ids) > 0 {
			do(ids)
			return
		}
		w.tell(translations.Text("nothing-open"), false)
	}
}

func (w *Window) focusSearch() {
	w.toText = false
	if w.panes.State().LibraryFolded {
		w.showLibrary(true)
	}
	field := w.library.SearchField()
	w.win.Canvas().Focus(field)
	field.SelectAll() // what is typed stands in the place of the search before
}

// focusText moves the keyboard to the text, or to the one that is about to come.
func (w *Window) focusText() {
	w.toText = true
	if w.doc != nil {
		w.pane.FocusBody()
	}
}

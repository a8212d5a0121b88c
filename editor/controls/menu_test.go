package controls

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// TestShortcutsAreReadable shows a menu as it is drawn: each shortcut is part of its label,
// in full ink, and all of them begin at one place, behind the longest label.
func TestShortcutsAreReadable(t *testing.T) {
	test.NewTempApp(t)
	item := func(label string, s fyne.Shortcut) *fyne.MenuItem {
		return &fyne.MenuItem{Label: label, Shortcut: s, Action: func() {}, Checked: label == "б"}
	}
	key := func(name fyne.KeyName, modifier fyne.KeyModifier) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: name, Modifier: modifier}
	}
	sub := item("другое", nil)
	sub.ChildMenu = fyne.NewMenu("", item("в", key(fyne.KeyPageDown, fyne.KeyModifierControl)))
	long := "Сохранить в другой файл…"
	own := fyne.NewMainMenu(fyne.NewMenu("Релиз",
		item("б", key(fyne.KeyF8, fyne.KeyModifierShift)), fyne.NewMenuItemSeparator(), item(long, &fyne.ShortcutUndo{}),
		item(strings.Repeat("Этот длиннее всех, и клавиш у него нет. ", 3), nil), sub))
	shown := fyne.NewMainMenu(withShortcuts(own.Items[0]))
	if shown.Items[0].Label != "Релиз" || own.Items[0].Items[0].Label != "б" {
		t.Errorf("%q, and the menu itself %q", shown.Items[0].Label, own.Items[0].Items[0].Label)
	}
	items := shown.Items[0].Items
	for i, want := range map[int]string{0: "б|Shift+F8", 2: long + "|Ctrl+Z", 4: "другое"} {
		parts := strings.FieldsFunc(items[i].Label, func(r rune) bool { return strings.ContainsRune(emSpace+hairSpace, r) })
		if got := strings.Join(parts, "|"); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
	if got := items[4].ChildMenu.Items[0].Label; got == "вCtrl+PageDown" || !strings.HasSuffix(got, "Ctrl+PageDown") {
		t.Errorf("below: %q", got)
	}
	if !items[0].Checked || !items[1].IsSeparator || items[0].Action == nil {
		t.Errorf("%+v", items[0])
	}
	var columns []float32
	for _, i := range []int{0, 2} {
		label := items[i].Label
		if _, drawn := items[i].Shortcut.(fyne.KeyboardShortcut); drawn {
			t.Errorf("%q: Fyne draws the shortcut, in pale letters", label)
		}
		if items[i].Shortcut.ShortcutName() != own.Items[0].Items[i].Shortcut.ShortcutName() {
			t.Errorf("%q is heard as %q", label, items[i].Shortcut.ShortcutName())
		}
		columns = append(columns, textWidth(label[:strings.LastIndexAny(label, emSpace+hairSpace)+len(hairSpace)]))
	}
	if want := textWidth(long) + labelRoom; slices.Max(columns) > want || slices.Min(columns) < want-1 {
		t.Errorf("the shortcuts begin at %v, not at %v", columns, want)
	}
}

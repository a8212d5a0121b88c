package app_test

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
)

// command is an item of the menu and how to get there.
type command struct {
	w     *walker
	item  *fyne.MenuItem
	right int // menus to the right of the first
	down  int // items below the first
	under *command
}

// commands are all items of the menu bar but the one that ends the program.
func (w *walker) commands() []command {
	var all []command
	for i, menu := range w.win.MainMenu().Items {
		all = append(all, w.below(menu, i, nil)...)
	}
	return all
}

func (w *walker) below(menu *fyne.Menu, right int, under *command) []command {
	var all []command
	down := 0
	for _, item := range menu.Items {
		if item.IsSeparator {
			continue
		}
		c := command{w, item, right, down, under}
		down++
		if item.ChildMenu != nil {
			all = append(all, w.below(item.ChildMenu, right, &c)...)
		} else if !item.IsQuit {
			all = append(all, c)
		}
	}
	return all
}

// byKey presses the command's shortcut, or walks the bar where it has none.
func (c command) byKey() step {
	keys := shortcutKeys(c.item.Label)
	if keys == nil {
		return c.throughBar()
	}
	return step{fmt.Sprintf("%s (%s)", c.item.Label, strings.Join(keys, "+")), func() error { return c.w.hands.press(keys...) }}
}

// throughBar opens the menu with Alt and goes to the item with the arrows.
func (c command) throughBar() step {
	var way []string
	for range c.right {
		way = append(way, "Right")
	}
	enter := []command{c}
	if c.under != nil {
		enter = []command{*c.under, c}
	}
	for i, at := range enter {
		if i > 0 {
			way = append(way, "Right")
		}
		for range at.down + 1 - min(i, 1) {
			way = append(way, "Down")
		}
	}
	return step{c.item.Label + " (menu bar)", func() error {
		if err := c.w.hands.press("Alt"); err != nil {
			return err
		}
		bar := func() bool { return strings.Contains(fmt.Sprintf("%T", c.w.win.Canvas().Focused()), "menuBar") }
		if !until(soon, bar) {
			return fmt.Errorf("alt opens no menu, the keyboard is at %T", on(c.w.win.Canvas().Focused))
		}
		for _, key := range append(way, "Return") {
			c.w.keys(key) // one after the other: pressed at once, equal ones are one repeated
		}
		return nil
	}}
}

// shortcutKeys are the keys of the shortcut that a label bears, as they lie on the keyboard;
// nil where it bears none.
func shortcutKeys(label string) []string {
	at := strings.LastIndexAny(label, "\u2003\u200a") // the spaces before it
	if at < 0 {
		return nil
	}
	keys := strings.Split(label[at+len("\u200a"):], "+")
	for i, key := range keys {
		switch key { // Fyne calls them as X11 does
		case "PageUp":
			keys[i] = string(fyne.KeyPageUp)
		case "PageDown":
			keys[i] = string(fyne.KeyPageDown)
		}
	}
	return keys
}

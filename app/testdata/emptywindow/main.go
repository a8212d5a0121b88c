// The smallest Fyne window: the baseline of the first-frame benchmark.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("org.communique.empty").NewWindow("Communique")
	w.SetContent(widget.NewLabel(""))
	w.Resize(fyne.NewSize(1280, 800))
	w.ShowAndRun()
}

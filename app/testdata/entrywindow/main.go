// Fyne's own entry with the text of a file: the baseline of the window's benchmarks.
package main

import (
	"log"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	w := app.NewWithID("org.communique.entry").NewWindow("Communique")
	e := widget.NewMultiLineEntry()
	e.Wrapping = fyne.TextWrapWord
	e.SetText(string(text))
	w.SetContent(e)
	w.Canvas().Focus(e)
	w.Resize(fyne.NewSize(1280, 800))
	w.ShowAndRun()
}

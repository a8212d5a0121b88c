package window

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"communique/app/settings"
	"communique/app/window/screen"
	"communique/assets/translations"
)

// How many lines of trouble a dialog shows, and the bar over the pages.
const (
	mostLines = 100
	fewLines  = 2
)

// showUnread tells which lines of the settings or registers could not be read.
// They wait in their files to be put right, or to be let go.
func (w *Window) showUnread(err error) {
	w.showTrouble(err, w.text("unread-forget"), func() {
		w.writes.Do(func() {
			err := w.params.Forget()
			w.params.Do(func() {
				if err != nil {
					w.fail(err)
					return
				}
				w.tell(translations.Text("unread-forgotten"), false)
				w.lookAgain()
			})
		})
	})
}

// showTrouble tells an error of many lines, with a way on.
func (w *Window) showTrouble(err error, way string, do func()) {
	d := w.dialogs.New(w.text("trouble-title"), screen.Wrapped(firstLines(w.words.Error(err), mostLines)), w.text("button-close"))
	d.Button(way, nil, func() { d.Close(); do() })
	d.Show(fyne.NewSize(860, 0), nil)
}

// firstLines are the first lines of a text, with a sign that there are more.
func firstLines(text string, most int) string {
	lines := strings.Split(text, "\n")
	if len(lines) > most {
		lines = append(lines[:most:most], "…")
	}
	return strings.Join(lines, "\n")
}

// unreadIn reports whether an error tells of lines that could not be read.
func unreadIn(err error) bool {
	var unread *settings.UnreadError
	return errors.As(err, &unread)
}

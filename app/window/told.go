package window

import (
	"strings"

	"fyne.io/fyne/v2"

	"communique/app/window/screen"
	"communique/assets/translations"
)

// told is trouble that was told at the window's foot, until it is over.
type told struct{ unsaved, blocked, settings, registers, snippets, gone, unread screen.Told }

// fail tells what went wrong, in a dialog that cannot be overlooked.
func (w *Window) fail(trouble ...error) {
	var lines []string
	for _, err := range trouble {
		if unreadIn(err) {
			w.showUnread(err)
			return
		}
		lines = append(lines, w.words.Error(err))
	}
	w.dialogs.New(w.text("trouble-title"), screen.Wrapped(strings.Join(lines, "\n")), w.text("button-close")).Show(fyne.NewSize(520, 0), nil)
}

// tell tells something at the window's foot.
func (w *Window) tell(text translations.Sentence, trouble bool) screen.Told {
	return w.notice.Tell(text, trouble)
}

// tellOf tells of trouble with a document, as long as that is on the screen.
func (w *Window) tellOf(doc *document, text translations.Sentence) {
	if doc == w.doc {
		doc.told = append(doc.told, w.tell(text, true))
	}
}

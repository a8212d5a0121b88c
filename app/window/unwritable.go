package window

import "communique/assets/translations"

// isWritable reports whether the library can be written; where not, it tells why, and what to do.
func (w *Window) isWritable() bool {
	err := w.params.Store.Unwritable()
	if err != nil {
		w.tell(translations.Error(err), true)
	}
	return err == nil
}

package window

// isWritable reports whether the library can be written; where not, it tells why, and what to do.
func (w *Window) isWritable() bool {
	err := w.params.Store.Unwritable()
	if err != nil {
		w.tell(w.words.Error(err), true)
	}
	return err == nil
}

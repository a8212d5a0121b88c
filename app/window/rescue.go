package window

import "time"

// Close lets go of what the window has, when its driver has ended: where that was
// not the person's doing, such as at the end of a session, the draft is not on
// the disk yet.
func (w *Window) Close() {
	w.save()
	_ = w.flushed(w.writes.Done()) // there is nobody left to tell
	w.copies.Remove()
}

// Rescue saves the draft before the program ends by a fault, and returns what the
// library did not take, each text as a release's file. It is told whether it runs
// on the UI goroutine; from elsewhere it asks that, which may be stuck.
func (w *Window) Rescue(onUI bool) [][]byte {
	if onUI {
		w.hand()
	} else {
		handed := make(chan struct{})
		w.params.Do(func() { defer close(handed); w.hand() })
		select {
		case <-handed:
		case <-time.After(diskPatience):
		}
	}
	if w.flushed() == nil {
		return nil
	}
	var texts [][]byte
	for _, r := range w.saver.Texts() {
		if text, err := r.Encode(); err == nil {
			texts = append(texts, text)
		}
	}
	return texts
}

// hand gives the saver the draft's text, where the fault has left one that can
// be read: what it has already is kept in any case.
func (w *Window) hand() {
	defer func() { _ = recover() }() // the fault may be the draft's own
	w.save()
}

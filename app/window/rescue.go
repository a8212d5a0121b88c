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
// library did not take, each text as a release's file, and whether that is all
// there was. It is told whether it runs on the UI goroutine; from elsewhere it
// asks that, which may be stuck.
func (w *Window) Rescue(onUI bool) (texts [][]byte, whole bool) {
	if onUI {
		whole = w.hand()
	} else {
		handed := make(chan bool, 1)
		w.params.Do(func() { handed <- w.hand() })
		select {
		case whole = <-handed:
		case <-time.After(diskPatience):
		}
	}
	if w.flushed() == nil {
		return nil, whole
	}
	for _, r := range w.saver.Texts() {
		text, err := r.Encode()
		if err != nil {
			whole = false
			continue
		}
		texts = append(texts, text)
	}
	return texts, whole
}

// hand gives the saver the draft's text, where the fault has left one that can
// be read, and says whether it did: what it has already is kept in any case.
func (w *Window) hand() (handed bool) {
	defer func() { _ = recover() }() // the fault may be the draft's own
	w.save()
	return true
}

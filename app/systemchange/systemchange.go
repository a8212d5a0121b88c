// Package systemchange hears what Windows tells a window while the program runs and the
// toolkit does not pass on: that it has another scale, that the monitors are others, and that
// a person has set the whole system otherwise.
package systemchange

// Hear is what is done of each change, on the thread of the window and before the system
// goes on: none of it may wait.
type Hear struct {
	Scale    func() // the window has another scale, and is to be drawn in it
	Monitors func() // there are other monitors, or they have other resolutions
	Settings func() // contrast, colours or motion may be others
}

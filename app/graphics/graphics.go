// Package graphics gives the window a software OpenGL where the system has none that draws
// it, as in a remote desktop or a virtual machine.
package graphics

// variable is what a person, or the program when it starts itself again, sets to software.
const (
	variable = "COMMUNIQUE_OPENGL"
	software = "software"
)

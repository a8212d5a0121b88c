// Package graphics gives the window a software OpenGL where the system has none that draws
// it, as in a remote desktop or a virtual machine.
package graphics

//go:build crashtest && unix

// Faults on demand, for the test of what becomes of them: no part of the program
// that people get.

package app

import (
	"os"
	"os/signal"
	"syscall"

	"fyne.io/fyne/v2"
)

func init() {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGUSR1, syscall.SIGUSR2)
	go func() {
		for which := range asked {
			if which == syscall.SIGUSR1 { // the goroutine that draws
				fyne.Do(func() { panic("Секретный заголовок") })
				continue
			}
			go func() { panic("Секретный заголовок") }() // one that nobody watches
		}
	}()
}

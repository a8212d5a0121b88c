package window

import (
	"context"
	"time"

	"communique/app/settings"
)

// appearanceTime is how long the system may take to tell how programs are to look.
const appearanceTime = 2 * time.Second

// AskAppearance follows what the system is set to: contrast and motion. It asks away from the
// UI goroutine; on that it is called when the window comes to the front, and whenever the
// system says that it was set otherwise.
func (w *Window) AskAppearance() {
	w.params.Go(func() {
		ctx, stop := context.WithTimeout(context.Background(), appearanceTime)
		defer stop()
		system := w.params.Appearance(ctx)
		w.params.Do(func() {
			if system != w.system {
				w.system = system
				w.showTheme()
			}
		})
	})
}

// showTheme shows the colours of the settings, and where those leave it to the system, the
// system's.
func (w *Window) showTheme() {
	high := w.settings.Contrast == settings.HighContrast || w.settings.Contrast == "" && w.system.HighContrast
	scheme := w.settings.Theme
	if high && scheme == "" {
		scheme = w.system.Scheme
	}
	w.params.ReduceMotion(w.settings.Motion == settings.NoMotion || w.settings.Motion == "" && w.system.ReducedMotion)
	w.theme.Choose(scheme, high)
	w.params.App.Settings().SetTheme(w.theme)
	w.notice.Fit()
	w.showTicks()
}

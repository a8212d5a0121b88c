package window

import (
	"context"
	"time"

	"communique/app/settings"
)

// wishTime is how long the system may take to tell what is wished.
const wishTime = 2 * time.Second

// askWishes follows what the system is set to: contrast and motion.
func (w *Window) askWishes() {
	w.params.Go(func() {
		ctx, stop := context.WithTimeout(context.Background(), wishTime)
		defer stop()
		wishes := w.params.Wishes(ctx)
		w.params.Do(func() {
			if wishes != w.wishes {
				w.wishes = wishes
				w.showTheme()
			}
		})
	})
}

// showTheme shows the colours of the settings, and where those leave it to the system, the
// system's.
func (w *Window) showTheme() {
	high := w.settings.Contrast == settings.HighContrast || w.settings.Contrast == "" && w.wishes.Contrast
	ground := w.settings.Theme
	if high && ground == "" {
		ground = w.wishes.Ground
	}
	w.params.Still(w.settings.Motion == settings.NoMotion || w.settings.Motion == "" && w.wishes.Still)
	w.theme.Choose(ground, high)
	w.params.App.Settings().SetTheme(w.theme)
	if w.notice != nil { // nil before there is a window
		w.notice.Fit()
	}
}

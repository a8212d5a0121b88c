package app

import (
	"github.com/jeandeaual/go-locale"

	"communique/assets/translations"
)

// systemLanguage returns the interface language that suits the system.
func systemLanguage() string {
	locales, err := locale.GetLocales()
	if err != nil {
		return "en"
	}
	return translations.Match(locales...)
}

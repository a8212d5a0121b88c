package languages

import "testing"

func TestOf(t *testing.T) {
	for tag, want := range map[string]string{
		"ru": "ru", "ru-KG": "ru", "en-GB": "en", "EN": "en", "kk": "kk", "kk-KZ": "kk", "kk-Cyrl": "kk",
		"kk-Latn": "", "kk-CN": "", // in Arabic letters there
		"uz": "uz", "uz-Latn": "uz", "uz-Cyrl": "uz-Cyrl", "uz-Cyrl-UZ": "uz-Cyrl", "uz-AF": "",
		"az-Latn-AZ": "az", "ro-MD": "ro", "mo": "ro", "zh-CN": "zh", "zh-Hant": "", "zh-TW": "", "be-tarask": "be",
		"pl": "", "": "", "und": "", "kk_KZ": "kk", "русский": "", "x-own": "",
	} {
		if got := Of(tag); got != want {
			t.Errorf("%q is %q, not %q", tag, got, want)
		}
	}
	for _, name := range All() {
		if Of(name) != name {
			t.Errorf("%q is %q", name, Of(name))
		}
	}
}

func TestRightToLeft(t *testing.T) {
	for tag, want := range map[string]bool{
		"ar": true, "ar-EG": true, "he": true, "fa": true, "ur-PK": true, "kk-Arab": true, "kk-CN": true, "uz-AF": true, "dv": true, "yi": true, "ps": true,
		"ru": false, "kk": false, "uz": false, "zh": false, "hy": false, "fa-Latn": false, "tg": false, "": false, "und": false, "العربية": false,
	} {
		if got := RightToLeft(tag); got != want {
			t.Errorf("%q: %v", tag, got)
		}
	}
}

func TestCyrillic(t *testing.T) {
	for tag, want := range map[string]bool{
		"ru": true, "ru-KG": true, "kk": true, "ky": true, "uk": true, "uz-Cyrl": true, "tg": true,
		"en": false, "uz": false, "kk-Latn": false, "ar": false, "": false, "und": false, "русский": false,
	} {
		if got := Cyrillic(tag); got != want {
			t.Errorf("%q: %v", tag, got)
		}
	}
}

func TestComma(t *testing.T) {
	for tag, want := range map[string]string{
		"ru": ", ", "en": ", ", "he": ", ", "uz": ", ", "uz-Cyrl": ", ", "": ", ", "und": ", ",
		"ar": "، ", "ar-EG": "، ", "fa": "، ", "ur-PK": "، ", "kk-Arab": "، ", "zh": "，", "zh-TW": "，",
	} {
		if got := Comma(tag); got != want {
			t.Errorf("%q: %q", tag, got)
		}
	}
}

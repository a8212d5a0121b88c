package translations

import "strings"

// Sentence is something to say in whatever language it is asked for.
type Sentence func(*Words) string

// Text is the sentence named name. Among its arguments may be facts and other sentences.
func Text(name string, args ...map[string]any) Sentence {
	return func(w *Words) string { return w.Text(name, args...) }
}

// Plural is the sentence named name in the form that n things take.
func Plural(name string, n int) Sentence {
	return func(w *Words) string { return w.Plural(name, n) }
}

// Error says what an error is.
func Error(err error) Sentence {
	return func(w *Words) string { return w.Error(err) }
}

// Join says sentences one after the other.
func Join(sentences []Sentence, between string) Sentence {
	return func(w *Words) string {
		said := make([]string, len(sentences))
		for i, s := range sentences {
			said[i] = s(w)
		}
		return strings.Join(said, between)
	}
}

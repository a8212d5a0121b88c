package template

import (
	"slices"
	"strings"

	"communique/editor/register"
)

// learnedEnglish is the card of somebody who was typed in English and whom the registers do not know, or know without a post or without
// an English name.
func (f *filling) learnedEnglish(text string) []register.Person {
	name, post, ok := nameAndPost(text)
	if !ok {
		return nil
	}
	card, known := f.englishNamed(name)
	if !known {
		if all := f.known.Romanised(name); len(all) == 1 {
			card = all[0]
			card.English = name
			return []register.Person{card}
		}
		card = register.Named(name)
	}
	if post != "" && len(card.Posts) == 0 && !hasCyrillic(card.Name()) { // the posts of a Russian card are Russian
		card.Posts = []register.Post{{Title: post}}
	} else if known {
		return nil
	}
	return []register.Person{card}
}

// learnedEnglishPlace is the card of a place that was typed in English and that neither the program nor the registers know.
func learnedEnglishPlace(known register.Registers, text string) []register.Place {
	name := register.Line(text)
	is := func(p register.Place) bool { return p.English == name || p.Name == name || p.Official == name }
	if !isProper(name) || strings.Contains(name, ",") || isEnglishPlace(name) || slices.ContainsFunc(known.Places, is) {
		return nil
	}
	return []register.Place{{Name: name}}
}

// nameAndPost parts somebody as they were typed in English into the name and the post, "" for none. It is ok where it is certain that
// the text names somebody.
func nameAndPost(text string) (name, post string, ok bool) {
	if post, name, ok = postBeforeName(text); !ok {
		post, name = parted(strings.TrimSpace(text))
	}
	name = withoutHonorific(name)
	if post != "" && !isTitle(post) || !isSomebody(name) {
		return "", "", false
	}
	return name, post, post != "" || !slices.ContainsFunc(strings.Fields(name), isListed)
}

// parted are the post and the name of somebody of whom a comma, or nothing, parts them.
func parted(text string) (post, name string) {
	before, after, comma := strings.Cut(text, ", ")
	before = withoutArticle(before)
	switch {
	case !comma:
		return shortPostBefore(text)
	case isPostThenName(before, after):
		return before, after
	}
	return after, before
}

// shortPostBefore parts a post of a word or some from the name behind it, President Ivan Probny; without a post all is the name.
func shortPostBefore(text string) (post, name string) {
	words := strings.Fields(withoutArticle(text))
	for at := len(words) - 2; at > 0; at-- {
		if isTitle(strings.Join(words[:at], " ")) {
			return strings.Join(words[:at], " "), strings.Join(words[at:], " ")
		}
	}
	return "", text
}

// isSomebody reports the name of one person, and of no body, place or rank.
func isSomebody(name string) bool {
	if !isNames(name) || isBody(name) || isNamedPlace(name) {
		return false
	}
	words := strings.Fields(name)
	return !isNoName(words[0]) && !officers.Has(words[0]) && !slices.ContainsFunc(words, isAbbreviation)
}

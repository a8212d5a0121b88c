package proof

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/words"
)

// spans of time, as they stand behind «в течение».
var spans = []string{"год", "лет", "дн", "день", "месяц", "недел", "час", "минут", "времен", "срок", "период", "визит", "встреч", "сесси", "суток", "заседани", "квартал", "полугоди", "зим", "лет", "вечер", "ноч", "всего", "всей", "дв", "тр", "нескольк", "ближайш", "последн", "этого", "этой", "дальнейш", "прошл", "текущ", "многих", "десят", "рабоч", "перв", "втор", "пяти", "шести", "семи", "восьми", "девяти", "кажд", "будущ", "следующ", "предстоящ", "сут", "календарн", "двадцати", "полу", "нынешн"}

// misspelling is a preposition that is written as other words.
type misspelling struct {
	first, second string
	put           string
	after         []string // beginnings of the word behind them; nil for any
	opening       bool     // at the beginning of a sentence only
}

// misspelt are prepositions as they are not written, by their first two words.
var misspelt = []misspelling{
	{"в", "течении", "в течение", spans, false},
	{"в", "продолжении", "в продолжение", spans, false},
	{"в", "следствии", "вследствие", []string{"чего", "этого", "того"}, false},
	{"в", "следствие", "вследствие", []string{"чего", "этого", "того"}, false},
	{"в", "виду", "ввиду", []string{"того", "этого", "отсутстви", "невозможност", "сложн", "необходимост"}, false},
	{"не", "смотря", "несмотря", []string{"на"}, false},
	{"по", "приезду", "по приезде", nil, false},
	{"по", "прилету", "по прилёте", nil, false},
	{"по", "прибытию", "по прибытии", nil, true},
	{"по", "возвращению", "по возвращении", nil, true},
	{"по", "окончанию", "по окончании", nil, true},
	{"по", "завершению", "по завершении", nil, true},
	{"по", "истечению", "по истечении", nil, true},
	{"в", "отличии", "в отличие", []string{"от"}, false},
	{"в", "соответствие", "в соответствии", []string{"с"}, true},
	{"в", "заключении", "в заключение", []string{"встреч", "бесед", "заседани", "переговор", "визит", "выступлени", "мероприяти", "форум", "разговор", "совещани"}, true},
	{"на", "протяжение", "на протяжении", nil, false},
	{"в", "связе", "в связи", nil, false},
}

// prepositionSpelling finds prepositions that are written as other words: «в течении
// года», «не смотря на».
func prepositionSpelling(p *passage, out *report) {
	if !p.russian() || !p.body() {
		return
	}
	for i := 0; i+2 < len(p.tokens); i++ {
		if !p.is(i, word) || !p.is(i+1, space) || !p.is(i+2, word) {
			continue
		}
		for j := range misspelt {
			if m := &misspelt[j]; p.misspells(i, m) {
				out.mend(p, p.tokens[i].start, p.tokens[i+2].end, likeCapital(m.put, p.piece(i)))
			}
		}
		if p.concludes(i) {
			out.mend(p, p.tokens[i].start, p.tokens[i+2].end, likeCapital("в заключение", p.piece(i)))
		}
	}
}

// misspells reports whether the two words at i are meant as a preposition, by what stands
// around them.
func (p *passage) misspells(i int, m *misspelling) bool {
	if p.folded[i] != m.first || p.folded[i+2] != m.second || m.opening && !p.beginsSentence(i) {
		return false
	}
	if m.after == nil || p.is(i+4, figure) {
		return true
	}
	next := words.Fold(p.piece(i + 4))
	return slices.ContainsFunc(m.after, func(b string) bool { return strings.HasPrefix(next, b) })
}

// concludes reports whether «в заключении» is meant as «под конец»: «В заключении выступил».
func (p *passage) concludes(i int) bool {
	return p.folded[i] == "в" && p.folded[i+2] == "заключении" && p.beginsSentence(i) && p.pastVerb(i+4)
}

func (p *passage) pastVerb(i int) bool {
	text := lower(p.piece(i))
	return (strings.HasSuffix(text, "л") || strings.HasSuffix(text, "ла") || strings.HasSuffix(text, "ли")) && len(grammar.NounShows(text)) == 0 && words.Known(words.Fold(text)) != nil
}

// likeCapital writes a word with a capital where another has one.
func likeCapital(put, like string) string {
	if !startsUpper(like) {
		return put
	}
	return strings.ToUpper(put[:2]) + put[2:]
}

// prepositionForm finds «с встречи», «в вторник», «о Иране»: prepositions without the
// sound that the next word asks for.
func prepositionForm(p *passage, out *report) {
	if !p.russian() || !p.body() {
		return
	}
	for i := 0; i+2 < len(p.tokens); i++ {
		if !p.is(i, word) || !p.is(i+1, space) || !p.is(i+2, word) || !isCyrillic(p.piece(i+2)) {
			continue
		}
		text, next := p.piece(i), p.piece(i+2)
		if !takesSound[lower(text)] || p.isShouted(i) || p.belongsToSign(i) || isEasilySaid(text, next) {
			continue
		}
		if put := grammar.PrepositionBefore(text, next); put != text {
			out.mend(p, p.tokens[i].start, p.tokens[i].end, put)
		}
	}
}

// takesSound are the prepositions that have another form: «со», «во», «ко», «об».
var takesSound = map[string]bool{"с": true, "в": true, "к": true, "о": true}

// isShouted reports whether a preposition or the word behind it is in capitals: an
// abbreviation is read by its letters.
func (p *passage) isShouted(i int) bool {
	text, next := p.piece(i), p.piece(i+2)
	return strings.ToUpper(next) == next || strings.ToUpper(text) == text && !p.beginsSentence(i)
}

// belongsToSign reports whether a letter belongs to the sign before it rather than to the
// next word: an initial, a mark of a list.
func (p *passage) belongsToSign(i int) bool {
	return p.is(i-1, sign) && p.piece(i-1) != "«" && p.piece(i-1) != "("
}

// isEasilySaid: «с вдовой» and «со вдовой» are both usage.
func isEasilySaid(text, next string) bool {
	return lower(text) == "с" && !slices.ContainsFunc(clusters, func(c string) bool { return strings.HasPrefix(lower(next), c) })
}

// clusters are the beginnings before which «с» is hard to say.
var clusters = []string{"с", "з", "ш", "ж", "щ", "вс", "вт", "мн", "льд", "рт", "лб"}

// asksInfinitive are words behind which a verb stands in the infinitive.
var asksInfinitive = map[string]bool{
	"чтобы": true, "чтоб": true, "будет": true, "будут": true, "может": true, "могут": true, "сможет": true, "смогут": true, "должен": true, "должна": true, "должны": true, "готов": true, "готовы": true,
	"намерен": true, "намерены": true, "планирует": true, "планируют": true, "хочет": true, "хотят": true, "надо": true, "нужно": true, "необходимо": true, "удалось": true, "нельзя": true, "планируется": true, "договорились": true, "предложил": true, "предложила": true, "предложили": true, "предстоит": true, "удастся": true, "решили": true, "возможность": true, "согласились": true, "продолжит": true, "продолжат": true,
}

// verbInfinitive finds «чтобы договорится»: the third person in the place of the
// infinitive.
func verbInfinitive(p *passage, out *report) {
	if !p.russian() {
		return
	}
	for i := 0; i+2 < len(p.tokens); i++ {
		if !p.is(i, word) || !asksInfinitive[p.folded[i]] || !p.is(i+1, space) || !p.is(i+2, word) {
			continue
		}
		text := p.piece(i + 2)
		stem, ok := strings.CutSuffix(text, "тся")
		if !ok || !slices.Contains(words.Known(words.Fold(text)), words.Fold(stem+"ться")) && words.Known(words.Fold(stem+"ться")) == nil {
			continue
		}
		out.mend(p, p.tokens[i+2].start, p.tokens[i+2].end, stem+"ться")
	}
}

package sqlite

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"communique/editor/release"
)

// numbered is a release whose number does not stand beside its text yet.
type numbered struct {
	id     int64
	number string
}

// lookThrough looks at the texts of some releases, without taking them apart, and returns those
// that the index of an older program does not have as it should: wrong; and of the others the
// numbers that do not stand beside their texts yet.
func lookThrough(ctx context.Context, tx *transaction, ids []byte) (wrong []int64, numbers []numbered, err error) {
	rows, err := tx.QueryContext(ctx, `SELECT id, text, day, position, release_number, trashed IS NOT NULL OR EXISTS (SELECT 1 FROM words_docsize WHERE words_docsize.id = position)
		FROM release WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`, string(ids))
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = rows.Close() }() // Err below tells of trouble
	for rows.Next() {
		var id int64
		var text, day, beside string
		var at position
		var there bool
		if err := rows.Scan(&id, &text, &day, &at, &beside, &there); err != nil {
			return nil, nil, err
		}
		number, plain := numberOf(text)
		switch {
		case !there || !plain || !standsUnder(day, id, at) || !foldsAsBefore(text):
			wrong = append(wrong, id)
		case number != beside:
			numbers = append(numbers, numbered{id, number})
		}
	}
	return wrong, numbers, rows.Err()
}

// standsUnder reports whether at is where a release of that day stands.
func standsUnder(day string, id int64, at position) bool {
	var date release.Date
	return date.UnmarshalText([]byte(day)) == nil && at == positionOf(date, id)
}

// numberOf returns the number that the office gave a release, as its text says it; plain is
// false where the text has to be taken apart for that.
func numberOf(text string) (number string, plain bool) {
	head, _, _ := strings.Cut(text, "\n[")
	_, after, there := strings.Cut(head, "\nnumber = ")
	if !there {
		return "", true
	}
	said, _, _ := strings.Cut(after, "\n")
	if len(said) < 2 || said[0] != '"' || said[len(said)-1] != '"' || strings.ContainsRune(said, '\\') {
		return "", false
	}
	return said[1 : len(said)-1], true
}

// foldsAsBefore reports whether the words of a text are those that older programs found in it.
// They had no eye for what is not seen: a soft hyphen or a combining mark parted a word, and a
// ligature was a letter of its own.
func foldsAsBefore(text string) bool {
	for _, r := range text {
		if r >= utf8.RuneSelf && (r < 'Ѐ' || r > 'џ') && !isSeen(r) {
			return false
		}
	}
	return !strings.Contains(text, `\u`) && !strings.Contains(text, `\U`) // as TOML may write one
}

// isSeen reports whether r is a letter of a word, or parts words, for older programs as for this one.
func isSeen(r rune) bool {
	switch {
	case unicode.In(r, unicode.Cf, unicode.Me, unicode.Mc):
		return false
	case unicode.IsLetter(r), unicode.IsDigit(r):
		letter := string(r)
		return norm.NFKD.String(letter) == norm.NFD.String(letter)
	default:
		return true
	}
}

package regexp

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// TestPassedOver: a text in which no letters follow one another as a match begins, or ends, is not searched.
func TestPassedOver(t *testing.T) {
	for name, tt := range map[string]struct {
		expression string
		searched   []string
		passedOver []string
	}{
		"words":                 {`press|phone`, []string{"a press", "phone", "phess"}, []string{"", "pre", "a fax", "PRESS", "xhone"}},
		"words where it begins": {`^(?:press|phone)`, []string{"press", "phones"}, []string{"", "a press", "fax"}},
		"one of them anywhere":  {`^press|phone`, []string{"a phone"}, []string{"a fax"}},
		"in groups":             {`^((?:(press)))`, []string{"press"}, []string{"a press"}},
		"in any case":           {`(?i)пресс`, []string{"ПРЕсс"}, []string{"пост"}},
		"signs of other names":  {`(?i)k`, []string{"\u212a", "K", "k"}, []string{"c"}},
		"classes":               {`[a-c]\d{2}[^x]`, []string{"zb12y"}, []string{"b1", "b12x", "d12y", "b12"}},
		"letters beyond":        {`[\x{600}-\x{6ff}]`, []string{"\u0645", "\u4e00"}, []string{"abc", "\u05ff"}},
		"some letters beyond":   {`中x|bx|b`, []string{"中x", "b"}, []string{"c"}},
		"each where it begins":  {`(^a)|(^b)`, []string{"a", "b"}, []string{"cab"}},
		"no letters beyond":     {`[\x{500}-\x{5ff}]`, []string{"\u05ff"}, []string{"\u0600", "\u04ff"}},
		"what may be there":     {`^a?b*c{0,2}d`, []string{"d", "ad", "bbbd", "ccd", "abcd"}, []string{"e", "xd"}},
		"what is there once":    {`a+b`, []string{"ab", "aaab"}, []string{"b", "acb"}},
		"several times":         {`^(?:ab){2,}`, []string{"abab"}, []string{"ab", "abc"}},
		"longer than is looked": {`^abcdefgh`, []string{"abcd"}, []string{"abc", "abxdefgh"}},
		"any sign":              {`^.b`, []string{"ab", "\nb"}, []string{"a", "ac"}},
		"between letters":       {`\bab$`, []string{"ab", "cab"}, []string{"ac"}},
		"nothing":               {`^$`, []string{"", "a"}, nil},
		"nothing at all":        {`[^\x00-\x{10ffff}]`, nil, []string{"", "a"}},
		"its end tells more":    {`^.{3,80}(?:хвост|конец)`, []string{"что-то и конец"}, []string{"что-то и начало", "конёк"}},
		"no end tells more":     {`^[еаои].*\p{L}`, []string{"е и"}, []string{"ц е"}},
		"bytes that are none":   {`^a.c`, []string{"a\xffc"}, []string{"\xffac"}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, text := range tt.searched {
				if !MustCompile(tt.expression).mayMatch(text) {
					t.Errorf("%q is passed over", text)
				}
			}
			for _, text := range tt.passedOver {
				if MustCompile(tt.expression).mayMatch(text) {
					t.Errorf("%q is searched", text)
				}
			}
		})
	}
}

// TestNotCompiledBefore: an expression is compiled when a text may match it, and no sooner.
func TestNotCompiledBefore(t *testing.T) {
	for _, expression := range []*Regexp{MustCompile(`press`), MustCompile(`^press`)} {
		if expression.MatchString("fax") || expression.FindStringIndex("fax") != nil || expression.standard != nil {
			t.Errorf("%s is compiled", expression)
		}
		if !expression.MatchString("press") || expression.standard == nil {
			t.Errorf("%s is not searched for", expression)
		}
	}
}

// TestAny: one of several expressions is to match.
func TestAny(t *testing.T) {
	for text, want := range map[string]bool{"press": true, "a phone": true, "a press": false, "": false} {
		if got := (Any{MustCompile(`^press`), MustCompile(`phone`)}).MatchString(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// FuzzMatch compares with the standard library what an expression finds in a text.
func FuzzMatch(f *testing.F) {
	for _, expression := range []string{
		`(?i)straße|пресс\b`, `^\W{0,4}(?i:внимание|stop)`, `(?:^|[\s,])(?:ул|д)\.\s?\d`, `\S@\S|://`, `(?m)^a|b$`, `(a|b*)*c`, `(?s).x{2,3}?`, `^|a`, `(?:a^)?b`, `[^a]`, `\z`, `(?:)+a`, `x{0}y`,
	} {
		for _, text := range []string{"", "Внимание! STRASSE, ул. 5, д.7", "a@b\nbc", "\xffxx y", "ſK"} {
			f.Add(expression, text)
		}
	}
	f.Fuzz(func(t *testing.T, expression, text string) {
		theirs, err := regexp.Compile(expression)
		if err != nil || len(expression) > 200 || len(text) > 2000 {
			t.Skip()
		}
		ours := MustCompile(expression)
		if got, want := ours.FindAllStringSubmatchIndex(text, -1), theirs.FindAllStringSubmatchIndex(text, -1); !reflect.DeepEqual(got, want) {
			t.Errorf("%q in %q: got %v, want %v", expression, text, got, want)
		}
		if got, want := ours.ReplaceAllStringFunc(text, strings.ToUpper), theirs.ReplaceAllStringFunc(text, strings.ToUpper); got != want {
			t.Errorf("%q in %q: got %q, want %q", expression, text, got, want)
		}
	})
}

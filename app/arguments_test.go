package app

import (
	"errors"
	"slices"
	"testing"
)

func TestExpand(t *testing.T) {
	glob := func(pattern string) ([]string, error) {
		switch pattern {
		case "*.txt", `C:\Релизы\*`, "*", "встреч*", "--to=*.txt":
			return []string{"a.txt", "б.txt"}, nil
		case "[*.txt":
			return nil, errors.New("no pattern")
		}
		return nil, nil
	}
	for name, test := range map[string]struct{ args, want []string }{
		"nothing":         {nil, nil},
		"plain":           {[]string{"import", "a.txt"}, []string{"import", "a.txt"}},
		"an ending":       {[]string{"import", "*.txt", "в.txt"}, []string{"import", "a.txt", "б.txt", "в.txt"}},
		"a folder":        {[]string{`C:\Релизы\*`}, []string{"a.txt", "б.txt"}},
		"all":             {[]string{"*"}, []string{"a.txt", "б.txt"}},
		"none of them":    {[]string{"*.doc"}, []string{"*.doc"}},
		"no pattern":      {[]string{"[*.txt"}, []string{"[*.txt"}},
		"a query":         {[]string{"search", "встреч*"}, []string{"search", "встреч*"}},
		"a flag's values": {[]string{"--to=*.txt"}, []string{"--to=*.txt"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := expand(test.args, glob); !slices.Equal(got, test.want) {
				t.Errorf("got %q", got)
			}
		})
	}
}

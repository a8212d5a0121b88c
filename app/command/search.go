package command

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"communique/app/library"
)

func (c *cli) searchCommand() *cobra.Command {
	var f finder
	cmd := c.command("search QUERY…", "command-search", cobra.MinimumNArgs(1), func(words []string) error {
		return c.find(strings.Join(words, " "), f)
	})
	cmd.Long = c.text("command-search-long")
	f.flags(c, cmd)
	return cmd
}

// tellNothing says that nothing was found, and offers words that the library has for those
// that it has not.
func (c *cli) tellNothing(ctx context.Context, store library.Search, q library.Query) error {
	held, err := store.Count(ctx, library.Query{})
	if err != nil {
		return err
	}
	if held == 0 {
		c.tell("command-library-empty", nil)
		return nil
	}
	c.tell("command-nothing-found", nil)
	all, err := store.Nearest(ctx, q)
	if err != nil {
		return err
	}
	for _, near := range all {
		c.tell("command-nearest", map[string]any{"Typed": near.Typed, "Words": strings.Join(near.Words, ", ")})
	}
	return nil
}

// minusWords lets a word that is to be missing stand as it is written in the window: «search
// -учения» asks for what -учения asks there. What is no flag of the command is put behind
// the two hyphens that end flags.
func minusWords(root *cobra.Command, args []string) []string {
	cmd, _, err := root.Find(args)
	if err != nil || cmd.Name() != "search" {
		return args
	}
	var flags, words []string
	named := false
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			words = append(words, args[i+1:]...)
			break
		}
		flag, known := flagOf(cmd, arg)
		switch {
		case known && flag != nil && flag.NoOptDefVal == "" && !strings.Contains(arg, "=") && i+1 < len(args):
			i++
			flags = append(flags, arg, args[i])
		case known:
			flags = append(flags, arg)
		case !named:
			named, flags = true, append(flags, arg)
		default:
			words = append(words, arg)
		}
	}
	if len(words) == 0 {
		return flags
	}
	return slices.Concat(flags, []string{"--"}, words)
}

// flagOf reports whether an argument is a flag, and which. A long one that there is not
// is one all the same, to be complained of.
func flagOf(cmd *cobra.Command, arg string) (*pflag.Flag, bool) {
	name, _, _ := strings.Cut(arg, "=")
	if long, ok := strings.CutPrefix(name, "--"); ok {
		return cmd.Flag(long), long == "" || long[0] < utf8.RuneSelf
	}
	if len(name) != len("-h") || name[0] != '-' || name == "--" {
		return nil, false
	}
	flag := cmd.InheritedFlags().ShorthandLookup(name[1:])
	return flag, flag != nil
}

package command

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"communique/editor/regexp"
)

// usageError says that a command was called in a way that none can be.
type usageError struct {
	name string // of the sentence
	args map[string]any
}

func (e *usageError) Error() string { return fmt.Sprint(e.name, " ", e.args) }

// Fact names the error for the translations.
func (e *usageError) Fact() (string, map[string]any) { return e.name, e.args }

// usage tells how a command is written, where its arguments or flags do not
// fit.
func usage(cmd *cobra.Command) error {
	return &usageError{"command-usage", map[string]any{"Line": cmd.UseLine(), "Command": cmd.CommandPath()}}
}

// fitting takes arguments that fit, together with the flags a command needs
// and those of which it takes only one.
func fitting(args cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, given []string) error {
		if args(cmd, given) != nil || cmd.ValidateRequiredFlags() != nil {
			return usage(cmd)
		}
		if cmd.ValidateFlagGroups() != nil {
			return exclusive(cmd)
		}
		return nil
	}
}

// exclusive names the flags that were given of those of which a command takes only one.
func exclusive(cmd *cobra.Command) error {
	var flags []string
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if f.Annotations[groupOfOne] != nil {
			flags = append(flags, "--"+f.Name)
		}
	})
	return &usageError{"command-flags-exclusive", map[string]any{"Flags": strings.Join(flags, ", "), "Command": cmd.CommandPath()}}
}

// groupOfOne is how cobra marks flags of which a command takes only one.
const groupOfOne = "cobra_annotation_mutually_exclusive"

// noMore takes no arguments: a word where a subcommand stands is none.
func noMore(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var near []string
	if args[0] != "" {
		cmd.SuggestionsMinimumDistance = 2 // letters that differ
		near = cmd.SuggestionsFor(args[0])
	}
	return &usageError{"command-unknown", map[string]any{"Word": args[0], "Near": strings.Join(near, ", "), "Command": cmd.CommandPath()}}
}

// onlyFiles takes files that are there: what a person opens with the program.
func onlyFiles(cmd *cobra.Command, args []string) error {
	for _, name := range args {
		if _, err := os.Stat(name); err != nil {
			return noMore(cmd, args)
		}
	}
	return nil
}

// flagError says which flag is not understood.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	args := map[string]any{"Command": cmd.CommandPath()}
	switch {
	case errors.As(err, &unknown):
		args["Flag"] = "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			args["Flag"] = "-" + unknown.GetSpecifiedName()
		}
		return &usageError{"command-flag-unknown", args}
	case errors.As(err, &empty):
		args["Flag"] = "--" + empty.GetFlag().Name
		return &usageError{"command-flag-empty", args}
	case errors.As(err, &wrong):
		args["Flag"], args["Value"] = "--"+wrong.GetFlag().Name, wrong.GetValue()
		return &usageError{"command-flag-value", args}
	default:
		return usage(cmd)
	}
}

// argument is how an argument is named where a command is written: FILE, ID.
var argument = regexp.MustCompile(`\b[A-Z]+\b`)

// nameArguments names the arguments of all commands in the language that is spoken.
func (c *cli) nameArguments(cmd *cobra.Command) {
	cmd.Use = argument.ReplaceAllStringFunc(cmd.Use, func(name string) string { return c.text("argument-" + strings.ToLower(name)) })
	for _, sub := range cmd.Commands() {
		c.nameArguments(sub)
	}
}

// group makes a command that has subcommands and does nothing itself.
func (c *cli) group(name, short string, subcommands ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{
		Use: name + " COMMAND", Short: c.text(short), Args: noMore, DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(subcommands...)
	return cmd
}

func (c *cli) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND…]", Short: c.text("command-help"), DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, err := cmd.Root().Find(args)
			if err != nil {
				return err
			}
			if len(rest) > 0 {
				return noMore(cmd.Root(), []string{strings.Join(args, " ")})
			}
			return found.Help()
		},
	}
}

// help prints what a command does and how it is written.
func (c *cli) help(cmd *cobra.Command, _ []string) {
	var b strings.Builder
	about := cmd.Long
	if about == "" {
		about = cmd.Short
	}
	fmt.Fprintf(&b, "%s\n\n%s\n  %s\n", about, c.text("help-usage"), cmd.UseLine())
	var commands [][2]string
	for _, sub := range cmd.Commands() {
		if !sub.Hidden {
			commands = append(commands, [2]string{sub.Name(), sub.Short})
		}
	}
	c.section(&b, "help-commands", commands)
	c.section(&b, "help-flags", c.flagRows(cmd.LocalFlags()))
	c.section(&b, "help-flags-common", c.flagRows(cmd.InheritedFlags()))
	if len(commands) > 0 {
		fmt.Fprintf(&b, "\n%s\n", c.text("help-more", map[string]any{"Command": cmd.CommandPath()}))
	}
	if err := c.say("%s", b.String()); err != nil {
		c.complain(err)
		c.status = couldNot
	}
}

// section writes a headed list in two columns, or nothing where it is empty.
func (c *cli) section(b *strings.Builder, heading string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", c.text(heading))
	columns := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		_, _ = fmt.Fprintf(columns, "  %s\t%s\n", row[0], row[1])
	}
	_ = columns.Flush() // a builder takes everything
}

// flagRows are flags, with the value they take, and what they do.
func (c *cli) flagRows(flags *pflag.FlagSet) [][2]string {
	var rows [][2]string
	flags.VisitAll(func(f *pflag.Flag) {
		value, does := pflag.UnquoteUsage(f)
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		rows = append(rows, [2]string{strings.TrimRight(name+" "+value, " "), does})
	})
	return rows
}

// inLines sets words in lines of no more than eighty letters.
func inLines(words []string) string {
	const most = 80
	var b strings.Builder
	width := 0
	for i, word := range words {
		if i < len(words)-1 {
			word += ","
		}
		if width+1+len(word) > most {
			b.WriteString("\n")
			width = 0
		}
		if width == 0 {
			b.WriteString(" ")
		}
		b.WriteString(" " + word)
		width += 1 + len(word)
	}
	return b.String()
}

package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manualCommand prints the page of the manual, in the language that is spoken: what the
// help of all commands says, in the macros of man(7).
func (c *cli) manualCommand() *cobra.Command {
	var cmd *cobra.Command
	cmd = c.command("manual", "command-manual", cobra.NoArgs, func([]string) error {
		return c.say("%s", c.manual(cmd.Root()))
	})
	return cmd
}

func (c *cli) manual(root *cobra.Command) string {
	var b strings.Builder
	name, about, _ := strings.Cut(c.text("command-root"), ". ")
	fmt.Fprintf(&b, ".TH COMMUNIQUE 1 \"\" \"Communique %s\"\n", roff(c.params.Version))
	fmt.Fprintf(&b, ".SH %s\ncommunique \\- %s\n", c.text("manual-name"), roff(strings.TrimLeft(strings.TrimPrefix(name, "Communique"), " ,—")))
	fmt.Fprintf(&b, ".SH %s\n.B %s\n", c.text("manual-usage"), roff(root.UseLine()))
	fmt.Fprintf(&b, ".SH %s\n%s\n", c.text("manual-about"), roff(about))
	fmt.Fprintf(&b, ".SH %s\n", c.text("manual-commands"))
	for _, cmd := range everyCommand(root)[1:] {
		if !cmd.Hidden && !cmd.HasSubCommands() {
			c.manualOf(&b, cmd)
		}
	}
	fmt.Fprintf(&b, ".SH %s\n", c.text("manual-flags"))
	c.manualFlags(&b, root.PersistentFlags())
	fmt.Fprintf(&b, ".SH %s\n", c.text("manual-status"))
	for status, sentence := range []string{done: "manual-status-done", couldNot: "manual-status-could-not", misuse: "manual-status-misuse"} {
		fmt.Fprintf(&b, ".TP\n%d\n%s\n", status, c.text(sentence))
	}
	return b.String()
}

func (c *cli) manualOf(b *strings.Builder, cmd *cobra.Command) {
	fmt.Fprintf(b, ".SS \"%s\"\n", roff(cmd.UseLine()))
	about := cmd.Long
	if about == "" {
		about = cmd.Short
	}
	for i, paragraph := range strings.Split(about, "\n\n") {
		if i > 0 {
			b.WriteString(".PP\n")
		}
		if strings.HasPrefix(paragraph, "  ") { // an example, or a list, line by line
			fmt.Fprintf(b, ".nf\n%s\n.fi\n", roff(paragraph))
			continue
		}
		b.WriteString(roff(paragraph) + "\n")
	}
	c.manualFlags(b, cmd.LocalNonPersistentFlags())
}

func (c *cli) manualFlags(b *strings.Builder, flags *pflag.FlagSet) {
	for _, row := range c.flagRows(flags) {
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(strings.TrimSpace(row[0])), roff(row[1]))
	}
}

// roff writes a text so that man sets it as it is: a hyphen can be copied, and no line
// begins a macro.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, `"`, `\(dq`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}

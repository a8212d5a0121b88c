package command

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"communique/app/archive"
	"communique/app/library"
	"communique/app/settings"
	"communique/assets/languages"
	"communique/assets/licences"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/typography"
	"communique/export"
)

// manyReleases is how many releases are offered at once: more is no choice.
const manyReleases = 100

// completionCommand prints what makes a shell complete the program's commands.
func (c *cli) completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	var cmd *cobra.Command
	cmd = c.command("completion "+strings.Join(shells, "|"), "command-completion", cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs), func(args []string) error {
		root, out := cmd.Root(), c.params.Stdout
		switch args[0] {
		case "bash":
			return root.GenBashCompletionV2(out, true)
		case "zsh":
			return root.GenZshCompletion(out)
		case "fish":
			return root.GenFishCompletion(out, true)
		default:
			return root.GenPowerShellCompletionWithDesc(out)
		}
	})
	cmd.ValidArgs = shells
	cmd.Long = c.text("command-completion-long")
	return cmd
}

// choices returns what stands for a word that is begun. What cannot be read offers nothing:
// a shell has no room for errors.
type choices func(cmd *cobra.Command, args []string, begun string) []cobra.Completion

// complete tells the shells what flags and arguments take. What is not named here is a
// file, or nothing that can be told before.
func (c *cli) complete(root *cobra.Command) {
	flags := map[string]choices{
		"to": list(append(texts(export.Forms()), packageForm, archiveForm)), "style": c.styleNames, "sort": one(library.Orders()), "differing": one(archive.Bringings()),
		"template": c.templateNames, "set": c.templateFields, "language": one(languages.All()),
		"only": list(checks()), "without": list(checks()), "with": c.releases,
		"case": one(grammar.Cases()), "gender": one([]grammar.Gender{grammar.Masculine, grammar.Feminine}),
		"kind": one([]grammar.Kind{grammar.Person, grammar.Post, grammar.Place, grammar.Organisation, grammar.Phrase}),
		"dash": one(typography.UsagesOfDash()[1:]), "initials": one(typography.UsagesOfInitials()[1:]), "yo": one(grammar.UsagesOfYo()[1:]),
		"version": c.versions,
	}
	arguments := map[string][]choices{
		"show": {c.releases}, "history": {c.releases}, "restore": {c.releases, c.versions}, "diff": {c.releases, c.versions, c.versions},
		"templates show": {c.templateNames}, "styles show": {c.styleNames}, "licences": {parts},
		"snippets show": {c.snippetTitles}, "snippets remove": {c.snippetTitles},
	}
	several := map[string]choices{"check": c.releases, "export": c.releases, "trash": c.releases, "quotes": c.people, "help": commandNames}
	for _, cmd := range everyCommand(root) {
		for name, offer := range flags {
			if flag := cmd.Flags().Lookup(name); flag != nil && flag.Value.Type() != "bool" {
				_ = cmd.RegisterFlagCompletionFunc(name, offer.completed(name)) // the flag is there
			}
		}
		path := strings.TrimPrefix(cmd.CommandPath(), root.Name()+" ")
		if offers, ok := arguments[path]; ok {
			cmd.ValidArgsFunction = func(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
				if len(args) >= len(offers) {
					return nil, cobra.ShellCompDirectiveNoFileComp
				}
				return offers[len(args)](cmd, args, begun), cobra.ShellCompDirectiveNoFileComp
			}
		} else if offer, ok := several[path]; ok {
			cmd.ValidArgsFunction = offer.completed(path)
		}
	}
	_ = root.MarkPersistentFlagDirname("config") // the flags are there
	for _, name := range []string{"export", "import", "update"} {
		if cmd, _, err := root.Find([]string{name}); err == nil {
			_ = cmd.MarkFlagDirname("output")
		}
	}
}

// completed is what a shell asks of a flag or a command. Some take files as well.
func (offer choices) completed(name string) cobra.CompletionFunc {
	rest := cobra.ShellCompDirectiveNoFileComp
	switch name {
	case "style", "with", "check", "export":
		rest = cobra.ShellCompDirectiveDefault
	case "set":
		rest |= cobra.ShellCompDirectiveNoSpace // the value follows
	}
	return func(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return offer(cmd, args, begun), rest
	}
}

// everyCommand lists a command and those below it.
func everyCommand(cmd *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{cmd}
	for _, sub := range cmd.Commands() {
		all = append(all, everyCommand(sub)...)
	}
	return all
}

// texts are names as plain texts.
func texts[T ~string](names []T) []string {
	all := make([]string, 0, len(names))
	for _, name := range names {
		all = append(all, string(name))
	}
	return all
}

// one offers one of some names.
func one[T ~string](names []T) choices {
	return func(*cobra.Command, []string, string) []cobra.Completion { return texts(names) }
}

// list offers names one after another, parted by commas, each once.
func list(names []string) choices {
	return func(_ *cobra.Command, _ []string, begun string) []cobra.Completion {
		before := begun[:strings.LastIndex(begun, ",")+1]
		var all []cobra.Completion
		for _, name := range names {
			if !slices.Contains(strings.Split(before, ","), name) {
				all = append(all, before+name)
			}
		}
		return all
	}
}

func parts(*cobra.Command, []string, string) (names []cobra.Completion) {
	for _, part := range licences.All() {
		names = append(names, part.Name)
	}
	return names
}

func commandNames(cmd *cobra.Command, args []string, _ string) []cobra.Completion {
	found, _, err := cmd.Root().Find(args)
	if err != nil {
		return nil
	}
	var names []cobra.Completion
	for _, sub := range found.Commands() {
		if !sub.Hidden {
			names = append(names, cobra.CompletionWithDesc(sub.Name(), sub.Short))
		}
	}
	return names
}

// offered opens the library that is there already: a key in a shell makes none.
func (c *cli) offered() library.Store {
	path := c.libraryPath
	if path == "" {
		office, err := c.office()
		if err != nil {
			return nil
		}
		if path, _, err = settings.LibraryFrom(c.getenv, office); err != nil {
			return nil
		}
	}
	store, err := c.params.Library(path, true, func(int, int) {})
	if err != nil {
		return nil
	}
	c.store = store // closed as every command's is
	return store
}

// releases are the numbers of the newest, with their headlines.
func (c *cli) releases(_ *cobra.Command, given []string, begun string) []cobra.Completion {
	store, ctx := c.offered(), context.Background()
	if store == nil {
		return nil
	}
	positions, err := store.Find(ctx, library.Query{}, 0)
	if err != nil {
		return nil
	}
	positions = slices.DeleteFunc(positions, func(p library.Position) bool {
		id := strconv.FormatInt(p.ID(), 10)
		return !strings.HasPrefix(id, begun) || slices.Contains(given, id)
	})
	entries, err := store.Entries(ctx, positions[:min(len(positions), manyReleases)])
	if err != nil {
		return nil
	}
	var all []cobra.Completion
	for _, e := range entries {
		title := e.Headline
		if title == "" {
			title = e.Lead
		}
		all = append(all, cobra.CompletionWithDesc(strconv.FormatInt(e.ID, 10), oneLine(title)))
	}
	return all
}

// versions are the numbers of those that the release before them has.
func (c *cli) versions(_ *cobra.Command, args []string, _ string) []cobra.Completion {
	if len(args) == 0 {
		return nil
	}
	id, err := number(args[0])
	if err != nil {
		return nil
	}
	store := c.offered()
	if store == nil {
		return nil
	}
	history, err := store.History(context.Background(), id)
	if err != nil {
		return nil
	}
	var all []cobra.Completion
	for _, v := range history {
		all = append(all, cobra.CompletionWithDesc(strconv.FormatInt(v.Number, 10), v.Saved.Local().Format("2006-01-02 15:04")))
	}
	return all
}

func (c *cli) styleNames(*cobra.Command, []string, string) []cobra.Completion {
	dir, err := c.folder()
	if err != nil {
		return nil
	}
	names, _ := settings.StyleNames(dir)
	return names
}

// templateNames are those in the language that is asked for.
func (c *cli) templateNames(cmd *cobra.Command, _ []string, _ string) []cobra.Completion {
	dir, err := c.folder()
	if err != nil {
		return nil
	}
	set, _ := settings.Templates(dir)
	var all []cobra.Completion
	for _, t := range set.In(c.templateLanguage(cmd)) {
		all = append(all, cobra.CompletionWithDesc(t.Name, t.Title))
	}
	return all
}

func (c *cli) templateLanguage(cmd *cobra.Command) string {
	if language, err := cmd.Flags().GetString("language"); err == nil && language != "" {
		return language
	}
	return c.words.Language
}

// templateFields are the fields of the template that is named before, up to their sign of
// equality.
func (c *cli) templateFields(cmd *cobra.Command, _ []string, begun string) []cobra.Completion {
	name, err := cmd.Flags().GetString("template")
	if err != nil || strings.Contains(begun, "=") {
		return nil
	}
	dir, err := c.folder()
	if err != nil {
		return nil
	}
	set, _ := settings.Templates(dir)
	t, err := set.Find(name, c.templateLanguage(cmd))
	if err != nil {
		return nil
	}
	var all []cobra.Completion
	for _, f := range t.Fields {
		all = append(all, cobra.CompletionWithDesc(f.Name+"=", f.Label))
	}
	return all
}

func (c *cli) snippetTitles(*cobra.Command, []string, string) []cobra.Completion {
	dir, err := c.folder()
	if err != nil {
		return nil
	}
	set, _ := settings.LoadSnippets(dir)
	var all []cobra.Completion
	for _, s := range set {
		all = append(all, s.Title)
	}
	return all
}

func (c *cli) people(*cobra.Command, []string, string) []cobra.Completion {
	dir, err := c.folder()
	if err != nil {
		return nil
	}
	known, _ := settings.LoadRegisters(dir)
	return lines(grammar.House{}, known, register.People)
}

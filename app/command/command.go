// Package command is the command line: the program's work without a window,
// for scripts and for those who type faster than they click. Results go to
// standard output, messages to standard error.
package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"communique/app/crash"
	"communique/app/library"
	"communique/app/libreoffice"
	"communique/app/messagebox"
	"communique/app/settings"
	"communique/assets/paths"
	"communique/assets/translations"
	"communique/editor/proof"
	"communique/editor/register"
)

// The exit statuses that scripts rely on.
const (
	done     = 0
	couldNot = 1
	misuse   = 2
)

// Params are what a command has of the world.
type Params struct {
	Args           []string
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Language       string // of all that is said, unless the settings name one
	Getenv         func(string) string
	Now            func() time.Time
	Version        string
	// Library opens the library at a path. One that was put there has to be there already;
	// progress hears how far an older program's is brought up to date.
	Library func(path string, existing bool, progress func(done, of int)) (library.Store, error)
	// Recover makes a library that cannot be opened anew, of its newest good backup and what can be
	// read of it. RestoreOver puts a backup in its place.
	Recover     func(path string) (library.Recovery, error)
	RestoreOver func(path, backup string) (library.Recovery, error)
	// Window opens the window, on the settings in a folder and on a library, each
	// "" where the command line names none, reads files into it, which are named from
	// the root of the disk, and returns the exit status.
	Window func(config, library string, files []string) int
}

// Run runs a command and returns its exit status: 0 done, 1 could not, 2
// wrong usage.
func Run(p Params) (status int) {
	cobra.MousetrapHelpText = "" // a double click on Windows opens the window: it needs no lecture on consoles
	c := &cli{params: p}
	c.words = c.speak(c.language())
	defer func() {
		if recover() != nil {
			_, _ = fmt.Fprintln(p.Stderr, c.text("command-fault", map[string]any{"Where": crash.Where()}))
			status = couldNot
		}
	}()
	root := c.root()
	root.SetArgs(minusWords(root, append([]string{}, p.Args...))) // never nil: cobra would take the process's own
	err := root.Execute()
	if c.store != nil {
		_ = c.store.Close() // every save was durable before
	}
	_ = c.converter.Close() // what is left lies in the system's own folder
	var wrong *usageError
	switch {
	case err == nil:
		return c.status
	case errors.Is(err, errTold):
		return couldNot
	case errors.As(err, &wrong):
		c.complain(err)
		return misuse
	default:
		c.complain(err)
		return couldNot
	}
}

// errTold ends a command whose trouble the person has been told already.
var errTold = errors.New("told")

// cli is one run of the program.
type cli struct {
	params        Params
	words         *translations.Words
	config        string // folder of the settings, from --config
	libraryPath   string // from --library
	settings      settings.Settings
	settingsFound bool
	known         register.Registers
	knownFound    bool
	checkable     *proof.Registers // known, made ready for the checks
	opening       sync.Mutex       // several goroutines export
	prepare       sync.Once        // what reading looks up
	store         library.Store
	merges        bool     // the conflicted copies are being merged, and need not be told of
	within        sync.Map // the pictures within the files that were read, []byte by their hashes
	saved         sync.Map // when texts were saved last, time.Time by their fingerprints
	converter     libreoffice.Converter
	status        int // of what returns no error: the window's end, help that could not be printed
}

func (c *cli) root() *cobra.Command {
	root := &cobra.Command{
		Use: "communique [COMMAND | FILE…]", Short: c.text("command-root"), Version: c.params.Version,
		SilenceErrors: true, SilenceUsage: true, Args: onlyFiles, DisableFlagsInUseLine: true,
		RunE: func(_ *cobra.Command, args []string) error {
			files := make([]string, len(args))
			for i, name := range args {
				var err error
				if files[i], err = filepath.Abs(name); err != nil {
					return err
				}
			}
			c.status = c.params.Window(c.config, c.libraryPath, files)
			return nil
		},
	}
	root.SetIn(c.params.Stdin)
	root.SetOut(c.params.Stdout)
	root.SetErr(c.params.Stderr)
	root.SetHelpFunc(c.help)
	root.SetHelpCommand(c.helpCommand())
	root.SetFlagErrorFunc(flagError)
	root.Flags().BoolP("version", "v", false, c.text("flag-program-version"))
	root.PersistentFlags().BoolP("help", "h", false, c.text("flag-help"))
	root.PersistentFlags().StringVar(&c.libraryPath, "library", "", c.text("flag-library"))
	root.PersistentFlags().StringVar(&c.config, "config", "", c.text("flag-config"))
	root.SetVersionTemplate(c.text("command-version", map[string]any{"Version": c.params.Version}) + "\n")
	root.AddCommand(
		c.newCommand(), c.importCommand(), c.checkCommand(), c.typesetCommand(), c.spellCommand(), c.exportCommand(),
		c.listCommand(), c.showCommand(), c.searchCommand(), c.quotesCommand(),
		c.historyCommand(), c.diffCommand(), c.restoreCommand(), c.trashCommand(),
		c.backupCommand(), c.restoreBackupCommand(), c.verifyCommand(), c.careCommand(), c.recoverCommand(), c.mergeCommand(),
		c.declineCommand(), c.registerCommand(register.People), c.registerCommand(register.Places), c.registerCommand(register.Organisations),
		c.templatesCommand(), c.snippetsCommand(), c.wordsCommand(), c.stylesCommand(), c.licencesCommand(), c.updateCommand(), c.completionCommand(), c.manualCommand(), c.messageCommand(),
	)
	root.InitDefaultHelpCmd() // to be among the commands from now on
	c.complete(root)
	c.nameArguments(root)
	return root
}

// command makes a subcommand whose usage errors and whose own errors are told
// apart by the exit status.
func (c *cli) command(use, short string, args cobra.PositionalArgs, run func(args []string) error) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: c.text(short), Args: fitting(args), DisableFlagsInUseLine: true,
		RunE: func(_ *cobra.Command, args []string) error {
			_, _ = c.office() // tells, whatever the command, what of the settings cannot be read
			return run(args)
		},
	}
}

func (c *cli) text(name string, args ...map[string]any) string { return c.words.Text(name, args...) }

// language is that of everything a run says: the settings', or the system's. It has to be
// known before the arguments are read, which may be wrong.
func (c *cli) language() string {
	dir := ""
	for i, arg := range c.params.Args {
		if joined, ok := strings.CutPrefix(arg, "--config="); ok {
			dir = joined
		} else if arg == "--config" && i+1 < len(c.params.Args) {
			dir = c.params.Args[i+1]
		}
	}
	if dir == "" {
		var err error
		if dir, err = settings.FolderFrom(c.params.Getenv); err != nil {
			return c.params.Language
		}
	}
	if s, _ := settings.Load(dir); s.Language != "" { // a command tells what cannot be read
		return s.Language
	}
	return c.params.Language
}

func (c *cli) speak(language string) *translations.Words {
	if c.words != nil && c.words.Language == language {
		return c.words
	}
	words, err := translations.New(language)
	if err != nil {
		words, err = translations.New("en")
	}
	if err != nil {
		panic(err) // the embedded words are wrong: no test can have run
	}
	return words
}

// messageCommand shows a message for a program that ends before it is read. It is
// the program's own, and no part of the help.
func (c *cli) messageCommand() *cobra.Command {
	cmd := c.command(messagebox.Command, "command-root", cobra.ExactArgs(3), func(args []string) error {
		return messagebox.Show(args[0], args[1], args[2])
	})
	cmd.Hidden = true
	return cmd
}

// sentence says what an error is. A file in the way is replaced by a flag here,
// where no window can ask.
func (c *cli) sentence(err error) string {
	var at *fs.PathError
	if errors.Is(err, fs.ErrExist) && errors.As(err, &at) && paths.Device(at.Path) == nil {
		return c.text("command-exists", map[string]any{"Path": at.Path})
	}
	return c.words.Error(err)
}

// complain tells an error on standard error.
func (c *cli) complain(err error) { _, _ = fmt.Fprintln(c.params.Stderr, c.sentence(err)) }

// complainOf tells an error together with what it happened to, once: many an error names
// its file, between the quotation marks of the language.
func (c *cli) complainOf(source string, err error) {
	text := c.sentence(err)
	if !strings.Contains(text, source+"»") && !strings.Contains(text, source+"”") {
		text = source + ": " + text
	}
	_, _ = fmt.Fprintln(c.params.Stderr, text)
}

func (c *cli) say(format string, args ...any) error {
	_, err := fmt.Fprintf(c.params.Stdout, format, args...)
	return err
}

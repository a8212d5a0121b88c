package sqlite

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"communique/app/library"
)

// A daily backup is called by its day, which is UTC's; what is good of a damaged library is
// another kind.
const (
	dailyPrefix   = "library-"
	partialPrefix = "partial-"
	dailyLayout   = "2006-01-02"
)

// Daily is as library.Keeper has it.
func (l *Library) Daily(ctx context.Context) (library.Care, error) {
	if err := l.Unwritable(); err != nil {
		return library.Care{}, err
	}
	if l.backedUpToday() {
		return library.Care{}, nil
	}
	problems, err := l.Verify(ctx, nil)
	if err != nil {
		return library.Care{}, err
	}
	if len(problems) > 0 {
		care := library.Care{Problems: problems, Partial: true}
		care.Backup, err = l.backUpPartly(ctx)
		return care, err
	}
	if err := l.BackUpDaily(ctx); err != nil {
		return library.Care{}, err
	}
	care := library.Care{Backup: l.todaysBackup()}
	if err := l.renew(ctx); err != nil {
		return care, err
	}
	if believed, err := l.believesClock(ctx); err != nil || !believed {
		return care, err
	}
	return care, l.eraseOld(ctx)
}

// keptPartial is how many copies of what was good of a damaged library are kept.
const keptPartial = 7

// backUpPartly writes what can be read of a damaged library as a backup of today, and returns
// its path; empty where there is one.
func (l *Library) backUpPartly(ctx context.Context) (string, error) {
	to := filepath.Join(l.BackupFolder(), partialPrefix+l.now().UTC().Format(dailyLayout)+backupEnd)
	if _, err := os.Lstat(to); err == nil {
		return "", nil
	}
	if err := os.MkdirAll(l.BackupFolder(), 0o700); err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp(l.BackupFolder(), "partial-*")
	if err != nil {
		return "", err
	}
	defer func() { _ = os.RemoveAll(dir) }() // nothing is in it that is not elsewhere
	damaged := filepath.Join(dir, "damaged.db")
	if err := l.copyPages(ctx, damaged); err != nil {
		return "", err
	}
	made, err := rebuild(ctx, Params{Path: filepath.Join(dir, "library.db"), Now: l.now}, damaged, nil, &library.Recovery{})
	if err != nil {
		return "", err
	}
	if err := errors.Join(made.backupTo(ctx, to), made.Close()); err != nil {
		return "", err
	}
	return to, l.prunePartial()
}

// prunePartial removes the copies of what was good that are not kept any more.
func (l *Library) prunePartial() error {
	backups, err := l.Backups()
	if err != nil {
		return err
	}
	backups = slices.DeleteFunc(backups, func(b library.Backup) bool { return !isPartial(b.Path) })
	for _, b := range backups[min(keptPartial, len(backups)):] {
		err = errors.Join(err, os.Remove(b.Path))
	}
	return err
}

func isPartial(path string) bool { return strings.HasPrefix(filepath.Base(path), partialPrefix) }

// BackUpDaily makes today's backup unless it is there, and removes daily ones
// that are not kept any more. It reads today's before: only a good one lets others go.
func (l *Library) BackUpDaily(ctx context.Context) error {
	if l.backedUpToday() {
		return nil
	}
	if err := l.backupTo(ctx, l.todaysBackup()); err != nil {
		return err
	}
	if believed, err := l.believesClock(ctx); err != nil || !believed {
		return err
	}
	if err := verifyFile(ctx, l.todaysBackup()); err != nil {
		return err
	}
	return l.prune()
}

// prune removes the daily backups that are not kept any more. Days after today are a wrong
// clock's: they neither go nor take another's place, so that today's always stays.
func (l *Library) prune() error {
	daily, err := l.dailyBackups()
	if err != nil {
		return err
	}
	for _, part := range abandoned(l.BackupFolder(), l.now().Add(-24*time.Hour)) {
		err = errors.Join(err, os.Remove(part))
	}
	kept := keptDays(slices.Collect(maps.Keys(daily)))
	for day, path := range daily {
		if !kept[day] {
			err = errors.Join(err, os.Remove(path))
		}
	}
	return err
}

// abandoned returns the backups in a folder that were begun before a time and never finished.
func abandoned(dir string, before time.Time) (parts []string) {
	names, _ := os.ReadDir(dir) // where it cannot be looked into, nothing can be removed
	for _, name := range names {
		info, err := name.Info()
		if err == nil && info.Mode().IsRegular() && strings.HasSuffix(name.Name(), backupEnd+partEnd) && info.ModTime().Before(before) {
			parts = append(parts, filepath.Join(dir, name.Name()))
		}
	}
	return parts
}

// dailyBackups are the daily backups up to today, by their days.
func (l *Library) dailyBackups() (map[time.Time]string, error) {
	backups, err := l.Backups()
	if err != nil {
		return nil, err
	}
	daily := map[time.Time]string{}
	for _, b := range backups {
		if day, ok := dayOf(b.Path); ok && !day.After(l.now()) {
			daily[day] = b.Path
		}
	}
	return daily, nil
}

// A clock that jumped is believed again when it has gone on for trustedDays days on which the
// library was in use; a jump is a rest of more than longestRest between two of them.
const (
	trustedDays = 7
	longestRest = library.TrashLife / 3
)

// believesClock tells whether the newest days on which the library is known to have been in
// use, by its daily backups and its saves, lead up to today without a jump.
func (l *Library) believesClock(ctx context.Context) (bool, error) {
	daily, err := l.dailyBackups()
	if err != nil {
		return false, err
	}
	used := []time.Time{l.now()}
	for day := range daily {
		used = append(used, day)
	}
	saved, err := l.savedDays(ctx)
	if err != nil {
		return false, err
	}
	used = append(used, saved...)
	for i, at := range used {
		used[i] = at.UTC().Truncate(24 * time.Hour)
	}
	slices.SortFunc(used, func(a, b time.Time) int { return b.Compare(a) })
	used = slices.Compact(used)
	for i := 1; i < min(len(used), trustedDays); i++ {
		if used[i-1].Sub(used[i]) > longestRest {
			return false, nil
		}
	}
	return true, nil
}

// savedDays are the newest days up to now on which a release was saved or put into the trash.
func (l *Library) savedDays(ctx context.Context) (days []time.Time, err error) {
	const day = 24 * time.Hour
	rows, err := l.db.QueryContext(ctx, `SELECT saved / ?1 AS day FROM release WHERE saved <= ?2
		UNION SELECT trashed / ?1 FROM release WHERE trashed <= ?2 ORDER BY day DESC LIMIT ?3`, day.Milliseconds(), l.now().UnixMilli(), trustedDays)
	if err != nil {
		return nil, fmt.Errorf("read when releases were saved: %w", l.explain(err))
	}
	defer func() { _ = rows.Close() }() // Err below tells of trouble
	for rows.Next() {
		var number int64
		if err := rows.Scan(&number); err != nil {
			return nil, err
		}
		days = append(days, time.Unix(0, 0).Add(time.Duration(number)*day))
	}
	return days, rows.Err()
}

func (l *Library) todaysBackup() string {
	return filepath.Join(l.BackupFolder(), dailyPrefix+l.now().UTC().Format(dailyLayout)+backupEnd)
}

func (l *Library) backedUpToday() bool {
	_, err := os.Lstat(l.todaysBackup())
	return err == nil
}

// dayOf returns the day of a daily backup.
func dayOf(path string) (time.Time, bool) {
	text, ok := strings.CutPrefix(strings.TrimSuffix(filepath.Base(path), backupEnd), dailyPrefix)
	if !ok {
		return time.Time{}, false
	}
	day, err := time.Parse(dailyLayout, text)
	return day, err == nil
}

// How many daily backups are kept: the newest of so many days, weeks and months.
const (
	keptDaily   = 7
	keptWeekly  = 4
	keptMonthly = 12
)

// keptDays chooses among days: by the backups there are, not by the clock, so
// that a clock gone wrong throws nothing away.
func keptDays(days []time.Time) map[time.Time]bool {
	slices.SortFunc(days, func(a, b time.Time) int { return b.Compare(a) })
	kept := map[time.Time]bool{}
	choose := func(count int, period func(time.Time) string) {
		seen := map[string]bool{}
		for _, day := range days {
			if name := period(day); !seen[name] && len(seen) < count {
				seen[name] = true
				kept[day] = true
			}
		}
	}
	choose(keptDaily, func(d time.Time) string { return d.Format(dailyLayout) })
	choose(keptWeekly, func(d time.Time) string { year, week := d.ISOWeek(); return fmt.Sprint(year, week) })
	choose(keptMonthly, func(d time.Time) string { return d.Format("2006-01") })
	return kept
}

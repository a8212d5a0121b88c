package sqlite

import "context"

// Renew renews an older index, as Daily does.
func (l *Library) Renew(ctx context.Context) error { return l.renew(ctx) }

// CopyFile copies a backup, as what makes a library anew of one does.
func CopyFile(from, to string) error { return copyFile(from, to) }

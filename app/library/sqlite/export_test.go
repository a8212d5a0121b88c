package sqlite

import "context"

// Renew renews an older index, as Daily does.
func (l *Library) Renew(ctx context.Context) error { return l.renew(ctx) }

package sqlite

import (
	"context"
	"database/sql"
	"errors"
)

// write runs f in a transaction that is durable when write returns nil.
func (l *Library) write(ctx context.Context, f func(tx *transaction) error) error {
	return l.written(ctx, func() (*transaction, error) {
		tx, err := l.commit(ctx, l.db.BeginTx, f)
		if err == nil {
			l.statements.keep(ctx, l.db, tx)
		}
		return tx, err
	})
}

// writeMany is write of many releases, with room in memory for what of the file they touch.
func (l *Library) writeMany(ctx context.Context, f func(tx *transaction) error) error {
	return l.written(ctx, func() (*transaction, error) {
		conn, err := l.db.Conn(ctx)
		if err != nil {
			return nil, err
		}
		defer func() { _ = conn.Close() }() // it goes back to the pool
		defer remember(ctx, conn)()
		return l.commit(ctx, conn.BeginTx, f)
	})
}

// written has something committed to a file that is known to be ours before and after. No connection
// may be in use then: a log that was removed is begun anew without any.
func (l *Library) written(ctx context.Context, commit func() (*transaction, error)) error {
	if err := errors.Join(l.Unwritable(), l.ensure(ctx)); err != nil {
		return err
	}
	tx, err := commit()
	if err != nil {
		return err
	}
	if tx.erased {
		l.truncate(ctx)
	}
	return l.ensureSaved(context.WithoutCancel(ctx), tx.change) // it is durable; where, is the question
}

// commit runs f in a transaction, and brings the index and what is told of changes up to date in it.
func (l *Library) commit(ctx context.Context, begin func(context.Context, *sql.TxOptions) (*sql.Tx, error), f func(tx *transaction) error) (*transaction, error) {
	begun, err := begin(ctx, nil)
	if err != nil {
		return nil, err
	}
	tx := &transaction{Tx: begun, kept: &l.statements}
	defer func() { _ = tx.Rollback() }() // after Commit it does nothing
	if err := f(tx); err != nil {
		return nil, err
	}
	if err := tx.index(ctx); err != nil {
		return nil, err
	}
	if err := pairTwins(ctx, tx); err != nil {
		return nil, err
	}
	if err := tx.index(ctx); err != nil {
		return nil, err
	}
	if err := learn(ctx, tx); err != nil {
		return nil, err
	}
	if err := forget(ctx, tx); err != nil {
		return nil, err
	}
	if err := l.tell(ctx, tx); err != nil {
		return nil, err
	}
	return tx, tx.Commit()
}

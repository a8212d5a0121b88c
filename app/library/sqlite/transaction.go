package sqlite

import (
	"context"
	"database/sql"

	"communique/app/library"
)

// transaction is a change of the library under way.
type transaction struct {
	*sql.Tx
	said     map[string]struct{} // folded words that the vocabulary may lack
	changes  []library.Change
	change   int64 // the number of the last of them; 0 before they are written
	erased   bool  // releases, whose words have to be forgotten
	prepared map[string]*sql.Stmt
	indexing map[string]map[position][]any // rows that each index is to get at the end
	renewed  *bool                         // whether another index is being filled; nil until that was asked
}

// exec runs a statement that a transaction runs often. It is short: one under way is not called off, for which the
// driver would have each watched by a goroutine of its own.
func (tx *transaction) exec(ctx context.Context, query string, args ...any) (sql.Result, error) {
	statement, err := tx.often(ctx, query)
	if err != nil {
		return nil, err
	}
	return statement.ExecContext(context.WithoutCancel(ctx), args...)
}

// scan reads one row by a query that a transaction asks often, as exec runs statements.
func (tx *transaction) scan(ctx context.Context, query string, args []any, dest ...any) error {
	statement, err := tx.often(ctx, query)
	if err != nil {
		return err
	}
	return statement.QueryRowContext(context.WithoutCancel(ctx), args...).Scan(dest...)
}

func (tx *transaction) often(ctx context.Context, query string) (*sql.Stmt, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	statement, ok := tx.prepared[query]
	if ok {
		return statement, nil
	}
	statement, err := tx.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	if tx.prepared == nil {
		tx.prepared = map[string]*sql.Stmt{}
	}
	tx.prepared[query] = statement // closed with the transaction
	return statement, nil
}

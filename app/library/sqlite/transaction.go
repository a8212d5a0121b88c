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

// exec runs a statement that a transaction runs often.
func (tx *transaction) exec(ctx context.Context, query string, args ...any) (sql.Result, error) {
	statement, err := tx.often(ctx, query)
	if err != nil {
		return nil, err
	}
	return statement.ExecContext(ctx, args...)
}

// scan reads one row by a query that a transaction asks often.
func (tx *transaction) scan(ctx context.Context, query string, args []any, dest ...any) error {
	statement, err := tx.often(ctx, query)
	if err != nil {
		return err
	}
	return statement.QueryRowContext(ctx, args...).Scan(dest...)
}

func (tx *transaction) often(ctx context.Context, query string) (*sql.Stmt, error) {
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

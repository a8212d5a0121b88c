package sqlite

import (
	"context"
	"database/sql"
	"sync"

	"communique/app/library"
)

// transaction is a change of the library under way.
type transaction struct {
	*sql.Tx
	said     map[string]struct{} // folded words that the vocabulary may lack
	changes  []library.Change
	change   int64           // the number of the last of them; 0 before they are written
	erased   bool            // releases, whose words have to be forgotten
	kept     *keptStatements // those of the library; nil for none
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
	statement, err := tx.prepare(ctx, query)
	if err != nil {
		return nil, err
	}
	if tx.prepared == nil {
		tx.prepared = map[string]*sql.Stmt{}
	}
	tx.prepared[query] = statement // closed with the transaction
	return statement, nil
}

// prepare takes a statement that the library keeps for the connection, or makes one for this transaction.
func (tx *transaction) prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	if kept := tx.kept.of(query); kept != nil {
		return tx.StmtContext(ctx, kept), nil
	}
	return tx.PrepareContext(ctx, query)
}

// keptStatements are those that each save runs. To read one costs as much as to run it, and each
// connection remembers those it has read.
type keptStatements struct {
	mu  sync.Mutex
	all map[string]*sql.Stmt
}

// mostKept is how many statements are kept; those that are put together from names are few.
const mostKept = 100

// of returns a statement that is kept; nil for none.
func (s *keptStatements) of(query string) *sql.Stmt {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all[query]
}

// keep keeps the statements that a transaction has run, once it is over. What cannot be prepared is
// prepared by the next transaction for itself.
func (s *keptStatements) keep(ctx context.Context, db *sql.DB, tx *transaction) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for query := range tx.prepared {
		if s.all[query] != nil || len(s.all) >= mostKept {
			continue
		}
		statement, err := db.PrepareContext(ctx, query)
		if err != nil {
			return
		}
		if s.all == nil {
			s.all = map[string]*sql.Stmt{}
		}
		s.all[query] = statement // closed with the library
	}
}

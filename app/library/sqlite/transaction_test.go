package sqlite

import (
	"context"
	"errors"
	"testing"
)

// TestNoStatementIsBegunWhenCalledOff: one under way is not called off, so that the next is the last moment.
func TestNoStatementIsBegunWhenCalledOff(t *testing.T) {
	err := fresh(t).write(ctx, func(tx *transaction) error {
		const query = `SELECT 1`
		var one int
		if err := tx.scan(ctx, query, nil, &one); err != nil {
			return err
		}
		if _, err := tx.exec(calledOff(), query); !errors.Is(err, context.Canceled) {
			t.Errorf("a statement: %v", err)
		}
		if err := tx.scan(calledOff(), query, nil, &one); !errors.Is(err, context.Canceled) {
			t.Errorf("a query: %v", err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

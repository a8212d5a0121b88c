package library

import "context"

// requestKey is the key of a request's id in a context.
type requestKey struct{}

// WithRequest names a save: where its answer is lost and the save repeated under the same
// id, it is one save. An id is used for one text, or for all texts of a new release until its first
// answer comes.
func WithRequest(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, requestKey{}, id)
}

// Request returns the id that WithRequest has given; "" where it has given none.
func Request(ctx context.Context) string {
	id, _ := ctx.Value(requestKey{}).(string)
	return id
}

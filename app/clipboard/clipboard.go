// Package clipboard offers a text to other programs in two forms at once: plain,
// and as HTML for those that can take it. A website's editor then keeps paragraphs
// and quotations, and a plain field gets plain text.
package clipboard

import "errors"

// ErrUnsupported says that this system's clipboard cannot be given two forms.
var ErrUnsupported = errors.New("the clipboard takes one form only")

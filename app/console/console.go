// Package console lets a program that has windows speak to the console it was typed in.
// Windows alone gives such a program none; elsewhere there is nothing to do.
package console

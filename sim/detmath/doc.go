// Package detmath computes logarithms, exponentials and the functions built on
// them with the same bits on every processor architecture.
//
// The functions of package math choose assembly or fused instructions by
// architecture, and some by what the processor at hand can do, so their last
// bits differ. Here every step is an IEEE 754 addition, subtraction,
// multiplication, division or square root, or works on the bits of a number;
// all of these are exact or correctly rounded. The Go specification allows a
// compiler to fuse x*y + z unless the product is converted explicitly, so every
// product that meets a sum stands inside float64(...), and so does a quotient by
// a power of two, which compilers turn into a product. TestNothingIsFused
// inspects the compiled code.
//
// The errors in the comments are in units in the last place (ulp) of the result
// or relative to it, over the range named there. They are good enough for
// sampling and for confidence intervals; the package is no replacement for a
// numerical library.
package detmath

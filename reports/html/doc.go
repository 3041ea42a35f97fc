// Package html writes a report as one page that works without a network, a
// script, a mouse or color: the answer in a sentence, the evidence, the
// assumptions and how to repeat it.
//
// Figures are SVG whose x is a share of the width and whose y is pixels, so that
// text keeps its size at any width. What is drawn comes from reports.Picture; the
// same report gives the same bytes.
package html

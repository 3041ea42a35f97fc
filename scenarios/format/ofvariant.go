package format

// ofVariant reads variant(NAME, order(...)) and its like: what is expected of the
// course of a variant. A comparison of a role or a share stands inside. It gives nil
// where the text asks for a metric.
func (p *exprParser) ofVariant() *Expr {
	const opening, name, comma, what = 0, 1, 2, 3
	ahead := func(n int) string {
		if p.i+n < len(p.tokens) {
			return p.tokens[p.i+n].text
		}
		return ""
	}
	if ahead(opening) != "(" || ahead(comma) != "," {
		return nil
	}
	switch ahead(what) {
	case "order", "role", "within", "signed_in", "codes":
	default:
		return nil
	}
	of := p.tokens[p.i+name]
	p.i += what
	e := p.expr()
	e.Variant, e.VariantCol = of.text, of.col
	p.expect(")")
	return e
}

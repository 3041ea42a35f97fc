package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image/color"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"git.sr.ht/~sbinet/gg"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
)

// node is an element of a picture.
type node struct {
	tag      string
	attrs    map[string]string
	text     string // of a text: all of it
	children []*node
}

// painter paints the elements that our pictures are made of: nested svg, g, use,
// rect, line, circle, path and text. It knows no other SVG.
type painter struct {
	dc    *gg.Context
	k     float64 // pixels for one unit
	rules []Rule
	ids   map[string]*node
	faces map[string]font.Face
}

// frame is where an element is painted.
type frame struct {
	x, y   float64 // origin, in pixels
	sx, sy float64 // pixels for one unit
	w, h   float64 // of what percentages are, in units
}

// scale is how many pixels one unit of a picture has, for sharp screens and
// print.
const scale = 2

// PNG paints a picture that SVG made.
func PNG(svg []byte) ([]byte, error) {
	root, style, err := read(svg)
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	w, h := length(root.attrs["width"], 0), length(root.attrs["height"], 0)
	if w < 1 || h < 1 || w*h > 40_000_000 {
		return nil, fmt.Errorf("picture: %g by %g is no size to paint", w, h)
	}
	p := &painter{dc: gg.NewContext(int(w*scale), int(h*scale)), k: scale, rules: Rules(style, nil), ids: map[string]*node{}, faces: map[string]font.Face{}}
	slices.SortStableFunc(p.rules, func(a, b Rule) int { return a.weight() - b.weight() })
	p.name(root)
	p.dc.SetColor(color.White)
	p.dc.Clear()
	for _, c := range root.children {
		p.paint(c, frame{0, 0, scale, scale, w, h}, map[string]string{"fill": "#000000", "stroke": "none", "stroke-width": "1", "font-size": "12px"})
	}
	var out bytes.Buffer
	err = p.dc.EncodePNG(&out)
	return out.Bytes(), err
}

// read reads the tree of a picture, and its style.
func read(svg []byte) (root *node, style string, err error) {
	d := xml.NewDecoder(bytes.NewReader(svg))
	var open []*node
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, "", err
		}
		switch x := t.(type) {
		case xml.StartElement:
			n := &node{tag: x.Name.Local, attrs: map[string]string{}}
			for _, a := range x.Attr {
				n.attrs[a.Name.Local] = a.Value
			}
			if len(open) > 0 {
				top := open[len(open)-1]
				top.children = append(top.children, n)
			} else {
				root = n
			}
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, n := range open {
				if n.tag == "text" {
					n.text += string(x)
				}
				if n.tag == "style" {
					style += string(x)
				}
			}
		}
	}
	if root == nil {
		return nil, "", errors.New("it is empty")
	}
	return root, style, nil
}

func (p *painter) name(n *node) {
	if id := n.attrs["id"]; id != "" {
		p.ids[id] = n
	}
	for _, c := range n.children {
		p.name(c)
	}
}

// length reads a number or a percentage of a whole.
func length(s string, whole float64) float64 {
	if share, ok := strings.CutSuffix(s, "%"); ok {
		v, _ := strconv.ParseFloat(share, 64)
		return v / 100 * whole
	}
	v, _ := strconv.ParseFloat(strings.TrimSuffix(s, "px"), 64)
	return v
}

// inherited are the properties that children take over.
var inherited = []string{"fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "fill-opacity", "font-size", "font-weight", "text-anchor", "paint-order", "stroke-linecap"}

// style computes the properties of an element: of its parent, its attributes,
// then the rules.
func (p *painter) style(n *node, parent map[string]string) map[string]string {
	own := map[string]string{}
	for _, name := range inherited {
		if v, ok := parent[name]; ok {
			own[name] = v
		}
		if v, ok := n.attrs[name]; ok {
			own[name] = v
		}
	}
	list := strings.Fields(n.attrs["class"])
	for i := range p.rules {
		if r := &p.rules[i]; r.applies(n.tag, list) {
			for _, d := range r.Decls {
				own[d[0]] = d[1]
			}
		}
	}
	return own
}

func (p *painter) paint(n *node, f frame, parent map[string]string) {
	switch n.tag {
	case "defs", "style", "title", "desc":
		return
	}
	st := p.style(n, parent)
	if st["display"] == "none" {
		return
	}
	at := func(name string, whole float64) float64 { return length(n.attrs[name], whole) }
	X := func(name string) float64 { return f.x + float64(at(name, f.w)*f.sx) }
	Y := func(name string) float64 { return f.y + float64(at(name, f.h)*f.sy) }
	switch n.tag {
	case "svg":
		in := frame{X("x"), Y("y"), f.sx, f.sy, at("width", f.w), at("height", f.h)}
		if box := strings.Fields(n.attrs["viewBox"]); len(box) == 4 { // stretched
			w, h := length(box[2], 0), length(box[3], 0)
			in.sx, in.sy, in.w, in.h = in.w*f.sx/w, in.h*f.sy/h, w, h
		}
		p.all(n, in, st)
	case "g":
		p.all(n, f, st)
	case "use":
		if target := p.ids[strings.TrimPrefix(n.attrs["href"], "#")]; target != nil {
			p.all(target, frame{X("x"), Y("y"), f.sx, f.sy, f.w, f.h}, st)
		}
	case "rect":
		p.dc.DrawRectangle(X("x"), Y("y"), at("width", f.w)*f.sx, at("height", f.h)*f.sy)
		p.finish(st)
	case "circle":
		p.dc.DrawCircle(X("cx"), Y("cy"), at("r", 0)*f.sx)
		p.finish(st)
	case "line":
		p.dc.DrawLine(X("x1"), Y("y1"), X("x2"), Y("y2"))
		st["fill"] = "none"
		p.finish(st)
	case "path":
		p.path(n.attrs["d"], f)
		p.finish(st)
	case "text":
		p.write(n.text, X("x")+float64(at("dx", f.w)*f.sx), Y("y"), st)
	}
}

func (p *painter) all(n *node, f frame, st map[string]string) {
	for _, c := range n.children {
		p.paint(c, f, st)
	}
}

// path adds a path of the commands M, L, H, V, C and Z, small letters relative.
func (p *painter) path(d string, f frame) {
	i := 0
	numbers := func(n int) (all []float64) {
		for ; n > 0; n-- {
			for i < len(d) && (d[i] == ' ' || d[i] == ',') {
				i++
			}
			j := i
			for j < len(d) && (d[j] >= '0' && d[j] <= '9' || d[j] == '.' || j == i && (d[j] == '-' || d[j] == '+')) {
				j++
			}
			v, _ := strconv.ParseFloat(d[i:j], 64)
			all = append(all, v)
			i = j
		}
		return all
	}
	more := func() bool {
		for i < len(d) && (d[i] == ' ' || d[i] == ',') {
			i++
		}
		return i < len(d) && strings.IndexByte("+-.0123456789", d[i]) >= 0
	}
	x, y, x0, y0 := 0.0, 0.0, 0.0, 0.0
	px := func(x, y float64) (float64, float64) { return f.x + float64(x*f.sx), f.y + float64(y*f.sy) }
	for i < len(d) {
		c := d[i]
		i++
		rel := c >= 'a'
		bx, by := 0.0, 0.0
		for first := true; first || more(); first = false {
			if rel {
				bx, by = x, y
			}
			switch c &^ 0x20 {
			case 'M', 'L':
				v := numbers(2)
				x, y = bx+v[0], by+v[1]
				if c&^0x20 == 'M' && first {
					x0, y0 = x, y
					p.dc.MoveTo(px(x, y))
				} else {
					p.dc.LineTo(px(x, y))
				}
			case 'H':
				x = bx + numbers(1)[0]
				p.dc.LineTo(px(x, y))
			case 'V':
				y = by + numbers(1)[0]
				p.dc.LineTo(px(x, y))
			case 'C':
				v := numbers(6)
				ax, ay := px(bx+v[0], by+v[1])
				cx, cy := px(bx+v[2], by+v[3])
				x, y = bx+v[4], by+v[5]
				ex, ey := px(x, y)
				p.dc.CubicTo(ax, ay, cx, cy, ex, ey)
			case 'Z':
				p.dc.ClosePath()
				x, y = x0, y0
			default:
				return
			}
		}
	}
}

// finish fills and strokes the shape that was drawn.
func (p *painter) finish(st map[string]string) {
	if name, ok := strings.CutPrefix(st["fill"], "url(#"); ok {
		if tile := p.tile(strings.TrimSuffix(name, ")")); tile != nil {
			p.dc.SetFillStyle(tile)
			p.dc.FillPreserve()
		}
	} else if c, ok := colorOf(st["fill"], st["fill-opacity"]); ok {
		p.dc.SetColor(c)
		p.dc.FillPreserve()
	}
	if c, ok := colorOf(st["stroke"], st["stroke-opacity"]); ok {
		p.dc.SetColor(c)
		p.dc.SetLineWidth(length(st["stroke-width"], 0) * p.k)
		p.dc.SetDash(p.dashes(st["stroke-dasharray"])...)
		p.dc.SetLineJoinRound()
		p.dc.SetLineCapButt()
		if st["stroke-linecap"] == "round" {
			p.dc.SetLineCapRound()
		}
		p.dc.StrokePreserve()
	}
	p.dc.ClearPath()
}

func (p *painter) dashes(s string) (all []float64) {
	for _, v := range strings.Fields(s) {
		if v := length(v, 0); v > 0 {
			all = append(all, v*p.k)
		}
	}
	return all
}

// colorOf reads #rrggbb; none and nothing are no color.
func colorOf(s, opacity string) (color.Color, bool) {
	if len(s) != 7 || s[0] != '#' {
		return nil, false
	}
	v, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return nil, false
	}
	alpha := 1.0
	if opacity != "" {
		alpha = length(opacity, 1)
	}
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), uint8(math.Round(alpha * 255))}, true //nolint:gosec // bytes
}

// write writes a text at its anchor, on a halo where it has one.
func (p *painter) write(text string, x, y float64, st map[string]string) {
	c, ok := colorOf(st["fill"], st["fill-opacity"])
	if !ok || text == "" {
		return
	}
	face := p.face(st["font-weight"], length(st["font-size"], 0)*p.k)
	if face == nil {
		return
	}
	p.dc.SetFontFace(face)
	wide, _ := p.dc.MeasureString(text)
	switch st["text-anchor"] {
	case "middle":
		x -= float64(wide / 2)
	case "end":
		x -= wide
	}
	if halo, ok := colorOf(st["stroke"], ""); ok && st["paint-order"] == "stroke" {
		p.dc.SetColor(halo)
		r := length(st["stroke-width"], 0) / 2 * p.k
		for i := range 16 {
			a := float64(i) * math.Pi / 8
			p.dc.DrawString(text, x+float64(r*math.Cos(a)), y+float64(r*math.Sin(a)))
			p.dc.DrawString(text, x+float64(r/2*math.Cos(a)), y+float64(r/2*math.Sin(a)))
		}
	}
	p.dc.SetColor(c)
	p.dc.DrawString(text, x, y)
}

// face is the font at a weight and size in pixels.
func (p *painter) face(weight string, size float64) font.Face {
	data, name := liberationsansregular.TTF, "regular"
	if w := length(weight, 0); w >= 600 || weight == "bold" {
		data, name = liberationsansbold.TTF, "bold"
	}
	key := fmt.Sprint(name, size)
	if f, ok := p.faces[key]; ok {
		return f
	}
	parsed, err := opentype.Parse(data)
	if err != nil {
		return nil
	}
	f, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return nil
	}
	p.faces[key] = f
	return f
}

package capacity

// Answer is what a search has found.
type Answer struct {
	Enough bool // some number up to the top surely meets the targets
	Need   int  // the smallest that does
	Low    int  // largest number that surely misses them; what lies between is undecided
	Top    int  // largest number that may be tried
}

// find looks for the smallest number from the floor to the top that meets the
// targets. It begins with a guess, goes on in growing steps until the answer is
// bracketed, and halves the bracket. What is undecided counts as not enough here;
// how far down the undecided numbers go is asked afterward.
func find(guess, floor, top int, try func(n int) (Verdict, error)) (Answer, error) {
	seen := map[int]Verdict{}
	ask := func(n int) (Verdict, error) {
		v, ok := seen[n]
		if !ok {
			var err error
			if v, err = try(n); err != nil {
				return v, err
			}
			seen[n] = v
		}
		return v, nil
	}
	guess = min(max(guess, floor), top)
	need, err := boundary(guess, floor, top, func(n int) (bool, error) {
		v, err := ask(n)
		return v == Met, err
	})
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Enough: need <= top, Need: need, Low: need - 1, Top: top}
	if a.Low < floor || seen[a.Low] == Missed {
		return a, nil
	}
	first, err := boundary(a.Low, floor, a.Low, func(n int) (bool, error) {
		v, err := ask(n)
		return v != Missed, err
	})
	a.Low = first - 1
	return a, err
}

// boundary is the smallest number from the floor to the top that is enough, or one
// more than the top. What is enough for a number is enough for a larger one.
func boundary(guess, floor, top int, enough func(n int) (bool, error)) (int, error) {
	low, high := floor-1, top+1 // not enough, enough
	ok, err := enough(guess)
	for n, step := guess, 1; err == nil; step *= 2 {
		if ok {
			high = n
		} else {
			low = n
		}
		switch {
		case low >= floor && high <= top, high == floor, low == top:
			return halve(low, high, enough)
		case high <= top:
			n = max(high-step, floor)
		default:
			n = min(low+step, top)
		}
		ok, err = enough(n)
	}
	return 0, err
}

// halve narrows a bracket down to its upper end.
func halve(low, high int, enough func(n int) (bool, error)) (int, error) {
	for high-low > 1 {
		middle := low + (high-low)/2
		ok, err := enough(middle)
		if err != nil {
			return 0, err
		}
		if ok {
			high = middle
		} else {
			low = middle
		}
	}
	return high, nil
}

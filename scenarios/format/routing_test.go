package format

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestExpressionsOverAttributes(t *testing.T) {
	agents := &Attributes{List: []Attribute{
		{Name: Text{S: "spanish"}, Level: 7}, {Name: Text{S: "boston"}, Flag: true, Level: 1}, {Name: Text{S: "new"}, Flag: true},
	}}
	for text, want := range map[string]bool{
		"spanish >= 7": true, "spanish > 7": false, "spanish<8": true, "spanish<=6": false, "spanish == 7": true, "spanish != 7": false,
		"boston": true, "new": false, "not new": true, "!new": true, "boston == true": true, "new==false": true, "boston != true": false,
		"spanish > 8 and boston": false, "spanish > 8 or boston": true, "spanish > 8 || (boston && not new)": true,
		"boston or spanish > 8 and new": true, "(boston or spanish > 8) and new": false,
		"french > 1": false, "french != 3": false, "french": false, "not french": true, "spanish": false,
	} {
		p, err := ParsePredicate(text)
		require.NoError(t, err, text)
		require.Equal(t, want, p.Fits(agents), text)
	}
	for _, text := range []string{"", "and", "spanish >", "spanish > true", "spanish > x", "(boston", "boston)", "boston new", ">= 7", "not", "boston and"} {
		_, err := ParsePredicate(text)
		require.Error(t, err, text)
	}
}

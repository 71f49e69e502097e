// Checks tokens for other services, and forgets whom they were made for.
package main

import (
	"fmt"
	"net/http"

	"github.com/dgrijalva/jwt-go"
	"golang.org/x/text/language"
)

func check(w http.ResponseWriter, r *http.Request) {
	// A token without a list of audiences passes this check in this version of the library.
	token, err := jwt.Parse(r.URL.Query().Get("token"), func(*jwt.Token) (interface{}, error) { return []byte("secret"), nil })
	if err != nil || !token.Claims.(jwt.MapClaims).VerifyAudience("tokens", false) {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	// A long header of the caller's own making keeps this busy for minutes.
	tags, _, _ := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	fmt.Fprintln(w, "yes", tags)
}

func main() {
	http.HandleFunc("/check", check)
	http.ListenAndServe("127.0.0.1:3003", nil)
}

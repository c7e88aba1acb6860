// Reads an exported log with the libraries of the Go checksum database (golang.org/x/mod/sumdb), which know nothing of this project: the note, the
// tiles and each entry's hash. Debian: golang-go, golang-golang-x-mod-dev. GO111MODULE=off GOPATH=/usr/share/gocode go run read_log.go DIR
package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type dir struct{ path string }

func (d dir) Height() int                                { return 8 }
func (d dir) SaveTiles(tiles []tlog.Tile, data [][]byte) {}
func (d dir) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, t := range tiles {
		p := strings.Replace(t.Path(), "tile/8/", "tile/", 1)
		b, err := os.ReadFile(filepath.Join(d.path, p))
		if err != nil {
			return nil, err
		}
		all = append(all, b)
	}
	return all, nil
}

func must(err error) {
	if err != nil {
		fmt.Println("BAD:", err)
		os.Exit(1)
	}
}

func main() {
	d := dir{os.Args[1]}
	key, err := os.ReadFile(filepath.Join(d.path, "log.vkey"))
	must(err)
	v, err := note.NewVerifier(strings.TrimSpace(strings.Split(string(key), "\n")[0]))
	must(err)
	text, err := os.ReadFile(filepath.Join(d.path, "checkpoint"))
	must(err)
	n, err := note.Open(text, note.VerifierList(v))
	must(err)
	lines := strings.Split(n.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := base64.StdEncoding.DecodeString(lines[2])
	must(err)
	tree := tlog.Tree{N: size}
	copy(tree.Hash[:], root)
	reader := tlog.TileHashReader(tree, d)
	for first := int64(0); first < size; first += 256 {
		w := size - first
		if w > 256 {
			w = 256
		}
		t := tlog.Tile{H: 8, L: -1, N: first / 256, W: int(w)}
		p := strings.Replace(t.Path(), "tile/8/data/", "tile/entries/", 1)
		b, err := os.ReadFile(filepath.Join(d.path, p))
		must(err)
		var at []int64
		for i := int64(0); i < w; i++ {
			at = append(at, tlog.StoredHashIndex(0, first+i))
		}
		hashes, err := reader.ReadHashes(at)
		must(err)
		for i := int64(0); i < w; i++ {
			l := int(b[0])<<8 | int(b[1])
			if tlog.RecordHash(b[2:2+l]) != hashes[i] {
				fmt.Println("BAD entry", first+i)
				os.Exit(1)
			}
			b = b[2+l:]
		}
	}
	fmt.Println("sound:", v.Name(), size, "entries")
}

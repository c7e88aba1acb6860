#!/usr/bin/env python3
"""A second program that checks an exported log, from docs/log-format.md and the standard library alone.

It shares nothing with the other one. Signatures are checked by openssl; without openssl it says that they were not.
Prints the first thing that is wrong and ends with 1; with 0 and the root when all is well.
"""
import base64
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

KEYS = set("act action actor at cases classes client entity entityId fields grant happenedAt id institution outcome part "
           "parts policy purpose query reason role rows seq session v xid".split())
MUST = set("act action at id outcome rows seq v xid".split())
UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
SHAPES = {"at": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", "happenedAt": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z",
          "query": "[0-9a-f]{16}", "policy": "[0-9a-f]{16}", "outcome": "ALLOWED|MASKED|DENIED|FAILED",
          **{key: UUID for key in ("actor", "entityId", "grant", "id", "institution")}}


class Wrong(Exception):
    pass


def demand(right, words):
    if not right:
        raise Wrong(words)


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def root(hashes):
    """MTH of RFC 6962 over leaf hashes: pairs are joined level by level, and one without a neighbour goes up as it is."""
    row = list(hashes) or [sha()]
    while len(row) > 1:
        joined = [sha(b"\x01", row[i], row[i + 1]) for i in range(0, len(row) - 1, 2)]
        row = joined + row[len(row) - len(row) % 2:]
    return row[0]


def name(number, width):
    digits = "%03d" % (number % 1000)
    number //= 1000
    while number:
        digits = "x%03d/" % (number % 1000) + digits
        number //= 1000
    return digits + ("" if width == 256 else ".p/%d" % width)


def tiles(count):
    return [(i, min(256, count - i * 256)) for i in range((count + 255) // 256)]


def key_of(vkey):
    label, digest, rest = vkey.strip().split("+", 2)
    raw = base64.b64decode(rest, validate=True)
    demand(raw[0] == 1 and len(raw) == 33, "the key is of another algorithm")
    demand(sha(label.encode(), b"\n", raw)[:4].hex() == digest, "the hash in the key's line is wrong")
    return label, sha(label.encode(), b"\n", raw)[:4], raw[1:]


def verify(public, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        der = bytes.fromhex("302a300506032b6570032100") + public
        for label, content in (("key", der), ("message", message), ("signature", signature)):
            files[label] = str(pathlib.Path(folder, label))
            pathlib.Path(files[label]).write_bytes(content)
        done = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", files["key"], "-rawin",
                               "-in", files["message"], "-sigfile", files["signature"]], capture_output=True)
        return done.returncode == 0


def checkpoint(note, keys, place):
    """Size, root, and by which key it is signed."""
    numbers = {base64.b64decode(line.split()[2])[:4] for line in note.decode().rpartition("\n\n")[2].splitlines()}
    signer = max((i for i, key in enumerate(keys) if key[1] in numbers), default=0)
    return *signed_by(note, keys[signer], place), signer


def signed_by(note, key, place):
    label, number, public = key
    text, _, signatures = note.decode().rpartition("\n\n")
    body = (text + "\n").encode()
    origin, size, digest = text.split("\n")
    demand(origin == label, place + " is of another log")
    lines = [line.split(" ") for line in signatures.splitlines()]
    own = [base64.b64decode(line[2]) for line in lines if line[0] == "\u2014" and line[1] == label]
    own = [each[4:] for each in own if each[:4] == number]
    demand(own, place + " is not signed by the log")
    if shutil.which("openssl"):
        demand(all(verify(public, body, each) for each in own), place + " has a wrong signature")
    return int(size), base64.b64decode(digest, validate=True)


def entry(raw, index):
    where = "entry %d " % index
    demand(0 < len(raw) <= 4096, where + "is empty or too long")
    event = json.loads(raw)
    canonical = json.dumps(event, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    demand(canonical == raw, where + "is not in its canonical form")
    demand(event.get("v") in (1, 2) and set(event) <= KEYS, where + "has a key that is not known")
    if "part" in event:
        demand(set(event) <= {"cases", "fields", "id", "part", "v"}, where + "is no right continuation")
    else:
        demand(MUST <= set(event), where + "lacks a key")
        demand(event["v"] == (2 if "policy" in event else 1), where + "is of another version")
    for key, value in event.items():
        if key in ("rows", "seq", "xid", "v", "part", "parts"):
            demand(type(value) is int and 0 <= value < 2 ** 53, where + key + " is no number")
        elif key in ("cases", "classes", "fields"):
            demand(value and value == sorted(set(value)), where + key + " is empty or without order")
            demand(len(value) <= {"cases": 24, "fields": 32}.get(key, 999), where + key + " is too long")
            demand(key != "cases" or all(re.fullmatch(UUID + "( " + UUID + ")?", each) for each in value), where + "cases")
        else:
            demand(re.fullmatch(SHAPES.get(key, "(?s).+"), value), where + key + " has not its shape")
    return event


def check(folder, vkey):
    keys = [key_of(line) for line in vkey.strip().split("\n")]
    size, signed, last = checkpoint((folder / "checkpoint").read_bytes(), keys, "checkpoint")
    leaves, rows, due = [], set(), None
    for number, width in tiles(size):
        bundle, at = (folder / "tile/entries" / name(number, width)).read_bytes(), 0
        stored = (folder / "tile/0" / name(number, width)).read_bytes()
        demand(len(stored) == 32 * width, "tile/0 number %d has a wrong length" % number)
        for i in range(width):
            length = int.from_bytes(bundle[at:at + 2], "big")
            raw = bundle[at + 2:at + 2 + length]
            at += 2 + length
            index = number * 256 + i
            leaf = sha(b"\x00", raw)
            demand(leaf == stored[32 * i:32 * i + 32], "entry %d is not the one of its hash" % index)
            event = entry(raw, index)
            if "part" in event:
                demand(due == (event["id"], event["part"], event["v"]), "entry %d goes on with nothing" % index)
                due = (due[0], due[1] + 1, due[2]) if due[1] + 1 < parts else None
            else:
                demand(due is None, "a part is missing before entry %d" % index)
                demand(event["seq"] not in rows, "row %d is twice in the log, at entry %d" % (event["seq"], index))
                rows.add(event["seq"])
                parts = event.get("parts", 1)
                due = (event["id"], 1, event["v"]) if parts > 1 else None
            leaves.append(leaf)
        demand(at == len(bundle), "something stands behind the entries of number %d" % number)
    demand(due is None, "the last event is not whole")
    row, level = leaves, 0
    while len(row) >= 256:
        row, level = [root(row[i:i + 256]) for i in range(0, len(row) - 255, 256)], level + 1
        stored = b"".join((folder / "tile" / str(level) / name(*tile)).read_bytes() for tile in tiles(len(row)))
        demand(stored == b"".join(row), "the hashes of level %d are not those of the level below" % level)
    demand(root(leaves) == signed, "the root is not the signed one")
    earlier, newest = (folder / "checkpoints").read_bytes(), 0
    for note in filter(None, earlier.split(b"---\n")):
        count, old, signer = checkpoint(note, keys, "an earlier checkpoint")
        demand(newest <= signer <= last, "the checkpoint of %d entries is signed with a key that was replaced" % count)
        newest = signer
        demand(count <= size and root(leaves[:count]) == old, "the first %d entries are not those of an earlier checkpoint" % count)
    demand((folder / "unsealed").read_bytes() == b"", "events are in no leaf")
    return size, signed.hex()


if __name__ == "__main__":
    where = pathlib.Path(sys.argv[1])
    try:
        print("sound: %d entries, root %s" % check(where, (where / "log.vkey").read_text()))
    except (Wrong, OSError, ValueError, IndexError) as wrong:
        print("BROKEN:", wrong)
        sys.exit(1)
    if not shutil.which("openssl"):
        print("signatures were not checked: there is no openssl")

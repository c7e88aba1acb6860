package org.himaye.verifier.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;

/** The public key of a log or of a witness, as one line: {@code name+hash+base64(algorithm, key)}. */
public final class NoteKey {

    /** A log's signature of a note. */
    public static final byte LOG = 0x01;

    /** A witness's cosignature with its time. */
    public static final byte WITNESS = 0x04;

    private static final int HASH_DIGITS = 8;

    private final String name;
    private final byte algorithm;
    private final byte[] raw;
    private final PublicKey key;

    /** @throws Malformed for a bad name or bytes that are no key */
    public NoteKey(String name, byte algorithm, byte[] raw) {
        if (!isName(name)) {
            throw new Malformed("a key's name is empty, or has a space or a plus sign");
        }
        this.name = name;
        this.algorithm = algorithm;
        this.raw = raw.clone();
        this.key = Ed25519.publicKey(raw);
    }

    /** @throws Malformed when it is no such line, of another algorithm, or the hash is not the key's */
    public static NoteKey parse(String line, byte algorithm) {
        int first = line.indexOf('+');
        if (first < 1 || line.length() < first + HASH_DIGITS + 2 || line.charAt(first + 1 + HASH_DIGITS) != '+') {
            throw new Malformed("this is not a key's line, name+hash+base64");
        }
        byte[] bytes = Base64Text.decode(line.substring(first + HASH_DIGITS + 2), "the key");
        if (bytes.length != 1 + Ed25519.KEY_BYTES || bytes[0] != algorithm) {
            throw new Malformed("the key is not Ed25519 of algorithm " + algorithm);
        }
        byte[] raw = new byte[Ed25519.KEY_BYTES];
        System.arraycopy(bytes, 1, raw, 0, raw.length);
        NoteKey key = new NoteKey(line.substring(0, first), algorithm, raw);
        if (!key.toString().equals(line)) {
            throw new Malformed("the hash in the key's line is not the key's: a letter is wrong");
        }
        return key;
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.indexOf('+') < 0
                && name.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ');
    }

    public String name() {
        return name;
    }

    boolean verifies(byte[] message, byte[] signature) {
        return Ed25519.verifies(key, message, signature);
    }

    /** First four bytes of the hash of name, newline, algorithm and key. */
    public int id() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            sha.update(algorithm);
            return ByteBuffer.wrap(sha.digest(raw)).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The line. */
    @Override
    public String toString() {
        byte[] bytes = Ed25519.join(new byte[] {algorithm}, raw);
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+"
                + Base64.getEncoder().encodeToString(bytes);
    }
}

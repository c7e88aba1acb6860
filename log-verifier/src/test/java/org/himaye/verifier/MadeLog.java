package org.himaye.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A log written by the definitions in docs/log-format.md and nothing else, all in memory: it takes nothing of the program that is tested
 * or of the one that writes logs. Entries and hashes can be changed apart from each other, as somebody would who has the disk.
 */
public final class MadeLog {

    /** What is exported of each entry; an empty one is gone. */
    public final List<byte[]> entries = new ArrayList<>();

    /** The hash that was stored of each. */
    public final List<byte[]> leaves = new ArrayList<>();

    /** Signed before, oldest first. */
    public final List<byte[]> earlier = new ArrayList<>();

    public byte[] checkpoint;
    public String unsealed = "";

    private final String origin;
    private KeyPair pair;
    private final List<String> keysBefore = new ArrayList<>();
    private final KeyPair witness;

    public MadeLog(String origin) throws GeneralSecurityException {
        this.origin = origin;
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        witness = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    /** The same log with the same keys, to be changed. */
    public MadeLog(MadeLog other) {
        origin = other.origin;
        pair = other.pair;
        keysBefore.addAll(other.keysBefore);
        witness = other.witness;
        entries.addAll(other.entries);
        leaves.addAll(other.leaves);
        earlier.addAll(other.earlier);
        checkpoint = other.checkpoint;
    }

    public void add(byte[] entry) throws GeneralSecurityException {
        entries.add(entry);
        leaves.add(leaf(entry));
    }

    public static byte[] leaf(byte[] entry) throws GeneralSecurityException {
        return sha(new byte[] {0}, entry);
    }

    public void sign() throws GeneralSecurityException {
        checkpoint = note(leaves.size());
    }

    /** A checkpoint of the first so many, as the log signs it. */
    public byte[] note(int size) throws GeneralSecurityException {
        String body = body(size);
        return utf8(body + "\n" + line(origin, (byte) 1, pair, utf8(body), new byte[0]));
    }

    private String body(int size) throws GeneralSecurityException {
        String root = Base64.getEncoder().encodeToString(root(leaves.subList(0, size)));
        return origin + "\n" + size + "\n" + root + "\n";
    }

    /** The same with the cosignature of the witness. */
    public byte[] cosigned(int size, long time) throws GeneralSecurityException {
        String body = body(size);
        byte[] signed = utf8("cosignature/v1\ntime " + time + "\n" + body);
        String line = line(
                "witness.example/1",
                (byte) 4,
                witness,
                signed,
                ByteBuffer.allocate(8).putLong(time).array());
        return utf8(new String(note(size), StandardCharsets.UTF_8) + line);
    }

    private static String line(String name, byte algorithm, KeyPair pair, byte[] message, byte[] before)
            throws GeneralSecurityException {
        Signature sign = Signature.getInstance("Ed25519");
        sign.initSign(pair.getPrivate());
        sign.update(message);
        byte[] all = join(join(hash(name, algorithm, pair), before), sign.sign());
        return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
    }

    private static byte[] hash(String name, byte algorithm, KeyPair pair) throws GeneralSecurityException {
        return Arrays.copyOf(sha(utf8(name + "\n"), join(new byte[] {algorithm}, raw(pair))), 4);
    }

    private static byte[] raw(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private static String key(String name, byte algorithm, KeyPair pair) throws GeneralSecurityException {
        String hash = HexFormat.of().formatHex(hash(name, algorithm, pair));
        return name + "+" + hash + "+" + Base64.getEncoder().encodeToString(join(new byte[] {algorithm}, raw(pair)));
    }

    /** The key with which it signs now. */
    public String vkey() throws GeneralSecurityException {
        return key(origin, (byte) 1, pair);
    }

    /** All keys, a line each. */
    public String vkeys() throws GeneralSecurityException {
        return String.join("", keysBefore) + vkey() + "\n";
    }

    /** Signs with another key from now on. */
    public void loseTheKey() throws GeneralSecurityException {
        keysBefore.add(vkey() + "\n");
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    /** The witness's own file with these notes. */
    public void writeWitness(Path file, List<byte[]> notes) throws IOException, GeneralSecurityException {
        StringBuilder all = new StringBuilder(key("witness.example/1", (byte) 4, witness)).append("\n---\n");
        for (byte[] note : notes) {
            all.append(new String(note, StandardCharsets.UTF_8)).append("---\n");
        }
        Files.writeString(file, all);
    }

    public byte[] root() throws GeneralSecurityException {
        return root(leaves);
    }

    /** MTH of RFC 6962, by halves of the greatest power of two. */
    public static byte[] root(List<byte[]> hashes) throws GeneralSecurityException {
        if (hashes.isEmpty()) {
            return sha(new byte[0], new byte[0]);
        }
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int half = Integer.highestOneBit(hashes.size() - 1);
        byte[] left = root(hashes.subList(0, half));
        return sha(new byte[] {1}, join(left, root(hashes.subList(half, hashes.size()))));
    }

    public void write(Path folder) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("checkpoint"), checkpoint);
        Files.writeString(folder.resolve("log.vkey"), vkeys());
        Files.writeString(folder.resolve("unsealed"), unsealed);
        List<String> notes = earlier.stream()
                .map(note -> new String(note, StandardCharsets.UTF_8))
                .toList();
        Files.writeString(folder.resolve("checkpoints"), String.join("---\n", notes));
        List<byte[]> framed = entries.stream()
                .map(entry -> join(new byte[] {(byte) (entry.length >> 8), (byte) entry.length}, entry))
                .toList();
        tiles(folder.resolve("tile/entries"), framed);
        List<byte[]> row = leaves;
        for (int level = 0; !row.isEmpty(); level++) {
            tiles(folder.resolve("tile/" + level), row);
            List<byte[]> next = new ArrayList<>();
            for (int i = 0; i + 256 <= row.size(); i += 256) {
                next.add(root(row.subList(i, i + 256)));
            }
            row = next;
        }
    }

    private static void tiles(Path folder, List<byte[]> all) throws IOException {
        for (int i = 0; i < all.size(); i += 256) {
            List<byte[]> tile = all.subList(i, Math.min(i + 256, all.size()));
            Path file = folder.resolve(name(i / 256) + (tile.size() == 256 ? "" : ".p/" + tile.size()));
            Files.createDirectories(file.getParent());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            tile.forEach(bytes::writeBytes);
            Files.write(file, bytes.toByteArray());
        }
    }

    private static String name(int number) {
        return number < 1000
                ? String.format("%03d", number)
                : String.format("x%03d/%03d", number / 1000, number % 1000);
    }

    public static byte[] sha(byte[] first, byte[] second) throws GeneralSecurityException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(first);
        return sha.digest(second);
    }

    public static byte[] join(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

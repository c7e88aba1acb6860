package org.himaye.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.himaye.verifier.note.Ed25519;
import org.himaye.verifier.note.NoteKey;
import org.himaye.verifier.note.SignedNote;
import org.himaye.verifier.tree.GrowingTree;
import org.himaye.verifier.tree.Tile;
import org.himaye.verifier.tree.TreeHash;

/** An exported log of any size: a reader opens three cases, now and then another signs in. */
final class WrittenLog {

    private static final String NAME = "himaye/bench";
    private static final long SIGN_IN_EVERY = 100;
    private static final long MICROS_BETWEEN = 10_000;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00.000001Z");

    private final Path folder;
    private final SplittableRandom random = new SplittableRandom(1);
    private final TreeHash hash = new TreeHash();
    private String actor = id();
    private String session = id();
    private long bytes;

    WrittenLog(Path folder) {
        this.folder = folder;
    }

    /** Bytes of all entries. */
    long bytes() {
        return bytes;
    }

    void write(long size) throws IOException, GeneralSecurityException {
        GrowingTree tree = new GrowingTree((tile, row) -> file(tile, Arrays.copyOf(row, tile.bytes())));
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (long number = 0; Tile.in(size, 0, number).isPresent(); number++) {
            Tile tile = Tile.in(size, 0, number).get();
            byte[] leaves = new byte[tile.bytes()];
            bundle.reset();
            for (int i = 0; i < tile.width(); i++) {
                byte[] entry = entry(tile.firstEntry() + i).getBytes(StandardCharsets.US_ASCII);
                bundle.write(entry.length >> 8);
                bundle.write(entry.length);
                bundle.writeBytes(entry);
                System.arraycopy(hash.leaf(entry), 0, leaves, i * TreeHash.BYTES, TreeHash.BYTES);
                bytes += entry.length;
            }
            file(tile, leaves);
            file(new Tile(Tile.ENTRIES, number, tile.width()), bundle.toByteArray());
            if (tile.width() == Tile.WIDTH) {
                tree.add(hash.perfect(leaves, 0, Tile.WIDTH));
            } else {
                tree.addLast(leaves);
            }
        }
        tree.end();
        sign(size, tree.root());
    }

    private void file(Tile tile, byte[] content) {
        try {
            Path file = folder.resolve(tile.path());
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sign(long size, byte[] root) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteKey key =
                new NoteKey(NAME, NoteKey.LOG, Ed25519.raw(pair.getPublic().getEncoded()));
        String body = NAME + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
        byte[] signature =
                Ed25519.sign(Ed25519.raw(pair.getPrivate().getEncoded()), body.getBytes(StandardCharsets.UTF_8));
        SignedNote note = new SignedNote(body, List.of(new SignedNote.Line(NAME, key.id(), signature)));
        Files.write(folder.resolve("checkpoint"), note.bytes());
        Files.writeString(folder.resolve("log.vkey"), key + "\n");
        Files.writeString(folder.resolve("checkpoints"), "");
        Files.writeString(folder.resolve("unsealed"), "");
    }

    private String entry(long index) {
        boolean signIn = index % SIGN_IN_EVERY == 0;
        if (signIn) {
            actor = id();
            session = id();
        }
        String at = BEGIN.plusNanos(index * MICROS_BETWEEN * 1000).toString();
        String what = signIn ? "session.keep\",\"action\":\"LOGIN" : "case.read\",\"action\":\"VIEW";
        String cases = ",\"cases\":[\"" + id() + " " + id() + "\"],\"classes\":[\"IDENTITY\",\"NARRATIVE\"]";
        String fields = ",\"fields\":[\"case_file.aim\",\"case_file.number\",\"person.birth_date\"]";
        return "{\"act\":\"" + what + "\",\"actor\":\"" + actor + "\",\"at\":\"" + at + "\"" + (signIn ? "" : cases)
                + ",\"client\":\"desktop 10.1.2.0/24\"" + (signIn ? "" : fields) + ",\"id\":\"" + id()
                + "\",\"outcome\":\"ALLOWED\",\"role\":\"CASEWORKER\",\"rows\":1,\"seq\":" + (index + 1)
                + ",\"session\":\""
                + session + "\",\"v\":1,\"xid\":" + (1000 + index) + "}";
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}

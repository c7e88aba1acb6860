package org.himaye.verifier.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.himaye.verifier.Unusable;
import org.himaye.verifier.note.Ed25519;
import org.himaye.verifier.note.Malformed;
import org.himaye.verifier.note.NoteKey;
import org.himaye.verifier.note.SignedNote;

/** The witness's own key pair, made at its first run. The private half never leaves its file. */
final class WitnessKey {

    private static final String PRIVATE = "witness.key";
    private static final String PUBLIC = "witness.vkey";
    private static final String BEGIN = "PRIVATE+KEY+";
    private static final int PARTS = 5;
    private static final int TIME_BYTES = 8;

    private final NoteKey key;
    private final byte[] seed;

    private WitnessKey(NoteKey key, byte[] seed) {
        this.key = key;
        this.seed = seed;
    }

    /** Reads the pair of a folder, or makes one of this name. */
    static WitnessKey in(Path folder, String name) throws IOException {
        if (!Files.exists(folder.resolve(PRIVATE))) {
            make(folder, name);
        }
        try {
            NoteKey key = NoteKey.parse(Files.readString(folder.resolve(PUBLIC)).strip(), NoteKey.WITNESS);
            String line = Files.readString(folder.resolve(PRIVATE)).strip();
            // The letters of base64 have a plus sign too: no more than five parts.
            byte[] seed = Ed25519.raw(Base64.getDecoder().decode(line.split("\\+", PARTS)[PARTS - 1]));
            WitnessKey pair = new WitnessKey(key, seed);
            SignedNote.Line trial = pair.cosign("trial\n", Instant.EPOCH);
            boolean pairs = line.startsWith(BEGIN)
                    && new SignedNote("trial\n", List.of(trial)).cosignedBy(key).isPresent();
            if (pairs) {
                return pair;
            }
        } catch (Malformed | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Unusable("The witness's key in " + folder + " cannot be read: " + e.getMessage(), e);
        }
        throw new Unusable("The two halves of the witness's key in " + folder + " do not belong together");
    }

    private static void make(Path folder, String name) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            NoteKey key = new NoteKey(
                    name, NoteKey.WITNESS, Ed25519.raw(pair.getPublic().getEncoded()));
            byte[] secret = ByteBuffer.allocate(1 + Ed25519.KEY_BYTES)
                    .put(NoteKey.WITNESS)
                    .put(Ed25519.raw(pair.getPrivate().getEncoded()))
                    .array();
            String line = key.toString();
            String hash = "+" + line.split("\\+")[1] + "+";
            OwnFile.create(folder.resolve(PUBLIC), utf8(line + "\n"), "r--r--r--");
            OwnFile.create(
                    folder.resolve(PRIVATE),
                    utf8(BEGIN + name + hash + Base64.getEncoder().encodeToString(secret) + "\n"),
                    "r--------");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    NoteKey key() {
        return key;
    }

    /** The witness's line under a note of this text. */
    SignedNote.Line cosign(String text, Instant now) {
        long time = now.getEpochSecond();
        byte[] signature = Ed25519.sign(seed, SignedNote.cosigned(text, time));
        byte[] timed = ByteBuffer.allocate(TIME_BYTES + signature.length)
                .putLong(time)
                .put(signature)
                .array();
        return new SignedNote.Line(key.name(), key.id(), timed);
    }
}

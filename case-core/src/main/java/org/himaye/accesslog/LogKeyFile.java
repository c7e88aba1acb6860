package org.himaye.accesslog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Ed25519 with the key in a file of its own beside the other keys: {@code log.key}, two lines, the secret half and the public one;
 * {@code log.vkey} has the public half as people hand it over.
 */
final class LogKeyFile implements LogSigner {

    static final String FILE = "log.key";
    static final String PUBLIC_FILE = "log.vkey";

    private static final String ALGORITHM = "Ed25519";
    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;

    /** What stands before the 32 bytes of a public key in its X.509 form. */
    static final String X509 = "302a300506032b6570032100";

    private static final int MARK_BYTES = 4;

    private final String name;
    private final PrivateKey key;
    private final byte[] publicKey;

    private LogKeyFile(String name, PrivateKey key, byte[] publicKey) {
        this.name = name;
        this.key = key;
        this.publicKey = publicKey;
    }

    /**
     * The key that lies in the folder. A first one is made; never a second, because whoever checks knows the first.
     *
     * @param name of the log
     * @param known the public line with which this log was begun; null before
     * @throws LogKeyAway when it is missing or another log's
     */
    static LogKeyFile in(Path folder, String name, String known) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                if (known != null) {
                    throw new LogKeyAway(file + " is missing");
                }
                make(folder);
            }
            LogKeyFile found = read(file, name);
            if (known != null && !known.equals(found.verifierKey())) {
                throw new LogKeyAway(file + " is not the key of this log");
            }
            found.demandHalvesFit();
            if (known == null) {
                WholeFile.replace(folder.resolve(PUBLIC_FILE), found.verifierKey() + "\n");
            }
            return found;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw e instanceof LogKeyAway away ? away : new LogKeyAway(file + " cannot be used", e);
        }
    }

    /** Of two that do so at once, the file of one is there. */
    private static void make(Path folder) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        WholeFile.first(
                folder.resolve(FILE),
                base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                        + base64.encodeToString(raw(pair.getPublic().getEncoded())) + "\n");
    }

    private static LogKeyFile read(Path file, String name) throws IOException, GeneralSecurityException {
        List<String> lines = Files.readAllLines(file);
        Base64.Decoder base64 = Base64.getDecoder();
        PrivateKey secret = KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.getFirst())));
        return new LogKeyFile(name, secret, base64.decode(lines.get(1)));
    }

    /** A damaged file would sign what nobody can check. */
    private void demandHalvesFit() throws GeneralSecurityException {
        byte[] trial = name.getBytes(StandardCharsets.UTF_8);
        Signature check = Signature.getInstance(ALGORITHM);
        check.initVerify(KeyFactory.getInstance(ALGORITHM)
                .generatePublic(new X509EncodedKeySpec(
                        HexFormat.of().parseHex(X509 + HexFormat.of().formatHex(publicKey)))));
        check.update(trial);
        if (!check.verify(signed(trial))) {
            throw new LogKeyAway("the halves of " + FILE + " do not belong together");
        }
    }

    private byte[] signed(byte[] bytes) throws GeneralSecurityException {
        Signature signing = Signature.getInstance(ALGORITHM);
        signing.initSign(key);
        signing.update(bytes);
        return signing.sign();
    }

    /** The key stands last in its X.509 form. */
    private static byte[] raw(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }

    @Override
    public String verifierKey() {
        return name + "+" + HexFormat.of().formatHex(mark()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    private byte[] typed() {
        byte[] typed = new byte[publicKey.length + 1];
        typed[0] = ED25519;
        System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
        return typed;
    }

    private byte[] mark() {
        byte[] prefix = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] typed = typed();
        byte[] all = Arrays.copyOf(prefix, prefix.length + typed.length);
        System.arraycopy(typed, 0, all, prefix.length, typed.length);
        return Arrays.copyOf(LogTree.sha256(all), MARK_BYTES);
    }

    @Override
    public String signature(String body) {
        try {
            byte[] signature = signed(body.getBytes(StandardCharsets.UTF_8));
            byte[] marked = Arrays.copyOf(mark(), MARK_BYTES + signature.length);
            System.arraycopy(signature, 0, marked, MARK_BYTES, signature.length);
            return "— " + name + " " + Base64.getEncoder().encodeToString(marked) + "\n";
        } catch (GeneralSecurityException e) {
            throw new LogKeyAway("a checkpoint cannot be signed", e);
        }
    }
}

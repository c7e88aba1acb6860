package org.himaye.verifier.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Ed25519 with keys of 32 bytes, which the JDK wants wrapped. */
public final class Ed25519 {

    public static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;

    private static final String NAME = "Ed25519";
    private static final byte[] PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] PRIVATE = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private Ed25519() {}

    /** @throws Malformed when these bytes are no point of the curve */
    static PublicKey publicKey(byte[] raw) {
        try {
            PublicKey key = KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(join(PUBLIC, raw)));
            Signature.getInstance(NAME).initVerify(key);
            return key;
        } catch (GeneralSecurityException e) {
            throw new Malformed("these bytes are no Ed25519 key");
        }
    }

    /** The last 32 bytes of how the JDK encodes either half of a pair. */
    public static byte[] raw(byte[] encoded) {
        byte[] raw = new byte[KEY_BYTES];
        System.arraycopy(encoded, encoded.length - KEY_BYTES, raw, 0, KEY_BYTES);
        return raw;
    }

    static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance(NAME);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** @param seed the private half, 32 bytes */
    public static byte[] sign(byte[] seed, byte[] message) {
        try {
            PrivateKey key = KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(join(PRIVATE, seed)));
            Signature sign = Signature.getInstance(NAME);
            sign.initSign(key);
            sign.update(message);
            return sign.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}

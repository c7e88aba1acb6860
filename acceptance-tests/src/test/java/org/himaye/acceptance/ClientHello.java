package org.himaye.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;

/**
 * The first message of a TLS client of old (RFC 5246, 7.4.1.2), sent by hand: the JDK's own client no longer speaks what a server
 * must refuse.
 */
record ClientHello(int version, List<Integer> ciphers) {

    static final int TLS_1_1 = 0x0302;
    static final int TLS_1_2 = 0x0303;
    /** TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384. */
    static final int AUTHENTICATED = 0xC02C;
    /** TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA, of TLS 1.0 to 1.2. */
    static final int CBC = 0xC00A;

    private static final int HANDSHAKE = 22;
    private static final int PATIENCE_MILLIS = 10_000;

    /** Whether the server goes on with its own hello; it ends the conversation or sends an alert otherwise. */
    boolean isAcceptedBy(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(record());
            socket.getOutputStream().flush();
            return socket.getInputStream().read() == HANDSHAKE;
        }
    }

    private byte[] record() throws IOException {
        byte[] hello = hello();
        var record = new ByteArrayOutputStream();
        var out = new DataOutputStream(record);
        out.writeByte(HANDSHAKE);
        out.writeShort(0x0301);
        out.writeShort(hello.length + 4);
        out.writeByte(1);
        out.writeByte(0);
        out.writeShort(hello.length);
        out.write(hello);
        return record.toByteArray();
    }

    private byte[] hello() throws IOException {
        var hello = new ByteArrayOutputStream();
        var out = new DataOutputStream(hello);
        out.writeShort(version);
        out.write(new byte[32]);
        out.writeByte(0);
        out.writeShort(ciphers.size() * 2);
        for (int cipher : ciphers) {
            out.writeShort(cipher);
        }
        out.writeByte(1);
        out.writeByte(0);
        byte[] extensions = extensions();
        out.writeShort(extensions.length);
        out.write(extensions);
        return hello.toByteArray();
    }

    /** Curve P-256, uncompressed points, and a signature that a certificate of that curve can give. */
    private static byte[] extensions() throws IOException {
        var extensions = new ByteArrayOutputStream();
        var out = new DataOutputStream(extensions);
        for (int[] each : new int[][] {{10, 0x0002, 0x0017}, {13, 0x0002, 0x0403}}) {
            out.writeShort(each[0]);
            out.writeShort(4);
            out.writeShort(each[1]);
            out.writeShort(each[2]);
        }
        out.writeShort(11);
        out.writeShort(2);
        out.writeShort(0x0100);
        return extensions.toByteArray();
    }
}

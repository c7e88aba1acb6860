package org.himaye.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Asks ClamAV's daemon over its socket, by its own protocol: {@code zINSTREAM}, pieces with their lengths before them, a length of 0, and
 * an answer. Only what it calls OK is clean.
 *
 * @param address {@code unix:/run/clamav/clamd.ctl} or {@code tcp:127.0.0.1:3310}
 */
record Clamd(String address) {

    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What it says of a file. */
    enum Verdict {
        CLEAN,
        INFECTED
    }

    /** @throws IOException when it is away, does not answer in time or says that it cannot tell */
    Verdict look(byte[] content) throws IOException {
        String answer = ask("zINSTREAM\0", content);
        if (answer.equals("stream: OK")) {
            return Verdict.CLEAN;
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            return Verdict.INFECTED;
        }
        throw new IOException("the scanner cannot tell");
    }

    /** Whether it is there and works. */
    boolean answers() {
        try {
            return ask("zPING\0", null).equals("PONG");
        } catch (IOException away) {
            return false;
        }
    }

    private String ask(String command, byte[] content) throws IOException {
        try (SocketChannel channel = SocketChannel.open(family())) {
            Thread watch = Thread.ofVirtual().start(() -> closeLate(channel));
            try {
                channel.connect(place());
                write(channel, ByteBuffer.wrap(command.getBytes(StandardCharsets.US_ASCII)));
                if (content != null) {
                    send(channel, content);
                }
                return read(channel);
            } catch (AsynchronousCloseException late) {
                throw new IOException("the scanner does not answer", late);
            } finally {
                watch.interrupt();
            }
        } catch (IllegalArgumentException noAddress) {
            throw new IOException("the scanner's address is none", noAddress);
        }
    }

    /** A socket in the file system knows no time-out of its own. */
    private static void closeLate(SocketChannel channel) {
        try {
            Thread.sleep(PATIENCE);
            channel.close();
        } catch (InterruptedException | IOException over) {
            // It answered in time, or is closed already.
        }
    }

    private StandardProtocolFamily family() {
        return address.startsWith("unix:") ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET;
    }

    private SocketAddress place() {
        if (address.startsWith("unix:")) {
            return UnixDomainSocketAddress.of(address.substring("unix:".length()));
        }
        String[] parts = Optional.of(address.split(":"))
                .filter(each -> each.length == 3 && each[0].equals("tcp") && each[2].matches("\\d{1,5}"))
                .orElseThrow(() -> new IllegalArgumentException(address));
        return new InetSocketAddress(parts[1], Integer.parseInt(parts[2]));
    }

    private static void send(SocketChannel channel, byte[] content) throws IOException {
        for (int from = 0; from < content.length; from += PIECE) {
            int length = Math.min(PIECE, content.length - from);
            write(channel, ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
            write(channel, ByteBuffer.wrap(content, from, length));
        }
        write(channel, ByteBuffer.allocate(Integer.BYTES));
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String read(SocketChannel channel) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer some = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.size() < LONGEST_ANSWER && channel.read(some) >= 0) {
            answer.write(some.array(), 0, some.position());
            if (some.position() > 0 && some.get(some.position() - 1) == 0) {
                break;
            }
            some.clear();
        }
        byte[] bytes = answer.toByteArray();
        int end = bytes.length > 0 && bytes[bytes.length - 1] == 0 ? bytes.length - 1 : bytes.length;
        return new String(Arrays.copyOf(bytes, end), StandardCharsets.US_ASCII).strip();
    }
}

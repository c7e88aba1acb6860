package org.himaye.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The protocol of ClamAV's daemon, against a small server here that reads it as its documentation says ({@code man clamd}, INSTREAM). The
 * daemon itself is not part of the build.
 */
class ClamdTest {

    @TempDir
    Path folder;

    private ServerSocketChannel server;

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** Reads one command as the daemon does, answers, and hands on what it read. */
    private CompletableFuture<byte[]> serve(StandardProtocolFamily family, SocketAddress at, String answer)
            throws IOException {
        server = ServerSocketChannel.open(family).bind(at);
        return CompletableFuture.supplyAsync(() -> {
            try (SocketChannel channel = server.accept()) {
                DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
                ByteArrayOutputStream command = new ByteArrayOutputStream();
                for (int one = in.read(); one > 0; one = in.read()) {
                    command.write(one);
                }
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                if (command.toString(StandardCharsets.US_ASCII).equals("zINSTREAM")) {
                    for (int length = in.readInt(); length > 0; length = in.readInt()) {
                        content.write(in.readNBytes(length));
                    }
                }
                channel.write(ByteBuffer.wrap((answer + "\0").getBytes(StandardCharsets.US_ASCII)));
                return content.toByteArray();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Clamd onPort(String answer) throws IOException {
        serve(StandardProtocolFamily.INET, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), answer);
        return here();
    }

    private Clamd here() throws IOException {
        return new Clamd("tcp:127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort());
    }

    @Test
    void theWholeFileGoesThereInPieces() throws IOException, ExecutionException, InterruptedException {
        byte[] content = new byte[200_000];
        new Random(1).nextBytes(content);
        Path socket = folder.resolve("clamd");
        CompletableFuture<byte[]> read =
                serve(StandardProtocolFamily.UNIX, UnixDomainSocketAddress.of(socket), "stream: OK");

        assertEquals(Clamd.Verdict.CLEAN, new Clamd("unix:" + socket).look(content));

        assertArrayEquals(content, read.get());
    }

    @Test
    void whatItFindsIsSaid() throws IOException {
        assertEquals(
                Clamd.Verdict.INFECTED,
                onPort("stream: Eicar-Test-Signature FOUND").look(new byte[] {1}));
    }

    /** Anything but its OK is no OK. */
    @Test
    void aScannerThatCannotTellHasNotSaidThatItIsClean() throws IOException {
        Clamd scanner = onPort("INSTREAM size limit exceeded. ERROR");
        assertThrows(IOException.class, () -> scanner.look(new byte[] {1}));
    }

    @Test
    void aScannerThatIsAwayIsToldFromOneThatAnswers() throws IOException {
        assertTrue(onPort("PONG").answers());
        server.close();
        assertFalse(whereNobodyListens().answers());
        assertFalse(new Clamd("unix:" + folder.resolve("nothing")).answers());
        assertFalse(new Clamd("somewhere").answers());
    }

    /** Where nobody listens any more. */
    private static Clamd whereNobodyListens() throws IOException {
        try (ServerSocketChannel gone =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return new Clamd("tcp:127.0.0.1:" + ((InetSocketAddress) gone.getLocalAddress()).getPort());
        }
    }
}

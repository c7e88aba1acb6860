package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** What nobody's browser sends ends soon: too much, or nothing after the beginning (security.md F20). It waits beside other tests. */
@Execution(CONCURRENT)
class LimitsTest {

    private static final String FORM =
            " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    /** The server waits 30 seconds for the next byte. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final int LARGE_HEADER = 100_000;

    @Test
    void whatIsTooLargeOrNeverComesIsEnded() throws Exception {
        Map<String, String> sent = new LinkedHashMap<>();
        sent.put("a large header", "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(LARGE_HEADER) + "\r\n\r\n");
        sent.put("a large body", "POST /signin/backchannel" + FORM + "Content-Length: 99000000\r\n\r\nlogout_token=");
        sent.put("nothing", "");
        sent.put("half a header", "GET / HTTP/1.1\r\nHost: loc");
        sent.put("half a body", "POST /signin/backchannel" + FORM + "Content-Length: 1000\r\n\r\nlogout_token=");
        Map<String, Future<String>> answers = new LinkedHashMap<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            sent.forEach((what, text) -> answers.put(what, senders.submit(() -> firstLine(text))));
        }

        assertTrue(
                answers.get("a large header").get().matches("HTTP/1.1 4\\d\\d .*"),
                answers.get("a large header").get());
        assertTrue(
                answers.get("a large body").get().startsWith("HTTP/1.1 413 "),
                answers.get("a large body").get());
        assertEquals("", answers.get("nothing").get(), "closed");
        assertEquals("", answers.get("half a header").get(), "closed");
        assertTrue(
                answers.get("half a body").get().startsWith("HTTP/1.1 400 "),
                answers.get("half a body").get());
    }

    /** @throws java.net.SocketTimeoutException when neither an answer nor the end comes in time */
    private static String firstLine(String text) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), Himaye.stack().ports().web())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            byte[] start = new byte[200];
            int length = Math.max(0, socket.getInputStream().read(start));
            return new String(start, 0, length, StandardCharsets.US_ASCII)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}

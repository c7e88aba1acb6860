package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A file goes in and comes out in the browser; who opens which, and what is taken, is shown elsewhere (domain.md 3.3.16, ADR 30). */
class DocumentTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int TWO_GIGABYTES = 2048;

    /** Files of the largest size, one after the other: held, they would be 200 MB. */
    private static final int ROUNDS = 10;

    private static final int LARGEST = 20 * MEGABYTE;

    /** Room for what the server does besides; far from what was sent. */
    private static final long MOST_MEMORY = 64L * MEGABYTE;

    private static final Pattern USED = Pattern.compile("heap.*?used (\\d+)K");

    @Test
    @Tag("ASVS-5.2.1")
    @Tag("ASVS-5.4.1")
    void aFileGoesInIsLookedAtAndTakenAlong() throws IOException {
        String number = CaseRows.of(DemoPerson.caseworker2).number();
        try (Visit caseworker = Visit.onPhone(DemoPerson.caseworker2)) {
            caseworker.open("/document/list.xhtml?number=" + number).follow("Sənəd əlavə et");
            assertTrue(caseworker.shows("(məcburi deyil)"), "says which answer may be left out");
            Form.of(caseworker, "save")
                    .answer("kind", "CERTIFICATE")
                    .answer("dataClass", null)
                    .send();
            assertEquals("Fayl seçin.", beside(caseworker));

            choose(caseworker, "məktub.pdf", "Salam".getBytes(StandardCharsets.UTF_8));
            caseworker.picture("document-refused");
            assertEquals("Bu fayl nə PDF, nə JPG, nə də PNG-dir.", beside(caseworker));
            assertEquals("Mətn", caseworker.field("title").inputValue(), "what was typed stays");

            choose(caseworker, "../\u202Egpj.exe", picture());
            caseworker.page().waitForURL("**/document/list.xhtml*");
            Locator shown = caseworker.page().locator("main details img");
            caseworker.page().waitForResponse("**/document/picture*", () -> {
                caseworker.page().locator("main details summary").press("Enter");
            });
            caseworker.page().waitForCondition(() -> Boolean.TRUE.equals(shown.evaluate("i => i.naturalWidth === 60")));
            caseworker.picture("documents");
            AccessEvents events = AccessEvents.fromNow();
            Download taken = caseworker
                    .page()
                    .waitForDownload(
                            () -> caseworker.page().locator("main a[download]").click());
            assertEquals(number + "-certificate.jpg", taken.suggestedFilename());
            assertEquals(
                    "document.download DOWNLOAD ALLOWED [case_document.identityTitle]",
                    events.of(DemoPerson.caseworker2).stream()
                            .map(each -> each.act() + " " + each.action() + " " + each.outcome() + " " + each.fields())
                            .collect(Collectors.joining()));
            long kept = kept();
            whatDoesNotComeWholeIsOnRecord(caseworker, number);
            tooMuchIsCutOff(caseworker, number);
            assertEquals(kept, kept(), "rows and files");
        }
    }

    /** Memory that the server has, measured while files go in and are refused: none is held there whole but those that are checked. */
    @Test
    void howeverMuchIsSentTheMemoryOfTheServerStays() throws IOException {
        String number = CaseRows.of(DemoPerson.caseworker2).number();
        try (Visit caseworker = Visit.of(DemoPerson.caseworker2)) {
            caseworker.open("/document/list.xhtml?number=" + number);
            // What a first file brings into memory for good is not what is measured.
            assertEquals("422", sent(caseworker, "Content-Length: " + LARGEST, largest(number)));
            long kept = kept();
            long before = held();
            for (int i = 0; i < ROUNDS; i++) {
                assertEquals("422", sent(caseworker, "Content-Length: " + LARGEST, largest(number)));
            }
            long files = held() - before;
            long whole = memory();
            long announced = tooMuchIsCutOff(caseworker, number) - whole;
            long withoutEnd = withoutEnd(caseworker) - whole;
            String told =
                    "held %d MB, after ten files of 20 MB %+d MB; in memory %d MB, while 2 GB come %+d MB, and without end %+d MB"
                            .formatted(
                                    before / MEGABYTE,
                                    files / MEGABYTE,
                                    whole / MEGABYTE,
                                    announced / MEGABYTE,
                                    withoutEnd / MEGABYTE);
            Files.writeString(Path.of("target", "upload-memory.txt"), told + "\n");
            assertTrue(files < LARGEST && announced < MOST_MEMORY && withoutEnd < MOST_MEMORY, told);
            assertEquals(kept, kept(), "rows and files");
        }
    }

    /** One file of each person is read at a time: a few slow ones of one keep nobody else from sending. */
    @Test
    void aSlowFileKeepsOnlyItsSenderWaiting() throws IOException {
        String number = CaseRows.of(DemoPerson.caseworker2).number();
        byte[] next = (line(number) + "no document").getBytes(StandardCharsets.US_ASCII);
        AccessEvents events = AccessEvents.fromNow();
        try (Visit slow = Visit.of(DemoPerson.caseworker2);
                Visit other = Visit.of(DemoPerson.caseworker1);
                Socket socket = opened(slow, "Content-Length: " + MEGABYTE)) {
            socket.getOutputStream().write((line(number) + "%PDF-1.7").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            Eventually.holds(
                    "the second waits",
                    () -> refused(slow, next)
                            && refusals(events, DemoPerson.caseworker2).contains("BUSY of 1"),
                    () -> String.join(", ", refusals(events, DemoPerson.caseworker2)));
            byte[] others = (line(CaseRows.of(DemoPerson.caseworker1).number()) + "no document")
                    .getBytes(StandardCharsets.US_ASCII);
            assertTrue(refused(other, others));
            assertEquals(List.of("TYPE of 1"), refusals(events, DemoPerson.caseworker1));
        }
    }

    private static boolean refused(Visit visit, byte[] body) {
        try {
            return sent(visit, "Content-Length: " + body.length, body).equals("422");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String beside(Visit visit) {
        return visit.page().locator(".cw-field-error .ui-message-error").innerText();
    }

    private static void choose(Visit visit, String name, byte[] content) {
        assertEquals("Fayl seçilməyib", visit.page().locator(".cw-file-name").innerText());
        visit.page().locator("input[type=file]").setInputFiles(new FilePayload(name, "application/pdf", content));
        assertEquals(name, visit.page().locator(".cw-file-name").textContent());
        visit.page()
                .waitForResponse(
                        "**/document/add.xhtml*",
                        () -> visit.page()
                                .locator("main form button[id$='save']")
                                .click());
        visit.page().waitForLoadState();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_3BYTE_BGR), "jpeg", file);
        return file.toByteArray();
    }

    /** Without a length, without a first line, broken off behind it, and with a title that nobody types: nothing of it is kept, and each is an event (ADR 30). */
    private static void whatDoesNotComeWholeIsOnRecord(Visit visit, String number) throws IOException {
        AccessEvents events = AccessEvents.fromNow();
        byte[] words = "neither a line nor its end".getBytes(StandardCharsets.US_ASCII);

        assertEquals(
                "422",
                sent(visit, "Transfer-Encoding: chunked", "3\r\nabc\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("422", sent(visit, "Content-Length: " + words.length, words));
        byte[] turned = line(number).replace("title=a", "title=a%E2%80%AEb").getBytes(StandardCharsets.US_ASCII);
        assertEquals("422", sent(visit, "Content-Length: " + turned.length, turned));
        try (Socket socket = opened(visit, "Content-Length: " + MEGABYTE)) {
            socket.getOutputStream().write((line(number) + "%PDF-1.7").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }

        List<String> expected = List.of("BROKEN_OFF of 0", "BROKEN_OFF of 0", "TextNotAllowed of 1", "BROKEN_OFF of 1");
        Eventually.holds(
                "four events",
                () -> expected.equals(refusals(events, DemoPerson.caseworker2)),
                () -> String.join(", ", refusals(events, DemoPerson.caseworker2)));
    }

    private static List<String> refusals(AccessEvents events, DemoPerson sender) {
        return events.of(sender).stream()
                .filter(each ->
                        each.act().equals("document.write") && each.outcome().equals("FAILED"))
                .map(each -> each.reason().replace("DocumentProblem.", "") + " of " + each.cases())
                .toList();
    }

    private static String line(String number) {
        return "case=" + number + "&document=" + UUID.randomUUID() + "&kind=OTHER&title=a\n";
    }

    private static Socket opened(Visit visit, String length) throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), Himaye.stack().ports().web());
        socket.getOutputStream()
                .write(("POST /document/upload HTTP/1.1\r\nHost: "
                                + Himaye.address().replace("http://", "")
                                + "\r\nOrigin: " + Himaye.address() + "\r\nCookie: " + cookies(visit)
                                + "\r\n" + length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** @return the status of the answer */
    private static String sent(Visit visit, String length, byte[] body) throws IOException {
        try (Socket socket = opened(visit, length)) {
            socket.getOutputStream().write(body);
            return status(socket);
        }
    }

    private static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).replace("HTTP/1.1 ", "");
    }

    /** A file that is no document and as large as one may be. */
    private static byte[] largest(String number) {
        byte[] body = new byte[LARGEST];
        byte[] line = line(number).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(line, 0, body, 0, line.length);
        return body;
    }

    /**
     * Two gigabytes: the server says that it is too much, reads on no further and closes (security.md F20).
     *
     * @return the most memory that it had meanwhile, bytes
     */
    private static long tooMuchIsCutOff(Visit visit, String number) throws IOException {
        long most = memory();
        int sent = 0;
        try (Socket socket = opened(visit, "Content-Length: " + (long) TWO_GIGABYTES * MEGABYTE)) {
            OutputStream out = socket.getOutputStream();
            out.write(line(number).getBytes(StandardCharsets.US_ASCII));
            assertEquals("413", status(socket));
            byte[] piece = new byte[MEGABYTE];
            while (sent < TWO_GIGABYTES) {
                out.write(piece);
                sent++;
                most = Math.max(most, memory());
            }
        } catch (IOException cut) {
            assertTrue(sent < TWO_GIGABYTES, "closed");
        }
        assertTrue(sent < 64, "ended after " + sent + " MB");
        return most;
    }

    /** The same of what does not say how long it is. */
    private static long withoutEnd(Visit visit) throws IOException {
        long most = memory();
        int sent = 0;
        try (Socket socket = opened(visit, "Transfer-Encoding: chunked")) {
            OutputStream out = socket.getOutputStream();
            byte[] piece = new byte[MEGABYTE];
            while (sent < TWO_GIGABYTES) {
                out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(piece);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                sent++;
                most = Math.max(most, memory());
            }
        } catch (IOException cut) {
            assertTrue(sent < TWO_GIGABYTES, "closed");
        }
        assertTrue(sent < 64, "ended after " + sent + " MB");
        return most;
    }

    /** What the server holds once it has collected what nobody needs, bytes. */
    private static long held() throws IOException {
        asked("GC.run");
        String heap = asked("GC.heap_info");
        Matcher used = USED.matcher(heap);
        assertTrue(used.find(), heap);
        return Long.parseLong(used.group(1)) * 1024;
    }

    private static String asked(String command) throws IOException {
        Process ask = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), server(), command)
                .redirectErrorStream(true)
                .start();
        return new String(ask.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String server() throws IOException {
        Path run = Himaye.stack().places().run();
        return Files.readString(run.resolve("payara.pid")).split(" ")[0];
    }

    /** What the server's process has in memory, bytes. */
    private static long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc", server(), "status")).stream()
                .filter(each -> each.startsWith("VmRSS:"))
                .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Rows of documents, and files in the folder in which the server may put any. */
    private static long kept() throws IOException {
        try (Stream<Path> files = Files.walk(Himaye.stack().places().run().resolveSibling("payara/tmp"))) {
            return files.filter(Files::isRegularFile).count()
                    + Database.number(
                            "select (select count(*) from himaye.case_document) + (select count(*) from himaye.document_chunk)");
        }
    }

    private static String cookies(Visit visit) {
        return visit.context().cookies().stream()
                .filter(each -> each.name.startsWith("__Host-"))
                .map((Cookie each) -> each.name + "=" + each.value)
                .collect(Collectors.joining("; "));
    }
}

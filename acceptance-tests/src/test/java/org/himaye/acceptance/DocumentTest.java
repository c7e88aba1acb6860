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
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A file goes in and comes out in the browser; who opens which, and what is taken, is shown elsewhere (domain.md 3.3.16, ADR 30). */
class DocumentTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int TWO_GIGABYTES = 2048;

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
            tooMuchIsCutOff(caseworker, number);
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

    /** Two gigabytes: the server says that it is too much, reads on no further and closes (security.md F20). */
    private static void tooMuchIsCutOff(Visit visit, String number) throws IOException {
        String line = "case=" + number + "&document=" + UUID.randomUUID() + "&kind=OTHER&title=a\n";
        int sent = 0;
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), Himaye.stack().ports().web())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /document/upload HTTP/1.1\r\nHost: "
                            + Himaye.address().replace("http://", "")
                            + "\r\nOrigin: " + Himaye.address() + "\r\nCookie: " + cookies(visit)
                            + "\r\nContent-Length: " + (long) TWO_GIGABYTES * MEGABYTE + "\r\n\r\n" + line)
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertEquals("HTTP/1.1 413", answer);
            byte[] piece = new byte[MEGABYTE];
            while (sent < TWO_GIGABYTES) {
                out.write(piece);
                sent++;
            }
        } catch (IOException cut) {
            assertTrue(sent < TWO_GIGABYTES, "closed");
        }
        assertTrue(sent < 64, "ended after " + sent + " MB");
    }

    private static String cookies(Visit visit) {
        return visit.context().cookies().stream()
                .filter(each -> each.name.startsWith("__Host-"))
                .map((Cookie each) -> each.name + "=" + each.value)
                .collect(Collectors.joining("; "));
    }
}

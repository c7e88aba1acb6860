package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.himaye.keeping.Manifest;
import org.himaye.stack.SecondInstallation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The drill of docs/operations.md with the whole system: a backup while the police send referrals, a restore beside it, and what was
 * typed can be read again with the keys file. With {@code --long} the restored system is started whole and somebody signs in.
 */
class KeepingDrillTest {

    @TempDir
    Path folder;

    private final Canaries canaries = new Canaries();

    @Test
    void whatWasTypedIsReadAgainAfterARestore() throws Exception {
        Path backup = folder.resolve("drill");
        Path keys = folder.resolve("elsewhere.keys");
        CasePath path = new CasePath(canaries::plant);
        try (Visit police = Visit.of(DemoPerson.police1)) {
            path.refer(police);
            CompletableFuture<Manifest> made =
                    CompletableFuture.supplyAsync(() -> Himaye.stack().backup(backup, keys));
            do {
                Scenes.sendReferral(police);
            } while (!made.isDone());
            made.join();
        }
        assertTrue(canaries.count() >= 3, "only so many canaries were planted: " + canaries.count());

        try (SecondInstallation second = new SecondInstallation(folder.resolve("var"))) {
            second.restore(backup, keys);
            second.startDatabase();
            assertEquals(canaries.count(), opened(second, path.receipt()).size());
            signInIsThere(second);
            List<String> hits = new ArrayList<>(Search.files(backup, canaries));
            hits.addAll(Search.files(folder, canaries, folder.resolve("var"), backup));
            for (String name : List.of("himaye", "keycloak")) {
                try (Connection connection = second.superuser(name)) {
                    hits.addAll(Search.tables(name, connection, canaries));
                }
            }
            assertEquals(List.of(), hits);
            if ("yes".equals(System.getProperty("himaye.long"))) {
                wholeSystemGoesOn(second, path.receipt());
            }
        }
        theAuditorReadsOfIt();
        assertFalse(Files.exists(folder.resolve("drill.half")));
    }

    /** Sealed fields of the referral that hold a canary, by their names. */
    private List<String> opened(SecondInstallation second, String receipt) throws Exception {
        List<String> opened = new ArrayList<>();
        try (Connection himaye = second.superuser("himaye");
                var select = himaye.prepareStatement("select * from himaye.referral where number = ?")) {
            select.setString(1, receipt);
            try (var row = select.executeQuery()) {
                assertTrue(row.next(), receipt);
                UUID id = row.getObject("id", UUID.class);
                var columns = row.getMetaData();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    if (columns.getColumnTypeName(i).equals("bytea") && row.getBytes(i) != null) {
                        String column = columns.getColumnName(i);
                        String plain = second.open(row.getBytes(i), "referral", column, id, "REFERRAL", id);
                        opened.addAll(canaries.in(plain));
                    }
                }
            }
        }
        return opened.stream().distinct().toList();
    }

    private static void signInIsThere(SecondInstallation second) throws Exception {
        try (Connection keycloak = second.superuser("keycloak");
                var statement = keycloak.createStatement()) {
            try (var found = statement.executeQuery(
                    "select count(*) from user_entity u join credential c on c.user_id = u.id and c.type = 'password'"
                            + " where u.username = 'police1'")) {
                found.next();
                assertEquals(1, found.getInt(1));
            }
            List<String> leadingBack = Search.tables(
                    "keycloak", keycloak, rows -> new String(rows, StandardCharsets.UTF_8).contains(Himaye.address()));
            // What happened keeps its address.
            leadingBack.removeIf(table -> table.contains(" pg_catalog.") || table.endsWith(".event_entity"));
            assertEquals(
                    List.of(), leadingBack, "sign-in leads to the restored system, not to the one that was copied");
        }
    }

    private void wholeSystemGoesOn(SecondInstallation second, String receipt) throws IOException {
        second.startWhole();
        try (var context = Himaye.browser().newContext()) {
            Page page = context.newPage();
            page.setDefaultTimeout(60_000);
            page.navigate(second.address().toString());
            page.fill("#username", DemoPerson.police1.name());
            page.fill("#password", "himaye-demo-password");
            page.click("#kc-login");
            page.waitForSelector("main");
            page.navigate(second.address() + "referral/receipt.xhtml?number=" + receipt);
            assertTrue(page.content().contains(receipt), page.content());
        }
    }

    private static void theAuditorReadsOfIt() {
        assertEquals(
                List.of("EXPORT SYSTEM ALLOWED"),
                Database.texts("select concat_ws(' ', action, role, outcome) from himaye.access_event"
                        + " where act = 'keeping.backup' order by seq desc limit 1"));
        try (Visit auditor = Visit.of(DemoPerson.auditor1)) {
            auditor.open("/accesslog/list.xhtml");
            assertTrue(auditor.text().contains("Ehtiyat nüsxəsi"), auditor.text());
        }
    }
}

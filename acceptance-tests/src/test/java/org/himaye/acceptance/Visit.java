package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person at the screen: signs in as people do, opens addresses, fills fields by their id, presses what reads so. Collects what
 * must never happen: violations of the content policy and answers of 500.
 */
final class Visit implements AutoCloseable {

    /** Long, because a machine may be busy; nothing waits longer than it must. */
    private static final int PATIENCE_MILLIS = 45_000;

    private static final int ATTEMPTS = 15;
    private static final int BUSY = 503;
    private static final int LEAVING_MILLIS = 5_000;
    private static final String DRAFTS = "**/draft";
    private static final String LANGUAGE = "az-AZ";
    private static final int TABS = 6;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final BrowserContext context;
    private final Answers answers = new Answers();
    private final Page page;
    private final List<String> violations = new ArrayList<>();
    private int lastStatus;
    private boolean draftsStopped;

    private Visit(int width, int height) {
        context = Himaye.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale(LANGUAGE)
                        .setTimezoneId("Asia/Baku"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        answers.watch(context);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                violations.add(message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 500) {
                violations.add(response.status() + " " + response.url());
            }
        });
    }

    static Visit of(DemoPerson person) {
        return new Visit(1280, 900).enter(person);
    }

    static Visit onPhone(DemoPerson person) {
        return new Visit(360, 800).enter(person);
    }

    /** Somebody who has not signed in. */
    static Visit ofStranger() {
        return new Visit(1280, 900);
    }

    /** In a browser that the provider still knows, if it does: a code works once, and a password is slow to check on purpose. */
    private Visit enter(DemoPerson person) {
        context.addCookies(KnownBrowsers.of(person));
        reachTheForm();
        if (page.locator("#username").count() > 0) {
            prove(person);
        }
        KnownBrowsers.remember(person, context);
        return this;
    }

    /** With everything that the provider asks of this person. */
    Visit signIn(DemoPerson person) {
        reachTheForm();
        prove(person);
        return this;
    }

    private void prove(DemoPerson person) {
        givePassword(person, DemoPerson.PASSWORD);
        if (person.hasSecondFactor()) {
            giveCode(Codes.next(person));
        }
        awaitApplication();
    }

    Visit givePassword(DemoPerson person, String password) {
        page.fill("#username", person.username());
        page.fill("#password", password);
        page.click("#kc-login");
        return this;
    }

    Visit giveCode(String code) {
        page.fill("#otp", code);
        page.click("#kc-login");
        return this;
    }

    /** Gives a second factor, as an act of weight asks for, and opens the page. */
    Visit stepUp(DemoPerson person, String path) {
        open("/signin/step-up?to=" + path);
        // The address leads to the provider, who asks for a code or still has one of the last minutes.
        page.waitForURL(url -> !url.contains("/signin/step-up"));
        if (page.locator("#otp").count() > 0) {
            giveCode(Codes.next(person));
        }
        return awaitApplication();
    }

    /** The provider has let the person in, and the application has answered. */
    Visit awaitApplication() {
        page.waitForURL(Pattern.compile(Pattern.quote(Himaye.address()) + ".*"));
        return this;
    }

    /** A provider that is busy is answered by a plain page after three seconds; people try again. */
    private void reachTheForm() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            open("/");
            if (lastStatus != BUSY) {
                return;
            }
            violations.clear();
        }
    }

    Visit open(String path) {
        Response response = page.navigate(Himaye.address() + path);
        lastStatus = response == null ? 0 : response.status();
        return this;
    }

    /** Asks for an address as this person, without showing the answer. */
    APIResponse get(String path) {
        return answers.note(path, context.request().get(Himaye.address() + path));
    }

    /** As a script of a page asks, which is not led to sign-in. */
    APIResponse get(String path, String mode) {
        RequestOptions as = RequestOptions.create().setHeader("Sec-Fetch-Mode", mode);
        return answers.note(path, context.request().get(Himaye.address() + path, as));
    }

    /** Asks for the addresses as this person, several at once as tabs do, without showing the answers, which come in the same order. */
    List<HttpResponse<String>> getAll(Collection<String> addresses) {
        String cookies = context.cookies(Himaye.address()).stream()
                .map(each -> each.name + "=" + each.value)
                .collect(Collectors.joining("; "));
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        try (ExecutorService tabs = Executors.newFixedThreadPool(TABS)) {
            for (String address : addresses) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(Himaye.address() + address))
                        .header("Cookie", cookies)
                        .header("Accept-Language", LANGUAGE)
                        .build();
                asked.add(CompletableFuture.supplyAsync(() -> answered(request), tabs));
            }
        }
        return asked.stream().map(each -> answers.note(each.join())).toList();
    }

    private static HttpResponse<String> answered(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Addresses of the left menu, in its order. */
    List<String> menu() {
        return page.locator("#nav > ul a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    /** Status of the last address that was opened directly. */
    int status() {
        return lastStatus;
    }

    Page page() {
        return page;
    }

    /** Whoever takes it can ask what is not seen here. */
    BrowserContext context() {
        answers.askPast();
        return context;
    }

    /** The field whose id is or ends with the given one. */
    Locator field(String id) {
        return page.locator("[id='" + id + "'], [id$=':" + id + "']").first();
    }

    Visit fill(String id, String value) {
        field(id).fill(value);
        return this;
    }

    /** Ticks or chooses the answer that reads so. */
    Visit choose(String id, String label) {
        Locator group = page.locator("[id='" + id + "'], [id$=':" + id + "']").first();
        String tag = group.evaluate("e => e.tagName").toString();
        if (tag.equals("SELECT")) {
            group.selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(label));
        } else {
            // The answer itself lies over its words: whoever clicks the words hits it.
            group.getByText(label, new Locator.GetByTextOptions().setExact(true))
                    .first()
                    .click(new Locator.ClickOptions().setForce(true));
        }
        return this;
    }

    Visit press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        page.waitForLoadState();
        return this;
    }

    Visit follow(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
        page.waitForLoadState();
        return this;
    }

    /** Posts the form two times at once, as a second browser tab would: the page's own guard against double clicks is passed by. */
    Visit twice(String button) {
        Object statuses = page.evaluate("""
                async (id) => {
                  const button = document.getElementById(id);
                  const body = new URLSearchParams(new FormData(button.form));
                  body.append(button.name, button.value);
                  const post = () => fetch(button.form.action, {method: 'POST', body, credentials: 'same-origin'}).then(r => r.status);
                  return Promise.all([post(), post()]);
                }""", button);
        // The later one finds the page as the first one left it, or that it was left; never a fault.
        assertEquals(List.of(200, 200), statuses);
        return this;
    }

    /** What the form of the button would send now, pressed. */
    String form(String button) {
        return String.valueOf(page.evaluate("""
                id => {
                  const button = [...document.querySelectorAll('main form button')].find(b => b.id === id || b.id.endsWith(':' + id));
                  return new URLSearchParams(new FormData(button.form, button)).toString();
                }""", button));
    }

    /** Sends a form that this person need not have been given: whatever it says, from this browser; the last answer, where it leads on. */
    APIResponse forge(String path, String form) {
        return context()
                .request()
                .post(
                        Himaye.address() + path,
                        RequestOptions.create()
                                .setHeader("Origin", Himaye.address())
                                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                .setData(form));
    }

    /** What a printer would make of the page. */
    String paper() {
        return Paper.of(page.pdf());
    }

    /** Chooses the first purpose that the page offers, where it asks for one. */
    Visit withPurpose() {
        String offered = "input[type='radio'][name$='purpose']";
        Locator purpose = page.locator("main form").filter(new Locator.FilterOptions().setHas(page.locator(offered)));
        if (purpose.count() > 0) {
            purpose.locator(offered).first().check();
            purpose.locator("button[type='submit']").first().click();
            page.waitForLoadState();
        }
        return this;
    }

    String text() {
        return page.locator("body").innerText();
    }

    boolean shows(String text) {
        return text().contains(text);
    }

    /** Turns the pages of a list until the text is there: others may have made more than one. */
    boolean turnsTo(String text) {
        Locator older = page.locator(".cw-pager .cw-end a");
        while (!shows(text) && older.count() > 0) {
            open(older.getAttribute("href"));
        }
        return shows(text);
    }

    Visit picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", name + ".png"))
                .setFullPage(true));
        return this;
    }

    /** The provider asks for the password again. */
    void leaveProvider() {
        context.clearCookies(
                new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("KEYCLOAK.*|AUTH_SESSION.*")));
    }

    /** Signs in at the page that asks for it, which need not be the visit's first. */
    static void signIn(Page page, DemoPerson person) {
        page.waitForLoadState();
        if (page.locator("#username").count() > 0) {
            page.fill("#username", person.username());
            page.fill("#password", DemoPerson.PASSWORD);
            page.click("#kc-login");
        }
        if (person.hasSecondFactor()) {
            page.fill("#otp", Codes.next(person));
            page.click("#kc-login");
        }
        page.waitForURL(Pattern.compile(Pattern.quote(Himaye.address()) + ".*"));
        page.waitForLoadState();
    }

    /** From here on no draft of this page reaches the server. */
    Visit stopDrafts() {
        page.route(DRAFTS, Route::abort);
        draftsStopped = true;
        return this;
    }

    /** A page that is closed while it sends what is stopped never ends: it goes first. */
    private void end() {
        if (draftsStopped) {
            draftsStopped = false;
            try {
                page.navigate("about:blank", new Page.NavigateOptions().setTimeout(LEAVING_MILLIS));
            } catch (PlaywrightException alreadyOnItsWayElsewhere) {
                // The exit leads to another site; then nothing of ours is sent any more.
            }
            page.unrouteAll();
        }
        try {
            context.close();
        } catch (PlaywrightException closed) {
            // The driver still told of a page that was on its way somewhere, and that had just gone.
            if (!String.valueOf(closed.getMessage()).startsWith("Object doesn't exist")) {
                throw closed;
            }
        }
    }

    /** Ends the visit; fails when the content policy was violated or an answer was 500. */
    @Override
    public void close() {
        end();
        assertEquals(List.of(), violations);
    }

    /** Ends the visit of a test that provoked faults. */
    void leave() {
        end();
    }
}

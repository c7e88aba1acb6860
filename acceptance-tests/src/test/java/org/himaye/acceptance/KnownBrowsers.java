package org.himaye.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The provider's cookies of people who have signed in. A visit with them begins a session of its own here, as in every browser in which
 * the provider still knows somebody; only password and code are not asked for again.
 */
final class KnownBrowsers {

    private static final Map<DemoPerson, List<Cookie>> COOKIES = new EnumMap<>(DemoPerson.class);

    private KnownBrowsers() {}

    static synchronized List<Cookie> of(DemoPerson person) {
        return COOKIES.getOrDefault(person, List.of());
    }

    static synchronized void remember(DemoPerson person, BrowserContext context) {
        String provider = Himaye.stack().issuer().getPath() + "/";
        COOKIES.put(
                person,
                context.cookies().stream()
                        .filter(cookie -> cookie.path.equals(provider))
                        .toList());
    }
}

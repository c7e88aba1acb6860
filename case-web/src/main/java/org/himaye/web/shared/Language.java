package org.himaye.web.shared;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages of the screen. The person chooses; a cookie remembers. Azerbaijani is the default. */
public enum Language {
    AZ("Azərbaycanca"),
    EN("English"),
    RU("Русский");

    static final String COOKIE = "__Host-himaye-language";

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /** The language's name in itself, which its readers understand. */
    public String getOwnName() {
        return ownName;
    }

    /** The tag of BCP 47, for example {@code az}. */
    public String getTag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale getLocale() {
        return Locale.of(getTag());
    }

    /** The language of a tag, if it is one of ours. */
    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values()).filter(each -> each.getTag().equals(tag)).findFirst();
    }

    /** This page alone is made in this language, for somebody else's eyes: a paper for the person. The choice of the reader stays. */
    public void forThisPage() {
        FacesContext.getCurrentInstance().getExternalContext().getRequestMap().put(COOKIE, this);
    }

    /** What the visitor of this request chose; Azerbaijani until then. */
    public static Language of(HttpServletRequest request) {
        if (request.getAttribute(COOKIE) instanceof Language here) {
            return here;
        }
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? AZ
                : Arrays.stream(cookies)
                        .filter(cookie -> COOKIE.equals(cookie.getName()))
                        .flatMap(cookie -> ofTag(cookie.getValue()).stream())
                        .findFirst()
                        .orElse(AZ);
    }

    /** The language of the page being made; Azerbaijani outside of one. */
    public static Language current() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (faces == null) {
            return AZ;
        }
        return faces.getExternalContext().getRequest() instanceof HttpServletRequest request ? of(request) : AZ;
    }
}

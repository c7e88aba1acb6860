package org.himaye.shared;

/** A name that an administrator keeps in the three languages of the pages. */
public record Translated(String az, String en, String ru) {

    /** @param language az, en or ru; anything else gives az, the default */
    public String in(String language) {
        return switch (language) {
            case "en" -> en;
            case "ru" -> ru;
            default -> az;
        };
    }
}

package org.himaye.web.shared;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;

/** One short mark for the content of stylesheet and script. */
final class Assets {

    private static final List<String> FILES = List.of("/resources/himaye/himaye.css", "/resources/himaye/himaye.js");

    private Assets() {}

    static String version(ServletContext application) {
        if (application.getAttribute(Assets.class.getName()) instanceof String known) {
            return known;
        }
        CRC32 content = new CRC32();
        for (String file : FILES) {
            try (InputStream in = application.getResourceAsStream(file)) {
                content.update(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String version = Long.toHexString(content.getValue());
        application.setAttribute(Assets.class.getName(), version);
        return version;
    }
}

package org.himaye.acceptance;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.himaye.confidentiality.Permission;
import org.himaye.stack.Places;

/** Every address that the application knows, read from the built pages, so that a new page is walked without a new line here. */
record Pages(String name, String path, Permission permission, boolean menu, boolean tab) {

    /** In the order of the menu. */
    static List<Pages> all() {
        Path classes = Places.ofThisCheckout().root().resolve("case-web/target/classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException("case-web is not built");
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {url(classes)}, Pages.class.getClassLoader())) {
            List<Pages> all = new ArrayList<>();
            for (Object page : loader.loadClass("org.himaye.web.shared.Page").getEnumConstants()) {
                String place = String.valueOf(ask(page, "getPlace"));
                all.add(new Pages(
                        ((Enum<?>) page).name(),
                        (String) ask(page, "getPath"),
                        (Permission) ask(page, "getPermission"),
                        place.equals("MENU"),
                        place.equals("TAB")));
            }
            return all;
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }

    private static Object ask(Object page, String getter) throws ReflectiveOperationException {
        return page.getClass().getMethod(getter).invoke(page);
    }

    boolean openTo(DemoPerson person) {
        return permission == null || Jobs.permissions(person).contains(permission);
    }
}

package org.himaye.confidentiality;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.himaye.acceptance.DemoPerson;
import org.himaye.acceptance.Eventually;
import org.himaye.acceptance.Jobs;
import org.himaye.stack.Places;
import org.himaye.stack.Stack;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** The EAR of the build without its pages, and the given test classes beside what they test. */
final class CoreInContainer {

    private static final String CORE = "case-core.jar";
    private static final String CLASS = ".class";
    private static final String MATRIX = "org/himaye/confidentiality/expected-matrix.txt";

    private CoreInContainer() {}

    /** Of each demo person a line: the subject and what the job lets her do. */
    static final String JOBS = "jobs.txt";

    /** With every class of this package's tests, and the matrix as it was written a second time. */
    static EnterpriseArchive withTests() {
        try (Stream<Path> files =
                Files.list(Path.of(CoreInContainer.class.getResource("").toURI()))) {
            Stream<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(CLASS) && !name.contains("$"))
                    .map(name -> name.substring(0, name.length() - CLASS.length()));
            return with(
                    core -> core.addAsResource(MATRIX),
                    Stream.concat(names, Stream.of("ExpectedMatrix"))
                            .map(CoreInContainer::inPackage)
                            .toArray(Class<?>[]::new));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> inPackage(String name) {
        try {
            return Class.forName(CoreInContainer.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static EnterpriseArchive with(Class<?>... tests) {
        return with(core -> {}, tests);
    }

    private static EnterpriseArchive with(Consumer<JavaArchive> beside, Class<?>... tests) {
        File built = Places.ofThisCheckout()
                .root()
                .resolve("case-ear/target/himaye.ear")
                .toFile();
        EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class, "himaye-core-test.ear");
        try (ZipFile zip = new ZipFile(built)) {
            JavaArchive core = entry(zip, zip.getEntry(CORE), CORE);
            core.addClasses(tests);
            beside.accept(core);
            core.addClass(Eventually.class);
            core.addAsResource(new StringAsset(Stack.shared().superuserUrl("himaye")), SuperuserConnection.RESOURCE);
            core.addAsResource(new StringAsset(jobs()), JOBS);
            ear.addAsModule(core);
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (entry.getName().startsWith("lib/") && entry.getName().endsWith(".jar")) {
                    String name = Path.of(entry.getName()).getFileName().toString();
                    ear.addAsLibrary(entry(zip, entry, name));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return ear;
    }

    private static String jobs() {
        return Arrays.stream(DemoPerson.values())
                .map(person -> person.sub() + " "
                        + Jobs.permissions(person).stream().map(Enum::name).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
    }

    private static JavaArchive entry(ZipFile zip, ZipEntry entry, String name) throws IOException {
        return ShrinkWrap.create(ZipImporter.class, name)
                .importFrom(zip.getInputStream(entry))
                .as(JavaArchive.class);
    }
}

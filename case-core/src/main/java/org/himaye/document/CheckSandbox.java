package org.himaye.document;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Encloses the program that checks files, by what Linux itself brings: whoever breaks it by a file finds no network, no file but its own
 * libraries, no other process, no right to more and soon no more time or memory. Where the system does not permit that, as much of it as it does.
 */
enum CheckSandbox {
    /** A root of its own with the libraries alone, no network, and the bounds below. */
    CLOSED,
    /** The account's own files and network, and bounds: time, memory, and no byte into any file. */
    LIMITED,
    /** A process of its own and nothing else. */
    OPEN;

    private static final int PATIENCE_SECONDS = 10;

    /** No file grows, no memory is dumped; twice the heap and what a JVM needs beside it. */
    private static final List<String> BOUNDS =
            List.of("/usr/bin/prlimit", "--core=0", "--fsize=0", "--cpu=60", "--nofile=256", "--as=2147483648");

    private static final List<String> OWN_WORLD = List.of(
            "/usr/bin/unshare",
            "--user",
            "--map-root-user",
            "--mount",
            "--net",
            "--ipc",
            "--uts",
            "--pid",
            "--fork",
            "--kill-child",
            "/bin/sh",
            "-ec",
            """
            root=$1; shift
            mount -t tmpfs -o size=1m none "$root"
            while [ "$1" != -- ]; do
              if [ -L "$1" ]; then
                ln -s "$(readlink "$1")" "$root$1"
              elif [ -d "$1" ]; then
                mkdir -p "$root$1"
                mount --bind "$1" "$root$1"
                mount -o remount,bind,ro "$root$1"
              elif [ -e "$1" ]; then
                mkdir -p "$root${1%/*}"
                : >"$root$1"
                mount --bind "$1" "$root$1"
              fi
              shift
            done
            shift
            mount -o remount,ro "$root"
            exec chroot "$root" /usr/bin/setpriv --no-new-privs --bounding-set=-all --inh-caps=-all "$@"
            """,
            "check");

    /** Programs, libraries and what the loader and a JDK of the distribution read. */
    private static final List<String> SYSTEM =
            List.of("/usr", "/bin", "/lib", "/lib64", "/etc/ld.so.cache", "/dev/null", "/dev/urandom");

    /**
     * What this system permits, tried out.
     *
     * @throws InterruptedIOException when that was not to be found out in ten seconds; then nothing is known
     */
    static CheckSandbox here() throws InterruptedIOException {
        for (CheckSandbox each : List.of(CLOSED, LIMITED)) {
            if (works(each)) {
                return each;
            }
        }
        return OPEN;
    }

    private static boolean works(CheckSandbox tried) throws InterruptedIOException {
        try {
            Process running = new ProcessBuilder(tried.command(List.of(), List.of("/usr/bin/true")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            running.destroyForcibly();
            if (!ended) {
                throw new InterruptedIOException("the system did not answer in time");
            }
            return running.exitValue() == 0;
        } catch (InterruptedIOException late) {
            throw late;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * The same program, enclosed.
     *
     * @param readable files and folders that it needs beside the system's own programs and libraries
     */
    List<String> command(List<String> readable, List<String> program) {
        List<String> all = new ArrayList<>();
        if (this == CLOSED) {
            all.addAll(OWN_WORLD);
            all.add(EmptyFolder.path());
            all.addAll(SYSTEM);
            all.addAll(configured());
            readable.stream().filter(each -> !each.startsWith("/usr/")).forEach(all::add);
            all.add("--");
        }
        if (this != OPEN) {
            all.addAll(BOUNDS);
        }
        if (this == CLOSED) {
            // Without /proc the loader does not know where a program lies, and so not what lies beside it.
            all.addAll(List.of("/usr/bin/env", "LD_LIBRARY_PATH=" + System.getProperty("java.home") + "/lib"));
        }
        all.addAll(program);
        return all;
    }

    /** Where a distribution keeps the settings of its JDK. */
    private static List<String> configured() {
        try (var found = Files.newDirectoryStream(Path.of("/etc"), "java-*")) {
            List<String> folders = new ArrayList<>();
            found.forEach(each -> folders.add(each.toString()));
            return folders;
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Nothing is in it, and nothing is ever written there: the enclosed program's root is laid over it, for that program alone. */
    static final class EmptyFolder {

        private static Path folder;

        private EmptyFolder() {}

        /** Made anew where somebody cleaned it away. */
        static synchronized String path() {
            try {
                if (folder == null || !Files.isDirectory(folder)) {
                    folder = Files.createTempDirectory("himaye-check");
                    folder.toFile().deleteOnExit();
                }
                return folder.toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

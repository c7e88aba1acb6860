package org.himaye.migrations;

import java.io.IOException;
import java.util.List;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.Resource;

/** Shows of the changelog's folders only what a release had. */
final class FilesOfRelease extends ClassLoaderResourceAccessor {

    private final Release release;

    FilesOfRelease(Release release) {
        super(Migrations.class.getClassLoader());
        this.release = release;
    }

    @Override
    public List<Resource> search(String path, SearchOptions options) throws IOException {
        return released(super.search(path, options));
    }

    @Override
    public List<Resource> search(String path, boolean recursive) throws IOException {
        return released(super.search(path, recursive));
    }

    @Override
    public void close() {
        // The class loader is not ours to close.
    }

    private List<Resource> released(List<Resource> found) {
        return found.stream()
                .filter(file -> release.files().containsKey(file.getPath()))
                .toList();
    }
}

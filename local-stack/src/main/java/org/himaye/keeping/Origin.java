package org.himaye.keeping;

import java.nio.file.Path;
import java.util.SortedMap;

/**
 * An installation that is backed up.
 *
 * @param databases as a role that may read everything
 * @param var its folder of state, in which a backup has no place
 * @param keys its folder of keys
 * @param secrets passwords that stand in the data as hashes, by name
 * @param address where its pages are
 * @param realm mark of the sign-in realm that it imported
 * @param versions of its servers
 */
public record Origin(
        Databases databases,
        Path var,
        Path keys,
        SortedMap<String, String> secrets,
        String address,
        String realm,
        SortedMap<String, String> versions) {}

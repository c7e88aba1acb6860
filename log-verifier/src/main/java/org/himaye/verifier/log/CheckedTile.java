package org.himaye.verifier.log;

import java.util.List;
import org.himaye.verifier.entry.Entry;
import org.himaye.verifier.tree.Tile;

/**
 * A tile of leaves and its entries, looked at by themselves.
 *
 * @param leaves hashes; null when neither they nor all entries are there
 * @param root over the leaves of a whole tile, else null
 * @param entries null where one could not be read
 */
record CheckedTile(Tile tile, byte[] leaves, byte[] root, Entry[] entries, List<Finding> findings) {}

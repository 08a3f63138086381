package org.jadhere.office.importexport;

/**
 * What became of one file.
 *
 * @param read its lines, the header aside
 * @param listed entries of its lists (permissions, e-mail addresses) that were added, changed or taken away
 */
public record FileTally(String file, long read, long added, long changed, long listed) {

    public boolean isNothing() {
        return added + changed + listed == 0;
    }
}

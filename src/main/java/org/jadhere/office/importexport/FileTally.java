package org.jadhere.office.importexport;

/**
 * The result of importing one file, in numbers of rows.
 *
 * @param read the rows of the file, without the header
 * @param listed entries of list fields (permissions, e-mail addresses) that were added, changed or deleted
 */
public record FileTally(String file, long read, long added, long changed, long listed) {

    public boolean isNothing() {
        return added + changed + listed == 0;
    }
}

package org.jadhere.office.importexport;

import java.util.List;
import org.jadhere.platform.cli.CommandException;

/** Nothing was imported: the folder has faults, listed in the order of its files and lines. */
public class FaultyFolderException extends CommandException {

    private final transient List<Fault> faults;
    private final long count;

    FaultyFolderException(List<Fault> faults, long count) {
        super("nothing was imported: %d fault%s".formatted(count, count == 1 ? "" : "s"));
        this.faults = faults;
        this.count = count;
    }

    /** The first of them. */
    public List<Fault> faults() {
        return faults;
    }

    /** How many there are besides. */
    public long others() {
        return count - faults.size();
    }
}

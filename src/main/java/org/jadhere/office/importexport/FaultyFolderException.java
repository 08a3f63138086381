package org.jadhere.office.importexport;

import java.util.List;
import org.jadhere.platform.cli.CommandException;

/** Nothing was imported, because the folder has faults. */
public class FaultyFolderException extends CommandException {

    private final transient List<Fault> faults;
    private final long count;

    FaultyFolderException(List<Fault> faults, long count) {
        super("nothing was imported: %d fault%s".formatted(count, count == 1 ? "" : "s"));
        this.faults = faults;
        this.count = count;
    }

    /** Returns the first thousand faults, in the order of files and lines. */
    public List<Fault> faults() {
        return faults;
    }

    /** Returns the number of further faults. */
    public long others() {
        return count - faults.size();
    }
}

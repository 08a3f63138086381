package org.jadhere.office.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jadhere.office.backup.Manifest.Holding;
import org.jadhere.office.backup.Manifest.TableData;
import org.jadhere.platform.cli.ProgressListener;

/** Counts all that a database holds, by reading it once. */
final class RowCounts {

    private RowCounts() {}

    /** Sequences last: they do not wait for the snapshot, and must be past all numbers that its rows have. */
    static Holding of(TableContents contents, String act, ProgressListener progress) throws SQLException, IOException {
        var tables = new ArrayList<TableData>();
        for (String name : contents.names()) {
            progress.update(act + " " + name, 0);
            tables.add(contents.measured(name));
        }
        return new Holding(tables, contents.sequences(), List.of());
    }
}

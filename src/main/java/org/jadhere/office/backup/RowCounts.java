package org.jadhere.office.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jadhere.office.backup.Manifest.Inventory;
import org.jadhere.office.backup.Manifest.TableData;
import org.jadhere.platform.cli.ProgressListener;

/** Measures all tables of a database by reading them once. */
final class RowCounts {

    private RowCounts() {}

    /** Reads sequences last: they are not part of the snapshot, and must be beyond all ids of its rows. */
    static Inventory of(TableContents contents, String step, ProgressListener progress)
            throws SQLException, IOException {
        var tables = new ArrayList<TableData>();
        for (String name : contents.names()) {
            progress.update(step + " " + name, 0);
            tables.add(contents.measure(name));
        }
        return new Inventory(tables, contents.sequences(), List.of());
    }
}

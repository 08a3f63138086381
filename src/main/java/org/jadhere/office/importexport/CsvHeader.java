package org.jadhere.office.importexport;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The header line of a file: {@code positions} are the indexes of the fields in the columns of the table. */
record CsvHeader(List<Integer> positions, Set<String> names) {

    /** Returns the header, or nothing if it is invalid; the reasons are added to the faults. */
    static Optional<CsvHeader> read(CsvRecord line, CsvTable table, Faults faults) {
        var known = table.names();
        var names = new HashSet<String>();
        var positions = new ArrayList<Integer>();
        boolean valid = true;
        for (String name : line.getFields()) {
            if (!known.contains(name) || !names.add(name)) {
                faults.add(table, 1, "", (known.contains(name) ? "column named twice: " : "unknown column: ") + name);
                valid = false;
            }
            positions.add(known.indexOf(name));
        }
        for (String missing : missing(table, names)) {
            faults.add(table, 1, "", missing);
            valid = false;
        }
        return valid ? Optional.of(new CsvHeader(positions, names)) : Optional.empty();
    }

    private static List<String> missing(CsvTable table, Set<String> names) {
        var missing = new ArrayList<String>();
        for (CsvColumn column : table.columns) {
            if (column.required() && !column.older() && !names.contains(column.name())) {
                missing.add("missing column: " + column.name());
            }
        }
        for (String list : List.of("other_emails", "unconfirmed_emails")) {
            if (names.contains(list) && !names.contains("email")) {
                missing.add("missing column: email, since there is " + list);
            }
        }
        if (table == CsvTable.MEMBERS && names.contains("left") && !names.contains("joined")) {
            missing.add("missing column: joined, since there is left");
        }
        return missing;
    }

    int size() {
        return positions.size();
    }
}

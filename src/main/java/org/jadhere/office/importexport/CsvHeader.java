package org.jadhere.office.importexport;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The first line of a file: which field of a line is which column of the kind. */
record CsvHeader(List<Integer> positions, Set<String> names) {

    /** None when it cannot be worked with; the faults then say why. */
    static Optional<CsvHeader> read(CsvRecord line, CsvTable kind, Faults faults) {
        var known = kind.columns.stream().map(CsvColumn::name).toList();
        var names = new HashSet<String>();
        var positions = new ArrayList<Integer>();
        boolean sound = true;
        for (String name : line.getFields()) {
            if (!known.contains(name) || !names.add(name)) {
                faults.add(kind, 1, "", (known.contains(name) ? "column named twice: " : "unknown column: ") + name);
                sound = false;
            }
            positions.add(known.indexOf(name));
        }
        for (String missing : missing(kind, names)) {
            faults.add(kind, 1, "", missing);
            sound = false;
        }
        return sound ? Optional.of(new CsvHeader(positions, names)) : Optional.empty();
    }

    private static List<String> missing(CsvTable kind, Set<String> names) {
        var missing = new ArrayList<String>();
        for (CsvColumn column : kind.columns) {
            if (column.required() && !names.contains(column.name())) {
                missing.add("missing column: " + column.name());
            }
        }
        if (names.contains("other_emails") && !names.contains("email")) {
            missing.add("missing column: email, since there is other_emails");
        }
        return missing;
    }

    int size() {
        return positions.size();
    }
}

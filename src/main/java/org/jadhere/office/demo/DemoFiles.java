package org.jadhere.office.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jadhere.platform.db.Word;
import org.jspecify.annotations.Nullable;

/** Writers for all files of a CSV folder, open at once so that the rows of a member are written together. */
final class DemoFiles implements Closeable {

    enum File implements Word {
        CREWS("id,name,permissions"),
        USERS(
                "id,username,first_name,last_name,email,other_emails,phone,address,language,staff,superuser,active,password"),
        CREW_MEMBERS("crew_id,user_id"),
        ORGANISATIONS("id,name,description,email,phone,address"),
        ORGANISATION_USERS("organisation_id,user_id"),
        MEMBERS("id,number,holder,holder_id"),
        MEMBERSHIPS("member_id,joined,left"),
        FEES("id,member_id,amount,method,start,end,date,validated,note"),
        SERVICE_TYPES("id,name,crew_id,usual_amount,usual_period,offered"),
        SERVICES("id,type_id,label,start,end,notes"),
        HOLDINGS("id,service_id,member_id,start,end,known_since,end_known_since"),
        PAYMENTS("id,service_id,holding_id,amount,method,period,start,end,validated,note"),
        PREFIXES("prefix,description,kind"),
        ALLOCATIONS("id,service_id,address,from,to");

        private final String columns;

        File(String columns) {
            this.columns = columns;
        }

        String fileName() {
            return word() + ".csv";
        }

        List<String> columns() {
            return List.of(columns.split(","));
        }
    }

    private final Map<File, CsvWriter> writers = new EnumMap<>(File.class);
    private final Map<File, Integer> rows = new EnumMap<>(File.class);

    DemoFiles(Path folder) throws IOException {
        for (File file : File.values()) {
            var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(folder.resolve(file.fileName()));
            writers.put(file, writer);
            writer.writeRecord(file.columns());
        }
    }

    /** Adds a row to a file without generated ids. */
    void addRow(File file, @Nullable Object... values) {
        List<@Nullable String> fields = new ArrayList<>();
        for (Object value : values) {
            fields.add(value == null ? null : value.toString());
        }
        if (fields.size() != file.columns().size()) {
            throw new IllegalArgumentException("%s: %s".formatted(file, fields));
        }
        writer(file).writeRecord(fields);
    }

    /** Adds a row with the next id, and returns the id. */
    int add(File file, @Nullable Object... values) {
        int id = rows.merge(file, 1, Integer::sum);
        @Nullable Object[] all = new Object[values.length + 1];
        all[0] = id;
        System.arraycopy(values, 0, all, 1, values.length);
        addRow(file, all);
        return id;
    }

    /** Returns the number of rows added with an id. */
    int count(File file) {
        return rows.getOrDefault(file, 0);
    }

    private CsvWriter writer(File file) {
        return Objects.requireNonNull(writers.get(file));
    }

    @Override
    public void close() throws IOException {
        for (CsvWriter writer : writers.values()) {
            writer.close();
        }
    }
}

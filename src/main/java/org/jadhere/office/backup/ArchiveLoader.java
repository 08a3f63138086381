package org.jadhere.office.backup;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jadhere.office.backup.Manifest.Holding;
import org.jadhere.office.backup.Manifest.MediaFile;
import org.jadhere.office.backup.Manifest.Sequence;
import org.jadhere.office.backup.Manifest.TableData;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.ProgressListener;

/** Fills a database that is at the archive's version with the archive's rows, all of them, within a transaction. */
final class ArchiveLoader {

    private final TableContents contents;
    private final Medium media;
    private final ProgressListener progress;

    /** Where files of the media folder go. */
    interface Medium {
        void take(MediaFile file, InputStream bytes) throws IOException;
    }

    ArchiveLoader(TableContents contents, Medium media, ProgressListener progress) {
        this.contents = contents;
        this.media = media;
        this.progress = progress;
    }

    /** @throws CommandException where the archive is damaged, or not of this schema */
    void of(ArchiveReader archive) throws Exception {
        var holding = archive.manifest().holding();
        demandSameSchema(holding);
        var fences = new SuspendedConstraints(contents);
        fences.takeDown();
        contents.run("truncate "
                + contents.names().stream().map(TableContents::quoted).collect(joining(", ")));
        read(archive);
        for (Sequence sequence : holding.sequences()) {
            contents.set(sequence);
        }
        progress.now("checking references", 0);
        fences.putUp();
    }

    private void read(ArchiveReader archive) throws Exception {
        var holding = archive.manifest().holding();
        Map<String, TableData> tables =
                new HashMap<>(holding.tables().stream().collect(toMap(TableData::file, identity())));
        Map<String, MediaFile> files =
                new HashMap<>(holding.media().stream().collect(toMap(MediaFile::file, identity())));
        for (var next = archive.next(); next.isPresent(); next = archive.next()) {
            var table = tables.remove(next.get());
            var file = files.remove(next.get());
            if (table != null) {
                archive.use(table.sha256(), bytes -> load(table, bytes));
            } else if (file != null) {
                archive.use(file.sha256(), bytes -> media.take(file, bytes));
            } else {
                throw new CommandException("damaged: its manifest does not know " + next.get());
            }
        }
        if (!tables.isEmpty() || !files.isEmpty()) {
            throw new CommandException(
                    "truncated: %d of its files are missing".formatted(tables.size() + files.size()));
        }
    }

    private void load(TableData table, InputStream bytes) throws SQLException, IOException {
        progress.now("reading " + table.name(), table.rows());
        long rows = contents.copyIn(table, bytes);
        if (rows != table.rows()) {
            throw new CommandException(
                    "damaged: %s has %,d rows instead of %,d".formatted(table.name(), rows, table.rows()));
        }
    }

    private void demandSameSchema(Holding holding) throws SQLException {
        demandSame("tables", contents.names(), holding.tables().stream().map(TableData::name));
        demandSame(
                "sequences",
                contents.sequences().stream().map(Sequence::name).toList(),
                holding.sequences().stream().map(Sequence::name));
        for (TableData table : holding.tables()) {
            demandSame("columns of " + table.name(), contents.columns(table.name()), table.columns().stream());
        }
    }

    private static void demandSame(String what, List<String> here, Stream<String> there) {
        if (!Set.copyOf(here).equals(there.collect(toSet()))) {
            throw new CommandException(
                    "its %s are not those of its version of the schema: another program wrote it".formatted(what));
        }
    }
}

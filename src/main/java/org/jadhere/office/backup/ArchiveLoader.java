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
import org.jadhere.office.backup.Manifest.Inventory;
import org.jadhere.office.backup.Manifest.MediaFile;
import org.jadhere.office.backup.Manifest.Sequence;
import org.jadhere.office.backup.Manifest.TableData;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.ProgressListener;

/** Replaces the rows of a database by those of an archive of the same schema, in the caller's transaction. */
final class ArchiveLoader {

    private final TableContents contents;
    private final MediaSink media;
    private final ProgressListener progress;

    /** Stores the files of the media folder. */
    interface MediaSink {
        void write(MediaFile file, InputStream bytes) throws IOException;
    }

    ArchiveLoader(TableContents contents, MediaSink media, ProgressListener progress) {
        this.contents = contents;
        this.media = media;
        this.progress = progress;
    }

    /** @throws CommandException if the archive is damaged or has another schema */
    void load(ArchiveReader archive) throws Exception {
        var inventory = archive.manifest().inventory();
        requireSameSchema(inventory);
        var constraints = new SuspendedConstraints(contents);
        constraints.suspend();
        contents.run("truncate "
                + contents.names().stream().map(TableContents::quoted).collect(joining(", ")));
        read(archive);
        for (Sequence sequence : inventory.sequences()) {
            contents.set(sequence);
        }
        progress.update("checking references", 0);
        constraints.restore();
    }

    private void read(ArchiveReader archive) throws Exception {
        var inventory = archive.manifest().inventory();
        Map<String, TableData> tables =
                new HashMap<>(inventory.tables().stream().collect(toMap(TableData::file, identity())));
        Map<String, MediaFile> files =
                new HashMap<>(inventory.media().stream().collect(toMap(MediaFile::file, identity())));
        for (var name = archive.next(); name.isPresent(); name = archive.next()) {
            var table = tables.remove(name.get());
            var file = files.remove(name.get());
            if (table != null) {
                archive.read(table.sha256(), bytes -> load(table, bytes));
            } else if (file != null) {
                archive.read(file.sha256(), bytes -> media.write(file, bytes));
            } else {
                throw new CommandException("damaged: its manifest does not list " + name.get());
            }
        }
        if (!tables.isEmpty() || !files.isEmpty()) {
            throw new CommandException(
                    "truncated: %d of its files are missing".formatted(tables.size() + files.size()));
        }
    }

    private void load(TableData table, InputStream bytes) throws SQLException, IOException {
        progress.update("reading " + table.name(), table.rows());
        long rows = contents.copyIn(table, bytes);
        if (rows != table.rows()) {
            throw new CommandException(
                    "damaged: %s has %,d rows instead of %,d".formatted(table.name(), rows, table.rows()));
        }
    }

    private void requireSameSchema(Inventory inventory) throws SQLException {
        requireSame("tables", contents.names(), inventory.tables().stream().map(TableData::name));
        requireSame(
                "sequences",
                contents.sequences().stream().map(Sequence::name).toList(),
                inventory.sequences().stream().map(Sequence::name));
        for (TableData table : inventory.tables()) {
            requireSame("columns of " + table.name(), contents.columns(table.name()), table.columns().stream());
        }
    }

    private static void requireSame(String what, List<String> here, Stream<String> there) {
        if (!Set.copyOf(here).equals(there.collect(toSet()))) {
            throw new CommandException(
                    "its %s are not those of its version of the schema: another program wrote it".formatted(what));
        }
    }
}

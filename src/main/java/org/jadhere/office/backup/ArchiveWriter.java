package org.jadhere.office.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Date;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jadhere.office.backup.Manifest.MediaFile;
import org.jadhere.office.backup.Manifest.TableData;
import org.jadhere.platform.cli.ProgressListener;

/**
 * Writes a backup as a {@code .tar.gz}, the manifest first. Tar needs the size of a file before its content. Tables are
 * therefore read twice in one snapshot, first to measure them, so that no rows are written to a temporary file.
 */
final class ArchiveWriter {

    private final Manifest manifest;
    private final TableContents contents;
    private final MediaFolder media;
    private final ProgressListener progress;

    ArchiveWriter(Manifest manifest, TableContents contents, MediaFolder media, ProgressListener progress) {
        this.manifest = manifest;
        this.contents = contents;
        this.media = media;
        this.progress = progress;
    }

    /** Must be called in the transaction of the manifest. Writes all bytes, but does not close the stream. */
    void write(OutputStream file) throws IOException, SQLException {
        var gzip = new GZIPOutputStream(file, 1 << 16);
        var tar = new TarArchiveOutputStream(gzip, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        byte[] json = manifest.toJson();
        begin(tar, Manifest.NAME, json.length);
        tar.write(json);
        tar.closeArchiveEntry();
        for (TableData table : manifest.inventory().tables()) {
            write(tar, table);
        }
        for (MediaFile medium : manifest.inventory().media()) {
            write(tar, medium);
        }
        tar.finish();
        tar.flush();
        gzip.finish();
    }

    private void begin(TarArchiveOutputStream tar, String name, long bytes) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(bytes);
        entry.setMode(0100600);
        entry.setModTime(Date.from(manifest.takenAt()));
        tar.putArchiveEntry(entry);
    }

    private void write(TarArchiveOutputStream tar, TableData table) throws IOException, SQLException {
        progress.update("writing " + table.name(), table.rows());
        begin(tar, table.file(), table.bytes());
        contents.copyOut(table.name(), table.columns(), tar);
        tar.closeArchiveEntry();
    }

    private void write(TarArchiveOutputStream tar, MediaFile medium) throws IOException {
        progress.update("writing " + medium.file(), 0);
        begin(tar, medium.file(), medium.bytes());
        try (var in = media.read(medium)) {
            in.transferTo(tar);
        }
        tar.closeArchiveEntry();
    }
}

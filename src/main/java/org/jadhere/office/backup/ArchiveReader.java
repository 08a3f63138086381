package org.jadhere.office.backup;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jadhere.platform.cli.CommandException;

/** Reads a backup sequentially: the manifest, then one file after another. */
final class ArchiveReader implements AutoCloseable {

    private static final int MAX_MANIFEST = 64 << 20;

    private final InputStream plain;
    private final TarArchiveInputStream tar;
    private final Manifest manifest;

    /** @throws CommandException if the file is no backup, or has a newer format */
    ArchiveReader(InputStream file) throws IOException {
        plain = new GZIPInputStream(new BufferedInputStream(file, 1 << 16), 1 << 16);
        tar = new TarArchiveInputStream(plain, StandardCharsets.UTF_8.name());
        var first = tar.getNextEntry();
        if (first == null || !first.getName().equals(Manifest.NAME) || first.getSize() > MAX_MANIFEST) {
            throw new CommandException("not a backup of Jadhere: it does not begin with manifest.json");
        }
        manifest = Manifest.of(tar.readAllBytes());
    }

    Manifest manifest() {
        return manifest;
    }

    interface Content {
        void accept(InputStream bytes) throws Exception;
    }

    /** Returns the name of the next file; nothing at the end of the archive. */
    Optional<String> next() throws IOException {
        var entry = tar.getNextEntry();
        if (entry == null) {
            plain.transferTo(OutputStream.nullOutputStream()); // reads on to the checksum of gzip
            return Optional.empty();
        }
        if (!entry.isFile()) {
            throw new CommandException("damaged: %s is not a file".formatted(entry.getName()));
        }
        return Optional.of(entry.getName());
    }

    /** @throws IOException if the bytes do not have this hash */
    void read(String sha256, Content content) throws Exception {
        var digest = DigestSink.digest();
        var bytes = new DigestInputStream(new Unclosed(tar), digest);
        content.accept(bytes);
        bytes.transferTo(OutputStream.nullOutputStream());
        if (!DigestSink.text(digest).equals(sha256)) {
            throw new IOException(tar.getCurrentEntry().getName() + " is not as it was written");
        }
    }

    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}

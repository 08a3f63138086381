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

/** Reads a backup from its first byte to its last, once: the manifest, then one file after another. */
final class ArchiveReader implements AutoCloseable {

    private static final int LONGEST_MANIFEST = 64 << 20;

    private final InputStream plain;
    private final TarArchiveInputStream tar;
    private final Manifest manifest;

    /** @throws CommandException where it is no backup, or one of a newer format */
    ArchiveReader(InputStream file) throws IOException {
        plain = new GZIPInputStream(new BufferedInputStream(file, 1 << 16), 1 << 16);
        tar = new TarArchiveInputStream(plain, StandardCharsets.UTF_8.name());
        var first = tar.getNextEntry();
        if (first == null || !first.getName().equals(Manifest.NAME) || first.getSize() > LONGEST_MANIFEST) {
            throw new CommandException("not a backup of Jadhere: it does not begin with manifest.json");
        }
        manifest = Manifest.of(tar.readAllBytes());
    }

    Manifest manifest() {
        return manifest;
    }

    /** What is done with the bytes of a file. */
    interface Use {
        void of(InputStream bytes) throws Exception;
    }

    /** The name of the next file; none after the last, which was followed by the archive's own end and nothing else. */
    Optional<String> next() throws IOException {
        var entry = tar.getNextEntry();
        if (entry == null) {
            plain.transferTo(OutputStream.nullOutputStream()); // to where gzip's own checksum stands
            return Optional.empty();
        }
        if (!entry.isFile()) {
            throw new CommandException("damaged: %s is not a file".formatted(entry.getName()));
        }
        return Optional.of(entry.getName());
    }

    /** @throws CommandException where the bytes are not those that the manifest tells of */
    void use(String sha256, Use use) throws Exception {
        var digest = DigestSink.digest();
        var bytes = new DigestInputStream(new Unclosed(tar), digest);
        use.of(bytes);
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

package org.jadhere.office.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file name of a backup, such as {@code jadhere-20261124T220000Z.tar.gz}, which sorts by time.
 *
 * @param takenAt in whole seconds
 * @param number 1, or more if there are several backups of one second
 * @param ending {@code .age} or {@code .gpg} if it is encrypted, else empty
 */
record ArchiveName(Instant takenAt, int number, String ending) {

    /** The oldest first. */
    static final Comparator<ArchiveName> BY_TIME = Comparator.comparing(ArchiveName::takenAt)
            .thenComparing(ArchiveName::number)
            .thenComparing(ArchiveName::ending);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern FORM =
            Pattern.compile("jadhere-(\\d{8}T\\d{6}Z)(?:-([2-9]|[1-9]\\d{1,5}))?\\.tar\\.gz(\\.age|\\.gpg)?");

    ArchiveName {
        takenAt = takenAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Returns nothing if the name is not that of a backup. */
    static Optional<ArchiveName> parse(String name) {
        var found = FORM.matcher(name);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            var takenAt = LocalDateTime.parse(found.group(1), STAMP).toInstant(ZoneOffset.UTC);
            int number = found.group(2) == null ? 1 : Integer.parseInt(found.group(2));
            return Optional.of(new ArchiveName(takenAt, number, found.group(3) == null ? "" : found.group(3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    ArchiveName next() {
        return new ArchiveName(takenAt, number + 1, ending);
    }

    ArchiveName with(String otherEnding) {
        return new ArchiveName(takenAt, number, otherEnding);
    }

    @Override
    public String toString() {
        return "jadhere-" + STAMP.format(takenAt) + (number == 1 ? "" : "-" + number) + ".tar.gz" + ending;
    }
}

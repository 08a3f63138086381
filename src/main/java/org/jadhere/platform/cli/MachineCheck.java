package org.jadhere.platform.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jadhere.platform.postgres.DatabaseSettings;
import org.springframework.stereotype.Component;

/** Checks the machine and the system account of the instance. */
@Component
class MachineCheck implements DeployCheck {

    private static final Path SELF = Path.of("/proc/self");

    private final Path home;
    private final Clock clock;

    MachineCheck(DatabaseSettings settings, Clock clock) {
        this.home = settings.home();
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "machine";
    }

    @Override
    public List<CheckFinding> findings() {
        try {
            return facts().findings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MachineFacts facts() throws IOException {
        FileStore disk = Files.getFileStore(
                Files.exists(home) ? home : home.toAbsolutePath().getParent());
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new MachineFacts(
                isRoot(),
                permissions(home.resolve("jadhere.conf")),
                permissions(home),
                umask(),
                System.getenv().keySet(),
                ProcessHandle.current().info().arguments().map(List::of).orElse(List.of()),
                disk.getUsableSpace(),
                disk.getTotalSpace(),
                Runtime.getRuntime().maxMemory(),
                machine.getTotalMemorySize(),
                Runtime.version().feature(),
                LocalDate.now(clock),
                clock.getZone());
    }

    private static boolean isRoot() throws IOException {
        return Files.exists(SELF)
                && Files.getAttribute(SELF.toRealPath(), "unix:uid").equals(0);
    }

    private static Set<PosixFilePermission> permissions(Path file) throws IOException {
        return Files.exists(file) ? Files.getPosixFilePermissions(file) : Set.of();
    }

    /** The umask of this process on Linux; -1 elsewhere. */
    private static int umask() throws IOException {
        Path status = SELF.resolve("status");
        if (!Files.exists(status)) {
            return -1;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("Umask:"))
                    .map(line ->
                            Integer.parseInt(line.substring("Umask:".length()).strip(), 8))
                    .findFirst()
                    .orElse(-1);
        }
    }
}

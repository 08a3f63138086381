package org.jadhere.office.backup;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jadhere.platform.cli.CommandException;

/** Another program at work, and what it says if it fails. */
final class ExternalProgram {

    private final String name;
    private final Process process;
    private final Path said;

    private ExternalProgram(String name, Process process, Path said) {
        this.name = name;
        this.process = process;
        this.said = said;
    }

    /** @throws CommandException where it is not installed */
    static ExternalProgram start(String debianPackage, List<String> command, UnaryOperator<ProcessBuilder> streams)
            throws IOException {
        Path said = Files.createTempFile("jadhere-", ".said");
        said.toFile().deleteOnExit();
        var builder = new ProcessBuilder(command).redirectError(said.toFile());
        try {
            return new ExternalProgram(
                    command.getFirst(), streams.apply(builder).start(), said);
        } catch (IOException e) {
            Files.delete(said);
            throw new CommandException(
                    "%s is not installed: apt install %s".formatted(command.getFirst(), debianPackage));
        }
    }

    /** Hands these bytes to it, in a thread beside: one that has stopped listening says why by itself. */
    InputStream given(InputStream in) {
        Thread.ofPlatform().daemon().start(() -> feed(in));
        return process.getInputStream();
    }

    private void feed(InputStream in) {
        try (OutputStream to = process.getOutputStream()) {
            in.transferTo(to);
        } catch (IOException e) {
            process.destroy();
        }
    }

    /** @throws CommandException with what it said, where it failed */
    void finish() throws IOException, InterruptedException {
        int status = process.waitFor();
        try {
            if (status != 0) {
                throw new CommandException(Files.readString(said)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .collect(joining("; ", name + " failed: ", "")));
            }
        } finally {
            Files.delete(said);
        }
    }
}

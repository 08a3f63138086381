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

/** A running external program, with its error output if it fails. */
final class ExternalProgram {

    private final String name;
    private final Process process;
    private final Path errors;

    private ExternalProgram(String name, Process process, Path errors) {
        this.name = name;
        this.process = process;
        this.errors = errors;
    }

    /** @throws CommandException if the program is not installed */
    static ExternalProgram start(String debianPackage, List<String> command, UnaryOperator<ProcessBuilder> streams)
            throws IOException {
        Path errors = Files.createTempFile("jadhere-", ".err");
        errors.toFile().deleteOnExit();
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        try {
            return new ExternalProgram(
                    command.getFirst(), streams.apply(builder).start(), errors);
        } catch (IOException e) {
            Files.delete(errors);
            throw new CommandException(
                    "%s is not installed: apt install %s".formatted(command.getFirst(), debianPackage));
        }
    }

    /** Pipes these bytes through the program in a thread; if it stops reading, {@link #finish} reports why. */
    InputStream pipe(InputStream in) {
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

    /** @throws CommandException with the error output, if the program failed */
    void finish() throws IOException, InterruptedException {
        int status = process.waitFor();
        try {
            if (status != 0) {
                throw new CommandException(Files.readString(errors)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .collect(joining("; ", name + " failed: ", "")));
            }
        } finally {
            Files.delete(errors);
        }
    }
}

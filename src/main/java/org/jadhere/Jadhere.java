package org.jadhere;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jadhere.access.ChangePasswordCommand;
import org.jadhere.access.CreateSuperuserCommand;
import org.jadhere.account.ResetFactorCommand;
import org.jadhere.backup.BackupCommand;
import org.jadhere.backup.RestoreCommand;
import org.jadhere.cli.CheckCommand;
import org.jadhere.cli.MigrateCommand;
import org.jadhere.cli.Program;
import org.jadhere.cli.Refusal;
import org.jadhere.cli.ServeCommand;
import org.jadhere.db.SchemaAtStart;
import org.jadhere.demo.DemoCommand;
import org.jadhere.payments.ServicesStatsCommand;
import org.jadhere.publishing.ZonesCommand;
import org.jadhere.reminders.RemindCommand;
import org.jadhere.retention.EraseCommand;
import org.jadhere.sightings.SeenCommand;
import org.jadhere.tracing.WhoHadCommand;
import org.jadhere.transfer.ExportCommand;
import org.jadhere.transfer.ImportCommand;
import org.jadhere.web.Deployment;
import org.jadhere.web.StaticCommand;
import org.jadhere.web.Texts;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedRuntimeException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The command line: {@code ./jadhere COMMAND}. */
@Command(
        name = "jadhere",
        mixinStandardHelpOptions = true,
        versionProvider = Jadhere.Version.class,
        description = "The information system of a community Internet provider.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            MigrateCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            StaticCommand.class,
            CreateSuperuserCommand.class,
            ChangePasswordCommand.class,
            ResetFactorCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            ServicesStatsCommand.class,
            RemindCommand.class,
            CheckCommand.class,
            WhoHadCommand.class,
            ZonesCommand.class,
            SeenCommand.class,
            EraseCommand.class,
            HelpCommand.class,
            GenerateCompletion.class
        })
public class Jadhere implements Program {

    /** Commands that leave the web server running behind them. */
    private static final Set<String> SERVERS = Set.of("demo", "serve");

    /** Runs one command and ends the process, unless the command has left a web server running. */
    public static void main(String[] args) {
        int status = run(args);
        if (status != 0 || Stream.of(args).limit(1).noneMatch(SERVERS::contains)) {
            System.exit(status);
        }
    }

    /** Runs one command. Exit status 0 is done, 1 is refused or failed, 2 is a wrong command line. */
    public static int run(String[] args) {
        Locale.setDefault(Locale.ROOT);
        var line = new CommandLine(new Jadhere())
                .setParameterExceptionHandler(Jadhere::refuseLine)
                .setExecutionExceptionHandler((failure, command, parsed) -> refuse(failure, command))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, Jadhere::date);
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        return line.execute(args.length == 0 ? new String[] {"help"} : args);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("not a date like 2025-12-31: " + text);
        }
    }

    private static int refuseLine(ParameterException wrong, String[] args) {
        wrong.getCommandLine().getErr().println("jadhere: " + oneLine(reason(wrong)) + "; see 'jadhere help'");
        return CommandLine.ExitCode.USAGE;
    }

    private static int refuse(Exception failure, CommandLine command) {
        if (failure instanceof Refusal) {
            command.getErr().println("jadhere: " + failure.getMessage());
        } else {
            command.getErr().println("jadhere: " + oneLine(reason(failure)));
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Spring wraps what went wrong at the start in what it was doing; people want the innermost reason. */
    private static String reason(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return "port %d is in use already: choose another with --port".formatted(taken.getPort());
            }
        }
        Throwable reason = failure instanceof NestedRuntimeException nested ? nested.getMostSpecificCause() : failure;
        return reason.getMessage() == null ? reason.toString() : reason.getMessage();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    @Override
    public ConfigurableApplicationContext start(Map<String, Object> settings) {
        var application =
                application(WebApplicationType.NONE).lazyInitialization(true).run(arguments(settings));
        application.getBean(SchemaAtStart.class); // lazy beans would leave the schema for later
        application.getBean(Texts.class); // and commands that speak without words
        return application;
    }

    @Override
    public ConfigurableApplicationContext serve(Map<String, Object> settings) {
        return application(WebApplicationType.SERVLET)
                .listeners(new PreparedStart())
                .run(arguments(settings));
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"jadhere " + Deployment.version()};
        }
    }

    static SpringApplicationBuilder application(WebApplicationType type) {
        return new SpringApplicationBuilder(Application.class)
                .main(Application.class)
                .web(type)
                .logStartupInfo(false);
    }

    /** As arguments, they go before the environment, which goes before files. */
    private static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }
}

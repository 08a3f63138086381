package org.jadhere;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jadhere.money.statistics.ServicesStatsCommand;
import org.jadhere.network.dns.ZonesCommand;
import org.jadhere.network.retention.EraseCommand;
import org.jadhere.network.sightings.SeenCommand;
import org.jadhere.network.whohad.WhoHadCommand;
import org.jadhere.office.backup.BackupCommand;
import org.jadhere.office.backup.RestoreCommand;
import org.jadhere.office.demo.DemoCommand;
import org.jadhere.office.importexport.ExportCommand;
import org.jadhere.office.importexport.ImportCommand;
import org.jadhere.office.reminders.RemindCommand;
import org.jadhere.people.factors.ResetFactorCommand;
import org.jadhere.people.users.ChangePasswordCommand;
import org.jadhere.people.users.CreateSuperuserCommand;
import org.jadhere.platform.cli.ApplicationLauncher;
import org.jadhere.platform.cli.CheckCommand;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.MigrateCommand;
import org.jadhere.platform.cli.ServeCommand;
import org.jadhere.platform.postgres.SchemaInitializer;
import org.jadhere.platform.server.PreparedStart;
import org.jadhere.platform.site.Deployment;
import org.jadhere.platform.site.StaticCommand;
import org.jadhere.platform.web.Texts;
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

/** The entry point of the command line: {@code ./jadhere COMMAND}. */
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
public class Jadhere implements ApplicationLauncher {

    /** Commands after which the web server continues to run. */
    private static final Set<String> SERVERS = Set.of("demo", "serve");

    /** Runs one command and ends the process, unless the command has started a web server. */
    public static void main(String[] args) {
        int status = run(args);
        if (status != 0 || Stream.of(args).limit(1).noneMatch(SERVERS::contains)) {
            System.exit(status);
        }
    }

    /** Runs one command. The exit status is 0 for success, 1 for a failure, 2 for an invalid command line. */
    public static int run(String[] args) {
        Locale.setDefault(Locale.ROOT);
        var line = new CommandLine(new Jadhere())
                .setParameterExceptionHandler(Jadhere::printUsageError)
                .setExecutionExceptionHandler((failure, command, parsed) -> printFailure(failure, command))
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

    private static int printUsageError(ParameterException error, String[] args) {
        error.getCommandLine().getErr().println("jadhere: " + oneLine(reason(error)) + "; see 'jadhere help'");
        return CommandLine.ExitCode.USAGE;
    }

    private static int printFailure(Exception failure, CommandLine command) {
        String message = failure instanceof CommandException ? failure.getMessage() : oneLine(reason(failure));
        command.getErr().println("jadhere: " + message);
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** The innermost cause of Spring's nested exceptions. */
    private static String reason(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException inUse) {
                return "port %d is in use already: choose another with --port".formatted(inUse.getPort());
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
        application.getBean(SchemaInitializer.class); // lazy initialization would skip the schema
        application.getBean(Texts.class); // and the message source of the static methods
        return application;
    }

    @Override
    public ConfigurableApplicationContext serve(Map<String, Object> settings) {
        return application(WebApplicationType.SERVLET)
                .listeners(new PreparedStart())
                .run(arguments(settings));
    }

    /** The output of {@code --version}. */
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

    /** Passed as arguments, the settings override the environment, which overrides files. */
    private static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }
}

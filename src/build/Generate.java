import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.slf4j.LoggerFactory;

/**
 * The migrations, applied to a throw-away PostgreSQL, become jOOQ's tables and docs/schema.sql.
 * Run by bin/generate as one source file, so that it works while the program itself does not compile.
 */
class Generate {

    static void main(String[] args) throws Exception {
        ((Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.WARN);
        Path project = Path.of(args[0]);
        Path target = Path.of(args[1]);
        try (var postgres = EmbeddedPostgres.builder().start()) {
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("filesystem:" + project.resolve("src/main/resources/db/migration"))
                    .load()
                    .migrate();
            tables(postgres.getJdbcUrl("postgres", "postgres"), target.resolve("src/main/generated"));
            try (var connection = postgres.getPostgresDatabase().getConnection()) {
                schema(connection, target.resolve("docs/schema.sql"));
            }
        }
    }

    private static void tables(String url, Path directory) throws Exception {
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withUrl(url))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withInputSchema("public")
                                .withExcludes("flyway_schema_history")
                                .withIncludeRoutines(false)
                                .withIncludeDomains(false)
                                .withTableValuedFunctions(false)
                                .withOutputSchemaToDefault(true)
                                .withForcedTypes(
                                        new ForcedType()
                                                .withUserType("org.jadhere.platform.db.IpPrefix")
                                                .withBinding("org.jadhere.platform.db.IpPrefixBinding")
                                                .withIncludeTypes("inet"),
                                        new ForcedType()
                                                .withUserType("org.jadhere.platform.db.Money")
                                                .withConverter("org.jadhere.platform.db.MoneyConverter")
                                                .withIncludeExpression(".*amount"),
                                        new ForcedType().withName("INSTANT").withIncludeTypes("timestamptz")))
                        .withGenerate(new org.jooq.meta.jaxb.Generate()
                                .withRecords(false)
                                .withJavaTimeTypes(true)
                                .withComments(false)
                                .withGeneratedAnnotation(false)
                                .withGlobalObjectReferences(true)
                                .withGlobalKeyReferences(false)
                                .withKeys(false)
                                .withIndexes(false)
                                .withImplicitJoinPathsToMany(false)
                                .withImplicitJoinPathsToOne(false))
                        .withTarget(new Target()
                                .withPackageName("org.jadhere.platform.db")
                                .withDirectory(directory.toString())
                                .withClean(true))));
    }

    /** The whole schema as PostgreSQL itself describes it, in a stable order. */
    private static void schema(Connection connection, Path file) throws SQLException, IOException {
        var lines = new ArrayList<String>();
        lines.add("-- The whole schema as it is now. Written by bin/generate from the migrations; never edited.");
        for (String part : PARTS) {
            lines.add("");
            lines.addAll(rows(connection, part));
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1).stripTrailing());
            }
        }
        return rows;
    }

    private static final String OURS = "relnamespace = 'public'::regnamespace and relname <> 'flyway_schema_history'";

    private static final List<String> PARTS = List.of(
            "select 'create extension ' || extname || ';' from pg_extension where extname <> 'plpgsql' order by extname",
            """
            select format('create domain %s as %s%s;', typname, format_type(typbasetype, typtypmod),
                       (select string_agg(E'\\n    constraint ' || conname || ' ' || pg_get_constraintdef(oid), '' order by conname)
                        from pg_constraint where contypid = t.oid))
            from pg_type t where typtype = 'd' and typnamespace = 'public'::regnamespace order by typname
            """,
            """
            select format(E'create table %s (\\n    %s\\n);\\n%s', relname,
                concat_ws(E',\\n    ',
                    (select string_agg(attname || ' ' || format_type(atttypid, atttypmod)
                            || case when collname <> 'default' then ' collate "' || collname || '"' else '' end
                            || case when attnotnull then ' not null' else '' end
                            || case when attidentity = 'a' then ' generated always as identity' else '' end
                            || coalesce(case when attgenerated = 's' then ' generated always as (' || pg_get_expr(adbin, adrelid) || ') stored'
                                             else ' default ' || pg_get_expr(adbin, adrelid) end, ''), E',\\n    ' order by attnum)
                     from pg_attribute a left join pg_attrdef d on adrelid = attrelid and adnum = attnum
                          left join pg_collation l on l.oid = attcollation
                     where attrelid = c.oid and attnum > 0 and not attisdropped),
                    (select string_agg('constraint ' || conname || ' ' || pg_get_constraintdef(oid), E',\\n    ' order by contype desc, conname)
                     from pg_constraint where conrelid = c.oid and contype in ('p', 'u', 'f', 'c', 'x'))),
                concat(
                    (select string_agg(pg_get_indexdef(indexrelid) || E';\\n', '' order by indexrelid::regclass::text)
                     from pg_index where indrelid = c.oid and not exists (select from pg_constraint where conindid = indexrelid)),
                    (select string_agg(pg_get_triggerdef(oid) || E';\\n', '' order by tgname)
                     from pg_trigger where tgrelid = c.oid and not tgisinternal),
                    (select string_agg(format(E'comment on %s is %L;\\n',
                            case when objsubid = 0 then 'table ' || relname else 'column ' || relname || '.' || attname end, description), '' order by objsubid)
                     from pg_description left join pg_attribute on attrelid = objoid and attnum = objsubid and objsubid > 0
                     where objoid = c.oid and classoid = 'pg_class'::regclass)))
            from pg_class c where relkind = 'r' and """ + " " + OURS + " order by relname",
            """
            select pg_get_functiondef(oid) || ';' from pg_proc p
            where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')
              and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
            order by proname
            """,
            "select format(E'create view %s as\\n%s', relname, pg_get_viewdef(oid)) from pg_class where relkind = 'v' and "
                    + OURS + " order by relname");
}

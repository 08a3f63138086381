package org.jadhere.office.backup;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An instance with data to back up, and others to restore it into. */
abstract class RestoreFixture {

    static final String CONSTRAINTS = """
            select string_agg(line, e'\\n' order by line) from (
              select format('%s %s %s', tgrelid::regclass, tgname, tgenabled) from pg_trigger where not tgisinternal
              union all select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
              union all select indexdef from pg_indexes where schemaname = 'public') definitions (line)""";

    @TempDir
    Path temp;

    Instance old;

    @BeforeEach
    void open() throws IOException {
        old = SampleInstance.create(temp.resolve("old"));
    }

    Instance other() {
        return Instance.fresh(temp.resolve("new"));
    }

    /** An instance that has rows of its own. */
    Instance occupied() {
        var instance = other();
        instance.execute("insert into app_user (username) values ('zoe')", "insert into crew (name) values ('theirs')");
        return instance;
    }

    byte[] archive() {
        return old.bytes(old.backUp(Instance.PLAIN, false));
    }
}

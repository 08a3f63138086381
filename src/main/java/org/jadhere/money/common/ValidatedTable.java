package org.jadhere.money.common;

import org.jadhere.platform.db.Money;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The columns that {@link Validations} needs of a table whose rows the bank crew validates: fees or payments. */
public record ValidatedTable(
        Table<Record> table, Field<Long> id, Field<Money> amount, Field<Boolean> validated, Field<Long> validationId) {}

package org.jadhere.money.common;

import org.jadhere.platform.db.Money;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** A table of money that the bank crew confirms: fees, payments. Its columns, for {@link Validations}. */
public record ValidatedTable(
        Table<Record> table, Field<Long> id, Field<Money> amount, Field<Boolean> validated, Field<Long> validationId) {}

package org.jadhere.members;

import org.jadhere.db.Money;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** A table of money that the bank crew confirms: fees, payments. Its columns, for {@link Validations}. */
public record Book(
        Table<Record> table, Field<Long> id, Field<Money> amount, Field<Boolean> validated, Field<Long> validationId) {}

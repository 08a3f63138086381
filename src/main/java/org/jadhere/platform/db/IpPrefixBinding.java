package org.jadhere.platform.db;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.util.Objects;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.impl.DSL;

/** Converts {@code inet} to {@link IpPrefix} and back as text. Configured in src/build/Generate.java. */
public class IpPrefixBinding implements Binding<Object, IpPrefix> {

    @Override
    public Converter<Object, IpPrefix> converter() {
        return Converter.ofNullable(
                Object.class, IpPrefix.class, text -> IpPrefix.parse(text.toString()), IpPrefix::toString);
    }

    @Override
    public void sql(BindingSQLContext<IpPrefix> context) {
        context.render().visit(DSL.val(context.convert(converter()).value())).sql("::inet");
    }

    @Override
    public void register(BindingRegisterContext<IpPrefix> context) throws SQLException {
        context.statement().registerOutParameter(context.index(), Types.VARCHAR);
    }

    @Override
    public void set(BindingSetStatementContext<IpPrefix> context) throws SQLException {
        Object value = context.convert(converter()).value();
        context.statement().setString(context.index(), Objects.toString(value, null));
    }

    @Override
    public void get(BindingGetResultSetContext<IpPrefix> context) throws SQLException {
        context.convert(converter()).value(context.resultSet().getString(context.index()));
    }

    @Override
    public void get(BindingGetStatementContext<IpPrefix> context) throws SQLException {
        context.convert(converter()).value(context.statement().getString(context.index()));
    }

    @Override
    public void set(BindingSetSQLOutputContext<IpPrefix> context) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void get(BindingGetSQLInputContext<IpPrefix> context) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }
}

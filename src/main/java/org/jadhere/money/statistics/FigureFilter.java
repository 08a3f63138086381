package org.jadhere.money.statistics;

import static org.jadhere.money.statistics.Statistics.ACTIVE;
import static org.jadhere.money.statistics.Statistics.AMOUNT;
import static org.jadhere.money.statistics.Statistics.HAS_MEMBER;
import static org.jadhere.money.statistics.Statistics.ID;
import static org.jadhere.money.statistics.Statistics.METHOD;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.network.services.ServiceFigures;
import org.jadhere.network.services.ServiceFilter.Figure;
import org.jadhere.platform.db.Money;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** Lets the list of services show the services that a figure counts. It reads as many rows as the statistics do. */
@Component
class FigureFilter implements ServiceFigures {

    @Override
    public Condition countedIn(Figure figure, LocalDate day) {
        return SERVICE.ID.in(select(ID)
                .from(Statistics.withCurrentPayment(day, typeId -> noCondition())
                        .asTable("counted"))
                .where(condition(ACTIVE))
                .and(isIn(figure)));
    }

    private static Condition isIn(Figure figure) {
        Condition free = METHOD.eq(PaymentMethod.FREE.word()).or(AMOUNT.eq(Money.ZERO));
        Condition unpaid = METHOD.isNull().or(METHOD.eq(PaymentMethod.UNPAID.word()));
        Condition held = condition(HAS_MEMBER);
        return switch (figure) {
            case ACTIVE -> noCondition();
            case WITHOUT_MEMBER -> held.not();
            case FREE -> held.and(METHOD.isNotNull()).and(free);
            case NOT_PAYING -> held.and(METHOD.isNull().or(unpaid.and(free.not())));
            case PAYING -> held.and(METHOD.isNotNull()).and(unpaid.not()).and(free.not());
        };
    }
}

package org.jadhere.network.services;

import java.time.LocalDate;
import org.jooq.Condition;

/** Conditions by the payments of services; implemented by the statistics, which depend on this package. */
@FunctionalInterface
public interface ServiceFigures {

    /** Matches rows of SERVICE that the statistics of a day count in a figure. */
    Condition countedIn(ServiceFilter.Figure figure, LocalDate day);
}

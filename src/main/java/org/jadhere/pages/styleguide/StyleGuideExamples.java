package org.jadhere.pages.styleguide;

import static org.jadhere.platform.web.Texts.money;
import static org.jadhere.platform.web.Texts.period;
import static org.jadhere.platform.web.Texts.t;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.money.fees.MembershipFee;
import org.jadhere.office.history.Change;
import org.jadhere.office.history.HistorySentence;
import org.jadhere.pages.admin.DashboardBox;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Page;
import org.jadhere.platform.web.Plot;
import org.jadhere.platform.web.Texts;

/** Fictitious data for the parts of a page. */
public final class StyleGuideExamples {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, Month.JANUARY, 1);
    private static final Member.Ref CAMILLE = new Member.Ref(0, 12, "Camille Dupont");

    private StyleGuideExamples() {}

    /** A form with values and one invalid field. */
    public static Form form() {
        var form = Form.withDefaults(Map.of(
                "plain", "Camille",
                "wrong", "vingt",
                "closed", "camille",
                "notes", "192.0.2.7\n2001:db8::/48",
                "day", FIRST_DAY.toString(),
                "chosen", "transfer",
                "ticked", "yes"));
        form.reject("wrong", "error.money", "vingt");
        return form;
    }

    public static List<MembershipFee> fees() {
        return IntStream.range(0, 3)
                .mapToObj(year -> new MembershipFee(
                        0,
                        CAMILLE,
                        Money.parse(List.of("20", "117.50", "8").get(year)),
                        PaymentMethod.TRANSFER,
                        Period.ofDays(
                                FIRST_DAY.minusYears(year),
                                FIRST_DAY.minusYears(year).plusYears(1).minusDays(1)),
                        FIRST_DAY.minusYears(year),
                        year > 0,
                        ""))
                .toList();
    }

    /** A page with a previous and a next page. */
    public static Page<MembershipFee> middlePage() {
        return new Page<>(fees(), "before", "after");
    }

    public static Page<MembershipFee> emptyPage() {
        return new Page<>(List.of(), null, null);
    }

    public static DashboardBox box() {
        return DashboardBox.of(
                "fees",
                "/admin/fees/validation",
                Map.of(),
                middlePage(),
                fee -> new DashboardBox.Line(
                        "/admin/fees", CAMILLE.name(), money(fee.amount()) + ", " + period(fee.covers())));
    }

    public static Plot plot() {
        var days = Stream.iterate(FIRST_DAY, day -> day.plusMonths(1)).limit(6).toList();
        return new Plot(
                "specimen",
                t("statistics.income"),
                days,
                List.of(
                        series(PaymentMethod.TRANSFER, 500, 520, 560, 555, 590, 640),
                        series(PaymentMethod.CHEQUE, 120, 100, 95, 80, 60, 55)),
                Texts::euros);
    }

    private static Plot.Series series(PaymentMethod method, int... euros) {
        return new Plot.Series(
                t("method." + method.word()),
                IntStream.of(euros).mapToObj(BigDecimal::valueOf).toList());
    }

    public static HistorySentence sentence() {
        var price = new Change(t("payment.amount"), money(Money.parse("20")), money(Money.parse("28")), false);
        return HistorySentence.example(
                CAMILLE.name(), FIRST_DAY.atTime(20, 30).atZone(Texts.PARIS).toInstant(), t("payment"), price);
    }
}

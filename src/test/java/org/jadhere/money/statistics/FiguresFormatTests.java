package org.jadhere.money.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jadhere.money.common.PaymentMethod;
import org.junit.jupiter.api.Test;

/** The figures as JSON, CSV and a table. */
class FiguresFormatTests {

    private static final Figures.Line NOTHING = line(0, "0.00", null, Map.of());
    private static final Figures.Line PAID = line(2, "40.50", "20.25", Map.of(PaymentMethod.CASH, euros("40.50")));
    private static final Figures FIGURES = new Figures(
            LocalDate.of(2025, 12, 31),
            List.of(new Figures.TypeLine(1, "Abo Ariège, \"fibre\"", PAID), new Figures.TypeLine(2, "VPN", NOTHING)),
            PAID);

    @Test
    void jsonHasTheDocumentedKeysInOrder() throws IOException {
        assertThat(written(FiguresFormat.JSON)).isEqualTo("""
                {"date":"2025-12-31","types":[\
                {"type":"Abo Ariège, \\"fibre\\"","services":2,"active":2,"without_member":0,"paying":2,"free":0,"not_paying":0,\
                "monthly_income":"40.50","validated_income":"0.00","mean":"20.25","median":"20.25","by_method":{"cash":"40.50"}},\
                {"type":"VPN","services":0,"active":0,"without_member":0,"paying":0,"free":0,"not_paying":0,\
                "monthly_income":"0.00","validated_income":"0.00","mean":null,"median":null,"by_method":{}}],\
                "total":{"services":2,"active":2,"without_member":0,"paying":2,"free":0,"not_paying":0,\
                "monthly_income":"40.50","validated_income":"0.00","mean":"20.25","median":"20.25","by_method":{"cash":"40.50"}}}
                """);
    }

    @Test
    void csvHasALineForEachTypeAndTheTotalLast() throws IOException {
        assertThat(written(FiguresFormat.CSV)).isEqualTo("""
                type,services,active,without_member,paying,free,not_paying,monthly_income,validated_income,mean,median
                "Abo Ariège, ""fibre""\",2,2,0,2,0,0,40.50,0.00,20.25,20.25
                VPN,0,0,0,0,0,0,0.00,0.00,,
                total,2,2,0,2,0,0,40.50,0.00,20.25,20.25
                """);
    }

    @Test
    void theTableIsAligned() throws IOException {
        var lines = written(FiguresFormat.TABLE).lines().toList();

        assertThat(lines.subList(2, 7))
                .extracting(String::length)
                .containsOnly(lines.get(2).length());
        assertThat(lines).contains("Abo Ariège, \"fibre\"  40.50", "VPN                      -");
    }

    @Test
    void theTableHasNoControlCharactersOfNames() throws IOException {
        var figures = new Figures(FIGURES.date(), List.of(new Figures.TypeLine(1, "a\u001b[31m\nb", PAID)), PAID);
        var out = new StringWriter();
        FiguresFormat.TABLE.write(figures, out);

        assertThat(out.toString()).contains("a [31m b ").doesNotContain("\u001b");
    }

    private static String written(FiguresFormat format) throws IOException {
        var out = new StringWriter();
        format.write(FIGURES, out);
        return out.toString();
    }

    private static Figures.Line line(
            long paying,
            String income,
            @org.jspecify.annotations.Nullable String mean,
            Map<PaymentMethod, BigDecimal> byMethod) {
        BigDecimal middle = mean == null ? null : euros(mean);
        return new Figures.Line(
                paying, paying, 0, paying, 0, 0, euros(income), euros("0.00"), middle, middle, byMethod);
    }

    private static BigDecimal euros(String amount) {
        return new BigDecimal(amount);
    }
}

package org.jadhere.money.common;

import java.util.List;
import org.jadhere.people.association.Association;
import org.jadhere.platform.db.Money;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as a QR code offers it to the app of a bank: the text of EPC069-12, version 002. Whoever scans it need
 * type nothing.
 *
 * @param bank where to pay; it must be known
 * @param amount left to who pays, where there is none
 */
public record EpcQrCode(Association.Bank bank, @Nullable Money amount, PaymentReference reference) {

    private static final int NAME_LENGTH = 70;

    /** Refuses a bank that is not known, or an amount of nothing, with {@link IllegalArgumentException}. */
    public EpcQrCode {
        if (!bank.isKnown() || amount != null && amount.isZero()) {
            throw new IllegalArgumentException("nothing that can be paid");
        }
    }

    /**
     * One field a line: service tag, version, UTF-8, SEPA credit transfer, BIC, name, IBAN, amount, purpose (none) and
     * the reference, which ends it: what would follow is empty, and empty lines at the end are left out.
     */
    public String text() {
        return String.join(
                "\n",
                List.of(
                        "BCD",
                        "002",
                        "1",
                        "SCT",
                        bank.bic(),
                        name(),
                        bank.iban(),
                        amount == null ? "" : "EUR" + amount,
                        "",
                        reference.text()));
    }

    private String name() {
        String name = bank.holder().strip().replaceAll("\\s+", " ");
        return name.substring(
                0, name.offsetByCodePoints(0, Math.min(NAME_LENGTH, name.codePointCount(0, name.length()))));
    }
}

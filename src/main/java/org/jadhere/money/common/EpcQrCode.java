package org.jadhere.money.common;

import java.util.List;
import org.jadhere.people.association.Association;
import org.jadhere.platform.db.Money;
import org.jspecify.annotations.Nullable;

/**
 * The text of a QR code for a SEPA credit transfer (EPC069-12, version 002). A banking app fills in its transfer form
 * from it.
 *
 * @param bank the account of the association; it must be known
 * @param amount in euros, above zero; null lets the payer choose
 */
public record EpcQrCode(Association.Bank bank, @Nullable Money amount, PaymentReference reference) {

    private static final int NAME_LENGTH = 70;

    /** Rejects an unknown bank and an amount of zero with {@link IllegalArgumentException}. */
    public EpcQrCode {
        if (!bank.isKnown() || amount != null && amount.isZero()) {
            throw new IllegalArgumentException("the bank is unknown or the amount is zero");
        }
    }

    /**
     * One field per line: service tag, version, UTF-8, SEPA credit transfer, BIC, name, IBAN, amount, purpose (empty)
     * and reference. The fields after the reference are empty, and the standard drops empty lines at the end.
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

package org.jadhere.browser;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The pictures of the guides: user, width, page, and the steps before the picture is taken. */
enum GuidePicture {
    LOGIN(null, GuidePicture.PHONE, page -> page.at("/login").main()),
    JOIN(null, GuidePicture.PHONE, page -> page.at("/join").window()),
    ME("membre", GuidePicture.PHONE, page -> page.at("/me").window()),
    PAY("membre", GuidePicture.PHONE, page -> page.at("/me").section("me.pay")),
    SECURITY("membre", GuidePicture.PHONE, page -> page.at("/me/security").window()),
    DASHBOARD("equipier", GuidePicture.DESK, page -> page.at("/admin/").window()),
    FIND("equipier", GuidePicture.DESK, page -> page.at("/admin/find?q=durand").window()),
    SERVICES(
            "equipier",
            GuidePicture.DESK,
            page -> page.at("/admin/services?member=no").window()),
    ASSIGN(
            "equipier",
            GuidePicture.DESK,
            page -> page.at("/admin/services?member=no")
                    .first("/admin/services")
                    .unfold("service.assign")
                    .fill("service.starts", "2026-03-17")
                    .section("service")),
    PAYMENT(
            "equipier",
            GuidePicture.DESK,
            page -> page.at("/admin/services?member=yes&state=active")
                    .first("/admin/services")
                    .unfold("payment.add")
                    .section("menu.payments")),
    MEMBERSHIP(
            "equipier",
            GuidePicture.DESK,
            page -> page.at("/admin/users?q=patricia.riviere")
                    .first("/admin/users")
                    .section("user.membership")),
    FEE(
            "equipier",
            GuidePicture.DESK,
            page -> page.at("/admin/members?q=lacoste")
                    .first("/admin/members")
                    .unfold("fee.add")
                    .section("menu.fees")),
    REQUEST(
            "equipier",
            GuidePicture.DESK,
            page -> page.at("/admin/requests").first("/admin/requests").section("request.accept")),
    VALIDATION(
            "tresoriere",
            GuidePicture.DESK,
            page -> page.at("/admin/payments/validation").tick(3).window()),
    CONFIRMATION(
            "tresoriere",
            GuidePicture.DESK,
            page -> page.at("/admin/payments/validation")
                    .tick(3)
                    .press("validation.review")
                    .main()),
    STATISTICS(
            "tresoriere",
            GuidePicture.DESK,
            page -> page.at("/admin/statistics").window()),
    CREW(
            "admin",
            GuidePicture.DESK,
            page -> page.at("/admin/crews").first("/admin/crews").window()),
    TYPE("admin", GuidePicture.DESK, page -> page.at("/admin/service-types/new").main()),
    RIGHTS(
            "admin",
            GuidePicture.DESK,
            page -> page.at("/admin/users?q=bonnefoy")
                    .first("/admin/users")
                    .follow("user.rights")
                    .section("user.rights")),
    BATCH(
            "admin",
            GuidePicture.DESK,
            page -> page.at("/admin/services/batch")
                    .choose("type", "Abo fibre")
                    .fill("batch.count", "3")
                    .fill("batch.range", "198.18.200.0/24")
                    .fill("service.label", "fibre-{n}")
                    .press("batch.preview")
                    .main()),
    PREFIX(
            "admin",
            GuidePicture.DESK,
            page -> page.at("/admin/prefixes").named("192.0.2.0/24").window()),
    WHO_HAD(
            "admin",
            GuidePicture.DESK,
            page -> page.at("/admin/who-had")
                    .fill("trace.address", "192.0.2.7")
                    .fill("trace.at", "2025-10-03T14:05+02:00")
                    .fill("trace.reason", "Réquisition 2026/117")
                    .press("trace.ask")
                    .window());

    static final int DESK = 1200;
    static final int PHONE = 390;

    static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final @org.jspecify.annotations.Nullable String account;
    private final int width;
    private final Function<PicturePage, byte[]> taking;

    GuidePicture(@org.jspecify.annotations.Nullable String account, int width, Function<PicturePage, byte[]> taking) {
        this.account = account;
        this.width = width;
        this.taking = taking;
    }

    /** The user's name; null for a visitor. */
    @org.jspecify.annotations.Nullable
    String account() {
        return account;
    }

    int width() {
        return width;
    }

    byte[] take(PicturePage page) {
        return PalettePng.of(taking.apply(page));
    }

    /** The file that the guides include. */
    String file(Locale language) {
        return "src/main/resources/static/guide/%s/%s.png"
                .formatted(
                        language.getLanguage(), name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}

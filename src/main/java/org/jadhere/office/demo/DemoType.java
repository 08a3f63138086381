package org.jadhere.office.demo;

import java.util.List;
import org.jadhere.platform.db.Word;

/** The service types, the crews that manage them, and the usual monthly price. */
enum DemoType {
    ABO_TOULOUSE(1, "Abo Toulouse", DemoCrew.TOULOUSE, "abo", 28, 35),
    COLLECTE_RADIO(2, "Collecte radio", DemoCrew.TOULOUSE, "radio", 15, 8),
    ABO_FIBRE(3, "Abo fibre", DemoCrew.FIBRE, "fibre", 32, 27),
    MACHINE_VIRTUELLE(4, "Machine virtuelle", DemoCrew.HEBERGEMENT, "vm", 8, 12),
    HEBERGEMENT_SERVEUR(5, "Hébergement serveur", DemoCrew.HEBERGEMENT, "serveur", 30, 6),
    VPN(6, "VPN", DemoCrew.HEBERGEMENT, "vpn", 6, 12);

    enum DemoCrew implements Word {
        BANQUE(1, "payment.add payment.change payment.delete payment.validate"),
        TOULOUSE(2, ""),
        FIBRE(3, ""),
        HEBERGEMENT(4, "");

        final int id;
        final String permissions;

        DemoCrew(int id, String permissions) {
            this.id = id;
            this.permissions = permissions;
        }

        String title() {
            return "equipage-" + word();
        }
    }

    final int id;
    final String title;
    final DemoCrew crew;
    final String label;
    final int euros;
    private final int share;

    DemoType(int id, String title, DemoCrew crew, String label, int euros, int share) {
        this.id = id;
        this.title = title;
        this.crew = crew;
        this.label = label;
        this.euros = euros;
        this.share = share;
    }

    /** Returns whether applicants can ask for the type. */
    boolean isOffered() {
        return this == ABO_TOULOUSE || this == ABO_FIBRE || this == VPN;
    }

    /** Returns a random type, by their shares of all services. */
    static DemoType any(SeededChoice random) {
        int rest = random.between(
                1, List.of(values()).stream().mapToInt(type -> type.share).sum());
        for (DemoType type : values()) {
            rest -= type.share;
            if (rest <= 0) {
                return type;
            }
        }
        return ABO_TOULOUSE;
    }
}

package org.jadhere.office.demo;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fictional names, addresses and phone numbers: common names in random combinations, numbers reserved for fiction. */
final class DemoNames {

    private static final List<String> FIRST = List.of(
            ("Adrien Agathe Alain Alice Amandine Amine Anaïs André Antoine Arthur Aurélie Bastien Béatrice Benoît Bernard "
                            + "Brigitte Camille Catherine Cécile Chantal Charlotte Chloé Christian Claire Clémence Corinne "
                            + "Damien David Delphine Denis Didier Élise Élodie Emma Éric Étienne Fabien Fanny Fatima Florence "
                            + "François Françoise Gaëlle Gérard Guillaume Hélène Hugo Inès Isabelle Jacques Jean Jeanne "
                            + "Jérôme Joël Julie Julien Karim Laetitia Laura Laurent Léa Léo Louis Louise Lucas Lucie "
                            + "Manon Marc Margaux Marie Martine Mathieu Maxime Mélanie Michel Mohamed Monique Nathalie Nicolas "
                            + "Noémie Olivier Pascal Patricia Paul Philippe Pierre Quentin Raphaël Rémi Robin Romain Samir "
                            + "Sandrine Sarah Sébastien Simon Sofia Solène Sophie Stéphane Sylvie Théo Thomas Valérie Victor "
                            + "Vincent Virginie Yann Yasmine Yves Zoé")
                    .split(" "));
    private static final List<String> LAST = List.of(
            ("Alary Albert André Arnaud Azéma Barthe Benali Bernard Berger Bertrand Blanc Bonnet Boyer Brunet Cabrol "
                            + "Calmels Carrère Castex Cazaux Chevalier Clément Colin Dupont Dupuy Durand Duval Escaffre Estève "
                            + "Fabre Faure Fernandez Ferrer Fontaine Fournier Gaillard Galy Garcia Garnier Gauthier Gautier "
                            + "Girard Gonzalez Guérin Guillot Haddad Henry Hubert Joly Lacaze Lafont Lambert Laporte "
                            + "Lasserre Laurent Leblanc Lefèvre Legrand Lemaire Leroy Lopez Marchand Marty Martin Martinez Masson "
                            + "Mathieu Mercier Meunier Meyer Michel Moreau Morel Morin Muller Navarro Nguyen Nicolas Noël "
                            + "Olivier Pagès Perez Perrin Petit Picard Pons Pujol Raynaud Renard Richard Rivière Robert "
                            + "Roche Rodriguez Rousseau Roussel Roux Sabatier Sanchez Sarda Schmitt Serres Simon Soulié Teyssier "
                            + "Thomas Tisserand Traoré Verdier Vergnes Viguier Vincent")
                    .split(" "));
    private static final List<String> STREETS = List.of(
            "rue des Lilas",
            "chemin du Moulin",
            "avenue de la Gare",
            "impasse des Acacias",
            "rue du Faubourg",
            "place de la Mairie",
            "allée des Tilleuls",
            "route de la Côte",
            "rue des Écoles",
            "chemin des Vignes",
            "boulevard du Canal");
    private static final List<String> TOWNS = List.of(
            "31000 Toulouse",
            "31000 Toulouse",
            "31100 Toulouse",
            "31200 Toulouse",
            "31300 Toulouse",
            "31400 Toulouse",
            "31500 Toulouse",
            "31130 Balma",
            "31140 Aucamville",
            "31150 Fenouillet",
            "31170 Tournefeuille",
            "31190 Auterive",
            "31240 L'Union",
            "31270 Cugnaux",
            "31320 Castanet-Tolosan",
            "31390 Carbonne",
            "31520 Ramonville-Saint-Agne",
            "31600 Muret",
            "31650 Saint-Orens-de-Gameville",
            "31670 Labège",
            "31700 Blagnac",
            "31770 Colomiers",
            "09000 Foix",
            "09100 Pamiers",
            "09200 Saint-Girons",
            "81500 Lavaur");
    private static final List<String> ORGANISATION_KINDS = List.of(
            "Association", "Atelier", "Café associatif", "Collectif", "Coopérative", "Librairie", "Radio", "Studio");
    private static final List<String> ORGANISATION_NAMES = List.of(
            "du Canal",
            "des Deux Rives",
            "de la Garonne",
            "du Grand Pin",
            "de l'Horloge",
            "du Pastel",
            "des Platanes",
            "de la Prairie",
            "du Vent d'autan",
            "des Violettes");

    // ARCEP, decision 2018-0881: numbers that are never assigned, for use in audiovisual works.
    private static final List<String> PHONES = List.of(
            "05 36 49", "05 36 49", "06 39 98", "06 39 98", "06 39 98", "01 99 00", "02 61 91", "03 53 01", "04 65 71");

    private final SeededChoice random;
    private final Map<String, Integer> usernames = new HashMap<>();

    DemoNames(SeededChoice random) {
        this.random = random;
    }

    String first() {
        return random.of(FIRST);
    }

    String last() {
        return random.of(LAST);
    }

    /** Returns an unused user name. */
    String username(String first, String last) {
        String plain = plain(first) + "." + plain(last);
        int count = usernames.merge(plain, 1, Integer::sum);
        return count == 1 ? plain : plain + count;
    }

    String organisation() {
        return random.of(ORGANISATION_KINDS) + " " + random.of(ORGANISATION_NAMES);
    }

    String phone() {
        return "%s %02d %02d".formatted(random.of(PHONES), random.between(0, 99), random.between(0, 99));
    }

    String address() {
        return "%d %s\n%s".formatted(random.between(1, 120), random.of(STREETS), random.of(TOWNS));
    }

    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }
}

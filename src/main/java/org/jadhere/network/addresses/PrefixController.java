package org.jadhere.network.addresses;

import static org.jadhere.jte.Pages.pages;

import java.util.List;
import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Pages of the prefixes: nesting, use, and the next free parts. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class PrefixController {

    private static final String PATH = "/admin/prefixes";
    private static final Map<String, String> USUAL = Map.of("use", "pool", "edges", "yes", "warn", "90", "rest", "30");

    private final Prefixes prefixes;
    private final PrefixBook book;
    private final NextFree nextFree;

    PrefixController(Prefixes prefixes, PrefixBook book, NextFree nextFree) {
        this.prefixes = prefixes;
        this.book = book;
        this.nextFree = nextFree;
    }

    @GetMapping(PATH)
    ModelAndView list() {
        return list(Form.withDefaults(USUAL));
    }

    private ModelAndView list(Form form) {
        var lines = prefixes.all();
        return form.page(pages().networkAddressesPrefixes(lines, lines.stream().anyMatch(PrefixLine::isShort), form));
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, Form form) {
        return PrefixForm.in(form, null)
                .flatMap(prefix -> form.result(() -> book.add(actor, prefix)))
                .map(id -> Redirect.to(PATH + "/" + id, "done.prefix-added"))
                .orElseGet(() -> list(form));
    }

    @GetMapping("/admin/prefixes/{id}")
    ModelAndView show(@PathVariable long id) {
        var prefix = prefixes.find(id).orElseThrow(NotFoundException::new);
        return page(prefix, Form.editing(PrefixForm.fields(prefix)));
    }

    private ModelAndView page(Prefix prefix, Form form) {
        var related = prefixes.related(prefix);
        var inside = related.getOrDefault(true, List.of());
        return form.page(pages().networkAddressesPrefix(
                        prefix,
                        related.getOrDefault(false, List.of()),
                        inside,
                        prefixes.map(prefix, inside),
                        nextFree.of(prefix),
                        form));
    }

    @PostMapping("/admin/prefixes/{id}")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var known = prefixes.find(id).orElseThrow(NotFoundException::new);
        var wanted = PrefixForm.in(form, known);
        return wanted.isPresent() && form.accepts(() -> book.change(actor, wanted.get(), form.snapshot()))
                ? Redirect.to(PATH + "/" + id, "done.prefix-changed")
                : page(known, form);
    }

    @PostMapping("/admin/prefixes/{id}/deletion")
    ModelAndView remove(Actor actor, @PathVariable long id) {
        book.remove(actor, id);
        return Redirect.to(PATH, "done.prefix-removed");
    }
}

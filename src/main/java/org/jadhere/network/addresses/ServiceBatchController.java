package org.jadhere.network.addresses;

import static org.jadhere.jte.Pages.pages;

import java.util.List;
import java.util.Map;
import org.jadhere.network.services.ServiceTypes;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Redirect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page to prepare many services at once, after a preview. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class ServiceBatchController {

    private final ServicePreparation preparation;
    private final ServiceTypes types;

    ServiceBatchController(ServicePreparation preparation, ServiceTypes types) {
        this.preparation = preparation;
        this.types = types;
    }

    @GetMapping("/admin/services/batch")
    ModelAndView show(Actor actor, Form form) {
        return page(actor, Form.withDefaults(Map.of("type", form.value("type"), "count", "10")), List.of());
    }

    private ModelAndView page(Actor actor, Form form, List<ServiceBatch.Draft> drafts) {
        return form.page(pages().networkAddressesBatch(types.choices(actor), drafts, form));
    }

    /** Prepares only for the button {@code prepare}; else shows the preview. */
    @PostMapping("/admin/services/batch")
    ModelAndView act(Actor actor, Form form) {
        var batch = read(form);
        if (batch == null) {
            return page(actor, form, List.of());
        }
        if (form.value("act").equals("prepare")) {
            var shown = shown(form);
            if (form.accepts(() -> preparation.prepare(actor, batch, shown, form.idempotencyKey()))) {
                return Redirect.to("/admin/services?type=" + batch.typeId() + "&state=prepared", "done.batch-prepared");
            }
        }
        var drafts = preparation.preview(actor, batch);
        if (drafts.size() < batch.count()) {
            form.reject("range", "batch.too-full", drafts.size());
        }
        return page(actor, form, drafts);
    }

    private static List<IpPrefix> shown(Form form) {
        return form.value("shown").isBlank()
                ? List.of()
                : List.of(form.value("shown").strip().split(" ")).stream()
                        .map(IpPrefix::parse)
                        .toList();
    }

    private static @Nullable ServiceBatch read(Form form) {
        long type = form.required("type", form.number("type"), 0L);
        long count = form.required("count", form.number("count"), 1L);
        if (count < 1 || count > ServiceBatch.MAX_COUNT) {
            form.reject("count", "error.between", 1, ServiceBatch.MAX_COUNT);
        }
        IpPrefix range = form.requiredPrefix("range");
        if (range == null) {
            return null;
        }
        int hostLength = range.isIpv4() ? 32 : 128;
        Long typed = form.number("size");
        int size = typed == null ? hostLength : (int) Math.clamp(typed, 0, 999);
        String error = ServiceBatch.sizeError(range, size);
        if (error != null) {
            form.reject("size", error, range.length(), hostLength);
        }
        return form.hasErrors()
                ? null
                : new ServiceBatch(type, (int) count, range, size, form.isTicked("edges"), form.text("label", 200));
    }
}

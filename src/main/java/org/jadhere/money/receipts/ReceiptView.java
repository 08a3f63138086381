package org.jadhere.money.receipts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jadhere.jte.Pages.pages;

import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;

/** Sends a receipt as a PDF, which is complete before the first byte is sent. The browser shows it inline. */
record ReceiptView(Receipt receipt) implements View {

    @Override
    public String getContentType() {
        return MediaType.APPLICATION_PDF_VALUE;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] pdf = pdf();
        response.setContentType(getContentType());
        response.setContentLength(pdf.length);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline().filename(receipt.fileName()).build().toString());
        response.getOutputStream().write(pdf);
    }

    byte[] pdf() {
        var html = new StringOutput();
        pages().moneyReceiptsReceipt(receipt, style()).render(html);
        return TaggedPdf.of(html.toString());
    }

    private static String style() {
        try (var css = Objects.requireNonNull(ReceiptView.class.getResourceAsStream("receipt.css"))) {
            return new String(css.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

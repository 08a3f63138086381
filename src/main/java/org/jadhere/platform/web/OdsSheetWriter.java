package org.jadhere.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jadhere.platform.db.Money;
import org.jspecify.annotations.Nullable;

/** Streams rows into an OpenDocument spreadsheet. Cells are typed; none is a formula. */
final class OdsSheetWriter implements Sheet.Writer {

    static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    private static final int BUFFER = 1 << 16;
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern INVALID_IN_XML =
            Pattern.compile("[^\t\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final String NAMES = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final String MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
            <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="%s"/>
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
            </manifest:manifest>
            """;
    private static final String STYLES = """
            <number:date-style style:name="day"><number:year number:style="long"/><number:text>-</number:text>\
            <number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>\
            <number:date-style style:name="moment"><number:year number:style="long"/><number:text>-</number:text>\
            <number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>\
            <number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text>\
            <number:minutes number:style="long"/><number:text>:</number:text><number:seconds number:style="long"/></number:date-style>\
            <number:currency-style style:name="euros"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/>\
            <number:text> </number:text><number:currency-symbol>€</number:currency-symbol></number:currency-style>\
            <style:style style:name="date" style:family="table-cell" style:data-style-name="day"/>\
            <style:style style:name="time" style:family="table-cell" style:data-style-name="moment"/>\
            <style:style style:name="money" style:family="table-cell" style:data-style-name="euros"/>\
            """;

    private final ZipOutputStream zip;
    private final XMLStreamWriter xml;

    OdsSheetWriter(OutputStream out, String title) throws IOException {
        zip = new ZipOutputStream(out, UTF_8);
        putMediaType();
        zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
        zip.write(MANIFEST.formatted(MEDIA_TYPE).getBytes(UTF_8));
        zip.putNextEntry(new ZipEntry("content.xml"));
        // The fixed parts are written as text; the XML writer escapes the cells.
        zip.write(documentStart().getBytes(UTF_8));
        try {
            xml = XMLOutputFactory.newFactory()
                    .createXMLStreamWriter(
                            new BufferedOutputStream(zip, BUFFER), "UTF-8"); // it writes single characters
            xml.writeStartElement("table:table");
            xml.writeAttribute("table:name", title);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** The first entry, uncompressed: programs detect the file type by these bytes at this offset. */
    private void putMediaType() throws IOException {
        byte[] name = MEDIA_TYPE.getBytes(UTF_8);
        var sum = new CRC32();
        sum.update(name);
        var entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(name.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(name);
    }

    private static String documentStart() {
        var start = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content");
        List.of("office", "table", "text", "style")
                .forEach(word -> start.append(" xmlns:%s=\"%s%s:1.0\"".formatted(word, NAMES, word)));
        return start.append(" xmlns:number=\"%sdatastyle:1.0\" office:version=\"1.3\">".formatted(NAMES))
                .append("<office:automatic-styles>" + STYLES + "</office:automatic-styles>")
                .append("<office:body><office:spreadsheet>")
                .toString();
    }

    @Override
    public void write(List<? extends @Nullable Object> cells) {
        try {
            xml.writeStartElement("table:table-row");
            for (Object cell : cells) {
                xml.writeStartElement("table:table-cell");
                write(cell);
                xml.writeEndElement();
            }
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private void write(@Nullable Object cell) throws XMLStreamException {
        switch (cell) {
            case null -> {}
            case Money money -> {
                value("currency", "value", money.toString(), "money");
                xml.writeAttribute("office:currency", "EUR");
            }
            case Number number -> value("float", "value", number.toString(), null);
            case LocalDate day -> value("date", "date-value", day.toString(), "date");
            case Instant instant -> value("date", "date-value", inParis(instant).toString(), "time");
            case Boolean flag -> text(Texts.t(flag ? "filter.yes" : "filter.no"));
            default -> text(cell.toString());
        }
    }

    private static LocalDateTime inParis(Instant instant) {
        return instant.atZone(Texts.PARIS).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
    }

    private void value(String type, String attribute, String value, @Nullable String style) throws XMLStreamException {
        xml.writeAttribute("office:value-type", type);
        xml.writeAttribute("office:" + attribute, value);
        if (style != null) {
            xml.writeAttribute("table:style-name", style);
        }
    }

    private void text(String text) throws XMLStreamException {
        xml.writeAttribute("office:value-type", "string");
        for (String line : LINE_END.split(text, -1)) {
            xml.writeStartElement("text:p");
            xml.writeCharacters(INVALID_IN_XML.matcher(line).replaceAll("\uFFFD"));
            xml.writeEndElement();
        }
    }

    @Override
    public void close() {
        try (zip) {
            xml.writeEndElement();
            xml.flush();
            zip.write("</office:spreadsheet></office:body></office:document-content>".getBytes(UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}

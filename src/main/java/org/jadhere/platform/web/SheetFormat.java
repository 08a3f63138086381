package org.jadhere.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import org.jadhere.platform.db.Word;

/** The file formats of a list; the word is the file extension. */
enum SheetFormat implements Word {
    CSV("text/csv;charset=UTF-8") {
        @Override
        Sheet.Writer open(OutputStream out, String title) throws IOException {
            return new CsvSheetWriter(out);
        }
    },
    ODS(OdsSheetWriter.MEDIA_TYPE) {
        @Override
        Sheet.Writer open(OutputStream out, String title) throws IOException {
            return new OdsSheetWriter(out, title);
        }
    };

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    abstract Sheet.Writer open(OutputStream out, String title) throws IOException;
}

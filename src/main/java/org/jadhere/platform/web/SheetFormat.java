package org.jadhere.platform.web;

import java.io.IOException;
import java.io.OutputStream;

/** The forms in which a list can be taken away. */
enum SheetFormat {
    CSV("text/csv;charset=UTF-8") {
        @Override
        Sheet.Rows open(OutputStream out, String title) throws IOException {
            return new CsvSheetWriter(out);
        }
    },
    ODS(OdsSheetWriter.MEDIA_TYPE) {
        @Override
        Sheet.Rows open(OutputStream out, String title) throws IOException {
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

    abstract Sheet.Rows open(OutputStream out, String title) throws IOException;
}

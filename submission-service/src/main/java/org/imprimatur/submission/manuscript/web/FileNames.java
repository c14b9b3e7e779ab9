package org.imprimatur.submission.manuscript.web;

import java.util.Optional;

/** Names of uploaded files. A browser may send a whole path; a name is only ever shown. */
final class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {}

    static String plain(String sent) {
        String path = Optional.ofNullable(sent).orElse("");
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name;
    }
}

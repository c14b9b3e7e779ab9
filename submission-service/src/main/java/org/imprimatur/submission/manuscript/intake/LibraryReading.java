package org.imprimatur.submission.manuscript.intake;

import org.imprimatur.submission.manuscript.Reading;
import org.springframework.stereotype.Component;

@Component
class LibraryReading implements Reading {

    @Override
    public Result read(String fileName, byte[] content) {
        return null;
    }
}

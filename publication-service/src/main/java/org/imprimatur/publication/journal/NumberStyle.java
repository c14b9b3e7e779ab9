package org.imprimatur.publication.journal;

import org.imprimatur.publication.bibliographic.RomanNumeral;

/** How a journal writes the numbers of volumes or issues. */
public enum NumberStyle {
    ARABIC,
    ROMAN;

    public String label(int number) {
        return this == ROMAN ? new RomanNumeral(number).toString() : Integer.toString(number);
    }
}

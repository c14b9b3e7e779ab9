package org.imprimatur.intake.text;

/**
 * One author of a reference.
 *
 * @param family the family name with its particles ("van der Berg"), or the whole name of an organisation
 * @param initials as written ("F. H."), or ""
 */
public record Author(String family, String initials, boolean organisation) {}

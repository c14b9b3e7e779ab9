package org.imprimatur.standalone;

import org.imprimatur.intake.command.CheckCommand;

/** {@code ./imprimatur check}. */
public final class Check {

    private Check() {}

    public static void main(String[] arguments) {
        System.exit(CheckCommand.run(arguments, System.out, System.err));
    }
}

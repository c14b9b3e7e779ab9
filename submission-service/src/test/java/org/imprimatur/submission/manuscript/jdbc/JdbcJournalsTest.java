package org.imprimatur.submission.manuscript.jdbc;

import org.imprimatur.submission.manuscript.JournalsKnown;
import org.imprimatur.submission.manuscript.JournalsKnownContract;

class JdbcJournalsTest extends JournalsKnownContract {

    @Override
    protected JournalsKnown journals() {
        return Database.journals();
    }
}

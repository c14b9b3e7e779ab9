package org.imprimatur.messaging.work;

import java.util.HashSet;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Remembers, until the current transaction ends, what was done in it and needn't be done again. */
public final class OncePerTransaction {

    /** Whether this comes up for the first time in the current transaction; always, where there is none. */
    public boolean isFirst(String what) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return true;
        }
        for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Remembered remembered && remembered.by() == this) {
                return remembered.done().add(what);
            }
        }
        TransactionSynchronizationManager.registerSynchronization(new Remembered(this, new HashSet<>(Set.of(what))));
        return true;
    }

    private record Remembered(OncePerTransaction by, Set<String> done) implements TransactionSynchronization {}
}

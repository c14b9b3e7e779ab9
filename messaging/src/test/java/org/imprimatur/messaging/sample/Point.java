package org.imprimatur.messaging.sample;

/** Where a process of the sample service can be stopped in its tracks: seen from outside, by what it asks of others. */
public enum Point {
    /** What was said is committed; the relay is about to give it to Kafka. */
    BEFORE_SEND,
    /** Kafka has acknowledged it; the relay hasn't heard yet. */
    AFTER_SEND,
    /** What came is stored, and handled if that is done at once; it is about to be committed. */
    BEFORE_STORE,
    /** What came is stored and committed; its offset is not. */
    AFTER_STORE,
    /** A worker is about to claim what is stored. */
    BEFORE_HANDLE,
    /** The handler has done its work; the worker is about to mark it. */
    BEFORE_MARK,
    /** The mail server has taken the mail; the sender is about to store its answer. */
    BEFORE_ANSWER
}

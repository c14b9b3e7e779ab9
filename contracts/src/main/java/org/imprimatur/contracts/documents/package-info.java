/** The shape of documents that messages name by SHA-256; JSON, kept apart so that they can be dropped. */
package org.imprimatur.contracts.documents;

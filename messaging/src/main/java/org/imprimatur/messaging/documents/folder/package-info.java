/** Documents in a folder that the instances of one service share, and their way between services. */
package org.imprimatur.messaging.documents.folder;

/** The demonstration: a real article taken the whole way by people who use pages and read mails. */
package org.imprimatur.standalone.demo;

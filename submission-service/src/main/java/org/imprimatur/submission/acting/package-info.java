/** Who acts. */
package org.imprimatur.submission.acting;

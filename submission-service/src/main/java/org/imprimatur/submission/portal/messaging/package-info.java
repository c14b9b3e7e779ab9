/** Takes in what the journal says about manuscripts. */
package org.imprimatur.submission.portal.messaging;

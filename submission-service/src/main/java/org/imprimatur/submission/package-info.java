/** Authors: drafts, files, intake, submissions, revisions, withdrawal, the portal. */
package org.imprimatur.submission;

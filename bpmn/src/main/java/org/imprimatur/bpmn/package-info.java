/** The models as files on the class path, and their drawings. Knows no engine. */
package org.imprimatur.bpmn;

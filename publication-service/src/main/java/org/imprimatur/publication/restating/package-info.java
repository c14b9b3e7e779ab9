/** Says again what publication knows, for one who rebuilds what they knew of it. */
package org.imprimatur.publication.restating;

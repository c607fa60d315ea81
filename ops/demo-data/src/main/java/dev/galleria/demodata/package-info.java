/** Writes the demo marketplaces under {@code tenants/} from word lists; the same input gives the same bytes. */
package dev.galleria.demodata;

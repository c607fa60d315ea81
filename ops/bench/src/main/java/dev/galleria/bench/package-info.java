/** Measures the application from outside: makes marketplaces of any size, loads them with clients, and reports ratios. */
package dev.galleria.bench;

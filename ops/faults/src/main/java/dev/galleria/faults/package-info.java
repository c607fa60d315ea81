/** Two nodes, their database and their gateway, broken on purpose while people buy; then the promises are counted. */
package dev.galleria.faults;

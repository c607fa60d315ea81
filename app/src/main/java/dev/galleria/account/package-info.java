/** Who people are: accounts of one marketplace, their roles, addresses and sessions. */
@NullMarked
package dev.galleria.account;

import org.jspecify.annotations.NullMarked;

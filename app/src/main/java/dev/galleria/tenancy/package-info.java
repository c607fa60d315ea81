/** Which tenants there are, where each lives, and which one this is: own schema, own login, own pool. */
@NullMarked
package dev.galleria.tenancy;

import org.jspecify.annotations.NullMarked;

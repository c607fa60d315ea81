/** Host to tenant, language of the request, theme of the page. */
@NullMarked
package dev.galleria.tenancy.web;

import org.jspecify.annotations.NullMarked;

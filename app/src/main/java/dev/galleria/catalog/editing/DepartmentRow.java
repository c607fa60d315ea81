package dev.galleria.catalog.editing;

import dev.galleria.catalog.CategoryId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A department among its siblings, for those who keep the tree.
 *
 * @param parentId the department above; null at the top
 * @param hidden whether it is in no menu and has no page of its own
 * @param children departments directly under it
 * @param products directly in it, shown or not
 */
public record DepartmentRow(
        UUID id,
        @Nullable UUID parentId,
        String slug,
        String title,
        int position,
        boolean hidden,
        int children,
        int products) {

    public CategoryId category() {
        return new CategoryId(id);
    }
}

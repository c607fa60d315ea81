package dev.galleria.account.web;

import dev.galleria.account.Account;
import dev.galleria.account.CurrentAccount;
import dev.galleria.account.CustomerGroup;
import dev.galleria.account.GroupId;
import dev.galleria.account.Groups;
import dev.galleria.account.Role;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The back office's groups of customers, one of them open with its members. */
@Named
@ViewScoped
public class OfficeGroupsView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    Groups groups;

    @Inject
    CurrentAccount current;

    @Inject
    OfficeTexts texts;

    private String group = "";
    private String code = "";
    private String name = "";
    private String email = "";

    /** Anybody but the marketplace's own people is a Problem (FORBIDDEN). */
    public void load() {
        staff();
    }

    public void create() {
        try {
            var id = groups.create(staff(), code, name);
            Faces.redirect("/backoffice/customer-groups?group=%s", id);
        } catch (Problem e) {
            message(e);
        }
    }

    public void delete() {
        groups.delete(staff(), id());
        Faces.redirect("/backoffice/customer-groups");
    }

    public void join() {
        try {
            groups.join(staff(), id(), email);
            email = "";
        } catch (Problem e) {
            message(e);
        }
    }

    public void leave(String member) {
        groups.leave(staff(), member);
    }

    public List<CustomerGroup> getRows() {
        return groups.list();
    }

    /** The open group; null if none is. */
    public @Nullable CustomerGroup getOpen() {
        return Ids.parse(group).map(GroupId::new).flatMap(groups::find).orElse(null);
    }

    public List<String> getMembers() {
        return Optional.ofNullable(getOpen())
                .map(open -> groups.members(staff(), open.id()))
                .orElse(List.of());
    }

    private GroupId id() {
        return Ids.parse(group)
                .map(GroupId::new)
                .orElseThrow(() -> Problem.notFound("account/unknown-group", "not an id"));
    }

    private Account staff() {
        var account = current.require();
        if (!account.is(Role.OWNER) && !account.is(Role.STAFF)) {
            throw Problem.forbidden("account/not-staff", account.id());
        }
        return account;
    }

    private void message(Problem problem) {
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.of(problem), null));
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(@Nullable String group) {
        this.group = group == null ? "" : group;
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code == null ? "" : code;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email == null ? "" : email;
    }
}

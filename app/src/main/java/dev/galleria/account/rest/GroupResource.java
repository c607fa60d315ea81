package dev.galleria.account.rest;

import dev.galleria.account.Account;
import dev.galleria.account.CurrentAccount;
import dev.galleria.account.CustomerGroup;
import dev.galleria.account.GroupId;
import dev.galleria.account.Groups;
import dev.galleria.account.Role;
import dev.galleria.platform.Problem;
import dev.galleria.platform.rest.PublicId;
import dev.galleria.platform.rest.Refusal;
import dev.galleria.platform.rest.Tags;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Groups of customers and who is in them, for the marketplace's own people. */
@Path("v1/customer-groups")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "customer-groups")
@SecurityRequirement(name = "token")
public class GroupResource {
    private static final String PRIVATE = "private, no-cache";

    @Inject
    Groups groups;

    @Inject
    CurrentAccount current;

    /** A group; the code stays as it is. */
    public record NewGroup(String code, String name) {}

    /** A group's new name. */
    public record Name(String name) {}

    /** A group. */
    @Schema(name = "CustomerGroupBody")
    public record Body(String id, String code, String name, int members) {
        private static Body of(CustomerGroup group) {
            return new Body(PublicId.of(group.id()), group.code(), group.name(), group.members());
        }
    }

    /** All groups. */
    @Schema(name = "CustomerGroups")
    public record Page(List<Body> items) {}

    /** Who is in a group. */
    @Schema(name = "GroupMembers")
    public record Members(List<String> emails) {}

    @GET
    @Operation(summary = "Groups of customers by name")
    @APIResponse(
            responseCode = "200",
            description = "As it is",
            content = @Content(schema = @Schema(ref = "CustomerGroups")))
    public Response list(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        staff();
        return Tags.ok(new Page(groups.list().stream().map(Body::of).toList()), ifNoneMatch, PRIVATE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a group; a code that is taken is a 409")
    @APIResponse(
            responseCode = "201",
            description = "As it is kept",
            content = @Content(schema = @Schema(ref = "CustomerGroupBody")))
    public Response create(NewGroup input) {
        var id = groups.create(staff(), input.code(), input.name());
        var body = Body.of(groups.find(id).orElseThrow());
        return Response.created(URI.create("/api/v1/customer-groups/" + body.id()))
                .entity(body)
                .build();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Gives the group another name")
    @APIResponse(responseCode = "204", description = "Renamed")
    public void rename(@PathParam("id") String text, Name input) {
        groups.rename(staff(), id(text), input.name());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Ends the group; its members are in none then")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("id") String text) {
        groups.delete(staff(), id(text));
    }

    @GET
    @Path("{id}/members")
    @Operation(summary = "E-mail addresses of those in the group, the first 500")
    @APIResponse(
            responseCode = "200",
            description = "As it is",
            content = @Content(schema = @Schema(ref = "GroupMembers")))
    public Response members(@PathParam("id") String text) {
        return Tags.ok(new Members(groups.members(staff(), id(text))), null, PRIVATE);
    }

    @PUT
    @Path("{id}/members/{email}")
    @Operation(summary = "Puts the account into the group, out of any other. Repeating changes nothing")
    @APIResponse(responseCode = "204", description = "It is in the group")
    public void join(@PathParam("id") String text, @PathParam("email") String email) {
        groups.join(staff(), id(text), email);
    }

    @DELETE
    @Path("{id}/members/{email}")
    @Operation(summary = "Takes the account out of the group. Repeating changes nothing")
    @APIResponse(responseCode = "204", description = "It is not in the group")
    public void leave(@PathParam("id") String text, @PathParam("email") String email) {
        var by = staff();
        if (groups.members(by, id(text)).contains(email)) {
            groups.leave(by, email);
        }
    }

    /** Without a token 401; anybody else than the marketplace's people is a Problem (FORBIDDEN). */
    private Account staff() {
        var account =
                current.find().orElseThrow(() -> Refusal.unauthenticated("Send a token: Authorization: Bearer …"));
        if (!account.is(Role.OWNER) && !account.is(Role.STAFF)) {
            throw Problem.forbidden("account/not-staff", account.id());
        }
        return account;
    }

    private static GroupId id(String text) {
        return PublicId.require(text, GroupId.class, GroupId::new);
    }
}

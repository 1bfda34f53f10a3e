using Community.Groups;
using Community.Platform;
using FunctionsApp.Groups.Staff;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Groups;

/// <summary>The response to an edit, and the actions that the function performs before it responds.</summary>
public sealed record GroupEditResponse(IResult Response, IReadOnlyList<DurableAction> Actions);

/// <summary>Edits groups.</summary>
public sealed class GroupEditor(
    GroupStore groups, StaffStore staff, IGroupTextCheck texts, IGroupChanges changes, TimeProvider clock)
{
    /// <summary>200 with the group after the edit; 404, 400 with the field, or 409 with the reason.</summary>
    public async Task<GroupEditResponse> EditAsync(string groupId, EditGroupRequest request)
    {
        if (await groups.FindAsync(groupId) is not { Value: var before })
            return new(GroupEndpoints.NotFound(groupId), DurableAction.None);
        if ((NameFault(before, request.Name) ?? await staff.OwnerFaultAsync(request.Owner.Value)) is { } fault)
            return new(Problems.From(fault), DurableAction.None);
        var decided = (await groups.ChangeAsync(groupId, request.ToCommand(clock.GetUtcNow())))!;
        if (decided.Events is [GroupEvent.Refused refused])
            return new(Problems.From(refused.Refusal), DurableAction.None);
        // A repeat follows up again, because the first request may have failed before it did.
        if (request.Owner.IsPresent) await changes.FollowOwnerAsync(decided.After);
        var changesPlaces = request.Capacity.IsPresent || request.JoinUrl.IsPresent;
        var actions = changesPlaces ? await changes.FollowPlacesAsync(decided.After) : DurableAction.None;
        return new(ApiJson.Json(GroupView.From(decided.After)), actions);
    }

    // The welcome names the group and must still fit into one message.
    Refusal? NameFault(Group group, Optional<string?> name) =>
        name.HasValue && texts.Check(group with { Name = name.Value! }) is { } tooLong
            ? tooLong with { Field = "name" }
            : null;
}

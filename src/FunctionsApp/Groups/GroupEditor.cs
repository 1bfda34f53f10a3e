using Community.Groups;
using Community.Platform;
using FunctionsApp.Groups.Staff;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Groups;

/// <summary>
/// The group after an edit and the actions that the function performs before it responds, or the problem.
/// </summary>
public sealed record GroupEditResult(Group? Group, IResult? Problem, IReadOnlyList<DurableAction> Actions)
{
    public static GroupEditResult Refuse(IResult problem) => new(Group: null, problem, DurableAction.None);
}

/// <summary>Edits groups.</summary>
public sealed class GroupEditor(
    GroupStore groups, StaffStore staff, IGroupTextCheck texts, IGroupChanges changes, TimeProvider clock)
{
    /// <summary>The group after the edit, or the problem: 404, 400 with the field, or 409 with the reason.</summary>
    public async Task<GroupEditResult> EditAsync(
        string groupId, EditGroupRequest request, ExpectedVersion? expected)
    {
        if (await groups.FindAsync(groupId) is not { Value: var before })
            return GroupEditResult.Refuse(GroupEndpoints.NotFound(groupId));
        var command = request.ToCommand(clock.GetUtcNow());
        if ((TextFault(before, command.Fields) ?? await StaffFaultAsync(command.Fields)) is { } fault)
            return GroupEditResult.Refuse(Problems.From(fault));
        var decided = (await groups.ChangeAsync(groupId, command, expected))!;
        if (decided.Events is [GroupEvent.Refused refused])
            return GroupEditResult.Refuse(Problems.From(refused.Refusal));
        // A repeat follows up again, because the first request may have failed before it did.
        if (request.Owner.IsPresent) await changes.FollowOwnerAsync(decided.After);
        if (ChangesTexts(command.Fields)) await changes.FollowTextsAsync(decided.After);
        var changesPlaces = request.Capacity.IsPresent || request.JoinUrl.IsPresent;
        var actions = changesPlaces ? await changes.FollowPlacesAsync(decided.After) : DurableAction.None;
        return new(decided.After, Problem: null, actions);
    }

    // The onboarding texts name the group and its charter, and must still fit into one message.
    Refusal? TextFault(Group group, GroupEdit edit)
    {
        if (!ChangesTexts(edit)) return null;
        var fault = texts.Check(group with
        {
            Name = edit.NameOf(group),
            Charter = edit.CharterOf(group),
            Texts = edit.TextsOf(group),
        });
        if (fault is null || edit.Charter.IsPresent || edit.Texts.IsPresent) return fault;
        return fault with { Field = edit.Naming.IsPresent ? "naming" : "name" };
    }

    async Task<Refusal?> StaffFaultAsync(GroupEdit edit) =>
        await staff.OwnerFaultAsync(edit.Owner.Value)
        ?? await staff.DeputyFaultAsync(edit.Charter.Value?.Deputies.Value ?? []);

    static bool ChangesTexts(GroupEdit edit) =>
        edit.Name.IsPresent || edit.Naming.IsPresent || edit.Charter.IsPresent || edit.Texts.IsPresent;
}

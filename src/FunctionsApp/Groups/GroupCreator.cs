using Community.Groups;
using Community.Platform;
using FunctionsApp.Groups.Staff;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Groups;

/// <summary>Creates groups whose owner exists, whose messages fit and whose deadline is still to come.</summary>
public sealed class GroupCreator(
    GroupStore groups, StaffStore staff, ICharterDeadlines deadlines, IGroupTextCheck texts, TimeProvider clock)
{
    /// <summary>The new group, the group that has the id, or the fault of the request.</summary>
    public async Task<CreationResult<Group>> CreateAsync(
        CreationRequest<CreateGroupRequest> request, DurableTaskClient durable)
    {
        var group = request.Body.ToGroup(request.Id, clock.GetUtcNow());
        return await CreateAsync(group, request.Fingerprint, durable);
    }

    /// <summary>The same for a group that is not made from a request alone.</summary>
    public async Task<CreationResult<Group>> CreateAsync(Group group, string fingerprint, DurableTaskClient durable)
    {
        // A repeat is answered even after the charter has ended.
        var existing = await groups.FindAsync(group.Id);
        if (existing is null && await FaultAsync(group) is { } fault)
            return CreationResult.Refuse<Group>(Problems.From(fault));
        await durable.PerformAsync(deadlines.Start(group, existing?.Value.CreatedAt ?? group.CreatedAt));
        var created = await groups.CreateAsync(group, fingerprint);
        await durable.PerformAsync(deadlines.Notify(group));
        return CreationResult.From(created);
    }

    /// <summary>The first fault of a new group without a look at its owner; null when there is none.</summary>
    public Refusal? FindOwnFault(Group group) => GroupRules.CreationFault(group) ?? texts.Check(group);

    async Task<Refusal?> FaultAsync(Group group) =>
        FindOwnFault(group)
        ?? await staff.OwnerFaultAsync(group.Owner)
        ?? await staff.DeputyFaultAsync(group.Charter.Deputies);
}

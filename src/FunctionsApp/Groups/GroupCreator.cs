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
        // A repeat is answered even after the charter has ended.
        var existing = await groups.FindAsync(group.Id);
        if (existing is null && await FaultAsync(group) is { } fault)
            return CreationResult.Refuse<Group>(Problems.From(fault));
        await durable.PerformAsync(deadlines.Start(group, existing?.Value.CreatedAt ?? group.CreatedAt));
        var created = await groups.CreateAsync(group, request.Fingerprint);
        await durable.PerformAsync(deadlines.Notify(group));
        return CreationResult.From(created);
    }

    async Task<Refusal?> FaultAsync(Group group) =>
        GroupRules.CreationFault(group) ?? texts.Check(group) ?? await staff.OwnerFaultAsync(group.Owner);
}

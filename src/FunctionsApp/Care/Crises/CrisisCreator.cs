using Community.Care.Crises;
using Community.Groups;
using Community.Platform;
using FunctionsApp.Groups;
using FunctionsApp.Groups.Staff;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Care.Crises;

/// <summary>Opens crises of live groups that have an owner.</summary>
public sealed class CrisisCreator(
    CrisisStore crises, CrisisService service, GroupStore groups, StaffStore staff, TimeProvider clock)
{
    /// <summary>The new crisis, the crisis that has the id, or the fault of the request.</summary>
    public async Task<CreationResult<Crisis>> CreateAsync(CreationRequest<OpenCrisisRequest> request)
    {
        // A repeat is answered even after a group was dissolved.
        if (await crises.FindAsync(request.Id) is { } stored) return CreationResult.From((IsNew: false, stored));
        var concerned = await ReadGroupsAsync(request.Body.GroupIds!);
        if (FindFault(request.Body.GroupIds!, concerned) is { } fault)
            return CreationResult.Refuse<Crisis>(Problems.From(fault));
        if (await staff.OwnerFaultAsync(request.Body.Owner) is { } unknown)
            return CreationResult.Refuse<Crisis>(Problems.From(unknown));
        var owner = request.Body.Owner ?? concerned.Select(group => group!.Owner).FirstOrDefault(id => id is not null);
        if (owner is null) return CreationResult.Refuse<Crisis>(Problems.From(NoOwner));
        var crisis = request.Body.ToCrisis(request.Id, owner, clock.GetUtcNow());
        return CreationResult.From(await service.OpenAsync(crisis, request.Fingerprint));
    }

    static Refusal NoOwner => Refusal.Conflict(
        ConflictKind.Incomplete, "no group of the crisis has an owner, so the field owner must name one");

    Task<Group?[]> ReadGroupsAsync(IReadOnlyList<string> ids) => Task.WhenAll(ids.Select(groups.LookUpAsync));

    static Refusal? FindFault(IReadOnlyList<string> ids, Group?[] concerned)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            var field = $"groupIds[{i}]";
            if (concerned[i] is null) return Refusal.Invalid(field, $"there is no group {ids[i]}.");
            if (!concerned[i]!.IsAlive) return Refusal.Invalid(field, $"the group {ids[i]} is dissolved.");
        }

        return null;
    }
}

using Community.Care.Promises;
using Community.Groups;
using Community.Platform;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Care.Promises;

/// <summary>Makes promises to delivery groups, within the end of their charters.</summary>
public sealed class PromiseCreator(
    PromiseStore promises, PromiseService service, GroupStore groups, TimeProvider clock)
{
    /// <summary>The new promise, the promise that has the id, or the fault of the request.</summary>
    public async Task<CreationResult<Promise>> CreateAsync(
        CreationRequest<CreatePromiseRequest> request, string pageBase)
    {
        // A repeat is answered even after its units are due.
        if (await promises.FindAsync(request.Id) is { } stored) return CreationResult.From((IsNew: false, stored));
        var promise = request.Body.ToPromise(request.Id, pageBase, clock.GetUtcNow());
        if (FindFault(promise, await groups.LookUpAsync(promise.GroupId)) is { } fault)
            return CreationResult.Refuse<Promise>(Problems.From(fault));
        return CreationResult.From(await service.CreateAsync(promise, request.Fingerprint));
    }

    static Refusal? FindFault(Promise promise, Group? group) => group switch
    {
        null => Refusal.Invalid("groupId", $"there is no group {promise.GroupId}"),
        { IsAlive: false } => Refusal.Invalid("groupId", $"the group {group.Id} is dissolved"),
        { Kind: not GroupKind.Delivery } => Refusal.Invalid("groupId", $"the group {group.Id} is no delivery group"),
        _ => promise.Units.Select(unit => FindFault(promise, unit, group)).FirstOrDefault(fault => fault is not null),
    };

    static Refusal? FindFault(Promise promise, PromisedUnit unit, Group group)
    {
        var field = $"units[{unit.Number - 1}].dueAt";
        if (unit.DueAt <= promise.CreatedAt) return Refusal.Invalid(field, "must be in the future");
        if (unit.DueAt - promise.CreatedAt > Promise.MaxAhead)
            return Refusal.Invalid(field, "must be within five years");
        return unit.DueAt > group.Charter.EndsAt
            ? Refusal.Invalid(field, $"must not be after the end of the group's charter, {group.Charter.EndsAt:O}")
            : null;
    }
}

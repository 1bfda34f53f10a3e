using Community.Platform;
using Community.Pushes.Plans;

namespace FunctionsApp.Pushes.Plans;

/// <summary>
/// The body of <c>POST /api/push-plans</c>. The plan applies to the groups that it names, to those of the kinds and to
/// those with one of the tags. <c>startsOn</c> is a local date, today by default.
/// </summary>
public record CreatePushPlanRequest(
    string? Id,
    string? Name,
    IReadOnlyList<string>? GroupIds,
    IReadOnlyList<string>? Kinds,
    IReadOnlyList<string>? Tags,
    IReadOnlyList<PushSlotBody>? Slots,
    DateOnly? StartsOn = null)
{
    public PushPlan ToPlan(string id, DateOnly today, DateTimeOffset now) => new(
        id,
        Name!,
        PushPlanFieldRules.ToAudience(GroupIds, Kinds, Tags),
        [.. Slots!.Select(slot => slot.ToSlot())],
        StartsOn ?? today,
        now);
}

/// <summary>
/// The body of <c>PATCH /api/push-plans/{id}</c>. Absent fields do not change; <c>slots</c> lists all slots. What was
/// not sent yet follows the edit.
/// </summary>
public sealed record EditPushPlanRequest(
    string? By,
    string? Reason = null,
    Optional<string?> Name = default,
    Optional<IReadOnlyList<string>?> GroupIds = default,
    Optional<IReadOnlyList<string>?> Kinds = default,
    Optional<IReadOnlyList<string>?> Tags = default,
    Optional<IReadOnlyList<PushSlotBody>?> Slots = default)
{
    public PushPlanCommand.Edit ToCommand(PushPlan plan, DateTimeOffset now) => new(
        Name.Value,
        GroupIds.IsPresent || Kinds.IsPresent || Tags.IsPresent ? AudienceAfter(plan.Audience) : null,
        Slots.HasValue ? [.. Slots.Value!.Select(slot => slot.ToSlot())] : null,
        By!,
        Reason,
        now);

    PushAudience AudienceAfter(PushAudience before)
    {
        var given = PushPlanFieldRules.ToAudience(GroupIds.Value, Kinds.Value, Tags.Value);
        return new PushAudience(
            GroupIds.IsPresent ? given.GroupIds : before.GroupIds,
            Kinds.IsPresent ? given.Kinds : before.Kinds,
            Tags.IsPresent ? given.Tags : before.Tags);
    }
}

/// <summary>
/// The body of <c>POST /api/push-plans/{id}/copy</c>: the fields that differ from the plan that is copied.
/// </summary>
public sealed record CopyPushPlanRequest(
    string? Id,
    string? Name = null,
    IReadOnlyList<string>? GroupIds = null,
    IReadOnlyList<string>? Kinds = null,
    IReadOnlyList<string>? Tags = null,
    DateOnly? StartsOn = null)
{
    public PushPlan ToPlan(PushPlan source, string id, DateOnly today, DateTimeOffset now) => new(
        id,
        Name ?? source.Name,
        PushPlanFieldRules.ToAudience(GroupIds, Kinds, Tags),
        source.Slots,
        StartsOn ?? today,
        now);
}

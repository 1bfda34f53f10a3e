using Community.Groups;
using Community.Pushes.Plans;
using FunctionsApp.Messaging.Channels;

namespace FunctionsApp.Pushes.Plans;

/// <summary>
/// A push plan in HTTP responses. <c>nextAt</c> is the instant of its next push in the groups that it names; null when
/// there is none, or when it names no group.
/// </summary>
public sealed record PushPlanView(
    string Id,
    string Name,
    IReadOnlyList<string> GroupIds,
    IReadOnlyList<GroupKind> Kinds,
    IReadOnlyList<string> Tags,
    IReadOnlyList<PushSlotBody> Slots,
    DateOnly StartsOn,
    PushPlanState State,
    DateTimeOffset CreatedAt,
    DateTimeOffset? NextAt,
    IReadOnlyList<PushPlanChange> Changes)
{
    /// <summary>Who sends the pushes on the channel; null in lists.</summary>
    public IReadOnlyList<ChannelActionView>? Channel { get; init; }

    public static PushPlanView From(PushPlan plan, DateTimeOffset? nextAt) => new(
        plan.Id,
        plan.Name,
        plan.Audience.GroupIds,
        plan.Audience.Kinds,
        plan.Audience.Tags,
        [.. plan.Slots.Select(PushSlotBody.From)],
        plan.StartsOn,
        plan.State,
        plan.CreatedAt,
        nextAt,
        plan.Changes);
}

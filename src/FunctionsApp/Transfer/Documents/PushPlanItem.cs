using System.Text.Json.Serialization;
using Community.Pushes.Plans;
using FunctionsApp.Pushes.Plans;

namespace FunctionsApp.Transfer.Documents;

/// <summary>A push plan; <c>paused</c> true skips its pushes.</summary>
public sealed record PushPlanItem(
    string? Id,
    string? Name,
    IReadOnlyList<string>? GroupIds,
    IReadOnlyList<string>? Kinds,
    IReadOnlyList<string>? Tags,
    IReadOnlyList<PushSlotBody>? Slots,
    DateOnly? StartsOn = null,
    [property: JsonPropertyOrder(1)] bool? Paused = null)
    : CreatePushPlanRequest(Id, Name, GroupIds, Kinds, Tags, Slots, StartsOn)
{
    public static PushPlanItem From(PushPlan plan) => new(
        plan.Id,
        plan.Name,
        plan.Audience.GroupIds,
        [.. plan.Audience.Kinds.Select(kind => kind.ToString())],
        plan.Audience.Tags,
        [.. plan.Slots.Select(From)],
        plan.StartsOn,
        plan.State is PushPlanState.Paused);

    /// <summary>The plan as it would be stored now.</summary>
    public PushPlan ToPlannedPlan(DateOnly today, DateTimeOffset now) => ToPlan(Id!, today, now) with
    {
        State = Paused is true ? PushPlanState.Paused : PushPlanState.Active,
    };

    static PushSlotBody From(PushSlot slot)
    {
        var body = PushSlotBody.From(slot);
        return body with { At = body.At! with { Instant = body.At.Instant?.ToUniversalTime() } };
    }
}

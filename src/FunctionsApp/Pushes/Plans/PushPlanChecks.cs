using Community.Groups;
using Community.Platform;
using Community.Pushes.Plans;
using FunctionsApp.Content.Library;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.Calendars;

namespace FunctionsApp.Pushes.Plans;

/// <summary>Checks a plan against its groups, items, named instants and the other plans.</summary>
public sealed class PushPlanChecks(
    GroupStore groups, ContentStore contents, ScheduleContextReader contexts, BrandTime brandTime)
{
    readonly PushPlanReferences stored = new(
        groups.LookUpAsync, async id => await contents.FindAsync(id) is not null, contexts.FindAsync);

    /// <summary>The first fault; null when the plan may be stored.</summary>
    public Task<Refusal?> FindFaultAsync(PushPlan plan, PushBoard board) => FindFaultAsync(plan, board, stored);

    /// <summary>The same for a plan that names other things than those which are stored.</summary>
    public async Task<Refusal?> FindFaultAsync(PushPlan plan, PushBoard board, PushPlanReferences references)
    {
        if (plan.Audience is { IsOpenEnded: false, GroupIds: [] })
            return Refusal.Invalid("groupIds", "must name a group, or kinds or tags must name some");
        for (var i = 0; i < plan.Slots.Count; i++)
        {
            if (await FindFaultAsync(plan.Slots[i], plan.StartsOn, references) is { } fault)
                return fault with { Field = $"slots[{i}].{fault.Field}" };
        }

        foreach (var id in plan.Audience.GroupIds)
        {
            if (await FindFaultAsync(id, plan, references) is { } fault) return fault;
        }

        return PushPlanRules.FindOverlap(plan, board.Plans);
    }

    async Task<Refusal?> FindFaultAsync(PushSlot slot, DateOnly startsOn, PushPlanReferences references)
    {
        if (TriggerRules.Check(slot.At, slot.Holiday, startsOn, brandTime.Zone) is { } fault) return fault;
        if (slot.At is PushTrigger.Relative relative && await references.FindInstant(relative.Reference) is null)
            return Refusal.Invalid("at", "names no campaign or conversion that exists");
        return slot.ContentId is { } id && !await references.HasContent(id)
            ? Refusal.Invalid("content", $"there is no item {id}")
            : null;
    }

    async Task<Refusal?> FindFaultAsync(string groupId, PushPlan plan, PushPlanReferences references)
    {
        if (await references.Groups(groupId) is not { } group)
            return Refusal.Invalid("groupIds", $"there is no group {groupId}");
        if (group.Kind is GroupKind.Flash)
            return Refusal.Invalid("groupIds", $"{groupId} is a flash group, whose sale has its waves");
        var read = await contexts.ReadAsync(group, [plan], references.FindInstant);
        var context = read with { PlanStart = plan.StartsOn };
        for (var i = 0; i < plan.Slots.Count; i++)
        {
            if (TriggerRules.CheckGroup(plan.Slots[i].At, context) is { } fault)
                return fault with { Field = $"slots[{i}].{fault.Field}" };
        }

        return null;
    }
}

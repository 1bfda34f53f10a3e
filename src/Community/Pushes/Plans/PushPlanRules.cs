using System.Diagnostics;
using Community.Platform;
using Community.Pushes.Draws;

namespace Community.Pushes.Plans;

/// <summary>A command of a person, who is named in the history of the plan.</summary>
public abstract record PushPlanCommand(string By, string? Reason, DateTimeOffset At)
{
    /// <summary>Replaces what is not null.</summary>
    public sealed record Edit(
        string? Name,
        PushAudience? Audience,
        IReadOnlyList<PushSlot>? Slots,
        string By,
        string? Reason,
        DateTimeOffset At)
        : PushPlanCommand(By, Reason, At);

    public sealed record Pause(string By, string? Reason, DateTimeOffset At) : PushPlanCommand(By, Reason, At);

    public sealed record Resume(string By, string? Reason, DateTimeOffset At) : PushPlanCommand(By, Reason, At);
}

public abstract record PushPlanEvent
{
    PushPlanEvent()
    {
    }

    public sealed record Edited(string Name, PushAudience Audience, IReadOnlyList<PushSlot> Slots) : PushPlanEvent;

    public sealed record Paused : PushPlanEvent;

    public sealed record Resumed : PushPlanEvent;

    public sealed record ChangeRecorded(PushPlanChange Change) : PushPlanEvent;
}

public static class PushPlanRules
{
    public const int MaxSlots = 50;

    public const int MaxChanges = 50;

    /// <summary>No events for a repeat.</summary>
    public static IReadOnlyList<PushPlanEvent> Decide(PushPlanCommand command, PushPlan plan) => command switch
    {
        PushPlanCommand.Edit edit => Edit(edit, plan),
        PushPlanCommand.Pause when plan.State is PushPlanState.Paused => [],
        PushPlanCommand.Pause => [new PushPlanEvent.Paused(), Record(command, PushPlanAction.Pause)],
        PushPlanCommand.Resume when plan.State is PushPlanState.Active => [],
        PushPlanCommand.Resume => [new PushPlanEvent.Resumed(), Record(command, PushPlanAction.Resume)],
        _ => throw new UnreachableException(),
    };

    public static PushPlan Evolve(PushPlan plan, PushPlanEvent happened) => happened switch
    {
        PushPlanEvent.Edited edited => plan with
        {
            Name = edited.Name,
            Audience = edited.Audience,
            Slots = edited.Slots,
        },
        PushPlanEvent.Paused => plan with { State = PushPlanState.Paused },
        PushPlanEvent.Resumed => plan with { State = PushPlanState.Active },
        PushPlanEvent.ChangeRecorded recorded => plan with
        {
            Changes = [.. plan.Changes.TakeLast(MaxChanges - 1), recorded.Change],
        },
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// The fault of a plan that brings an item which another plan brings to the same groups; null when there is none.
    /// The reuse interval would skip one of the two each time.
    /// </summary>
    public static Refusal? FindOverlap(PushPlan plan, IEnumerable<PushPlan> others)
    {
        foreach (var other in others)
        {
            if (other.Id == plan.Id || !other.Audience.MayOverlap(plan.Audience)) continue;
            var shared = plan.Slots.FirstOrDefault(slot => Brings(other, slot.ContentId));
            if (shared is not null)
            {
                return Refusal.Conflict(
                    ConflictKind.InUse, $"the plan {other.Id} brings {shared.ContentId} to the same groups");
            }
        }

        return null;
    }

    static bool Brings(PushPlan plan, string? contentId) =>
        contentId is not null && plan.Slots.Any(slot => slot.ContentId == contentId);

    static IReadOnlyList<PushPlanEvent> Edit(PushPlanCommand.Edit edit, PushPlan plan)
    {
        var name = edit.Name ?? plan.Name;
        var (audience, slots) = (edit.Audience ?? plan.Audience, edit.Slots ?? plan.Slots);
        var isSame = name == plan.Name
            && audience.IsSameAs(plan.Audience)
            && slots.SequenceEqual(plan.Slots, PushSlotComparer.Instance);
        return isSame
            ? []
            : [new PushPlanEvent.Edited(name, audience, slots), Record(edit, PushPlanAction.Edit)];
    }

    static PushPlanEvent.ChangeRecorded Record(PushPlanCommand command, PushPlanAction action) =>
        new(new PushPlanChange(command.At, command.By, action, command.Reason));

    // Records compare the tags of a draw by reference.
    sealed class PushSlotComparer : IEqualityComparer<PushSlot>
    {
        public static readonly PushSlotComparer Instance = new();

        public bool Equals(PushSlot? x, PushSlot? y) =>
            x is not null
            && y is not null
            && x with { Draw = null } == y with { Draw = null }
            && AreSame(x.Draw, y.Draw);

        public int GetHashCode(PushSlot slot) => slot.Id.GetHashCode(StringComparison.Ordinal);

        static bool AreSame(ContentDraw? x, ContentDraw? y) =>
            x?.Kind == y?.Kind && (x?.Tags ?? []).SequenceEqual(y?.Tags ?? [], StringComparer.Ordinal);
    }
}

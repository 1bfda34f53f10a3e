using Community.Platform;
using Community.Pushes.Guards;

namespace Community.Pushes.Occurrences;

/// <summary>Stored by name.</summary>
public enum PushAction
{
    Hold,
    Release,
    Skip,
    Confirm,
    MarkRecalled,
    SendNow,
    Move,
    Replace,
}

/// <summary>
/// What a person did with a push. <paramref name="Detail"/> is the new instant, the new item or the correction.
/// </summary>
public sealed record PushChange(DateTimeOffset At, string By, PushAction Action, string? Reason, string? Detail)
{
    public IReadOnlyList<PushGuard> Overrides { get; init; } = [];
}

public abstract record PushEvent
{
    PushEvent()
    {
    }

    public sealed record ContentSet(string ContentId) : PushEvent;

    public sealed record Postponed(DateTimeOffset Until, PushGuard? Guard) : PushEvent;

    public sealed record ContentRequested(string TaskId) : PushEvent;

    public sealed record Reminded(DateTimeOffset At) : PushEvent;

    public sealed record TookOver(string ContentId) : PushEvent;

    public sealed record Held : PushEvent;

    public sealed record Released : PushEvent;

    public sealed record SendingRequested(DateTimeOffset At) : PushEvent;

    public sealed record Moved(DateTimeOffset To) : PushEvent;

    public sealed record ContentReplaced(string ContentId) : PushEvent;

    public sealed record GuardsOverridden(PushOverride Override) : PushEvent;

    public sealed record Queued(string DeliveryKey, int? Variant = null) : PushEvent;

    public sealed record HandedToStaff : PushEvent;

    public sealed record Sent(DateTimeOffset At, bool IsLate) : PushEvent;

    public sealed record Missed : PushEvent;

    public sealed record Failed(string? Reason) : PushEvent;

    public sealed record Skipped(PushSkip Skip) : PushEvent;

    public sealed record Recalled(PushRecall Recall) : PushEvent;

    public sealed record ChangeRecorded(PushChange Change) : PushEvent;

    public sealed record Refused(Refusal Refusal) : PushEvent;
}

using System.Text.Json.Serialization;
using Community.Pushes.Guards;

namespace Community.Pushes.Occurrences;

/// <summary>The states of a push (推送). The last four are final.</summary>
public enum PushState
{
    Planned,
    Held,

    /// <summary>Its delivery is in the ledger.</summary>
    Queued,

    AwaitingStaff,
    Sent,

    /// <summary>No person confirmed it in time, or the app did not run.</summary>
    Missed,

    Failed,
    Skipped,
}

/// <summary>Why a push is not sent. Stored by name.</summary>
public enum PushSkipCause
{
    Guard,
    Operator,

    /// <summary>Held until it was too late.</summary>
    Held,

    /// <summary>The draw found no item.</summary>
    NoContent,

    /// <summary>The item is not approved, not valid at the time, or not compliant.</summary>
    ContentNotValid,

    /// <summary>The holidays of its year are not known, and its slot asks for them.</summary>
    HolidaysUnknown,

    /// <summary>The plan no longer contains it.</summary>
    PlanChanged,

    /// <summary>The app did not run when it was due.</summary>
    Downtime,

    /// <summary>Its text is part of the next push.</summary>
    MergedIntoNext,

    /// <summary>The ledger skipped its delivery.</summary>
    Delivery,
}

/// <summary><paramref name="Guard"/> is null for other causes. <paramref name="Reason"/> is for operators.</summary>
public sealed record PushSkip(PushSkipCause Cause, string? Reason, PushGuard? Guard = null)
{
    public static PushSkip From(PushDecision.Skip skip) => new(PushSkipCause.Guard, skip.Reason, skip.By);
}

/// <summary>
/// Staff took the message back by hand. <paramref name="CorrectionId"/> is the push that corrects it; null without one.
/// </summary>
public sealed record PushRecall(string By, string? Reason, DateTimeOffset At, string? CorrectionId);

/// <summary>
/// One occurrence of a slot in a group. <paramref name="PlannedAt"/> is the instant of its identity and never changes;
/// <paramref name="DueAt"/> is the instant after moves. It may be sent until <paramref name="Lateness"/> after that.
/// <paramref name="ContentId"/> is null until it is drawn.
/// </summary>
public sealed record Push(
    string Id,
    string PlanId,
    string SlotId,
    string GroupId,
    DateTimeOffset PlannedAt,
    DateTimeOffset DueAt,
    TimeSpan Lateness,
    string? ContentId,
    PushState State = PushState.Planned)
{
    /// <summary>The instant to which guards postponed it; null when they did not.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>
    /// True when an operator wants it sent at once, whatever <see cref="DueAt"/> a wrong clock wrote.
    /// </summary>
    public bool IsSendNow { get; init; }

    /// <summary>True when an operator sends it now, moved it or replaced its content.</summary>
    public bool PassesWindow { get; init; }

    /// <summary>The guards that persons override for the instant at which it is due now.</summary>
    public PushOverride? Override { get; init; }

    /// <summary>The items of missed pushes, whose texts come before its own.</summary>
    public IReadOnlyList<string> TakenOver { get; init; } = [];

    /// <summary>The staff task that asks for an item which can be sent; null when none was needed.</summary>
    public string? ContentTaskId { get; init; }

    /// <summary>
    /// The instant at which its owner was reminded to send it; null before that, and after it was moved.
    /// </summary>
    public DateTimeOffset? RemindedAt { get; init; }

    public string? DeliveryKey { get; init; }

    /// <summary>The number of the item's text, from 1; null until it is queued.</summary>
    public int? Variant { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Null unless it was sent.</summary>
    public bool? IsLate { get; init; }

    public PushSkip? Skip { get; init; }

    public string? FailureReason { get; init; }

    public PushRecall? Recall { get; init; }

    /// <summary>
    /// What persons did with it, oldest first; at most a few more than <see cref="PushRules.MaxChanges"/>.
    /// </summary>
    public IReadOnlyList<PushChange> Changes { get; init; } = [];

    [JsonIgnore]
    public bool IsOver => State >= PushState.Sent;

    /// <summary>True while operators and plans may still change it.</summary>
    [JsonIgnore]
    public bool IsOpen => State is PushState.Planned or PushState.Held;

    /// <summary>The instant at which it is to be sent, after moves and guards.</summary>
    [JsonIgnore]
    public DateTimeOffset StartsAt => NotBefore > DueAt ? NotBefore.Value : DueAt;

    /// <summary>The last instant at which it may be sent.</summary>
    [JsonIgnore]
    public DateTimeOffset LatestAt => DueAt + Lateness;

    /// <summary>
    /// The instant from which it is too late to confirm it. A person has the lateness for it, and at least
    /// <see cref="PushRules.OnTimeLimit"/>, from the instant at which guards let it be sent.
    /// </summary>
    [JsonIgnore]
    public DateTimeOffset EndsAt =>
        StartsAt + (Lateness > PushRules.OnTimeLimit ? Lateness : PushRules.OnTimeLimit);
}

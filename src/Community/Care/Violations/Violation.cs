using System.Text.Json.Serialization;

namespace Community.Care.Violations;

public enum ViolationKind
{
    /// <summary>广告.</summary>
    Advertisement,

    /// <summary>辱骂.</summary>
    Abuse,

    /// <summary>诈骗.</summary>
    Fraud,

    Other,
}

/// <summary>What a violation leads to. A person carries it out; nothing is sent to the member.</summary>
public enum ViolationMeasure
{
    /// <summary>提醒.</summary>
    Warning,

    /// <summary>红包: the member gives a red packet to the group.</summary>
    RedPacket,

    /// <summary>移出群.</summary>
    Removal,
}

public enum ViolationState
{
    /// <summary>The member is warned, as after a first violation that staff saw.</summary>
    Warned,

    /// <summary>A person decides whether the measure follows.</summary>
    Proposed,

    /// <summary>A person decided that the measure follows.</summary>
    Upheld,

    /// <summary>The member objects, so that a person decides again.</summary>
    Appealed,

    /// <summary>It was no violation. It never counts.</summary>
    Dismissed,
}

public enum ViolationStep
{
    Reported,

    /// <summary>The member posted something like it again before the decision.</summary>
    Repeated,

    Appealed,

    Upheld,

    Dismissed,
}

/// <summary>
/// One step of a violation. <paramref name="Text"/> is the evidence, the objection or the reason;
/// <paramref name="Measure"/> is set for <see cref="ViolationStep.Upheld"/> only.
/// </summary>
public sealed record ViolationEntry(
    DateTimeOffset At, string By, ViolationStep What, string Text, ViolationMeasure? Measure = null);

/// <summary>
/// A member broke a rule of the group. <paramref name="Measure"/> is the one that is proposed, or the one of the latest
/// decision. The history begins with the report.
/// </summary>
public sealed record Violation(
    string Id,
    string GroupId,
    string MemberId,
    ViolationKind Kind,
    ViolationState State,
    ViolationMeasure Measure,
    IReadOnlyList<ViolationEntry> History)
{
    /// <summary>Who reports what the channel heard.</summary>
    public const string Channel = "channel";

    /// <summary>
    /// The time for which a violation counts from its latest decision, or from the warning: half a year, the choice of
    /// this product.
    /// </summary>
    public static readonly TimeSpan CountsFor = TimeSpan.FromDays(180);

    /// <summary>True for a message that the channel reported and no person saw.</summary>
    public bool IsHeard { get; init; }

    /// <summary>The measure that the charter names; null when it names none.</summary>
    public ViolationMeasure? Consequence { get; init; }

    /// <summary>The id of the staff member who carries out the measure; null when none is known yet.</summary>
    public string? Owner { get; init; }

    [JsonIgnore]
    public DateTimeOffset At => History[0].At;

    [JsonIgnore]
    public string Evidence => History[0].Text;

    [JsonIgnore]
    public DateTimeOffset ChangedAt => History[^1].At;

    [JsonIgnore]
    public IEnumerable<ViolationEntry> Decisions =>
        History.Where(entry => entry.What is ViolationStep.Upheld or ViolationStep.Dismissed);

    [JsonIgnore]
    public bool IsUndecided => State is ViolationState.Proposed or ViolationState.Appealed;

    /// <summary>The instant until which it makes a later one a repeat; null while it does not count.</summary>
    [JsonIgnore]
    public DateTimeOffset? CountsUntil => State is ViolationState.Warned or ViolationState.Upheld
        ? (Decisions.LastOrDefault()?.At ?? At) + CountsFor
        : null;
}

using Community.Platform;

namespace Community.Care.Violations;

/// <summary>A report about a member. <paramref name="By"/> is <see cref="Violation.Channel"/> when heard.</summary>
public sealed record ViolationReport(
    string Id, string GroupId, string MemberId, ViolationKind Kind, string Evidence, string By, DateTimeOffset At)
{
    public bool IsHeard { get; init; }

    /// <inheritdoc cref="Violation.Owner"/>
    public string? Owner { get; init; }
}

public enum ViolationDecision
{
    /// <summary>It was a violation: the measure follows.</summary>
    Uphold,

    /// <summary>It was none, or is forgiven.</summary>
    Dismiss,
}

public abstract record ViolationCommand
{
    ViolationCommand()
    {
    }

    /// <summary>Another message that the channel heard before the decision.</summary>
    public sealed record AddMessage(string Text, DateTimeOffset At) : ViolationCommand;

    /// <summary>The objection of the member, entered by <paramref name="By"/>.</summary>
    public sealed record Appeal(string Text, string By, DateTimeOffset At) : ViolationCommand;

    /// <summary>
    /// Decides. <paramref name="Measure"/> null keeps the proposed one; <paramref name="Owner"/> is the id of the staff
    /// member who carries it out, null when none is known.
    /// </summary>
    public sealed record Decide(
        ViolationDecision Decision,
        ViolationMeasure? Measure,
        string Reason,
        string By,
        string? Owner,
        DateTimeOffset At) : ViolationCommand;
}

public abstract record ViolationEvent
{
    ViolationEvent()
    {
    }

    public sealed record MessageAdded(ViolationEntry Entry) : ViolationEvent;

    public sealed record Appealed(ViolationEntry Entry) : ViolationEvent;

    public sealed record Upheld(ViolationEntry Entry, string Owner) : ViolationEvent;

    public sealed record Dismissed(ViolationEntry Entry) : ViolationEvent;

    public sealed record Refused(Refusal Refusal) : ViolationEvent;
}

using System.Text.Json.Serialization;

namespace Community.Selling.Conversions;

/// <summary>A step that was begun, and when.</summary>
public sealed record BegunStep(ConversionStep Step, DateTimeOffset At);

/// <summary>A line of the audit: who changed what, and when.</summary>
public sealed record ConversionEdit(DateTimeOffset At, string By, string What);

/// <summary>
/// 转化: a discussion, then the link, in one or many groups. A share of the groups is held out of the discussion, chosen by
/// <paramref name="Seed"/>; tracked links begin with <paramref name="LinkBase"/>.
/// </summary>
public sealed record Conversion(
    string Id, IReadOnlyList<string> GroupIds, double HoldoutShare, int Seed, ConversionTerms Terms, string LinkBase, DateTimeOffset CreatedAt)
{
    /// <summary>How interest is weighed.</summary>
    public InterestWeights Weights { get; init; } = new();

    /// <summary>The steps that were begun. What was begun cannot be changed.</summary>
    public IReadOnlyList<BegunStep> BegunSteps { get; init; } = [];

    /// <summary>The steps that the operator left out.</summary>
    public IReadOnlyList<ConversionStep> Skipped { get; init; } = [];

    /// <summary>Since when it is held; null when it is not.</summary>
    public DateTimeOffset? HeldAt { get; init; }

    /// <summary>When nothing was left; null while something is.</summary>
    public DateTimeOffset? SoldOutAt { get; init; }

    /// <summary>When the operator ended it; null when nobody did.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>How many changes the audit holds.</summary>
    public int Changes { get; init; }

    /// <summary>Where it stands.</summary>
    [JsonIgnore]
    public ConversionState State => this switch
    {
        { CancelledAt: not null } => ConversionState.Cancelled,
        _ when IsBehind(ConversionStep.Closing) => ConversionState.Closed,
        { HeldAt: not null } => ConversionState.Held,
        _ when BegunAt(ConversionStep.Link) is not null => ConversionState.Selling,
        _ when BegunAt(ConversionStep.WarmUp) is not null => ConversionState.WarmingUp,
        _ => ConversionState.Planned,
    };

    /// <summary>True when nothing more will be said.</summary>
    [JsonIgnore]
    public bool IsOver => State is ConversionState.Closed or ConversionState.Cancelled;

    /// <summary>When the step was begun; null when it was not.</summary>
    public DateTimeOffset? BegunAt(ConversionStep step) => BegunSteps.FirstOrDefault(taken => taken.Step == step)?.At;

    /// <summary>True when the step was begun or left out.</summary>
    public bool IsBehind(ConversionStep step) => BegunAt(step) is not null || Skipped.Contains(step);

    /// <summary>When the step is due: what is sold out closes then. A last call that there is none of yet is due when it is too late for one.</summary>
    public DateTimeOffset DueAt(ConversionStep step) =>
        (step is ConversionStep.Closing ? SoldOutAt : null) ?? Terms.At(step) ?? DueAt(ConversionStep.Closing);
}

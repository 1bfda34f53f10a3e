using System.Text.Json.Serialization;

namespace Community.Selling.Conversions;

public sealed record BegunStep(ConversionStep Step, DateTimeOffset At);

public sealed record ConversionEdit(
    DateTimeOffset At,
    [property: JsonPropertyName("by")] string Author,
    [property: JsonPropertyName("what")] string Description);

/// <summary>
/// 转化: a discussion, then the link, in one or many groups. <paramref name="HoldoutShare"/> (0 to 1) of the groups get
/// no discussion; <paramref name="Seed"/> selects them. Tracked links start with <paramref name="LinkBase"/>.
/// </summary>
public sealed record Conversion(
    string Id,
    IReadOnlyList<string> GroupIds,
    double HoldoutShare,
    int Seed,
    ConversionTerms Terms,
    string LinkBase,
    DateTimeOffset CreatedAt)
{
    /// <summary>The start of the addresses of vote pages, which lie beside those of links.</summary>
    [JsonIgnore]
    public string VoteBase => LinkBase[..^"l/".Length] + "v/";

    public InterestWeights Weights { get; init; } = new();

    /// <summary>The steps that ran in at least one group. Their terms can no longer change.</summary>
    public IReadOnlyList<BegunStep> BegunSteps { get; init; } = [];

    [JsonPropertyName("skipped")]
    public IReadOnlyList<ConversionStep> SkippedSteps { get; init; } = [];

    /// <summary>Null while the operator does not hold the conversion.</summary>
    public DateTimeOffset? HeldAt { get; init; }

    public DateTimeOffset? SoldOutAt { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    public int Changes { get; init; }

    [JsonIgnore]
    public ConversionState State => this switch
    {
        { CancelledAt: not null } => ConversionState.Cancelled,
        _ when HasPassed(ConversionStep.Closing) => ConversionState.Closed,
        { HeldAt: not null } => ConversionState.Held,
        _ when BegunAt(ConversionStep.Link) is not null => ConversionState.Selling,
        _ when BegunAt(ConversionStep.WarmUp) is not null => ConversionState.WarmingUp,
        _ => ConversionState.Planned,
    };

    [JsonIgnore]
    public bool IsOver => State is ConversionState.Closed or ConversionState.Cancelled;

    public DateTimeOffset? BegunAt(ConversionStep step) => BegunSteps.FirstOrDefault(begun => begun.Step == step)?.At;

    public bool HasPassed(ConversionStep step) => BegunAt(step) is not null || SkippedSteps.Contains(step);

    /// <summary>
    /// The instant at which the step is due. A sold-out conversion closes when it sells out. A last call that is not
    /// planned is due at the closing, when it is too late for one.
    /// </summary>
    public DateTimeOffset DueAt(ConversionStep step) =>
        (step is ConversionStep.Closing ? SoldOutAt : null) ?? Terms.PlannedAt(step) ?? DueAt(ConversionStep.Closing);
}

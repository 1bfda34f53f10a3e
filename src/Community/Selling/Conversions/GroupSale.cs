using System.Text.Json.Serialization;

namespace Community.Selling.Conversions;

/// <summary>A message of a conversion to a group, at the instant at which it is due or was begun.</summary>
public sealed record SaleMessage(ConversionStep Step, DateTimeOffset At);

/// <summary>
/// A conversion in one group, for modules that must not disturb it. The group gets nothing else from
/// <paramref name="StartsAt"/>, its first message, to <paramref name="EndsAt"/>, which is not part of the interval: the
/// closing, or the instant at which the conversion is cancelled or sold out. Both are equal when the group gets no
/// message. <paramref name="Name"/> is the name of the product. <paramref name="Revision"/> grows with each change of
/// the conversion by an operator or an event.
/// </summary>
public sealed record GroupSale(
    string ConversionId,
    string Name,
    int Revision,
    IReadOnlyList<SaleMessage> Messages,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt)
{
    /// <summary>
    /// Null while the conversion is not held. The messages after this instant are those of the plan; they are sent only
    /// after the conversion is resumed, which makes another revision.
    /// </summary>
    public DateTimeOffset? HeldAt { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    public DateTimeOffset? SoldOutAt { get; init; }

    /// <summary>Null for a conversion that ends at its closing.</summary>
    [JsonIgnore]
    public DateTimeOffset? EndedEarlyAt => CancelledAt ?? SoldOutAt;

    /// <summary>The conversion as it is at <paramref name="now"/>, in a group of the arm.</summary>
    public static GroupSale From(Conversion conversion, Arm arm, DateTimeOffset now)
    {
        SaleMessage[] messages = [.. MessagesOf(conversion, arm, now)];
        var endsAt = conversion.CancelledAt
            ?? InstantOf(ConversionStep.Closing, conversion, now)
            ?? conversion.DueAt(ConversionStep.Closing);
        return new(
            conversion.Id,
            conversion.Terms.Product.Name,
            conversion.Changes,
            messages,
            messages is [var first, ..] ? first.At : endsAt,
            endsAt)
        {
            HeldAt = conversion.HeldAt,
            CancelledAt = conversion.CancelledAt,
            SoldOutAt = conversion.SoldOutAt,
        };
    }

    // A group that got no link gets no last call and no closing.
    static IEnumerable<SaleMessage> MessagesOf(Conversion conversion, Arm arm, DateTimeOffset now)
    {
        if (arm is Arm.WarmUp && InstantOf(ConversionStep.WarmUp, conversion, now) is { } warmUpAt)
            yield return new(ConversionStep.WarmUp, warmUpAt);
        if (InstantOf(ConversionStep.Link, conversion, now) is not { } linkAt) yield break;
        yield return new(ConversionStep.Link, linkAt);
        if (LastCallAfter(linkAt, conversion, now) is { } lastCallAt)
            yield return new(ConversionStep.LastCall, lastCallAt);
        if (InstantOf(ConversionStep.Closing, conversion, now) is { } closingAt)
            yield return new(ConversionStep.Closing, closingAt);
    }

    // A late link overtakes the last call that was due before it.
    static DateTimeOffset? LastCallAfter(DateTimeOffset linkAt, Conversion conversion, DateTimeOffset now) =>
        conversion.Terms.LastCallAt > linkAt ? InstantOf(ConversionStep.LastCall, conversion, now) : null;

    // Null for a step that is passed over.
    static DateTimeOffset? InstantOf(ConversionStep step, Conversion conversion, DateTimeOffset now) =>
        conversion.BegunAt(step) ?? StepRules.RuleOn(step, conversion, now) switch
        {
            StepRuling.Wait => conversion.DueAt(step),
            StepRuling.Run => now,
            _ => null,
        };
}

using System.Collections.Immutable;

namespace Community.Insights.Pushes;

/// <summary>What the figures of pushes are broken down by.</summary>
public enum PushDimension
{
    /// <summary>The kind of the item; empty for a push that got none.</summary>
    Kind,

    Plan,

    /// <summary>The owner of the group when the figures were counted; empty for a group without one.</summary>
    Owner,

    /// <summary>The local hour at which the push was due, 00 to 23.</summary>
    Hour,
}

/// <summary>The figures of one value of a dimension.</summary>
public sealed record PushFiguresLine(PushDimension Dimension, string Value, PushFigures Figures);

/// <summary>The figures of some pushes, by every value of every dimension.</summary>
public sealed class PushBreakdown
{
    readonly ImmutableDictionary<(PushDimension Dimension, string Value), PushFigures> figures;

    PushBreakdown(ImmutableDictionary<(PushDimension Dimension, string Value), PushFigures> figures) =>
        this.figures = figures;

    public static PushBreakdown None { get; } =
        new(ImmutableDictionary.Create<(PushDimension Dimension, string Value), PushFigures>());

    /// <summary>The figures of all pushes: each of them has one kind.</summary>
    public PushFigures Total =>
        Lines(PushDimension.Kind).Aggregate(PushFigures.None, (sum, line) => sum.Plus(line.Figures));

    /// <summary>In order of dimension and value.</summary>
    public IReadOnlyList<PushFiguresLine> All =>
    [
        .. figures
            .Select(line => new PushFiguresLine(line.Key.Dimension, line.Key.Value, line.Value))
            .OrderBy(line => line.Dimension)
            .ThenBy(line => line.Value, StringComparer.Ordinal),
    ];

    public static PushBreakdown From(IEnumerable<PushFiguresLine> lines) => lines.Aggregate(None, (sum, line) =>
        sum.Add((line.Dimension, line.Value), line.Figures));

    public static PushBreakdown Of(string kind, string plan, string owner, int hour, PushFigures figures) => From([
        new(PushDimension.Kind, kind, figures),
        new(PushDimension.Plan, plan, figures),
        new(PushDimension.Owner, owner, figures),
        new(PushDimension.Hour, $"{hour:00}", figures),
    ]);

    public IEnumerable<PushFiguresLine> Lines(PushDimension dimension) =>
        All.Where(line => line.Dimension == dimension);

    public PushBreakdown Plus(PushBreakdown other) =>
        other.figures.Aggregate(this, (sum, line) => sum.Add(line.Key, line.Value));

    public PushBreakdown Minus(PushBreakdown other) =>
        other.figures.Aggregate(this, (sum, line) => sum.Add(line.Key, PushFigures.None.Minus(line.Value)));

    PushBreakdown Add((PushDimension Dimension, string Value) key, PushFigures added)
    {
        var sum = figures.GetValueOrDefault(key, PushFigures.None).Plus(added);
        return new(sum.Planned == 0 ? figures.Remove(key) : figures.SetItem(key, sum));
    }
}

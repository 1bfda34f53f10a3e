using FunctionsApp.Insights.Rehearsals;

namespace Rehearsal.Reports.Html;

/// <summary>A mark of a lane. It stands for every entry of the lane in the same column of pixels.</summary>
sealed class LaneMark(DateTimeOffset firstAt, string firstText)
{
    const int TextLength = 40;

    // From the least to the most important: a mark shows the last of these that its entries have.
    static readonly RehearsalEntryKind[] Importance =
    [
        RehearsalEntryKind.PrivateMessages,
        RehearsalEntryKind.Message,
        RehearsalEntryKind.Task,
        RehearsalEntryKind.RollOver,
        RehearsalEntryKind.Dissolved,
        RehearsalEntryKind.GroupFull,
        RehearsalEntryKind.SoldOut,
        RehearsalEntryKind.Outage,
    ];

    readonly SortedDictionary<RehearsalEntryKind, int> counts = [];

    /// <summary>The kinds in the order of the legend, the most important first.</summary>
    public static IEnumerable<RehearsalEntryKind> Kinds => Importance.Reverse();

    /// <summary>The kind that the mark shows.</summary>
    public RehearsalEntryKind Kind => counts.Keys.MaxBy(kind => Array.IndexOf(Importance, kind));

    public void Add(RehearsalEntryKind kind) => counts[kind] = counts.GetValueOrDefault(kind) + 1;

    /// <summary>What the mark stands for, in words.</summary>
    public string Describe(ReportData data)
    {
        var at = ReportFormat.Instant(data.ToLocal(firstAt));
        if (counts.Values.Sum() == 1)
            return $"{at} {ReportWords.Kind(Kind)}：{ReportFormat.Shorten(firstText, TextLength)}";
        return $"{at} 起：{string.Join("、", counts.Select(count => $"{ReportWords.Kind(count.Key)} {count.Value}"))}";
    }

    /// <summary>The shape of a kind as an SVG path that begins at its centre. No two kinds share a shape.</summary>
    public static string ShapeOf(RehearsalEntryKind kind) => kind switch
    {
        RehearsalEntryKind.Message => "m-1.5-6h3v12h-3z",
        RehearsalEntryKind.PrivateMessages => "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z",
        RehearsalEntryKind.Task => "m0-5l5 9h-10z",
        RehearsalEntryKind.GroupFull => "m-4.5-4.5h9v9h-9z",
        RehearsalEntryKind.RollOver => "m-4-5l8 5l-8 5z",
        RehearsalEntryKind.Dissolved => "m-4-4l8 8m0-8l-8 8",
        RehearsalEntryKind.SoldOut => "m0-6l6 6l-6 6l-6-6z",
        _ => "m-2-9h4v18h-4z",
    };
}

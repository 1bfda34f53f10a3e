namespace FunctionsApp.Trade.Imports;

/// <summary>An import; <paramref name="Report"/> is null until it is finished.</summary>
public sealed record ImportView(
    string Id,
    string Shop,
    ImportState State,
    int Lines,
    int LinesDone,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    ImportReport? Report)
{
    public static ImportView From(OrderImport import, ImportReport? report) => new(
        import.Id,
        import.Shop,
        import.State,
        import.Lines,
        import.Counts.Lines,
        import.CreatedAt,
        import.FinishedAt,
        report);
}

/// <summary>
/// The result of an import: how many lines were known, missed by the webhooks, corrections of an earlier file, and not
/// imported; the orders of those lines; and the orders for which another amount or currency counts. Each list has at
/// most <see cref="MaxListed"/> entries; the numbers count all.
/// </summary>
public sealed record ImportReport(
    int Lines,
    int Known,
    int Missed,
    int Corrected,
    IReadOnlyList<string> MissedOrders,
    IReadOnlyList<string> CorrectedOrders,
    IReadOnlyList<string> DifferingOrders,
    int BadLines,
    IReadOnlyList<BadLine> Bad)
{
    public const int MaxListed = 1_000;

    /// <param name="counts">The counts of the finished import.</param>
    /// <param name="chunks">The results of its chunks, in order.</param>
    public static ImportReport From(LineCounts counts, IReadOnlyList<ChunkResult> chunks) => new(
        counts.Lines,
        counts.Known,
        counts.Missed,
        counts.Corrected,
        First(chunks, chunk => chunk.Missed),
        First(chunks, chunk => chunk.Corrected),
        First(chunks, chunk => chunk.Differing),
        counts.Bad,
        First(chunks, chunk => chunk.Bad));

    static IReadOnlyList<T> First<T>(IReadOnlyList<ChunkResult> chunks, Func<ChunkResult, IReadOnlyList<T>> list) =>
        [.. chunks.SelectMany(list).Take(MaxListed)];
}

using System.Text.Json.Serialization;
using Community.Trade.Imports;

namespace FunctionsApp.Trade.Imports;

public enum ImportState
{
    /// <summary>The file is stored and no line is done.</summary>
    Waiting,

    Running,

    Finished,
}

/// <summary>How many lines had each outcome.</summary>
public sealed record LineCounts(int Known, int Missed, int Corrected, int Bad)
{
    public static LineCounts None { get; } = new(0, 0, 0, 0);

    [JsonIgnore]
    public int Lines => Known + Missed + Corrected + Bad;

    public LineCounts Add(LineCounts other) =>
        new(Known + other.Known, Missed + other.Missed, Corrected + other.Corrected, Bad + other.Bad);
}

/// <summary>
/// An accepted file and how far it is carried out. No two files of a shop have the same
/// <paramref name="CreatedAt"/>. The lines are stored in <paramref name="Chunks"/> chunks, which are done one after the
/// other.
/// </summary>
public sealed record OrderImport(string Id, string Shop, DateTimeOffset CreatedAt, int Lines, int Chunks)
{
    public int ChunksDone { get; init; }

    public LineCounts Counts { get; init; } = LineCounts.None;

    public DateTimeOffset? FinishedAt { get; init; }

    [JsonIgnore]
    public ImportReference Reference => new(Id, CreatedAt);

    [JsonIgnore]
    public ImportState State => this switch
    {
        { FinishedAt: not null } => ImportState.Finished,
        { ChunksDone: 0 } => ImportState.Waiting,
        _ => ImportState.Running,
    };

    /// <summary>The import after its next chunk.</summary>
    public OrderImport AfterChunk(LineCounts counts, DateTimeOffset at) => this with
    {
        ChunksDone = ChunksDone + 1,
        Counts = Counts.Add(counts),
        FinishedAt = ChunksDone + 1 == Chunks ? at : null,
    };
}

/// <summary>A line that was not imported, with the reason.</summary>
public sealed record BadLine(int Line, string Reason)
{
    /// <summary>The order id as the line states it, shortened when it is too long; null without one.</summary>
    public string? OrderId { get; init; }
}

/// <summary>
/// The lines of one row: at most <see cref="MaxLines"/>, so that a row holds them whatever their texts.
/// </summary>
public sealed record ImportChunk(IReadOnlyList<FileStatement> Orders, IReadOnlyList<BadLine> Bad)
{
    public const int MaxLines = 100;
}

/// <summary>What the lines of one chunk meant, decided before they are recorded; lists hold order ids.</summary>
public sealed record ChunkResult(
    int Known,
    IReadOnlyList<string> Missed,
    IReadOnlyList<string> Corrected,
    IReadOnlyList<string> Differing,
    IReadOnlyList<BadLine> Bad)
{
    [JsonIgnore]
    public LineCounts Counts => new(Known, Missed.Count, Corrected.Count, Bad.Count);
}

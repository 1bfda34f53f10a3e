using System.Text.Json.Serialization;

namespace Community.Selling.FlashSales;

/// <summary>
/// 快闪: one sale over one or several flash groups, from the plan to the groups' end. <paramref name="MustEndBy"/> is the first of the instants at which
/// the charters of its groups end; <paramref name="LinkBase"/> is what stands before the code in the links of its waves.
/// </summary>
public sealed record FlashSale(
    string Id,
    string Name,
    IReadOnlyList<string> GroupIds,
    DateTimeOffset OpensAt,
    IReadOnlyList<FlashWave> Waves,
    DateTimeOffset ClosesAt,
    int? Quantity,
    string Farewell,
    string? NewBuyerGroupId,
    DateTimeOffset MustEndBy,
    string LinkBase,
    DateTimeOffset CreatedAt)
{
    /// <summary>When nothing was left of what is sold; null while something is.</summary>
    public DateTimeOffset? SoldOutAt { get; init; }

    /// <summary>True while the operator holds the sale: nothing is said, and it does not close.</summary>
    public bool IsHeld { get; init; }

    /// <summary>How many waves have begun to be sent in any group; those can no longer be changed.</summary>
    public int WavesBegun { get; init; }

    /// <summary>When the first of its groups found that it was over; from then on it stays over.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it ends unless it is held: at its closing instant, or when it is sold out.</summary>
    [JsonIgnore]
    public DateTimeOffset EndsAt => SoldOutAt < ClosesAt ? SoldOutAt.Value : ClosesAt;

    /// <summary>Why it ended or will, in a word that the ledger shows.</summary>
    [JsonIgnore]
    public string EndReason => SoldOutAt <= ClosesAt ? "sold out" : "closed";

    /// <summary>True when nothing is sold any more. A charter's end ends the sale even while it is held.</summary>
    public bool IsOverAt(DateTimeOffset at) => EndedAt is not null || at >= MustEndBy || (!IsHeld && at >= EndsAt);

    /// <summary>The next instant at which something is planned; null when nothing is.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset at) =>
        new[] { OpensAt, EndsAt, MustEndBy }.Concat(Waves.Select(wave => wave.At)).Where(instant => instant > at).Select(instant => (DateTimeOffset?)instant).Min();

    /// <summary>How many waves have had their instant by then.</summary>
    public int WavesDueAt(DateTimeOffset at) => Waves.Count(wave => wave.At <= at);
}

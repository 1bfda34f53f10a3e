using System.Text.Json.Serialization;

namespace Community.Selling.FlashSales;

/// <summary>
/// 快闪: one sale in one or more flash groups, until the groups are dissolved. <paramref name="MustEndBy"/> is the
/// earliest end of the groups' charters. The links of its waves start with <paramref name="LinkBase"/>. A null quantity
/// is unlimited.
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
    public DateTimeOffset? SoldOutAt { get; init; }

    /// <summary>True while the operator holds the sale: it sends no messages and does not close.</summary>
    public bool IsHeld { get; init; }

    /// <summary>The number of waves that a group has begun to send. They can no longer change.</summary>
    public int WavesBegun { get; init; }

    /// <summary>The instant at which the first group found the sale over, which is final.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    [JsonIgnore]
    public DateTimeOffset EndsAt => SoldOutAt < ClosesAt ? SoldOutAt.Value : ClosesAt;

    [JsonIgnore]
    public string EndReason => SoldOutAt <= ClosesAt ? "sold out" : "closed";

    /// <summary>True when the sale is over. The end of a charter ends the sale even while it is held.</summary>
    public bool IsOverAt(DateTimeOffset at) => EndedAt is not null || at >= MustEndBy || (!IsHeld && at >= EndsAt);

    public DateTimeOffset? NextInstantAfter(DateTimeOffset at)
    {
        IEnumerable<DateTimeOffset> instants = [OpensAt, EndsAt, MustEndBy, .. Waves.Select(wave => wave.At)];
        return instants.Where(instant => instant > at).Select(instant => (DateTimeOffset?)instant).Min();
    }

    /// <summary>
    /// The page of a wave, counted from 1, or else of the latest wave with a page that was sent, or else of the first
    /// with one; null when there is none.
    /// </summary>
    public string? FindUrl(int? wave)
    {
        if (wave is { } number) return number >= 1 && number <= Waves.Count ? Waves[number - 1].Url : null;
        return Waves.Take(WavesBegun).LastOrDefault(sent => sent.Url is not null)?.Url
            ?? Waves.FirstOrDefault(planned => planned.Url is not null)?.Url;
    }

    public int WavesDueAt(DateTimeOffset at) => Waves.Count(wave => wave.At <= at);
}

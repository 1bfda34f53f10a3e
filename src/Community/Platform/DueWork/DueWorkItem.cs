using System.Text.Json.Serialization;

namespace Community.Platform.DueWork;

/// <summary>
/// Work that waits for an instant. <paramref name="Kind"/> names its handler; <paramref name="Data"/> is what the
/// handler reads, as JSON. Items of the same kind, instant and data are the same item.
/// </summary>
public sealed record DueWorkItem(string Kind, DateTimeOffset At, string Data)
{
    const string MinuteFormat = "yyyyMMddHHmm";

    // Spreads an instant with many items over partitions, each of which has a throughput of its own.
    const int Shards = 8;

    /// <summary><c>{minute}-{shard}</c>, in UTC.</summary>
    [JsonIgnore]
    public string PartitionKey
    {
        get
        {
            var shard = Convert.ToInt32(Digest[..1], 16) % Shards;
            return $"{MinuteKey(At)}-{shard}";
        }
    }

    /// <summary><c>{ticks}-{digest}</c>.</summary>
    [JsonIgnore]
    public string RowKey => $"{At.UtcTicks:d19}-{Digest}";

    string Digest => EffectKey.Digest($"{Kind}:{Data}");

    /// <summary>The part that the partition keys of a minute begin with; it sorts by time.</summary>
    public static string MinuteKey(DateTimeOffset at) =>
        at.UtcDateTime.ToString(MinuteFormat, System.Globalization.CultureInfo.InvariantCulture);
}

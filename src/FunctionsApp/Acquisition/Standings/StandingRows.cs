using System.Globalization;
using Community.Acquisition.Standings;
using Community.Platform;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>Where a campaign's books lie: the keys of the rows, and the partitions that share the participants between them.</summary>
static class StandingRows
{
    public const string Totals = "figures";
    public const string StandingPrefix = "standing-";
    public const string RankPrefix = "rank-";
    public const string AmendmentPrefix = "amendment-";

    // A page of standings asks every partition, so they are few; figures are shared by those of one partition, so they are not one.
    public const int Shards = 8;

    public static IEnumerable<string> Partitions(string campaignId) => Enumerable.Range(0, Shards).Select(shard => Partition(campaignId, shard));

    public static string PartitionOf(string campaignId, string memberId) => Partition(campaignId, EffectKey.Digest(memberId)[0] % Shards);

    // Campaign ids hold no dot, so that no two campaigns share a partition.
    public static string Partition(string campaignId, int shard) => $"{campaignId}.{shard.ToString(CultureInfo.InvariantCulture)}";

    public static string Standing(string memberId) => StandingPrefix + memberId;

    public static string Credit(CreditKey of) => $"credit-{EffectKey.Digest(of.MemberId)}-{of.Invitee}";

    public static string Amendment(Amendment amendment, int number) => string.Create(
        CultureInfo.InvariantCulture, $"{AmendmentPrefix}{amendment.At.UtcTicks:d19}-{EffectKey.Digest(amendment.MemberId)}-{number:d10}");

    public static string Rank(Standing standing) =>
        $"{RankPrefix}{int.MaxValue - standing.Credits:d10}-{(standing.LastCreditAt ?? DateTimeOffset.MaxValue).UtcTicks:d19}-{EffectKey.Digest(standing.MemberId)}";
}

/// <summary>Whose credit, for whom.</summary>
readonly record struct CreditKey(string MemberId, string Invitee);

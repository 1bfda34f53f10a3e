using System.Globalization;
using Community.Acquisition.Standings;
using Community.Platform;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>The partitions and row keys of a campaign's standings.</summary>
static class StandingKeys
{
    public const string Totals = "totals";
    public const string StandingPrefix = "standing-";
    public const string RankPrefix = "rank-";
    public const string AmendmentPrefix = "amendment-";

    // A page reads every partition, so they are few. Each has its own row of totals, so there is more than one.
    public const int Shards = 8;

    public static IEnumerable<string> Partitions(string campaignId) =>
        Enumerable.Range(0, Shards).Select(shard => Partition(campaignId, shard));

    public static string PartitionOf(string campaignId, string memberId) =>
        Partition(campaignId, EffectKey.Digest(memberId)[0] % Shards);

    // Campaign ids have no dot, so no two campaigns share a partition.
    public static string Partition(string campaignId, int shard) =>
        $"{campaignId}.{shard.ToString(CultureInfo.InvariantCulture)}";

    public static string Standing(string memberId) => StandingPrefix + memberId;

    public static string Credit(CreditKey credit) => CreditsOf(credit.MemberId) + credit.Invitee;

    /// <summary>The prefix of a participant's credits.</summary>
    public static string CreditsOf(string memberId) => $"credit-{EffectKey.Digest(memberId)}-";

    public static string Amendment(Amendment amendment, int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"{AmendmentPrefix}{amendment.At.UtcTicks:d19}-{EffectKey.Digest(amendment.MemberId)}-{number:d10}");

    /// <summary>Sorts by credits, most first, then by the latest credit, earliest first.</summary>
    public static string Rank(Standing standing)
    {
        var credits = int.MaxValue - standing.Credits;
        var lastCreditAt = (standing.LastCreditAt ?? DateTimeOffset.MaxValue).UtcTicks;
        var member = EffectKey.Digest(standing.MemberId);
        return string.Create(CultureInfo.InvariantCulture, $"{RankPrefix}{credits:d10}-{lastCreditAt:d19}-{member}");
    }
}

/// <summary>An inviter and an invitee.</summary>
readonly record struct CreditKey(string MemberId, string Invitee);

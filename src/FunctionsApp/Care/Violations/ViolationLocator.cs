using Community.Care.Violations;
using Community.Platform;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.Violations;

/// <summary>Where the violation of an id is: the member, and the instant that its row is named by.</summary>
public sealed record ViolationLocator(string Id, string GroupId, string MemberId, DateTimeOffset At)
{
    /// <summary>The prefix of the rows of violations in the partition of the member.</summary>
    public const string Prefix = "violation-";

    /// <summary>The key of the row, by which the newest comes first.</summary>
    public string RowKey() => $"{Prefix}{TableKey.LatestFirst(At)}-{Id}";

    public string Partition() => PartitionOf(MemberId);

    // A digest, because ids of members hold any character and are long.
    public static string PartitionOf(string memberId) => $"violation-member~{EffectKey.Digest(memberId)}";

    public static ViolationLocator Of(ViolationReport report) =>
        new(report.Id, report.GroupId, report.MemberId, report.At);
}

using Community.Platform;
using Community.Selling.Conversions;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Conversions.Votes;

/// <summary>The poll of a conversion's warm-up in a group, as a page.</summary>
public sealed record VotePage(string ConversionId, string GroupId);

/// <summary>The vote pages by their codes. Pages exist on platforms that do not tell what members say.</summary>
public sealed class VotePageStore(ConversionsTable table, IChannel channel)
{
    const int CodeLength = 16;
    const string PageRow = "vote-page";
    const string PartitionPrefix = "vote~";

    /// <summary>The page of a code; null for an unknown one.</summary>
    public async Task<VotePage?> FindAsync(string code) =>
        code.Length == CodeLength && code.All(char.IsAsciiHexDigitLower)
            ? (await table.FindAsync<VotePage>(PartitionPrefix + code, PageRow))?.Value
            : null;

    /// <summary>The address of the group's page, which is stored once; null where members vote by message.</summary>
    public async Task<string?> EnsureAsync(ConversionGroup group, Conversion conversion)
    {
        if (channel.ReportsMessages || conversion.Terms.WarmUp.Poll.Count == 0) return null;
        var code = EffectKey.Digest($"vote-page:{group.ConversionId}:{group.GroupId}")[..CodeLength];
        await table.CommitAsync(Row.Put(
            PartitionPrefix + code, PageRow, new VotePage(group.ConversionId, group.GroupId)));
        return conversion.VoteBase + code;
    }
}

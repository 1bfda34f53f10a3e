using Azure.Data.Tables;
using Community.Groups;
using Community.Groups.Members;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Groups;

/// <summary>A member of a group; <paramref name="Group"/> is null for a group without a charter.</summary>
public sealed record Membership(Member Member, Group? Group);

/// <summary>
/// The groups that a person ever joined: a row for each in the person's partition. The group holds the member itself.
/// </summary>
public sealed class MembershipStore(PeopleTable table, GroupStore groups)
{
    const string Prefix = "group-";

    /// <summary>
    /// The row of a join, for the transaction that records the join with the person. A repeat writes the same row.
    /// </summary>
    public static TableTransactionAction RowOf(string memberId, string groupId) =>
        Row.Put(memberId, Prefix + groupId, groupId);

    /// <summary>One page of the person's groups in order of id, with two reads for each.</summary>
    public async Task<Slice<Membership>> PageAsync(string memberId, int size, string? continuation)
    {
        var page = await table.PageAsync<string>(memberId, Prefix, size, continuation);
        var found = await Task.WhenAll(page.Items.Select(row => FindAsync(row.Value, memberId)));
        return new Slice<Membership>([.. found.OfType<Membership>()], page.Continuation);
    }

    async Task<Membership?> FindAsync(string groupId, string memberId)
    {
        var (readingMember, readingGroup) = (groups.FindMemberAsync(groupId, memberId), groups.FindAsync(groupId));
        return await readingMember is { } member ? new Membership(member, (await readingGroup)?.Value) : null;
    }
}

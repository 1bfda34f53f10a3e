using Community.Acquisition.Invitees;
using Community.Platform;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Invitees;

/// <summary>The identities of each union id, in a partition of their own.</summary>
public sealed class IdentityStore(PeopleTable table)
{
    const string IdentitiesRow = "identities";

    /// <summary>The identities of the union id.</summary>
    public async Task<Identities> FindAsync(string unionId) =>
        (await table.FindAsync<Identities>(PartitionOf(unionId), IdentitiesRow))?.Value ?? Identities.None;

    /// <summary>
    /// Adds an identity of the union id and returns all of them. <paramref name="isNew"/> is true when the union id is
    /// likely new, which saves a read.
    /// </summary>
    public Task<Identities> AddAsync(string unionId, Identity identity, bool isNew) =>
        table.RetryAsync(async isFirstAttempt =>
        {
            var partition = PartitionOf(unionId);
            var stored = isNew && isFirstAttempt
                ? null
                : await table.FindAsync<Identities>(partition, IdentitiesRow);
            var before = stored?.Value ?? Identities.None;
            var after = before.Add(identity);
            if (!ReferenceEquals(before, after))
                await table.CommitAsync(Row.Write(partition, IdentitiesRow, after, stored));
            return after;
        });

    static string PartitionOf(string unionId) => $"union-{EffectKey.Digest(unionId)}";
}

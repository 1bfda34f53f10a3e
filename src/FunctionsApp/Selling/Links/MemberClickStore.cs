using Community.Platform;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Selling.Links;

/// <summary>A click of a member on a link of their own; <paramref name="At"/> is when its batch was closed.</summary>
public sealed record OwnClick(string Code, DateTimeOffset At);

/// <summary>
/// The clicks of members on their own links, in the member's partition, latest first. A click after a payment does not
/// hide the one before it.
/// </summary>
public sealed class MemberClickStore(PeopleTable table, TimeProvider clock, ILogger<MemberClickStore> log)
{
    const string Prefix = "click-";

    readonly DayIndex days = new(table, "$clicks", clock, log);

    /// <summary>
    /// Stores a click of a batch. A repeat of the batch writes the same row, and several clicks of a batch are one.
    /// </summary>
    public async Task RecordAsync(string memberId, string batchId, OwnClick click)
    {
        await days.AddAsync(click.At, memberId);
        var row = $"{Prefix}{TableKey.LatestFirst(click.At)}-{EffectKey.Digest($"{batchId}/{click.Code}")}";
        await table.CommitAsync(Row.Put(memberId, row, click));
    }

    /// <summary>
    /// The member's last click at or before <paramref name="at"/> and within <paramref name="window"/>; null when there
    /// is none.
    /// </summary>
    public async Task<OwnClick?> FindLastAsync(string memberId, DateTimeOffset at, TimeSpan window)
    {
        // A key without the digest comes before all clicks of the same instant.
        var rows = await table.RowsAfterAsync<OwnClick>(memberId, Prefix, Prefix + TableKey.LatestFirst(at), 1);
        return rows is [{ Value: var click }] && at - click.At <= window ? click : null;
    }

    /// <summary>Deletes clicks of days before the instant, at most <paramref name="budget"/>.</summary>
    public Task ForgetAsync(DateTimeOffset horizon, int budget) => days.StepAsync(horizon, budget, async (day, rest) =>
    {
        var deleted = await table.ForgetAsync<OwnClick>(
            day.Owner,
            Prefix,
            rest,
            click => click.At >= day.From,
            click => [Row.Delete(day.Owner, click.RowKey, click.ETag)],
            after: Prefix + TableKey.LatestFirst(day.Until.AddTicks(-1)));
        return DayVisit.OfDeletion(deleted, rest);
    });
}
